// Counts over time as bars, before the band that the points before each let expect.
import type { Trend, TrendPoint } from "../../../../shared/review/statistics/trend.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, formatMoney } from "../../../parts/index.ts";
import { askStatistics } from "../../../state/statistics.ts";
import { chosenPoints, markOf, toneOf } from "./trendLook.ts";

const size = { width: 1000, height: 380, left: 54, bottom: 34, top: 14 } as const;
const plotWidth = size.width - size.left - 10;
const plotHeight = size.height - size.top - size.bottom;

const valueAt = ({ count, amount }: TrendPoint): number => (amount === null ? count : Number(amount));

/** A round number of steps up to the top: 1, 2 or 5 times a power of ten. */
function stepFor(most: number): number {
  const rough = Math.max(most, 1) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, [1, 2, 5, 10].map((factor) => factor * unit).find((step) => step >= rough)!);
}

interface Scale {
  readonly x: (i: number) => number;
  readonly y: (value: number) => number;
  readonly barWidth: number;
}

function bandPath(points: readonly TrendPoint[], { x, y, barWidth }: Scale): string {
  const known = points.flatMap((point, i) => (point.high === null ? [] : [{ i, low: point.low!, high: point.high }]));
  return known.map(({ i, low, high }) => `M${x(i)} ${y(high)}h${barWidth}V${y(low)}h${-barWidth}Z`).join("");
}

function Bar({ point, i, scale }: { readonly point: TrendPoint; readonly i: number; readonly scale: Scale }) {
  const t = useWords();
  const value = valueAt(point);
  const top = scale.y(value);
  const band = point.high === null ? "" : t("statistics.trend.band", { low: point.low, high: point.high });
  const title = [
    t("statistics.trend.point", { from: point.from, to: point.to, count: point.count }),
    band,
    point.amount === null ? "" : formatMoney(point.amount),
  ];
  const gap = Math.min(3, scale.barWidth * 0.12);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a bar is a second way to a period; days and months are chosen by keys above it
    <g className={toneOf(point)} onClick={() => askStatistics({ look: "table", from: point.from, to: point.to })}>
      <title>{title.filter((part) => part !== "").join("\n")}</title>
      <rect
        x={scale.x(i) + gap}
        y={top}
        width={Math.max(1, scale.barWidth - 2 * gap)}
        height={Math.max(0, size.height - size.bottom - top)}
      />
      {markOf(point) !== "" && (
        <text x={scale.x(i) + scale.barWidth / 2} y={top - 5} textAnchor="middle">
          {markOf(point)}
        </text>
      )}
    </g>
  );
}

const labelEvery = (count: number): number => Math.max(1, Math.ceil(count / 14));

interface TrendChartProps {
  readonly trend: Trend;
  /** ISO days: the range that is asked about; all before it is what it is compared with. */
  readonly from: string;
  readonly to: string;
}

export function TrendChart({ trend, from, to }: TrendChartProps) {
  const t = useWords();
  const { points } = trend;
  const isMoney = points.some(({ amount }) => amount !== null);
  const most = Math.max(1, ...points.map((point) => (isMoney ? valueAt(point) : Math.max(point.count, point.high ?? 0))));
  const step = stepFor(most);
  const top = Math.ceil(most / step) * step;
  const barWidth = plotWidth / Math.max(1, points.length);
  const scale: Scale = { x: (i) => size.left + i * barWidth, y: (value) => size.top + plotHeight * (1 - value / top), barWidth };
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  const every = labelEvery(points.length);
  const [first, past] = chosenPoints(points, from, to);
  return (
    <svg className="cw-trend" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t("statistics.look.trend")}>
      {past > first && (
        <rect className="cw-trend-chosen" x={scale.x(first)} y={size.top} width={(past - first) * barWidth} height={plotHeight} />
      )}
      {ticks.map((tick) => (
        <g key={tick} className="cw-trend-tick">
          <line x1={size.left} x2={size.width - 10} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={size.left - 8} y={scale.y(tick) + 4} textAnchor="end">
            {formatCount(tick)}
          </text>
        </g>
      ))}
      {!isMoney && <path className="cw-trend-band" d={bandPath(points, scale)} />}
      {points.map((point, i) => (
        <Bar key={point.from} point={point} i={i} scale={scale} />
      ))}
      {points.map((point, i) =>
        i % every === 0 ? (
          <text key={point.from} className="cw-trend-label" x={scale.x(i) + barWidth / 2} y={size.height - 12} textAnchor="middle">
            {point.from.slice(trend.every === "month" ? 0 : 5, trend.every === "month" ? 7 : 10)}
          </text>
        ) : null,
      )}
    </svg>
  );
}
