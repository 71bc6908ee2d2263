// What was said beside what is: mean posterior of a bin against the share of linked pairs in it, with 95 % bounds.
import type { KeptEvaluation } from "../../../shared/link/modelCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { formatCount, PlainTable } from "../../parts/index.ts";

type Bin = KeptEvaluation["calibration"][number];

const size = { width: 340, height: 260, left: 40, right: 10, top: 10, bottom: 34 } as const;
const plot = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom } as const;
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

const across = (share: number) => size.left + share * plot.width;
const up = (share: number) => size.top + (1 - share) * plot.height;
const radiusOf = (pairs: number) => Math.max(3.5, Math.min(9, 2 + Math.log10(Math.max(1, pairs)) * 2));

function Grid() {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="cw-curve-grid" x1={across(0)} x2={across(1)} y1={up(tick)} y2={up(tick)} />
      <text x={across(0) - 6} y={up(tick) + 4} textAnchor="end">
        {tick.toFixed(1)}
      </text>
      <text x={across(tick)} y={up(0) + 15} textAnchor="middle">
        {tick.toFixed(1)}
      </text>
    </g>
  ));
}

function Dot({ bin }: { readonly bin: Bin }) {
  const x = across(bin.expected);
  return (
    <g>
      <line className="cw-curve-bounds" x1={x} x2={x} y1={up(bin.low)} y2={up(bin.high)} />
      <circle className="cw-curve-dot" cx={x} cy={up(bin.actual)} r={radiusOf(bin.pairs)} />
    </g>
  );
}

export function CalibrationCurve({ bins }: { readonly bins: readonly Bin[] }) {
  const t = useWords();
  const line = bins.map((bin) => `${across(bin.expected)},${up(bin.actual)}`).join(" ");
  return (
    <figure className="cw-curve">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t("link.quality.curve")}>
        <Grid />
        <line className="cw-curve-even" x1={across(0)} y1={up(0)} x2={across(1)} y2={up(1)} />
        <polyline className="cw-curve-line" points={line} />
        {bins.map((bin) => (
          <Dot key={bin.from} bin={bin} />
        ))}
        <text x={across(0.5)} y={size.height - 3} textAnchor="middle">
          {t("link.quality.said")}
        </text>
      </svg>
      <figcaption className="cw-small cw-second">{t("link.quality.curveNote")}</figcaption>
    </figure>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(share < 0.0995 && share > 0 ? 1 : 0)} %`;

/** The same as numbers, so that nobody has to read a picture. */
export function CalibrationTable({ bins }: { readonly bins: readonly Bin[] }) {
  const t = useWords();
  return (
    <PlainTable
      rows={bins}
      keyOf={({ from }) => String(from)}
      columns={[
        {
          key: "bin",
          title: t("link.quality.bin"),
          render: ({ from, to }) => (
            <span className="cw-number">
              {from.toFixed(1)} – {to.toFixed(1)}
            </span>
          ),
        },
        { key: "pairs", title: t("link.quality.pairs"), align: "right", render: ({ pairs }) => formatCount(pairs) },
        { key: "said", title: t("link.quality.saidMean"), align: "right", render: ({ expected }) => percent(expected) },
        { key: "actual", title: t("link.quality.actual"), align: "right", render: ({ actual }) => <b>{percent(actual)}</b> },
        {
          key: "bounds",
          title: t("link.quality.bounds"),
          align: "right",
          render: ({ low, high }) => (
            <span className="cw-second">
              {percent(low)} – {percent(high)}
            </span>
          ),
        },
      ]}
    />
  );
}
