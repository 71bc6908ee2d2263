// When a number talks: a ring a weekday, a sector an hour, the darker the more calls. A click shows the calls of that hour.
import { type KeyboardEvent, useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, Panel, Segmented } from "../../../parts/index.ts";
import { layOutWheel, radiusOf, tickAt, type WheelScale } from "./wheel.ts";

export interface Hour {
  readonly weekday: number;
  readonly hour: number;
}

export const weekdayKeys = [
  "trace.weekday.1",
  "trace.weekday.2",
  "trace.weekday.3",
  "trace.weekday.4",
  "trace.weekday.5",
  "trace.weekday.6",
  "trace.weekday.7",
] as const;

const steps = [0, 1, 2, 3, 4, 5] as const;
const ticks = [0, 3, 6, 9, 12, 15, 18, 21];

interface WheelProps {
  readonly hours: readonly (readonly number[])[];
  readonly calls: number;
  readonly chosen: Hour | null;
  readonly onChoose: (hour: Hour | null) => void;
}

function Scale({ most }: { readonly most: number }) {
  const t = useWords();
  return (
    <span className="cw-wheel-scale">
      0
      {steps.map((step) => (
        <i key={step} style={{ background: `var(--cw-seq${step})` }} />
      ))}
      {t("trace.calls.times", { count: formatCount(most) })}
    </span>
  );
}

function Rings({ hours, calls, chosen, onChoose, scale }: WheelProps & { readonly scale: WheelScale }) {
  const t = useWords();
  const isChosen = (hour: Hour) => chosen?.weekday === hour.weekday && chosen.hour === hour.hour;
  return (
    <svg className="cw-wheel" viewBox="-222 -214 444 428" aria-hidden="true">
      {layOutWheel(hours, scale).map((cell) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the box around takes the keyboard, the cells only the pointer
        <path
          key={`${cell.weekday} ${cell.hour}`}
          d={cell.path}
          className={isChosen(cell) ? "cw-wheel-cell cw-wheel-chosen" : "cw-wheel-cell"}
          style={{ fill: `var(--cw-seq${cell.step})` }}
          onClick={() => onChoose(isChosen(cell) || cell.count === 0 ? null : { weekday: cell.weekday, hour: cell.hour })}
        >
          <title>{`${t(weekdayKeys[cell.weekday]!)} ${cell.hour}:00 · ${t("trace.calls.times", { count: formatCount(cell.count) })}`}</title>
        </path>
      ))}
      {weekdayKeys.map((key, weekday) => (
        <text key={key} className="cw-wheel-day" x={0} y={-(radiusOf(weekday) + 9.5)} dy={4}>
          {t(key)}
        </text>
      ))}
      {ticks.map((hour) => (
        <text key={hour} className="cw-wheel-tick" {...tickAt(hour)} dy={4}>
          {hour}
        </text>
      ))}
      <text className="cw-wheel-sum" y={-2}>
        {formatCount(calls)}
      </text>
      <text className="cw-wheel-word" y={18}>
        {t("trace.calls.calls")}
      </text>
    </svg>
  );
}

const moves: Readonly<Record<string, readonly [weekday: number, hour: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
};

/** The neighbour of an hour round the wheel; the first press stands on Monday's noon. */
function besideHour(from: Hour | null, [weekday, hour]: readonly [number, number]): Hour {
  if (from === null) return { weekday: 0, hour: 12 };
  return { weekday: (from.weekday + weekday + 7) % 7, hour: (from.hour + hour + 24) % 24 };
}

export function TimeWheel(props: WheelProps) {
  const t = useWords();
  const { hours, chosen, onChoose } = props;
  const press = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined && event.key !== "Escape") return;
    event.preventDefault();
    onChoose(move === undefined ? null : besideHour(chosen, move));
  };
  const spoken =
    chosen === null
      ? ""
      : `${t(weekdayKeys[chosen.weekday]!)} ${chosen.hour}:00 · ${t("trace.calls.times", { count: hours[chosen.weekday]![chosen.hour]! })}`;
  const [scale, setScale] = useState<WheelScale>("linear");
  return (
    <Panel
      className="cw-wheel-panel"
      title={t("trace.calls.wheel")}
      note={t("trace.calls.wheelNote")}
      tools={
        <Segmented
          label={t("trace.calls.scale")}
          value={scale}
          onChange={setScale}
          options={[
            { value: "linear", text: t("trace.calls.linear") },
            { value: "log", text: t("trace.calls.log") },
          ]}
        />
      }
      foot={<Scale most={Math.max(0, ...hours.flat())} />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for the keyboard, the arrows walk round the wheel */}
      <div className="cw-wheel-box" role="application" tabIndex={0} aria-label={t("trace.calls.wheelKeys")} onKeyDown={press}>
        <Rings {...props} scale={scale} />
      </div>
      <span className="cw-unseen" aria-live="polite">
        {spoken}
      </span>
    </Panel>
  );
}
