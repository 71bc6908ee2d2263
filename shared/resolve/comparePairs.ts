// Levels of pairs: one row of levels a pair, a field each, then an order level for each swap. A value pair is compared once and remembered.
import { type Dictionary, type FieldTable, missing } from "./fieldTable.ts";

/** Level of a field that one of the two does not state. */
export const noLevel = 255;

const cacheBits = 20;

/** A cache of fixed size: a value pair that lost its place is compared again, with the same answer. */
class LevelCache {
  private readonly keys = new Float64Array(1 << cacheBits).fill(-1);
  private readonly levels = new Uint8Array(1 << cacheBits);
  private readonly dictionary: Dictionary;

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
  }

  level(a: number, b: number): number {
    if (a === b) return 0;
    const [low, high] = a < b ? [a, b] : [b, a];
    const { values, kind } = this.dictionary;
    const key = low * values.length + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - cacheBits);
    if (this.keys[slot] === key) return this.levels[slot]!;
    const level = kind.compare(values[low]!, values[high]!);
    this.keys[slot] = key;
    this.levels[slot] = level;
    return level;
  }
}

export interface PairComparer {
  /** Length of a row of levels. */
  readonly width: number;
  compare(a: number, b: number, levels: Uint8Array, offset: number): void;
}

/** Levels up to this are good enough to believe that two names were exchanged. */
const goodLevel = 1;

export function makePairComparer({ fields, swaps }: FieldTable): PairComparer {
  const caches = new Map<Dictionary, LevelCache>();
  const byField = fields.map(({ dictionary }) => {
    const cache = caches.get(dictionary) ?? new LevelCache(dictionary);
    caches.set(dictionary, cache);
    return cache;
  });
  const columns = fields.map(({ values }) => values);
  const compareSwap = (s: number, a: number, b: number, levels: Uint8Array, offset: number) => {
    const { first, second } = swaps[s]!;
    const [a1, a2, b1, b2] = [columns[first]![a]!, columns[second]![a]!, columns[first]![b]!, columns[second]![b]!];
    const order = offset + fields.length + s;
    levels[order] = noLevel;
    if (a1 === missing || a2 === missing || b1 === missing || b2 === missing) return;
    levels[order] = 0;
    const straight = levels[offset + first]! + levels[offset + second]!;
    if (straight <= goodLevel) return;
    const [one, other] = [byField[first]!.level(a1, b2), byField[first]!.level(a2, b1)];
    if (one > goodLevel || other > goodLevel || one + other >= straight) return;
    levels[offset + first] = one;
    levels[offset + second] = other;
    levels[order] = 1;
  };
  return {
    width: fields.length + swaps.length,
    compare(a, b, levels, offset) {
      for (let f = 0; f < columns.length; f++) {
        const [left, right] = [columns[f]![a]!, columns[f]![b]!];
        levels[offset + f] = left === missing || right === missing ? noLevel : byField[f]!.level(left, right);
      }
      for (let s = 0; s < swaps.length; s++) compareSwap(s, a, b, levels, offset);
    },
  };
}
