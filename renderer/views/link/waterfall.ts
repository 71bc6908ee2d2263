// The rows of the evidence waterfall: prior, supports falling with damped members under their heads, nothing said, against, total. Pure.
import type { SideRow } from "../../../shared/link/calls.ts";
import type { EvidenceBar, PairScore } from "../../../shared/link/pairScore.ts";

export interface WaterfallRow {
  readonly key: string;
  readonly kind: "prior" | "bar" | "total";
  readonly bar: EvidenceBar | null;
  /** Where the bar begins and ends, in bits. */
  readonly start: number;
  readonly end: number;
  readonly bits: number;
  /** The head of the family, for a damped member. */
  readonly head: EvidenceBar | null;
}

const isDamped = (bar: EvidenceBar): boolean => bar.damping < 0.995 && bar.rawBits > 0;

/** Full members falling, each followed by the damped ones of its family. */
function orderSupports(bars: readonly EvidenceBar[]): readonly { readonly bar: EvidenceBar; readonly head: EvidenceBar | null }[] {
  const falling = bars.toSorted((a, b) => b.bits - a.bits);
  const heads = new Map<string, EvidenceBar>();
  for (const bar of falling) if (!isDamped(bar) && !heads.has(bar.family)) heads.set(bar.family, bar);
  const isMember = (bar: EvidenceBar): boolean => isDamped(bar) && heads.has(bar.family);
  return falling
    .filter((bar) => !isMember(bar))
    .flatMap((bar) => [
      { bar, head: null },
      ...(heads.get(bar.family) === bar
        ? falling.filter((other) => isMember(other) && other.family === bar.family).map((other) => ({ bar: other, head: bar }))
        : []),
    ]);
}

export function waterfallRows(score: PairScore): readonly WaterfallRow[] {
  const supports = orderSupports(score.evidence.filter((bar) => bar.bits > 0));
  const silent = score.evidence.filter((bar) => bar.bits <= 0).map((bar) => ({ bar, head: null }));
  const against = score.counter.toSorted((a, b) => b.bits - a.bits).map((bar) => ({ bar, head: null }));
  let sum = score.prior;
  const bars = [...supports, ...silent, ...against].map(({ bar, head }, i): WaterfallRow => {
    const start = sum;
    sum += bar.bits;
    return { key: `${bar.feature}-${bar.level}-${i}`, kind: "bar", bar, head, start, end: sum, bits: bar.bits };
  });
  return [
    { key: "prior", kind: "prior", bar: null, head: null, start: 0, end: score.prior, bits: score.prior },
    ...bars,
    { key: "total", kind: "total", bar: null, head: null, start: 0, end: score.bits, bits: score.bits },
  ];
}

/** Kinds that one feature alone compares: what the side-by-side table has a line for. */
const lineOf: Readonly<Record<string, string>> = {
  sharedAccount: "accounts",
  sharedPhone: "phones",
  sharedDevice: "devices",
  sharedVehicle: "vehicles",
};

export interface NotCounted {
  /** Not a part of the reckoning, for one side has nothing. */
  readonly missing: readonly WaterfallRow[];
  /** Both sides have such identifiers, and none that could be held against the other's. */
  readonly unlike: readonly WaterfallRow[];
}

export function notCounted(rows: readonly WaterfallRow[], sides: readonly Pick<SideRow, "row" | "a" | "b">[]): NotCounted {
  const silent = rows.filter(({ bar }) => bar?.level === "missing" && bar.bits === 0);
  const isBoth = ({ bar }: WaterfallRow): boolean => sides.some(({ row, a, b }) => row === lineOf[bar!.feature] && a !== "" && b !== "");
  return { missing: silent.filter((row) => !isBoth(row)), unlike: silent.filter(isBoth) };
}

export interface Axis {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 4, 5, 10, 20, 50];

/** An axis that holds every bar and the threshold, with as many ticks as have room for their figures, six at most. */
export function axisOf(rows: readonly WaterfallRow[], threshold: number): Axis {
  const values = [...rows.flatMap((row) => [row.start, row.end]), threshold, 0];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = steps.find((one) => (high - low) / one <= 6) ?? 100;
  const least = Math.floor(low / step - 0.05) * step;
  const most = Math.ceil(high / step + 0.05) * step;
  const first = Math.ceil(least / step) * step;
  const ticks = Array.from({ length: Math.round((most - first) / step) + 1 }, (_, i) => first + i * step);
  return { least, most, ticks: ticks.filter((tick) => tick > least && tick < most) };
}

/** Position on the axis in per cent. */
export const placeOf = ({ least, most }: Axis, bits: number): number => ((bits - least) / (most - least)) * 100;

/** The strongest bar against; null when nothing speaks against. */
export const strongestCounter = (score: PairScore): EvidenceBar | null => score.counter.toSorted((a, b) => a.bits - b.bits)[0] ?? null;

/** Posterior from bits: odds = 2^bits. */
export const posteriorOf = (bits: number): number => 1 / (1 + 2 ** -bits);
