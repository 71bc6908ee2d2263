// Learns m and the prior from the pairs themselves (expectation–maximisation, Winkler 1988), with u fixed.
// Only pairs that are almost sure count ("hard"): with all posteriors the model drifts to families and neighbours.
import { noLevel } from "./comparePairs.ts";
import type { FieldTable } from "./fieldTable.ts";
import { type IdentityModel, type LevelWeights, makeBitTable, posteriorOf, scoreLevels } from "./identityModel.ts";
import type { PairSet } from "./pairSet.ts";

export interface ComparedPairs {
  readonly pairs: PairSet;
  readonly levels: Uint8Array;
  readonly width: number;
}

const sureAt = 0.9;
const priorWeight = 10;
const fewestRounds = 7;
const mostRounds = 25;

/** Of more pairs than this every second, third … is looked at: weights need no more. */
const mostLearned = 3_000_000;

interface Tally {
  readonly counts: readonly Float64Array[];
  matches: number;
}

/** What sure matches show; a field learns only from pairs that some rule found without it. */
function countMatches(table: FieldTable, model: IdentityModel, { pairs, levels, width }: ComparedPairs): Tally {
  const bitTable = makeBitTable(model);
  const tally: Tally = { counts: bitTable.bits.map((row) => new Float64Array(row.length)), matches: 0 };
  const swapMasks = table.swaps.map(({ first, second }) => (1 << first) | (1 << second));
  const step = Math.ceil(pairs.size / mostLearned);
  for (let i = 0; i < pairs.size; i += step) {
    const offset = i * width;
    const posterior = posteriorOf(scoreLevels(table, bitTable, pairs.left[i]!, levels, offset));
    if (posterior <= sureAt) continue;
    tally.matches += posterior * step;
    const common = pairs.commonFields[i]!;
    for (let f = 0; f < width; f++) {
      const level = levels[offset + f]!;
      const mask = f < table.fields.length ? 1 << f : swapMasks[f - table.fields.length]!;
      if (level !== noLevel && (common & mask) === 0) tally.counts[f]![level]! += posterior;
    }
  }
  return tally;
}

function updateM({ m, u }: LevelWeights, counts: Float64Array, startM: readonly number[]): LevelWeights {
  const total = counts.reduce((sum, count) => sum + count, priorWeight);
  return { m: m.map((_, level) => (counts[level]! + priorWeight * startM[level]!) / total), u };
}

const change = (before: readonly LevelWeights[], after: readonly LevelWeights[]) =>
  Math.max(0, ...before.flatMap(({ m }, f) => [...m].map((value, level) => Math.abs(value - after[f]!.m[level]!))));

export function learnMatches(
  table: FieldTable,
  start: IdentityModel,
  compared: ComparedPairs,
  starts: { readonly fields: readonly (readonly number[])[]; readonly order: readonly number[] },
): IdentityModel {
  const allPairs = (table.count * (table.count - 1)) / 2;
  let model = start;
  for (let round = 1; round <= mostRounds; round++) {
    const { counts, matches } = countMatches(table, model, compared);
    const next: IdentityModel = {
      ...model,
      prior: Math.min(0.5, Math.max(matches, 0.5) / allPairs),
      fields: model.fields.map((weights, f) => updateM(weights, counts[f]!, starts.fields[f]!)),
      swaps: model.swaps.map((weights, s) => updateM(weights, counts[table.fields.length + s]!, starts.order)),
    };
    const isStill =
      change(model.fields, next.fields) < 0.001 &&
      change(model.swaps, next.swaps) < 0.001 &&
      Math.abs(Math.log2(next.prior / model.prior)) < 0.01;
    model = next;
    if (round >= fewestRounds && isStill) break;
  }
  return model;
}
