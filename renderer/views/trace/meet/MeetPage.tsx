// Who was where at the same time: stays under one roof, plates and handsets seen together, by how rare that is.
import { useState } from "react";
import type { MeetingLine } from "../../../../shared/trace/movementCalls.ts";
import { entityName, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  Bits,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  KindGlyph,
  PageTitle,
  Panel,
  Skeleton,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { selectEntities } from "../../../state/selection.ts";
import { useCall } from "../../../state/useCall.ts";
import type { TracePageProps } from "../page.ts";
import { Episodes } from "./Episodes.tsx";
import { type MeetingQuestion, MeetOptions, usualQuestion } from "./MeetOptions.tsx";

const keyOf = ({ a, b }: MeetingLine): string => `${a} ${b}`;

function Party({ entity, label }: { readonly entity: string; readonly label: string }) {
  return (
    <span className="cw-entity">
      <KindGlyph kind={shownKind(entity)} size={16} />
      <span className="cw-label">{entityName(entity, label)}</span>
    </span>
  );
}

function useColumns(): readonly Column<MeetingLine>[] {
  const t = useWords();
  const party = (side: "a" | "b", label: "labelA" | "labelB", word: string): Column<MeetingLine> => ({
    key: side,
    title: t(word),
    width: "minmax(120px, 1fr)",
    render: (line) => <Party entity={line[side]} label={line[label]} />,
    text: (line) => line[label],
  });
  return [
    party("a", "labelA", "trace.meet.one"),
    party("b", "labelB", "trace.meet.other"),
    {
      key: "times",
      title: t("trace.meet.times"),
      width: "72px",
      align: "right",
      render: ({ times }) => times,
      text: ({ times }) => String(times),
    },
    {
      key: "places",
      title: t("trace.meet.places"),
      width: "72px",
      align: "right",
      render: ({ places }) => new Set(places.map(({ place }) => place)).size,
      text: ({ places }) => String(new Set(places.map(({ place }) => place)).size),
    },
    {
      key: "last",
      title: t("trace.meet.last"),
      width: "110px",
      render: ({ places }) => <span className="cw-number">{formatTime(places.at(-1)?.from ?? null, "date")}</span>,
      text: ({ places }) => places.at(-1)?.from ?? "",
    },
    {
      key: "bits",
      title: t("trace.meet.bits"),
      width: "84px",
      align: "right",
      render: ({ bits }) => <Bits bits={bits} />,
      text: ({ bits }) => String(bits),
    },
  ];
}

export function MeetPage(_: TracePageProps) {
  const t = useWords();
  const columns = useColumns();
  const [question, setQuestion] = useState<MeetingQuestion>(usualQuestion);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, reload } = useCall("trace.findMeetings", question, ["facts"]);
  const open = data?.find((line) => keyOf(line) === chosen) ?? data?.[0];
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={t("trace.meet.title")}
        note={t("trace.meet.note")}
        tools={<MeetOptions question={question} onChange={setQuestion} />}
      />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      {data === null && error === null && <Skeleton rows={12} />}
      {data?.length === 0 && (
        <EmptyState icon="mapPin" title={t("trace.meet.none")}>
          {t("trace.meet.noneWhy")}
        </EmptyState>
      )}
      {open !== undefined && (
        <div className="cw-trace-split">
          <Panel title={t("trace.meet.list")} note={formatCount(data!.length)}>
            <DataTable
              label={t("trace.meet.list")}
              columns={columns}
              rows={data!}
              keyOf={keyOf}
              selectedKey={keyOf(open)}
              onSelect={(line) => {
                setChosen(keyOf(line));
                selectEntities([line.a, line.b]);
              }}
              onOpen={({ a }) => goTo("chart", a)}
            />
          </Panel>
          <Episodes line={open} />
        </div>
      )}
    </div>
  );
}
