// Suspicion learned from the entities that are known: an additive model of what they do, and of how suspicious those are whom they deal with.
// Who is known is scored by a model that did not see him, so that his place says as much as that of the others.
import type { Csr } from "../../graph/csr.ts";
import type { GraphProgress } from "../../graph/progress.ts";
import {
  type BinnedMeasures,
  binMeasures,
  fitAdditive,
  type Measure,
  type NamedMeasure,
  readSteps,
  scoreAdditive,
} from "./additiveModel.ts";

/** Name of the measure that the second round adds: the mean score of the neighbours. */
export const neighbourMeasure = "neighbours";

export interface LearnedSuspicion {
  /** Bits: log2 of the odds. */
  readonly score: Float64Array;
  /** By measure as named: bits of each entity against the mean of all. */
  readonly parts: readonly NamedMeasure[];
}

const folds = 5;
const mostRounds = 400;
/** Rounds are chosen on this grid. */
const roundStep = 20;
/** Below this many on either side nothing is learned. */
const leastKnown = 30;

/** known: 1 suspicious, 0 not, −1 unknown, by entity. Of whom nothing is measured, nothing is learned: what is missing would become what is told. */
export function dropUnmeasured(measures: readonly NamedMeasure[], known: Int8Array): Int8Array {
  const measured = markMeasured(measures, known.length);
  return known.map((k, i) => (measured[i] === 1 ? k : -1));
}

function markMeasured(measures: readonly NamedMeasure[], count: number): Uint8Array {
  const measured = new Uint8Array(count);
  for (const { values } of measures) for (let i = 0; i < count; i++) if (!Number.isNaN(values[i]!)) measured[i] = 1;
  return measured;
}

export const canLearn = (known: Int8Array): boolean => [0, 1].every((side) => known.filter((k) => k === side).length >= leastKnown);

export function learnSuspicion(
  measures: readonly NamedMeasure[],
  known: Int8Array,
  graph: Csr,
  progress: GraphProgress = {},
): LearnedSuspicion {
  const measured = markMeasured(measures, known.length);
  const own = fitTwice(
    binMeasures(
      measures.map(({ values }) => values),
      known.length,
    ),
    known,
    progress,
  );
  const seen = own.score.map((odds, i) => (measured[i] === 1 ? odds : Number.NaN));
  const all = [
    ...measures,
    { name: neighbourMeasure, values: meanOfNeighbours(graph, seen).map((mean, i) => (measured[i] === 1 ? mean : Number.NaN)) },
  ];
  const binned = binMeasures(
    all.map(({ values }) => values),
    known.length,
  );
  const { score, steps } = fitTwice(binned, known, progress);
  const parts = all.map(({ name }, m) => ({
    name,
    values: centre(Float64Array.from(binned.bins[m]!, (bin) => steps[m]![bin]! / Math.LN2)),
  }));
  return { score: score.map((odds) => odds / Math.LN2), parts };
}

/** Once on parts, to choose the number of rounds and to score the known; once on all that is known. */
function fitTwice(binned: BinnedMeasures, known: Int8Array, { signal, report }: GraphProgress) {
  const sample = new Uint32Array(known.length).map((_, i) => i).filter((i) => known[i]! >= 0);
  const foldOf = spreadFolds(known);
  const models = Array.from({ length: folds }, (_, fold) => {
    signal?.throwIfAborted();
    report?.(fold, folds + 1);
    return fitAdditive(
      binned,
      known,
      sample.filter((i) => foldOf[i] !== fold),
      mostRounds,
    );
  });
  const unseen = (rounds: number): Float64Array => {
    const scores = models.map((model) => scoreAdditive(model, binned, rounds));
    return Float64Array.from(known, (k, i) => (k < 0 ? 0 : scores[foldOf[i]!]![i]!));
  };
  const grid = Array.from({ length: mostRounds / roundStep }, (_, i) => (i + 1) * roundStep);
  const losses = grid.map((rounds) => lossOf(unseen(rounds), known));
  const rounds = grid[losses.indexOf(Math.min(...losses))]!;
  const model = fitAdditive(binned, known, sample, rounds);
  const own = unseen(rounds);
  const score = scoreAdditive(model, binned).map((odds, i) => (known[i]! < 0 ? odds : own[i]!));
  return { score, steps: readSteps(model, binned.bins.length) };
}

/** Known entities dealt out in turn, suspicious and others apart, so that every part has its share of both. */
function spreadFolds(known: Int8Array): Int8Array {
  const dealt = [0, 0];
  return known.map((k) => (k < 0 ? -1 : dealt[k]!++ % folds));
}

/** Deviance of the known. */
function lossOf(odds: Float64Array, known: Int8Array): number {
  return known.reduce((sum, k, i) => (k < 0 ? sum : sum + Math.log1p(Math.exp(k === 1 ? -odds[i]! : odds[i]!))), 0);
}

/** NaN without neighbours that have a score; those both ways count twice. */
function meanOfNeighbours({ nodes, isDirected, outStart, target, inStart, source }: Csr, score: Float64Array): Measure {
  const sides = isDirected
    ? ([
        [outStart, target],
        [inStart, source],
      ] as const)
    : ([[outStart, target]] as const);
  return Float64Array.from({ length: nodes }, (_, v) => {
    let [sum, count] = [0, 0];
    for (const [start, other] of sides)
      for (let i = start[v]!; i < start[v + 1]!; i++) {
        const value = score[other[i]!]!;
        if (Number.isNaN(value)) continue;
        sum += value;
        count += 1;
      }
    return count === 0 ? Number.NaN : sum / count;
  });
}

function centre(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return values.map((value) => value - mean);
}
