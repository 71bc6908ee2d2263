// Modus fields as numbers: categorical fields (one value a case) by value and rarity, tag sets by inverse frequency.
import type { CaseRecord } from "../caseData.ts";

/** A categorical field: value per case (-1 unknown) and the surprise -ln p of each value among the known ones. */
export interface CategoryField {
  readonly name: string;
  readonly values: Int32Array;
  readonly names: readonly string[];
  readonly surprise: Float64Array;
  readonly entropy: number;
}

export interface ModusIndex {
  readonly categories: readonly CategoryField[];
  /** Tags of all set-valued fields per case, sorted, with weights by rarity. */
  readonly tagStarts: Int32Array;
  readonly tags: Int32Array;
  readonly tagNames: readonly string[];
  readonly tagWeights: Float64Array;
}

/** Categorical fields beyond this many (best filled first) are not compared one by one. */
const mostFields = 8;
const leastFilled = 0.02;

interface FieldValues {
  readonly name: string;
  readonly byCase: ReadonlyMap<number, readonly string[]>;
}

function collectFields(records: readonly CaseRecord[]): FieldValues[] {
  const fields = new Map<string, Map<number, readonly string[]>>();
  records.forEach((record, i) => {
    for (const { name, values } of record.modus) {
      if (values.length === 0) continue;
      const field = fields.get(name) ?? new Map<number, readonly string[]>();
      field.set(i, values);
      fields.set(name, field);
    }
  });
  return [...fields].map(([name, byCase]) => ({ name, byCase })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isSet = ({ byCase }: FieldValues) => [...byCase.values()].some((values) => values.length > 1);

function buildCategory({ name, byCase }: FieldValues, count: number): CategoryField {
  const ids = new Map<string, number>();
  const values = new Int32Array(count).fill(-1);
  const counts: number[] = [];
  for (const [i, [value]] of byCase) {
    const id = ids.get(value!) ?? ids.size;
    ids.set(value!, id);
    values[i] = id;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  const surprise = Float64Array.from(counts, (each) => -Math.log(each / byCase.size));
  const entropy = counts.reduce((sum, each, id) => sum + (each / byCase.size) * surprise[id]!, 0);
  return { name, values, names: [...ids.keys()], surprise, entropy };
}

function buildTags(fields: readonly FieldValues[], count: number) {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  const perCase: number[][] = Array.from({ length: count }, () => []);
  for (const { name, byCase } of fields)
    for (const [i, values] of byCase)
      for (const value of new Set(values)) {
        const tag = `${name}\u0000${value}`;
        const id = ids.get(tag) ?? ids.size;
        ids.set(tag, id);
        frequency[id] = (frequency[id] ?? 0) + 1;
        perCase[i]!.push(id);
      }
  const tagStarts = new Int32Array(count + 1);
  perCase.forEach((tags, i) => {
    tags.sort((a, b) => a - b);
    tagStarts[i + 1] = tagStarts[i]! + tags.length;
  });
  return {
    tagStarts,
    tags: Int32Array.from(perCase.flat()),
    tagNames: [...ids.keys()].map((tag) => tag.slice(tag.indexOf("\u0000") + 1)),
    tagWeights: Float64Array.from(frequency, (each) => Math.log((count + 1) / each)),
  };
}

/** Most telling field first: the one with the greatest entropy. */
export function buildModusIndex(records: readonly CaseRecord[]): ModusIndex {
  const fields = collectFields(records);
  const categories = fields
    .filter((field) => !isSet(field) && field.byCase.size >= leastFilled * records.length)
    .map((field) => buildCategory(field, records.length))
    .sort((a, b) => b.entropy - a.entropy || (a.name < b.name ? -1 : 1))
    .slice(0, mostFields);
  return { categories, ...buildTags(fields.filter(isSet), records.length) };
}

/** Comes after every tag; a whole number, for pairs are scored by the million. */
const beyondTags = 0x7fffffff;

/** Weighted Jaccard of two tag sets, -1 where one has none; `visit` sees the common tags. */
export function tagOverlap(index: ModusIndex, a: number, b: number, visit?: (tag: number) => void): number {
  let i = index.tagStarts[a]!;
  let j = index.tagStarts[b]!;
  const endA = index.tagStarts[a + 1]!;
  const endB = index.tagStarts[b + 1]!;
  if (i === endA || j === endB) return -1;
  let both = 0;
  let either = 0;
  while (i < endA || j < endB) {
    const one = i < endA ? index.tags[i]! : beyondTags;
    const other = j < endB ? index.tags[j]! : beyondTags;
    const weight = index.tagWeights[Math.min(one, other)]!;
    either += weight;
    if (one === other) {
      both += weight;
      visit?.(one);
    }
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return either === 0 ? 0 : both / either;
}
