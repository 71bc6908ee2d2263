// When things on the chart happened, in lanes; dragging marks the time window that every view shares.
import { type PointerEvent, useMemo, useRef, useState } from "react";
import { type Timeline, timelineOf } from "../../../../shared/chart/timeline.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, formatTime } from "../../../parts/index.ts";
import { useChart } from "../../../state/chart.ts";
import { useTokens } from "../../../state/preferences.ts";
import { changeTimeWindow, useSelection } from "../../../state/selection.ts";
import { laneKeys } from "../stepWords.ts";
import { PlayButton } from "./PlayButton.tsx";

const binCount = 120;
const dayMilliseconds = 86_400_000;
/** Dates under the lanes; large type has room for fewer. */
const ticksOf = (unit: number): number => (unit > 1 ? 3 : 6);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Part of the width, 0..1, at which a time stands. */
const partOf = (timeline: Timeline, at: number): number =>
  Math.min(1, Math.max(0, (at - timeline.from) / (timeline.until - timeline.from)));

const timeOf = (timeline: Timeline, part: number): number => timeline.from + part * (timeline.until - timeline.from);

function windowSpan(timeline: Timeline, from: string | null, until: string | null): Span | null {
  if (from === null && until === null) return null;
  const start = from === null ? 0 : partOf(timeline, Date.parse(`${from}T00:00:00+08:00`));
  const end = until === null ? 1 : partOf(timeline, Date.parse(`${until}T00:00:00+08:00`) + dayMilliseconds);
  return { start, end };
}

function Lanes({ timeline }: { readonly timeline: Timeline }) {
  const t = useWords();
  return timeline.lanes.map((lane) => {
    const most = Math.max(...lane.bins);
    return (
      <div key={lane.id} className="cw-time-lane">
        <span>{t(laneKeys[lane.id])}</span>
        <div className={`cw-time-lane-bins cw-time-lane-${lane.id}`} aria-hidden="true">
          {lane.bins.map((count, bin) =>
            count === 0 ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
              <i key={bin} style={{ left: `${(bin / binCount) * 100}%`, height: `${20 + 80 * (count / most)}%` }} />
            ),
          )}
        </div>
      </div>
    );
  });
}

function Brush({ timeline }: { readonly timeline: Timeline }) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Span | null>(null);
  const { from, until } = useSelection((state) => state.timeWindow);
  const span = drag ?? windowSpan(timeline, from, until);
  const partAt = (event: PointerEvent) => {
    const { left, width } = box.current!.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / width));
  };
  const finish = () => {
    if (drag !== null && Math.abs(drag.end - drag.start) > 0.005) {
      const [low, high] = [Math.min(drag.start, drag.end), Math.max(drag.start, drag.end)];
      changeTimeWindow({ from: formatTime(timeOf(timeline, low), "date"), until: formatTime(timeOf(timeline, high), "date") });
    }
    setDrag(null);
  };
  const [low, high] = span === null ? [0, 1] : [Math.min(span.start, span.end), Math.max(span.start, span.end)];
  return (
    <div
      ref={box}
      className="cw-brush"
      title={t("chart.timeline.hint")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ start: partAt(event), end: partAt(event) });
      }}
      onPointerMove={(event) => {
        const end = partAt(event);
        if (event.buttons === 1) setDrag((old) => (old === null ? null : { ...old, end }));
      }}
      onPointerUp={finish}
    >
      <i style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} className={span === null ? "" : "cw-brush-set"} />
    </div>
  );
}

function useTimeline(): Timeline | null {
  const model = useChart((state) => state.chart.model);
  return useMemo(() => timelineOf(model, binCount), [model]);
}

export function TimelineTools() {
  const t = useWords();
  const timeline = useTimeline();
  const { from, until } = useSelection((state) => state.timeWindow);
  const isSet = from !== null || until !== null;
  return (
    <>
      {timeline !== null && <PlayButton timeline={timeline} />}
      <span className="cw-quiet cw-small cw-dock-hint">
        {isSet ? t("chart.timeline.window", { from: from ?? "…", until: until ?? "…" }) : t("chart.timeline.hint")}
      </span>
      {isSet && (
        <Button small tone="text" onClick={() => changeTimeWindow({ from: null, until: null })}>
          {t("chart.timeline.clear")}
        </Button>
      )}
    </>
  );
}

export function TimelineBody() {
  const t = useWords();
  const timeline = useTimeline();
  const ticks = ticksOf(useTokens().scale.unit);
  if (timeline === null) return <p className="cw-quiet cw-dock-none">{t("chart.timeline.none")}</p>;
  return (
    <div className="cw-time-lanes">
      <Lanes timeline={timeline} />
      <Brush timeline={timeline} />
      <div className="cw-time-lane-ticks" aria-hidden="true">
        {Array.from({ length: ticks }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
          <span key={i}>{formatTime(timeOf(timeline, i / (ticks - 1)), "date").slice(2)}</span>
        ))}
      </div>
    </div>
  );
}
