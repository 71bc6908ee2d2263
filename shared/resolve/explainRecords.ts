// A pair unfolded: prior, one bar a comparison, total, posterior.
import { makePairComparer, noLevel } from "./comparePairs.ts";
import type { FieldTable } from "./fieldTable.ts";
import { countFrequencies } from "./frequencies.ts";
import { fieldBits, type IdentityModel, type LevelWeights, makeBitTable, posteriorOf } from "./identityModel.ts";
import type { Learned } from "./learnIdentities.ts";
import type { ResolveRecord } from "./personRecord.ts";

export interface IdentityBar {
  /** Attribute name; `order` for names that stand crosswise. */
  readonly field: string;
  /** Kind of comparison, and its level: `missing` where one of the two does not state it. */
  readonly kind: string;
  readonly level: string;
  /** How often true matches and random pairs show this level; of an exact agreement, how often this very value comes by chance. */
  readonly m: number | null;
  readonly u: number | null;
  readonly bits: number;
  readonly a: string;
  readonly b: string;
  /** + agrees, − differs, ~ says little, ! contradicts. */
  readonly sign: "+" | "-" | "~" | "!";
}

/** A model as a run stores it: the frequencies are counted again from the records it names. */
export interface StoredModel {
  /** Name and kind of comparison of each field. */
  readonly fields: readonly string[];
  readonly prior: number;
  readonly weights: readonly { readonly m: readonly number[]; readonly u: readonly number[] }[];
  readonly orders: readonly { readonly m: readonly number[]; readonly u: readonly number[] }[];
  /** Records that stand for their person in the frequencies. */
  readonly counted: readonly number[];
  readonly records: number;
}

const nameAndKind = ({ name, kind }: FieldTable["fields"][number]) => `${name} ${kind.id}`;

const plain = ({ m, u }: LevelWeights) => ({ m: [...m], u: [...u] });

export function storeModel(table: FieldTable, { model, counted }: Pick<Learned, "model" | "counted">): StoredModel {
  return {
    fields: table.fields.map(nameAndKind),
    prior: model.prior,
    weights: model.fields.map(plain),
    orders: model.swaps.map(plain),
    counted: [...counted].flatMap((is, i) => (is ? [i] : [])),
    records: table.count,
  };
}

/** Null where the records are no longer those that the model was learned from. */
export function restoreModel(table: FieldTable, stored: StoredModel): IdentityModel | null {
  const isSame =
    stored.records === table.count &&
    stored.orders.length === table.swaps.length &&
    stored.fields.join("\n") === table.fields.map(nameAndKind).join("\n");
  if (!isSame) return null;
  const counted = new Uint8Array(table.count);
  for (const i of stored.counted) counted[i] = 1;
  const typed = ({ m, u }: { m: readonly number[]; u: readonly number[] }): LevelWeights => ({
    m: Float64Array.from(m),
    u: Float64Array.from(u),
  });
  return {
    prior: stored.prior,
    fields: stored.weights.map(typed),
    swaps: stored.orders.map(typed),
    frequencies: table.fields.map((field) => countFrequencies(field, counted, 1)),
  };
}

export interface ExplainedPair {
  readonly prior: number;
  readonly bars: readonly IdentityBar[];
  readonly total: number;
  readonly posterior: number;
}

const littleBits = 0.5;

const signOf = (bits: number): IdentityBar["sign"] => (bits >= littleBits ? "+" : bits <= -littleBits ? "-" : "~");

export function explainRecords(
  table: FieldTable,
  model: IdentityModel,
  records: readonly ResolveRecord[],
  a: number,
  b: number,
): ExplainedPair {
  const comparer = makePairComparer(table);
  const levels = new Uint8Array(comparer.width);
  comparer.compare(a, b, levels, 0);
  const bitTable = makeBitTable(model);
  const [one, other] = [records[a]!, records[b]!];
  const bars = table.fields.map(({ name, kind, values }, f): IdentityBar => {
    const level = levels[f]!;
    const bits = fieldBits(table, bitTable, f, level, a, levels, 0);
    const base = { field: name, kind: kind.id, a: one.values[name] ?? "", b: other.values[name] ?? "", bits };
    if (level === noLevel) return { ...base, level: "missing", m: null, u: null, sign: "~" };
    const u = level === 0 ? 2 ** -model.frequencies[f]!.surprise[values[a]!]! : model.fields[f]!.u[level]!;
    return { ...base, level: kind.levels[level]!, m: model.fields[f]!.m[level]!, u, sign: signOf(bits) };
  });
  const orders = table.swaps.flatMap(({ first, second }, s): IdentityBar[] => {
    const level = levels[table.fields.length + s]!;
    if (level === noLevel) return [];
    const [names, { m, u }] = [[table.fields[first]!.name, table.fields[second]!.name], model.swaps[s]!];
    const text = (record: ResolveRecord) => names.map((name) => record.values[name] ?? "").join(" / ");
    const bits = bitTable.bits[table.fields.length + s]![level]!;
    return [
      {
        field: "order",
        kind: "order",
        level: level === 1 ? "swapped" : "straight",
        m: m[level]!,
        u: u[level]!,
        bits,
        a: text(one),
        b: text(other),
        sign: signOf(bits),
      },
    ];
  });
  const all = [...bars, ...orders].map((bar) => contradict(bar, one, other));
  const total = all.reduce((sum, { bits }) => sum + bits, bitTable.prior);
  return {
    prior: bitTable.prior,
    bars: all.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits) || (x.field < y.field ? -1 : 1)),
    total,
    posterior: posteriorOf(total),
  };
}

const contradict = (bar: IdentityBar, one: ResolveRecord, other: ResolveRecord): IdentityBar =>
  bar.field.endsWith(".identityNumber") && areContradicting(one, other) ? { ...bar, sign: "!" } : bar;

export const areContradicting = (one: ResolveRecord, other: ResolveRecord): boolean =>
  one.identityNumber !== null && other.identityNumber !== null && one.identityNumber !== other.identityNumber;
