// The prior: expected linked pairs ÷ all pairs. Stated by the analyst, counted on solved pairs, or found from the evidence itself.
import { evidenceOfAll } from "../candidateEvidence.ts";
import { evidenceBits, onGrid } from "../damping.ts";
import { features } from "../features/index.ts";
import type { Scene } from "../prepared.ts";
import type { Labels } from "./samples.ts";

export interface PriorRule {
  /** The analyst's number; null: found from the data. */
  readonly expectedPairs: number | null;
}

export interface Prior {
  readonly priorBits: number;
  readonly expectedPairs: number;
}

/** Linked pairs a case expected without any knowledge (docs/evidence.md), and the most that is ever believed. */
const pairsPerCase = 0.45;
const mostPairsPerCase = 5;
/** Solved cases that the number without any knowledge is worth: series differ so much that a few say little. */
const assumedCases = 100;
/** The least that is believed: rare series must not talk themselves out of existence. */
const leastPairsPerCase = 0.2;
const leastLinked = 3;
/** Where hardly a pair is open many priors fit the sum: within this share of it the one nearest to the share of linked pairs is taken. */
const sumTolerance = 0.03;

/** A list of evidence in bits, each standing for `weights[i]` pairs. */
interface Evidence {
  readonly bits: Float64Array;
  readonly weightOf: (i: number) => number;
}

export function sumPosteriors({ bits, weightOf }: Evidence, priorBits: number): number {
  let sum = 0;
  for (let i = 0; i < bits.length; i++) sum += weightOf(i) / (1 + 2 ** -(bits[i]! + priorBits));
  return sum;
}

/** The same sum for many priors: the powers of the evidence are taken once. */
function summerOf({ bits, weightOf }: Evidence): (priorBits: number) => number {
  const against = bits.map((each) => 2 ** -each);
  const weights = bits.map((_, i) => weightOf(i));
  return (priorBits) => {
    const factor = 2 ** -priorBits;
    let sum = 0;
    for (let i = 0; i < against.length; i++) sum += weights[i]! / (1 + against[i]! * factor);
    return sum;
  };
}

/** The prior at which the posteriors add up to the expected number: bisection, the sum grows with the prior. */
export function priorForSum(evidence: Evidence, expected: number): number {
  const sumAt = summerOf(evidence);
  let [low, high] = [-60, 60];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (sumAt(middle) < expected) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function evidenceOf(scene: Scene, a: (i: number) => number, b: (i: number) => number, length: number): Float64Array {
  const out = new Float64Array(features.length);
  const bits = new Float64Array(length);
  for (let i = 0; i < length; i++) bits[i] = evidenceBits(scene, a(i), b(i), out);
  return bits;
}

export const oddsBits = (expected: number, all: number): number => Math.log2(expected / Math.max(all - expected, expected * 1e-3));

/** The prior without any knowledge. */
export function assumedPrior(count: number): number {
  const all = Math.max(1, (count * (count - 1)) / 2);
  return oddsBits(Math.min(pairsPerCase * count, all / 2), all);
}

/** Linked pairs of a solved case hold for the others too, the share of linked pairs does not: with more cases it falls (docs/decisions/034). */
function priorFromRate(evidence: Evidence, count: number, { solved, solvedTogether }: Labels): number {
  const rate = (solvedTogether + pairsPerCase * assumedCases) / (solved + assumedCases);
  const expected = Math.min(rate, mostPairsPerCase) * count;
  return priorForSum(evidence, Math.min(expected, evidence.bits.length * 0.9));
}

/** Solved pairs: the prior at which their posteriors add up to the linked ones among them. */
function priorFromLabels(scene: Scene, { linked, unlinked, unlinkedRate }: Labels): number {
  const positives = linked.a.length;
  const at = (one: Int32Array, other: Int32Array) => (i: number) => (i < positives ? one[i]! : other[i - positives]!);
  const bits = evidenceOf(scene, at(linked.a, unlinked.a), at(linked.b, unlinked.b), positives + unlinked.a.length);
  return priorForSum({ bits, weightOf: (i) => (i < positives ? 1 : 1 / unlinkedRate) }, positives);
}

/**
 * Pairs inside the series that the first round suggests (units of several cases) are about as many as are linked. Solved pairs would
 * overstate it: cases of a series are solved more often than single ones, which makes the share of linked pairs among solved ones too high.
 */
function priorFromUnits(evidence: Evidence, count: number, unitOf: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const unit of unitOf) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const inside = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const all = (count * (count - 1)) / 2;
  const expected = Math.max(inside, Math.min(leastPairsPerCase * count, all / 2));
  const rate = oddsBits(expected, all);
  const least = priorForSum(evidence, Math.min(expected * (1 - sumTolerance), evidence.bits.length * 0.9));
  const most = priorForSum(evidence, Math.min(expected * (1 + sumTolerance), evidence.bits.length * 0.9));
  return Math.min(most, Math.max(least, rate));
}

export function learnPrior(scene: Scene, labels: Labels, candidates: Float64Array, isTelling: boolean, rule: PriorRule): Prior {
  const { count } = scene.tables.table;
  const all = Math.max(1, (count * (count - 1)) / 2);
  if (rule.expectedPairs !== null) return { priorBits: onGrid(oddsBits(rule.expectedPairs, all)), expectedPairs: rule.expectedPairs };
  const bits = evidenceOfAll(scene, candidates);
  const evidence: Evidence = { bits, weightOf: () => 1 };
  const isKnown = labels.linked.a.length >= leastLinked && labels.unlinked.a.length >= leastLinked;
  let priorBits: number;
  if (!isTelling && labels.solvedTogether >= leastLinked) priorBits = priorFromRate(evidence, count, labels);
  else if (isTelling) priorBits = priorFromUnits(evidence, count, scene.units.unitOf);
  else if (isKnown) priorBits = priorFromLabels(scene, labels);
  else priorBits = priorForSum(evidence, Math.min(pairsPerCase * count, all / 2, bits.length * 0.9));
  if (sumPosteriors(evidence, priorBits) > mostPairsPerCase * count) priorBits = priorForSum(evidence, mostPairsPerCase * count);
  return { priorBits: onGrid(priorBits), expectedPairs: sumPosteriors(evidence, priorBits) };
}
