// Pairs to learn from: random ones by hash of the case numbers, and those whose answer is known.

import { hashText } from "../../random.ts";
import type { LinkInput } from "../caseData.ts";
import { type CaseTable, distanceOf } from "../prepare/caseTable.ts";

export interface Pairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

export interface Labels {
  /** Solved together or confirmed. */
  readonly linked: Pairs;
  /** Solved and not together, or rejected: a sample of `unlinkedRate` of them. */
  readonly unlinked: Pairs;
  readonly unlinkedRate: number;
  /** Pairs judged by people. */
  readonly judged: number;
  /** Cases with a known suspect, and pairs of them that share one. */
  readonly solved: number;
  readonly solvedTogether: number;
}

const randomPairs = 60_000;
const mostUnlinked = 60_000;

const toPairs = (list: readonly (readonly [number, number])[]): Pairs => ({
  a: Int32Array.from(list, ([a]) => a),
  b: Int32Array.from(list, ([, b]) => b),
});

/** Case indices in an order that depends on their numbers only. */
function shuffledByHash(table: CaseTable, indices: readonly number[]): number[] {
  const hash = new Map(indices.map((i) => [i, hashText(table.records[i]!.number)]));
  return [...indices].sort((one, other) => hash.get(one)! - hash.get(other)! || one - other);
}

/** Neighbours at growing steps in the shuffled order: every pair once while there are few, a sample of `most` otherwise. */
function pairsByHash(table: CaseTable, indices: readonly number[], most: number): { pairs: [number, number][]; rate: number } {
  const order = shuffledByHash(table, indices);
  const all = (order.length * (order.length - 1)) / 2;
  const pairs: [number, number][] = [];
  for (let step = 1; step < order.length && (all <= most || pairs.length < most); step++) {
    const wraps = all > most;
    for (let i = 0; i < order.length && (wraps || i + step < order.length); i++) pairs.push([order[i]!, order[(i + step) % order.length]!]);
  }
  return { pairs, rate: all === 0 ? 1 : Math.min(1, pairs.length / all) };
}

/** Random pairs, without those known to be linked. */
export function sampleRandomPairs(table: CaseTable, labels: Labels): Pairs {
  const linked = new Set(Array.from(labels.linked.a, (a, i) => pairKey(a, labels.linked.b[i]!, table.count)));
  const { pairs } = pairsByHash(
    table,
    Array.from({ length: table.count }, (_, i) => i),
    randomPairs,
  );
  return toPairs(pairs.filter(([a, b]) => !linked.has(pairKey(a, b, table.count))));
}

export const pairKey = (a: number, b: number, count: number): number => Math.min(a, b) * count + Math.max(a, b);

/** Chains of co-offenders: cases joined through shared suspects, directly or not. */
function suspectChains(input: LinkInput): Int32Array {
  const root = Int32Array.from(input.cases, (_, i) => i);
  const find = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]!]!;
      i = root[i]!;
    }
    return i;
  };
  const first = new Map<string, number>();
  input.cases.forEach(({ suspects }, i) => {
    for (const suspect of suspects) {
      const other = first.get(suspect);
      if (other === undefined) first.set(suspect, i);
      else root[Math.max(find(i), find(other))] = Math.min(find(i), find(other));
    }
  });
  return root.map((_, i) => find(i));
}

/** Pairs of cases that share a suspect, as indices. */
export function solvedTogether(input: LinkInput): (readonly [number, number])[] {
  const bySuspect = new Map<string, number[]>();
  input.cases.forEach(({ suspects }, i) => {
    for (const suspect of new Set(suspects)) bySuspect.set(suspect, [...(bySuspect.get(suspect) ?? []), i]);
  });
  const keys = new Set<number>();
  for (const cases of bySuspect.values())
    for (let i = 0; i < cases.length; i++)
      for (let j = i + 1; j < cases.length; j++) keys.add(pairKey(cases[i]!, cases[j]!, input.cases.length));
  return [...keys].sort((a, b) => a - b).map((key) => [Math.floor(key / input.cases.length), key % input.cases.length] as const);
}

function judgedPairs(input: LinkInput, table: CaseTable, verdict: "confirm" | "reject"): [number, number][] {
  return input.verdicts
    .filter((each) => each.verdict === verdict)
    .map(({ a, b }) => [table.indexOf.get(a) ?? -1, table.indexOf.get(b) ?? -1] as [number, number])
    .filter(([a, b]) => a >= 0 && b >= 0 && a !== b);
}

/** Known answers: a shared suspect is the label, the suspect itself is never evidence. */
export function readLabels(input: LinkInput, table: CaseTable): Labels {
  const confirmed = judgedPairs(input, table, "confirm");
  const rejected = judgedPairs(input, table, "reject");
  const refused = new Set(rejected.map(([a, b]) => pairKey(a, b, table.count)));
  const bySuspect = solvedTogether(input);
  const together = new Map([...bySuspect, ...confirmed].map(([a, b]) => [pairKey(a, b, table.count), [a, b] as const]));
  const chains = suspectChains(input);
  const solved = input.cases.flatMap(({ suspects }, i) => (suspects.length > 0 ? [i] : []));
  const { pairs, rate } = pairsByHash(table, solved, mostUnlinked);
  const apart = pairs.filter(([a, b]) => chains[a] !== chains[b] && !together.has(pairKey(a, b, table.count)));
  return {
    linked: toPairs([...together].filter(([key]) => !refused.has(key)).map(([, pair]) => pair)),
    unlinked: toPairs([...apart, ...rejected]),
    unlinkedRate: rate,
    judged: confirmed.length + rejected.length,
    solved: solved.length,
    solvedTogether: new Set(bySuspect.map(([a, b]) => pairKey(a, b, table.count))).size,
  };
}

const scaleSample = 300;

/** Half the median distance to the nearest other case: below it two places are as good as one (docs/evidence.md). */
export function readPlaceScale(table: CaseTable): number {
  const placed = Array.from({ length: table.count }, (_, i) => i).filter((i) => !Number.isNaN(table.x[i]!));
  if (placed.length < 2) return 1;
  const sample = placed.length <= 2000 ? placed : shuffledByHash(table, placed).slice(0, scaleSample);
  const nearest = sample
    .map((i) =>
      placed.reduce(
        (least, j) => (i === j ? least : Math.min(least, distanceOf(table, i, j) || Number.POSITIVE_INFINITY)),
        Number.POSITIVE_INFINITY,
      ),
    )
    .filter((distance) => Number.isFinite(distance))
    .sort((a, b) => a - b);
  const half = (nearest[Math.floor(nearest.length / 2)] ?? 1) / 2;
  return table.isPlanar[placed[0]!] ? Math.max(half, 1e-9) : Math.max(half, 0.05);
}
