// Every time that two were together: where, from when to when, and the rows that say so.
import { useState } from "react";
import type { MeetingLine } from "../../../../shared/trace/movementCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, formatTime, KindGlyph, Panel } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace } from "../../../state/trace.ts";
import { SightingRows } from "./SightingRows.tsx";

type Episode = MeetingLine["places"][number];

function EpisodeItem({ line, episode }: { readonly line: MeetingLine; readonly episode: Episode }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { label, from, until } = episode;
  return (
    <li>
      <p className="cw-entity">
        <KindGlyph kind="place" size={16} /> <span className="cw-label">{label}</span>
      </p>
      <p className="cw-number cw-second cw-small">
        {formatTime(from)} – {formatTime(until)}
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="cw-small cw-second">{t("trace.meet.rows")}</summary>
        {isOpen && <SightingRows entities={[line.a, line.b]} from={episode.from} until={episode.until} />}
      </details>
    </li>
  );
}

export function Episodes({ line }: { readonly line: MeetingLine }) {
  const t = useWords();
  return (
    <Panel
      title={t("trace.meet.episodes")}
      note={t("trace.meet.timesNote", { count: line.times })}
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
        {line.places.map((episode) => (
          <EpisodeItem key={`${line.a} ${line.b} ${episode.place} ${episode.from}`} line={line} episode={episode} />
        ))}
      </ol>
    </Panel>
  );
}
