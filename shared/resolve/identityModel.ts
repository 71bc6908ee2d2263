// The weights: of each field and level how often true matches (m) and random pairs (u) show it. Bits = log2(m / u), added (Fellegi & Sunter 1969).
import { noLevel } from "./comparePairs.ts";
import type { FieldTable } from "./fieldTable.ts";
import type { Frequencies } from "./frequencies.ts";

export interface LevelWeights {
  readonly m: Float64Array;
  readonly u: Float64Array;
}

export interface IdentityModel {
  /** Share of true matches among all pairs. */
  readonly prior: number;
  readonly fields: readonly LevelWeights[];
  readonly swaps: readonly LevelWeights[];
  readonly frequencies: readonly Frequencies[];
}

export const priorBits = ({ prior }: IdentityModel): number => Math.log2(prior / (1 - prior));

/** Bits of every field and level; of the exact level only what does not depend on the value. */
export interface BitTable {
  readonly prior: number;
  readonly bits: readonly Float64Array[];
  readonly surprise: readonly Float64Array[];
}

export function makeBitTable(model: IdentityModel): BitTable {
  const bits = model.fields.map(({ m, u }) => {
    const row = m.map((value, level) => Math.log2(value / u[level]!));
    // Guards: a field whose agreement speaks against a match says nothing; disagreement never speaks for one.
    if (row[0]! < 0) return new Float64Array(row.length).fill(Number.NaN);
    row[0] = Math.log2(m[0]!);
    row[row.length - 1] = Math.min(0, row.at(-1)!);
    return row;
  });
  const orders = model.swaps.map(({ m, u }) => m.map((value, level) => Math.log2(value / u[level]!)));
  return { prior: priorBits(model), bits: [...bits, ...orders], surprise: model.frequencies.map(({ surprise }) => surprise) };
}

/** Bits of one field of one pair. An exact agreement counts by how rare the value is; of exchanged names, the commoner reading. */
export function fieldBits(
  table: FieldTable,
  { bits, surprise }: BitTable,
  field: number,
  level: number,
  a: number,
  levels: Uint8Array,
  offset: number,
): number {
  if (level === noLevel) return 0;
  const weight = bits[field]![level]!;
  if (Number.isNaN(weight)) return 0;
  if (level > 0) return weight;
  const swap = table.swapOf[field]!;
  const value = table.fields[field]!.values[a]!;
  if (swap < 0 || levels[offset + table.fields.length + swap] !== 1) return weight + surprise[field]![value]!;
  const { first, second } = table.swaps[swap]!;
  return weight + Math.min(surprise[first]![value]!, surprise[second]![value]!);
}

/** Log-odds in bits that the two records are one person. */
export function scoreLevels(table: FieldTable, bitTable: BitTable, a: number, levels: Uint8Array, offset: number): number {
  let total = bitTable.prior;
  const count = table.fields.length;
  for (let f = 0; f < count; f++) total += fieldBits(table, bitTable, f, levels[offset + f]!, a, levels, offset);
  for (let s = 0; s < table.swaps.length; s++) {
    const level = levels[offset + count + s]!;
    if (level !== noLevel) total += bitTable.bits[count + s]![level]!;
  }
  return total;
}

export const posteriorOf = (bits: number): number => 1 / (1 + 2 ** -bits);
