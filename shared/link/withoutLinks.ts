// "And without that call?": what pairs would be worth if single links were not there. Weights and rarity stay as they were learned: only who has what changes.
import { groupCount, type IdentifierIndex, invert } from "./prepare/identifierIndex.ts";
import type { NearIndex } from "./prepare/nearIndex.ts";
import type { PreparedLink } from "./prepared.ts";

/** References of both ends, in any order. */
export type Cut = readonly [string, string];

interface Cuts {
  /** Entity references that a case (by index) no longer has. */
  readonly ofCase: ReadonlyMap<number, ReadonlySet<string>>;
  /** `a\nb` of two entities that no longer lead to each other, both ways. */
  readonly between: ReadonlySet<string>;
}

const caseOf = (link: PreparedLink, ref: string): number | undefined =>
  ref.startsWith("case:") ? link.tables.table.indexOf.get(ref.slice("case:".length)) : undefined;

function sortCuts(link: PreparedLink, cuts: readonly Cut[]): Cuts {
  const ofCase = new Map<number, Set<string>>();
  const between = new Set<string>();
  for (const [a, b] of cuts) {
    for (const [one, other] of [[a, b] as const, [b, a] as const]) {
      between.add(`${one}\n${other}`);
      const index = caseOf(link, one);
      if (index !== undefined) ofCase.set(index, (ofCase.get(index) ?? new Set()).add(other));
    }
  }
  return { ofCase, between };
}

function cutIdentifiers(index: IdentifierIndex, { ofCase }: Cuts, caseCount: number): IdentifierIndex {
  const starts = new Int32Array(index.starts.length);
  const offenderGroups = new Int32Array(caseCount);
  const items: number[] = [];
  const weights: number[] = [];
  for (let range = 0; range < caseCount * groupCount; range++) {
    const [at, group] = [Math.floor(range / groupCount), range % groupCount];
    const gone = ofCase.get(at);
    for (let i = index.starts[range]!; i < index.starts[range + 1]!; i++) {
      const item = index.items[i]!;
      if (gone?.has(index.entities[item]!.ref)) continue;
      items.push(item);
      weights.push(index.roleWeights[i]!);
      if (index.roleWeights[i] === 1) offenderGroups[at]! |= 1 << group;
    }
    starts[range + 1] = items.length;
  }
  const itemArray = Int32Array.from(items);
  const inverse = invert(caseCount, starts, groupCount, itemArray, index.entities.length);
  return { ...index, starts, items: itemArray, roleWeights: Float32Array.from(weights), offenderGroups, ...inverse };
}

function cutNear(near: NearIndex, identifiers: IdentifierIndex, { ofCase, between }: Cuts, caseCount: number): NearIndex {
  const starts = new Int32Array(near.starts.length);
  const items: number[] = [];
  const vias: number[] = [];
  for (let at = 0; at < caseCount; at++) {
    const gone = ofCase.get(at);
    for (let i = near.starts[at]!; i < near.starts[at + 1]!; i++) {
      const ref = near.entities[near.items[i]!]!.ref;
      const via = identifiers.entities[near.vias[i]!]?.ref ?? "";
      const isCut = gone?.has(ref) === true || gone?.has(via) === true || between.has(`${via}\n${ref}`);
      if (isCut) continue;
      items.push(near.items[i]!);
      vias.push(near.vias[i]!);
    }
    starts[at + 1] = items.length;
  }
  const itemArray = Int32Array.from(items);
  const inverse = invert(caseCount, starts, 1, itemArray, near.entities.length);
  return { ...near, starts, items: itemArray, vias: Int32Array.from(vias), ...inverse };
}

/** The same link without some links; the given one stays as it is. */
export function withoutLinks(link: PreparedLink, cuts: readonly Cut[]): PreparedLink {
  if (cuts.length === 0) return link;
  const sorted = sortCuts(link, cuts);
  const count = link.tables.table.records.length;
  const identifiers = cutIdentifiers(link.tables.identifiers, sorted, count);
  const near = cutNear(link.tables.near, link.tables.identifiers, sorted, count);
  return { ...link, tables: { ...link.tables, identifiers, near } };
}

/** Pairs of cases whose own evidence is switched off: nothing speaks for them but the prior. */
export function pairsCut(link: PreparedLink, cuts: readonly Cut[]): (a: number, b: number) => boolean {
  const pairs = new Set(
    cuts.flatMap(([a, b]) => {
      const [first, second] = [caseOf(link, a), caseOf(link, b)];
      return first === undefined || second === undefined ? [] : [`${first},${second}`, `${second},${first}`];
    }),
  );
  return (a, b) => pairs.has(`${a},${b}`);
}
