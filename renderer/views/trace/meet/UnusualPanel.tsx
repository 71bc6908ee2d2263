// Days on which somebody or something was where, or at an hour when, it never is.
import { useState } from "react";
import type { UnusualLine } from "../../../../shared/trace/companionCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Bits, Button, type Column, formatTime, KindGlyph, Panel } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace } from "../../../state/trace.ts";
import { useCall } from "../../../state/useCall.ts";
import { FoundSplit } from "./FoundSplit.tsx";
import { MeetFrame, type MeetPanelProps, Party, useTop } from "./MeetFrame.tsx";
import { MeetOptions } from "./MeetOptions.tsx";
import { SightingRows } from "./SightingRows.tsx";

const choices = {
  sightings: { word: "trace.unusual.habit", values: [10, 20, 50, 100], unit: "trace.unusual.sightingCount" },
  days: { word: "trace.unusual.on", values: [5, 7, 14, 30], unit: "trace.unusual.dayCount" },
  minBits: { word: "trace.meet.least", values: [2, 4, 6, 8], unit: "trace.unusual.bitCount" },
} as const;

const keyOf = ({ entity, at }: UnusualLine): string => `${entity} ${at}`;

function useColumns(): readonly Column<UnusualLine>[] {
  const t = useWords();
  const bits = (key: "bits" | "hourBits" | "placeBits", title: string): Column<UnusualLine> => ({
    key,
    title,
    width: "84px",
    align: "right",
    render: (line) => <Bits bits={line[key]} />,
    text: (line) => String(line[key]),
  });
  return [
    {
      key: "who",
      title: t("trace.unusual.who"),
      width: "minmax(120px, 1fr)",
      render: ({ entity, label }) => <Party entity={entity} label={label} />,
      text: ({ label }) => label,
    },
    {
      key: "at",
      title: t("trace.unusual.at"),
      width: "150px",
      render: ({ at }) => <span className="cw-number">{formatTime(at)}</span>,
      text: ({ at }) => at,
    },
    {
      key: "place",
      title: t("trace.unusual.place"),
      width: "minmax(120px, 1fr)",
      render: ({ seenAt }) => seenAt.label,
      text: ({ seenAt }) => seenAt.label,
    },
    bits("hourBits", t("trace.unusual.hourBits")),
    bits("placeBits", t("trace.unusual.placeBits")),
    bits("bits", t("trace.meet.bits")),
  ];
}

const clock = (hour: number): string => `${String(hour % 24).padStart(2, "0")}:00`;

function Habit({ line }: { readonly line: UnusualLine }) {
  const t = useWords();
  const date = line.at.slice(0, 10);
  const zone = line.at.slice(19);
  return (
    <Panel
      title={t("trace.unusual.usual")}
      note={t("trace.unusual.rests", { sightings: line.sightings, days: line.days })}
      tools={
        <>
          <Button small icon="mapPin" onClick={() => openTrace("map", line.entity)}>
            {t("trace.page.map")}
          </Button>
          <Button small icon="affiliate" onClick={() => goTo("chart", line.entity)}>
            {t("trace.calls.chart")}
          </Button>
        </>
      }
    >
      <ol className="cw-trace-steps">
        <li>
          <p>{t(`trace.unusual.hours.${line.hoursOf}`, { from: clock(line.hours[0]), until: clock(line.hours[1] + 1) })}</p>
          {line.usual.map(({ place, label, count }) => (
            <p key={place} className="cw-entity">
              <KindGlyph kind="place" size={16} /> <span className="cw-label">{label}</span>{" "}
              <span className="cw-second cw-small">{t("trace.meet.timesNote", { count })}</span>
            </p>
          ))}
        </li>
        <li>
          <p className="cw-second cw-small">{t("trace.unusual.thatDay", { date, count: line.onDay })}</p>
          <SightingRows entities={[line.entity]} from={`${date}T00:00:00${zone}`} until={`${date}T23:59:59${zone}`} />
        </li>
      </ol>
    </Panel>
  );
}

export function UnusualPanel({ switcher, of }: MeetPanelProps) {
  const t = useWords();
  const columns = useColumns();
  const [question, setQuestion] = useState({ sightings: 20, days: 7, minBits: 4 });
  const { top, more } = useTop();
  const { data, error, reload } = useCall("trace.findUnusual", { ...question, of, top }, ["facts"]);
  return (
    <MeetFrame
      switcher={switcher}
      note={t("trace.unusual.note")}
      tools={<MeetOptions choices={choices} question={question} onChange={setQuestion} />}
      found={data}
      error={error}
      reload={reload}
      empty={{ title: t("trace.unusual.none"), why: t("trace.unusual.noneWhy") }}
    >
      <FoundSplit
        title={t("trace.unusual.list")}
        found={data}
        more={more}
        columns={columns}
        keyOf={keyOf}
        partiesOf={({ entity }) => [entity]}
        detail={(line) => <Habit key={keyOf(line)} line={line} />}
      />
    </MeetFrame>
  );
}
