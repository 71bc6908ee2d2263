// Blocking keys as columns of numbers: one column an atom; a rule is a set of columns joined into group numbers.
import { type FieldTable, missing } from "../fieldTable.ts";

export interface AtomColumn {
  readonly id: string;
  /** Fields that it reads, as bits. */
  readonly fields: number;
  /** Field (for a crossed pair of names: the first) and how often each of its levels shares the key. */
  readonly field: number;
  readonly agreement: readonly number[];
  readonly onlyWithOthers: boolean;
  /** Key number of each record, or `missing`. */
  readonly keys: Int32Array;
  readonly size: number;
}

/** A rule: indexes of columns, all of which must agree. */
export type BlockingRule = readonly number[];

export function buildAtomColumns(table: FieldTable): AtomColumn[] {
  const plain = table.fields.flatMap((field, f) =>
    field.kind.atoms.map((atom): AtomColumn => {
      const numbers = new Map<string, number>();
      const byValue = Int32Array.from(field.dictionary.values, (value) => numberOf(numbers, atom.keyOf(value)));
      const keys = field.values.map((value) => (value === missing ? missing : byValue[value]!));
      return {
        id: `${field.name} ${atom.id}`,
        fields: 1 << f,
        field: f,
        agreement: atom.agreement,
        onlyWithOthers: atom.onlyWithOthers ?? false,
        keys,
        size: numbers.size,
      };
    }),
  );
  return [...plain, ...table.swaps.map((_, s) => bagColumn(table, s))];
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

/** Both names in either order. */
function bagColumn({ fields, swaps }: FieldTable, s: number): AtomColumn {
  const { first, second } = swaps[s]!;
  const numbers = new Map<string, number>();
  const keys = fields[first]!.values.map((value, i) => {
    const other = fields[second]!.values[i]!;
    if (value === missing || other === missing) return missing;
    return numberOf(numbers, value < other ? `${value} ${other}` : `${other} ${value}`);
  });
  return {
    id: "names in either order",
    fields: (1 << first) | (1 << second),
    field: first,
    agreement: [0.8, 0, 0, 0, 0, 0],
    onlyWithOthers: false,
    keys,
    size: numbers.size,
  };
}

export interface Grouping {
  /** Group of each record, or `missing`. */
  readonly groups: Int32Array;
  readonly size: number;
}

/** Joins two groupings: equal in both. Open addressing, because this runs for hundreds of rules over all records. */
export function joinGroupings(one: Grouping, other: Grouping): Grouping {
  const count = one.groups.length;
  const capacity = 1 << (32 - Math.clz32(count * 2));
  const slots = new Int32Array(capacity).fill(-1);
  const [firsts, seconds] = [new Int32Array(count), new Int32Array(count)];
  const groups = new Int32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) {
    const [a, b] = [one.groups[i]!, other.groups[i]!];
    if (a < 0 || b < 0) {
      groups[i] = missing;
      continue;
    }
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = (hash ^ (hash >>> 15)) & (capacity - 1);
    while (slots[hash] !== -1 && (firsts[slots[hash]!] !== a || seconds[slots[hash]!] !== b)) hash = (hash + 1) & (capacity - 1);
    if (slots[hash] === -1) {
      firsts[size] = a;
      seconds[size] = b;
      slots[hash] = size++;
    }
    groups[i] = slots[hash]!;
  }
  return { groups, size };
}

export function groupByRule(columns: readonly AtomColumn[], rule: BlockingRule): Grouping {
  const parts = rule.map((index): Grouping => ({ groups: columns[index]!.keys, size: columns[index]!.size }));
  return parts.reduce(joinGroupings);
}

/** Blocks over this many records are skipped: they would cost more than they find. */
export const maxBlock = 400;

export interface RuleCost {
  readonly pairs: number;
  /** Pairs with the skipped blocks counted too. */
  readonly allPairs: number;
  /** Share of the records that lie in skipped blocks. */
  readonly skipped: number;
}

/** `scale`: how many records one of the grouped ones stands for (1: all are grouped). Of a sample, pairs grow by its square. */
export function costOf({ groups, size }: Grouping, scale = 1): RuleCost {
  const counts = new Int32Array(size);
  for (const group of groups) if (group >= 0) counts[group]!++;
  let [pairs, allPairs, skipped] = [0, 0, 0];
  for (const count of counts) {
    const inside = (count * (count - 1) * scale * scale) / 2;
    allPairs += inside;
    if (count * scale > maxBlock) skipped += count;
    else pairs += inside;
  }
  return { pairs, allPairs, skipped: skipped / Math.max(1, groups.length) };
}

/** Every `step`-th record: enough to know what a rule costs. */
export const thinColumns = (columns: readonly AtomColumn[], step: number): readonly AtomColumn[] =>
  step === 1 ? columns : columns.map((column) => ({ ...column, keys: column.keys.filter((_, i) => i % step === 0) }));
