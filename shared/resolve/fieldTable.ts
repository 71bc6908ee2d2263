// Records as columns of value numbers. Fields of one kind share a dictionary, so that given name and surname can be compared crosswise.
import { type Columns, splitComposites } from "./composites.ts";
import { makeKindGuesser } from "./kinds/guess.ts";
import { type FieldKind, makeValue, type Value } from "./kinds/kind.ts";
import { normaliseValue } from "./normalise.ts";
import type { ResolveRecord, SpellName } from "./personRecord.ts";
import { findSwaps, type Swap } from "./swaps.ts";

export const missing = -1;

export interface Dictionary {
  readonly kind: FieldKind;
  readonly values: Value[];
  readonly numbers: Map<string, number>;
}

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly dictionary: Dictionary;
  /** Value number of each record, or `missing`. */
  readonly values: Int32Array;
  /** Records that state it. */
  readonly filled: number;
}

export interface FieldTable {
  readonly count: number;
  readonly fields: readonly Field[];
  readonly swaps: readonly Swap[];
  /** Swap that a field takes part in, or -1. */
  readonly swapOf: Int32Array;
}

const leastFill = 0.02;
/** Rules and pairs note fields in the bits of one number. */
const mostFields = 24;

function readColumns(records: readonly ResolveRecord[]): Columns {
  const names = [...new Set(records.flatMap(({ values }) => Object.keys(values)))].sort();
  const cache = new Map<string, string>();
  const normalised = (value: string) => {
    const known = cache.get(value);
    if (known !== undefined) return known;
    const fresh = normaliseValue(value);
    cache.set(value, fresh);
    return fresh;
  };
  return new Map(names.map((name) => [name, records.map(({ values }) => normalised(values[name] ?? ""))]));
}

/** Row numbers of a sheet (序号) would agree between sheets by pure chance: a column that counts its own rows says nothing. */
function isCounter(values: readonly string[]): boolean {
  let [steps, seen] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    if (!values[i] || !values[i - 1]) continue;
    seen++;
    if (/^\d+$/.test(values[i]!) && Number(values[i]) === Number(values[i - 1]) + 1) steps++;
  }
  return seen >= 10 && steps > 0.9 * seen;
}

export function buildFieldTable(records: readonly ResolveRecord[], spell: SpellName): FieldTable {
  const columns = splitComposites(readColumns(records));
  const guess = makeKindGuesser(spell);
  const dictionaries = new Map<string, Dictionary>();
  const drafts = [...columns].map(([name, values]) => ({ name, values, filled: values.filter(Boolean).length }));
  const worth = drafts.filter(({ values, filled }) => filled >= Math.max(2, leastFill * records.length) && !isCounter(values));
  const kept = worth.sort((a, b) => b.filled - a.filled || (a.name < b.name ? -1 : 1)).slice(0, mostFields);
  const fields = kept.map(({ name, values, filled }) => {
    const kind = guess(values.filter(Boolean));
    const dictionary = dictionaries.get(kind.id) ?? { kind, values: [], numbers: new Map() };
    dictionaries.set(kind.id, dictionary);
    return { name, kind, dictionary, filled, values: numberValues(values, dictionary) };
  });
  const telling = fields.filter(repeats).sort((a, b) => (a.name < b.name ? -1 : 1));
  const swaps = findSwaps(telling);
  const swapOf = Int32Array.from(telling, (_, f) => swaps.findIndex(({ first, second }) => first === f || second === f));
  return { count: records.length, fields: telling, swaps, swapOf };
}

function numberValues(values: readonly string[], { kind, values: known, numbers }: Dictionary): Int32Array {
  return Int32Array.from(values, (value) => {
    if (value === "") return missing;
    const text = kind.prepare?.(value) ?? value;
    const number = numbers.get(text) ?? known.length;
    if (number === known.length) {
      numbers.set(text, number);
      known.push(makeValue(text));
    }
    return number;
  });
}

const nameKinds = new Set(["name", "chinese-name"]);

/** A field whose values never come twice tells records apart, not people; names may be all different in a short list. */
function repeats({ values, kind }: Field): boolean {
  if (nameKinds.has(kind.id)) return true;
  const seen = new Set<number>();
  for (const value of values) {
    if (value === missing) continue;
    if (seen.has(value)) return true;
    seen.add(value);
  }
  return false;
}
