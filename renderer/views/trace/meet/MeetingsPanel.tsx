// Who was where at the same time: stays under one roof, plates and handsets seen together, by how rare that is.
import { useState } from "react";
import type { MeetingLine } from "../../../../shared/trace/movementCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Bits, type Column, formatTime } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import { Episodes } from "./Episodes.tsx";
import { FoundSplit } from "./FoundSplit.tsx";
import { MeetFrame, type MeetPanelProps, Party, useTop } from "./MeetFrame.tsx";
import { MeetOptions } from "./MeetOptions.tsx";

const keyOf = ({ a, b }: MeetingLine): string => `${a} ${b}`;

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

const choices = {
  withinMinutes: { word: "trace.meet.within", values: [5, 30, 120, 720], unit: "trace.meet.minutes" },
  distanceMetres: { word: "trace.meet.distance", values: [0, 200, 500, 2000], unit: "trace.meet.metres" },
  min: { word: "trace.meet.least", values: [1, 2, 3, 5], unit: "trace.meet.atLeast" },
} as const;

export function MeetingsPanel({ switcher }: MeetPanelProps) {
  const t = useWords();
  const columns = useColumns();
  const [question, setQuestion] = useState({ withinMinutes: 30, distanceMetres: 200, min: 2 });
  const { top, more } = useTop();
  const { data, error, reload } = useCall("trace.findMeetings", { ...question, top }, ["facts"]);
  return (
    <MeetFrame
      switcher={switcher}
      note={t("trace.meet.note")}
      tools={<MeetOptions choices={choices} question={question} onChange={setQuestion} />}
      found={data}
      error={error}
      reload={reload}
      empty={{ title: t("trace.meet.none"), why: t("trace.meet.noneWhy") }}
    >
      <FoundSplit
        title={t("trace.meet.list")}
        found={data}
        more={more}
        columns={columns}
        keyOf={keyOf}
        partiesOf={({ a, b }) => [a, b]}
        detail={(line) => <Episodes line={line} />}
      />
    </MeetFrame>
  );
}
