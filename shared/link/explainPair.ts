// One pair in full: prior, one bar a feature with level, m, u, counts, damping and source rows, total.

import { citeReading } from "./citeReading.ts";
import { dampFamilies, onGrid } from "./damping.ts";
import type { AnyFeature, Reading } from "./features/feature.ts";
import { features } from "./features/index.ts";
import { forCommonThird, neighbourBits } from "./neighbours.ts";
import { bases, type EvidenceBar, isTelling, type PairScore } from "./pairScore.ts";
import type { PreparedLink } from "./prepared.ts";
import { caseIndex, posteriorOf } from "./scorePairs.ts";
import { strengthOf } from "./strength.ts";

/** Bars below this say nothing worth a basis. */
const tellingBits = 0.5;

function signOf(bits: number): EvidenceBar["sign"] {
  if (!isTelling({ bits })) return "~";
  return bits > 0 ? "+" : "-";
}

function makeBar(link: PreparedLink, [a, b]: readonly [number, number], feature: AnyFeature, reading: Reading, share: number): EvidenceBar {
  const { records } = link.tables.table;
  const damped = onGrid(reading.rawBits * share);
  const bits = link.neighbours ? onGrid(damped * link.neighbours.shrink) : damped;
  return {
    feature: feature.id,
    family: feature.family,
    basis: feature.basis,
    level: reading.level,
    sign: signOf(bits),
    bits,
    rawBits: reading.rawBits,
    damping: share * (link.neighbours?.shrink ?? 1),
    m: reading.m,
    u: reading.u,
    mCount: reading.mCount,
    uCount: reading.uCount,
    detail: reading.detail,
    entities: reading.entities,
    sources: citeReading(records[a]!, records[b]!, feature, reading),
  };
}

const strongestThirds = 3;

function neighbourBars(link: PreparedLink, a: number, b: number, firstBits: number): EvidenceBar[] {
  const { neighbours } = link;
  if (!neighbours) return [];
  const { crowding, company } = neighbourBits(link, a, b, firstBits);
  const { records } = link.tables.table;
  const common: { third: number; product: number }[] = [];
  forCommonThird(neighbours, a, b, (third, product) => common.push({ third, product }));
  common.sort((one, other) => other.product - one.product || one.third - other.third);
  const thirds = common.slice(0, strongestThirds).map(({ third }) => records[third]!.number);
  const shape = { family: "placeTime", basis: "placeTime", damping: 1, m: null, u: null, mCount: null, uCount: null, sources: [] } as const;
  const partnersOf = (i: number) => Math.round(neighbours.partners[i]! * 10) / 10;
  return [
    {
      ...shape,
      feature: "crowding",
      level: crowding < 0 ? "many" : "few",
      sign: signOf(crowding),
      bits: crowding,
      rawBits: crowding,
      entities: [],
      detail: { a: partnersOf(a), b: partnersOf(b) },
    },
    {
      ...shape,
      feature: "company",
      level: common.length === 0 ? "missing" : "third",
      sign: signOf(company),
      bits: company,
      rawBits: company,
      entities: thirds.map((number) => `case:${number}`),
      detail: { cases: thirds.join("、"), count: common.length },
    },
  ];
}

/** Bars of all features in registry order, the two neighbour bars last where the second pass is on. */
export function barsOf(link: PreparedLink, a: number, b: number): EvidenceBar[] {
  const readings = features.map((feature) => feature.read(link, a, b));
  const shares = new Float64Array(features.length);
  dampFamilies(
    Float64Array.from(readings, ({ rawBits }) => rawBits),
    link.weights,
    shares,
  );
  const firstBits = readings.reduce((sum, { rawBits }, f) => sum + onGrid(rawBits * shares[f]!), link.weights.priorBits);
  const bars = features.map((feature, f) => makeBar(link, [a, b], feature, readings[f]!, shares[f]!));
  return [...bars, ...neighbourBars(link, a, b, firstBits)];
}

const byStrength = (one: EvidenceBar, other: EvidenceBar) => Math.abs(other.bits) - Math.abs(one.bits);

/** `a` and `b` as indices, a before b in the order of the cases. */
export function explainIndices(link: PreparedLink, a: number, b: number): PairScore {
  const bars = barsOf(link, a, b);
  const prior = link.neighbours?.priorBits ?? link.weights.priorBits;
  const bits = bars.reduce((sum, bar) => sum + bar.bits, prior);
  const telling = new Set(bars.filter((bar) => bar.bits >= tellingBits).map(({ basis }) => basis));
  return {
    a: link.tables.table.records[a]!.number,
    b: link.tables.table.records[b]!.number,
    bits,
    posterior: posteriorOf(bits),
    strength: strengthOf(bits),
    basis: bases.filter((basis) => telling.has(basis)),
    prior,
    evidence: bars.filter((bar) => bar.bits >= 0).sort(byStrength),
    counter: bars.filter((bar) => bar.bits < 0).sort(byStrength),
  };
}

export function explainPair(link: PreparedLink, a: string, b: string): PairScore {
  const [first, second] = [caseIndex(link, a), caseIndex(link, b)];
  return first < second ? explainIndices(link, first, second) : explainIndices(link, second, first);
}
