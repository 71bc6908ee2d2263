// Two sets of cases side by side: how they hold together, what joins them, and what becomes of the bits when they are one.

import type { PreparedLink } from "../link/prepared.ts";
import { totalBits } from "../link/scorePairs.ts";
import type { Numbered } from "../model/entity.ts";
import { clip } from "./agglomerate.ts";

export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  readonly bits: number;
}

export interface CommonIdentifier extends Numbered {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** Cases of either side that have it. */
  readonly casesA: number;
  readonly casesB: number;
}

export interface SeriesComparison {
  readonly sizes: readonly [number, number];
  /** Average bits inside either side and inside both as one; null for a single case. */
  readonly cohesion: { readonly a: number | null; readonly b: number | null; readonly together: number | null };
  /** Pairs across, those at even odds or better, and the average of their clipped bits: above 0 grouping would join them. */
  readonly across: { readonly pairs: number; readonly likely: number; readonly average: number };
  readonly strongest: readonly ComparedPair[];
  readonly weakest: ComparedPair | null;
  readonly shared: readonly CommonIdentifier[];
  /** Pairs across that people rejected or confirmed. */
  readonly rejected: number;
  readonly confirmed: number;
}

const shownPairs = 5;
const shownIdentifiers = 12;

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

type Bits = (a: number, b: number) => number;

const insideOf = (members: readonly number[], bits: Bits): number[] =>
  members.flatMap((a, i) => members.slice(i + 1).map((b) => bits(a, b)));

function listCommon(
  { tables: { table }, hubs, tables }: PreparedLink,
  one: readonly number[],
  other: readonly number[],
): CommonIdentifier[] {
  const countOf = (members: readonly number[]) => {
    const counts = new Map<string, number>();
    for (const i of members)
      for (const { entity, role } of table.records[i]!.identifiers)
        if (role === "offender") counts.set(entity, (counts.get(entity) ?? 0) + 1);
    return counts;
  };
  const [countA, countB] = [countOf(one), countOf(other)];
  return [...countA]
    .flatMap(([entity, casesA]): CommonIdentifier[] => {
      const id = tables.identifiers.idOf.get(entity);
      const casesB = countB.get(entity);
      if (id === undefined || casesB === undefined || hubs.identifiers[id]) return [];
      const { kind, label } = tables.identifiers.entities[id]!;
      return [{ entity, kind, label, casesA, casesB }];
    })
    .sort((x, y) => y.casesA + y.casesB - (x.casesA + x.casesB) || (x.entity < y.entity ? -1 : 1))
    .slice(0, shownIdentifiers);
}

/** `one` and `other` as indices of the cases, without any in common. */
export function compareParts(link: PreparedLink, one: readonly number[], other: readonly number[]): SeriesComparison {
  const { records } = link.tables.table;
  const bits: Bits = (a, b) => totalBits(link, Math.min(a, b), Math.max(a, b));
  const nameOf = (i: number) => records[i]!.number;
  const across = one
    .flatMap((a) => other.map((b): ComparedPair => ({ a: nameOf(a), b: nameOf(b), bits: bits(a, b) })))
    .sort((x, y) => y.bits - x.bits || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
  const [insideA, insideB] = [insideOf(one, bits), insideOf(other, bits)];
  const [sideA, sideB] = [new Set(one.map(nameOf)), new Set(other.map(nameOf))];
  const judged = (verdict: string) =>
    link.input.verdicts.filter(
      (each) => each.verdict === verdict && ((sideA.has(each.a) && sideB.has(each.b)) || (sideA.has(each.b) && sideB.has(each.a))),
    ).length;
  return {
    sizes: [one.length, other.length],
    cohesion: { a: meanOf(insideA), b: meanOf(insideB), together: meanOf([...insideA, ...insideB, ...across.map((pair) => pair.bits)]) },
    across: {
      pairs: across.length,
      likely: across.filter((pair) => pair.bits >= 0).length,
      average: meanOf(across.map((pair) => clip(pair.bits))) ?? 0,
    },
    strongest: across.slice(0, shownPairs),
    weakest: across.at(-1) ?? null,
    shared: listCommon(link, one, other),
    rejected: judged("reject"),
    confirmed: judged("confirm"),
  };
}
