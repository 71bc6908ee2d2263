// Numbers that have calls, those with most first.
import { useDeferredValue, useState } from "react";
import type { NumberLine } from "../../../../shared/trace/movementCalls.ts";
import { shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorPanel,
  formatCount,
  formatTime,
  PageTitle,
  Panel,
  Skeleton,
  Tag,
} from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { PhoneTags } from "./PhoneTags.tsx";

interface Picking {
  readonly picked: readonly string[];
  readonly toggle: (phone: string) => void;
}

function useColumns({ picked, toggle }: Picking): readonly Column<NumberLine>[] {
  const t = useWords();
  const count = (key: "calls" | "contacts", word: string): Column<NumberLine> => ({
    key,
    title: t(word),
    width: "88px",
    align: "right",
    render: (line) => formatCount(line[key]),
    text: (line) => String(line[key]),
  });
  const day = (key: "firstAt" | "lastAt", word: string): Column<NumberLine> => ({
    key,
    title: t(word),
    width: "110px",
    render: (line) => <span className="cw-number">{formatTime(line[key], "date")}</span>,
    text: (line) => line[key],
  });
  return [
    {
      key: "pick",
      title: t("trace.common.pickColumn"),
      width: "44px",
      render: (line) => (
        <input
          type="checkbox"
          aria-label={t("trace.common.pick", { number: shownKey(line.phone) })}
          checked={picked.includes(line.phone)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggle(line.phone)}
        />
      ),
    },
    {
      key: "phone",
      title: t("trace.calls.number"),
      width: "140px",
      render: (line) => <b className="cw-number">{shownKey(line.phone)}</b>,
      text: (line) => shownKey(line.phone),
    },
    {
      key: "holder",
      title: t("trace.calls.who"),
      width: "minmax(72px, 0.8fr)",
      render: (line) => line.holder ?? <span className="cw-quiet">{t("trace.calls.unknown")}</span>,
      text: (line) => line.holder ?? "",
    },
    count("calls", "trace.calls.calls"),
    count("contacts", "trace.calls.contacts"),
    day("firstAt", "trace.calls.first"),
    day("lastAt", "trace.calls.last"),
    {
      key: "marks",
      title: t("trace.calls.marks"),
      width: "minmax(190px, 2fr)",
      render: (line) => (
        <span className="cw-call-marks">
          <PhoneTags {...line} />
          {line.billed && <Tag tone="accent">{t("trace.calls.billed")}</Tag>}
        </span>
      ),
    },
  ];
}

export function NumberList() {
  const t = useWords();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const toggle = (phone: string) => setPicked((old) => (old.includes(phone) ? old.filter((one) => one !== phone) : [...old, phone]));
  const columns = useColumns({ picked, toggle });
  const [chosen, setChosen] = useState<string | null>(null);
  const [like, setLike] = useState("");
  const { data, error, reload } = useCall("trace.listNumbers", { like: useDeferredValue(like) }, ["facts"]);
  const note = data === null ? "" : t("trace.calls.listNote", { shown: formatCount(data.lines.length), all: formatCount(data.all) });
  return (
    <div className="cw-page cw-trace-page">
      <PageTitle
        title={t("trace.calls.listTitle")}
        note={t("trace.calls.listHelp")}
        tools={
          <span className="cw-trace-options">
            <input
              type="search"
              aria-label={t("trace.calls.find")}
              placeholder={t("trace.calls.find")}
              value={like}
              onChange={(event) => setLike(event.target.value)}
            />
            <Button icon="affiliate" disabled={picked.length < 2} onClick={() => openTrace("calls", ...picked)}>
              {picked.length < 2 ? t("trace.common.pickMore") : t("trace.common.open", { count: picked.length })}
            </Button>
          </span>
        }
      />
      {error !== null && <ErrorPanel error={error} onRetry={reload} />}
      <Panel className="cw-fill" title={t("trace.calls.numbers")} note={note}>
        {data === null && error === null && <Skeleton rows={14} />}
        {data?.lines.length === 0 && like !== "" && <EmptyState icon="phone" title={t("trace.calls.noneLike", { like })} />}
        {data?.lines.length === 0 && like === "" && (
          <EmptyState
            icon="phone"
            title={t("trace.calls.none")}
            action={<Button onClick={() => goTo("import")}>{t("overview.title.import")}</Button>}
          >
            {t("trace.calls.noneWhy")}
          </EmptyState>
        )}
        {data !== null && data.lines.length > 0 && (
          <DataTable
            label={t("trace.calls.numbers")}
            columns={columns}
            rows={data.lines}
            keyOf={(line) => line.phone}
            selectedKey={chosen}
            onSelect={(line) => setChosen(line.phone)}
            onOpen={(line) => openTrace("calls", line.phone)}
            toneOf={(line) => (line.public === null ? null : "mute")}
          />
        )}
      </Panel>
    </div>
  );
}
