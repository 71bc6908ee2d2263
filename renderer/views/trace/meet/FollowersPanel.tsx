// Who travels with whom: seen at several places in the same order, one soon after the other, by how few go the same way.
import { useState } from "react";
import type { FollowerLine } from "../../../../shared/trace/companionCalls.ts";
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
  withinMinutes: { word: "trace.meet.within", values: [1, 5, 15, 60], unit: "trace.meet.minutes" },
  places: { word: "trace.follow.places", values: [2, 3, 4, 6], unit: "trace.follow.placeCount" },
  gapHours: { word: "trace.follow.gap", values: [1, 3, 12, 72], unit: "trace.follow.hours" },
} as const;

const keyOf = ({ a, b }: FollowerLine): string => `${a} ${b}`;

function useColumns(): readonly Column<FollowerLine>[] {
  const t = useWords();
  const number = (key: string, title: string, value: (line: FollowerLine) => string): Column<FollowerLine> => ({
    key,
    title,
    width: "76px",
    align: "right",
    render: value,
    text: value,
  });
  const party = (side: "a" | "b", label: "labelA" | "labelB", title: string): Column<FollowerLine> => ({
    key: side,
    title,
    width: "minmax(120px, 1fr)",
    render: (line) => <Party entity={line[side]} label={line[label]} />,
    text: (line) => line[label],
  });
  return [
    party("a", "labelA", t("trace.follow.ahead")),
    party("b", "labelB", t("trace.follow.behind")),
    number("places", t("trace.meet.places"), ({ placeCount }) => String(placeCount)),
    number("journeys", t("trace.follow.journeys"), ({ journeys }) => String(journeys.length)),
    number("lag", t("trace.follow.lag"), ({ lagSeconds }) => t("trace.follow.seconds", { count: lagSeconds })),
    number("share", t("trace.follow.share"), ({ behind }) => `${Math.round(behind * 100)}%`),
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

type JourneyLine = FollowerLine["journeys"][number];

function JourneyItem({ line, journey }: { readonly line: FollowerLine; readonly journey: JourneyLine }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const times = journey.places.flatMap(({ from, until }) => [from, until]).sort();
  const after = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 1000);
  return (
    <li>
      <p className="cw-number cw-second cw-small">
        {formatTime(times[0] ?? null)} <Bits bits={journey.bits} />
      </p>
      {journey.places.map(({ place, label, from, until }) => (
        <p key={`${place} ${from}`} className="cw-entity">
          <KindGlyph kind="place" size={16} /> <span className="cw-label">{label}</span>{" "}
          <span className="cw-number cw-second cw-small">
            {formatTime(from, "second").slice(11)}{" "}
            {after(from, until) < 0
              ? t("trace.follow.before", { count: -after(from, until) })
              : t("trace.follow.after", { count: after(from, until) })}
          </span>
        </p>
      ))}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="cw-small cw-second">{t("trace.meet.rows")}</summary>
        {isOpen && <SightingRows entities={[line.a, line.b]} from={times[0]!} until={times.at(-1)!} />}
      </details>
    </li>
  );
}

function Journeys({ line }: { readonly line: FollowerLine }) {
  const t = useWords();
  return (
    <Panel
      title={t("trace.follow.each")}
      note={t("trace.follow.journeyCount", { count: line.journeys.length })}
      tools={
        <>
          <Button small icon="mapPin" onClick={() => openTrace("map", line.a, line.b)}>
            {t("trace.page.map")}
          </Button>
          <Button small icon="affiliate" onClick={() => goTo("chart", line.a)}>
            {t("trace.calls.chart")}
          </Button>
        </>
      }
    >
      <ol className="cw-trace-steps">
        {line.journeys.map((journey) => (
          <JourneyItem key={journey.places[0]!.from} line={line} journey={journey} />
        ))}
      </ol>
    </Panel>
  );
}

export function FollowersPanel({ switcher, of }: MeetPanelProps) {
  const t = useWords();
  const columns = useColumns();
  const [question, setQuestion] = useState({ withinMinutes: 5, places: 3, gapHours: 3 });
  const { top, more } = useTop();
  const { data, error, reload } = useCall("trace.findFollowers", { ...question, of, top }, ["facts"]);
  return (
    <MeetFrame
      switcher={switcher}
      note={t("trace.follow.note")}
      tools={<MeetOptions choices={choices} question={question} onChange={setQuestion} />}
      found={data}
      error={error}
      reload={reload}
      empty={{ title: t("trace.follow.none"), why: t("trace.follow.noneWhy") }}
    >
      <FoundSplit
        title={t("trace.follow.list")}
        found={data}
        more={more}
        columns={columns}
        keyOf={keyOf}
        partiesOf={({ a, b }) => [a, b]}
        detail={(line) => <Journeys key={keyOf(line)} line={line} />}
      />
    </MeetFrame>
  );
}
