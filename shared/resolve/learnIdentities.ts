// Learns the weights without labels, in two passes: on all records, then on one record for each person found,
// so that people with many records do not make their own values look common.
import { type Blocked, type Blocking, type BlockingPass, blockPairs, prepareBlocking } from "./blocking/blockPairs.ts";
import { makePairComparer, type PairComparer } from "./comparePairs.ts";
import { DisjointSets } from "./disjointSets.ts";
import { type ComparedPairs, learnMatches } from "./expectation.ts";
import type { FieldTable } from "./fieldTable.ts";
import { missing } from "./fieldTable.ts";
import { countFrequencies, type Frequencies } from "./frequencies.ts";
import { type IdentityModel, makeBitTable, scoreLevels } from "./identityModel.ts";
import type { ResolveOptions } from "./personRecord.ts";
import { sampleRandomPairs } from "./randomPairs.ts";
import { orderStartM } from "./swaps.ts";
import { type ErrorEstimate, estimateErrors } from "./threshold.ts";

export interface Learned {
  readonly model: IdentityModel;
  readonly compared: ComparedPairs;
  /** Log-odds of the compared pairs. */
  readonly bits: Float64Array;
  readonly comparer: PairComparer;
  readonly rules: Blocked["rules"];
  /** Where the cut lies, and how wrong it is expected to be. */
  readonly estimate: ErrorEstimate;
  /** 1 for each record that stands for its person in the frequencies. */
  readonly counted: Uint8Array;
}

const randomPairs = 400_000;
/** Expected matches a record before anything is learned. */
const startMatches = 0.02;
const componentAt = 4;
const largestComponent = 200;

const allPairs = (count: number) => Math.max(1, (count * (count - 1)) / 2);

/** What random pairs show, less what the matches among them put there. */
const lessMatches = (shares: Float64Array, m: ArrayLike<number>, prior: number) =>
  shares.map((share, level) => Math.max(share - prior * m[level]!, 0.1 * share));

function makeModel(
  table: FieldTable,
  prior: number,
  m: { fields: readonly ArrayLike<number>[]; swaps: readonly ArrayLike<number>[] },
  random: readonly Float64Array[],
  frequencies: readonly Frequencies[],
): IdentityModel {
  const fields = table.fields.map((_, f) => {
    const u = lessMatches(random[f]!, m.fields[f]!, prior);
    u[0] = frequencies[f]!.exact;
    return { m: Float64Array.from(m.fields[f]!), u };
  });
  const swaps = table.swaps.map((_, s) => ({
    m: Float64Array.from(m.swaps[s]!),
    u: lessMatches(random[table.fields.length + s]!, m.swaps[s]!, prior),
  }));
  return { prior, fields, swaps, frequencies };
}

function comparePairs(comparer: PairComparer, pairs: ComparedPairs["pairs"], options: ResolveOptions): ComparedPairs {
  const levels = new Uint8Array(pairs.size * comparer.width);
  for (let i = 0; i < pairs.size; i++) {
    if (i % 50_000 === 0) {
      options.signal?.throwIfAborted();
      options.report?.("compare", i, pairs.size);
    }
    comparer.compare(pairs.left[i]!, pairs.right[i]!, levels, i * comparer.width);
  }
  return { pairs, levels, width: comparer.width };
}

export function scoreAll(table: FieldTable, model: IdentityModel, { pairs, levels, width }: ComparedPairs): Float64Array {
  const bitTable = makeBitTable(model);
  return Float64Array.from({ length: pairs.size }, (_, i) => scoreLevels(table, bitTable, pairs.left[i]!, levels, i * width));
}

/** The fullest record of each component of likely matches. */
function chooseRepresentatives(table: FieldTable, { pairs }: ComparedPairs, bits: Float64Array, groupOf: Int32Array): Uint8Array {
  const sets = new DisjointSets(table.count);
  for (let i = 0; i < table.count; i++) sets.join(groupOf[i]!, i);
  bits.forEach((value, i) => {
    if (value > componentAt) sets.join(pairs.left[i]!, pairs.right[i]!);
  });
  const fullness = (i: number) => table.fields.reduce((sum, { values }) => sum + (values[i] === missing ? 0 : 1), 0);
  const counted = new Uint8Array(table.count);
  for (const members of sets.groups().values()) {
    if (members.length > largestComponent) for (const i of members) counted[i] = 1;
    else counted[members.reduce((best, i) => (fullness(i) > fullness(best) ? i : best))] = 1;
  }
  return counted;
}

export function learnIdentities(table: FieldTable, groupOf: Int32Array, options: ResolveOptions): Learned {
  const comparer = makePairComparer(table);
  const random = sampleRandomPairs(table, comparer, randomPairs);
  const blocking = prepareBlocking(table);
  const isKnown = options.isKnownField ?? (() => true);
  const starts = { fields: table.fields.map(({ name, kind }, f) => (isKnown(name) ? kind.startM : [...random[f]!])), order: orderStartM };
  const frequencies = table.fields.map((field) => countFrequencies(field, null, 1));
  const startPrior = (startMatches * table.count) / allPairs(table.count);
  const start = makeModel(
    table,
    Math.min(0.5, startPrior),
    { fields: starts.fields, swaps: table.swaps.map(() => orderStartM) },
    random,
    frequencies,
  );
  const first = learnOnce(table, blocking, start, groupOf, comparer, starts, options, "learn");
  const counted = chooseRepresentatives(table, first.compared, scoreAll(table, first.model, first.compared), groupOf);
  const again = table.fields.map((field, f) => countFrequencies(field, counted, frequencies[f]!.exact));
  const m = { fields: first.model.fields.map((weights) => weights.m), swaps: first.model.swaps.map((weights) => weights.m) };
  const second = learnOnce(
    table,
    blocking,
    makeModel(table, first.model.prior, m, random, again),
    groupOf,
    comparer,
    starts,
    options,
    "find",
  );
  const bits = scoreAll(table, second.model, second.compared);
  const { rules, coverage } = second.blocked;
  return { model: second.model, compared: second.compared, bits, comparer, rules, estimate: estimateErrors(bits, coverage), counted };
}

function learnOnce(
  table: FieldTable,
  blocking: Blocking,
  start: IdentityModel,
  groupOf: Int32Array,
  comparer: PairComparer,
  starts: Parameters<typeof learnMatches>[3],
  options: ResolveOptions,
  pass: BlockingPass,
) {
  options.signal?.throwIfAborted();
  const blocked = blockPairs(table, blocking, start, groupOf, pass);
  const compared = comparePairs(comparer, blocked.pairs, options);
  options.report?.("learn", 0, compared.pairs.size);
  return { compared, blocked, model: learnMatches(table, start, compared, starts) };
}
