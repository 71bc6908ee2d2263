// The offender-side graph: actors, their things, the cases and the series; each link weighs what its rarity says.
// Rarity: log2 of the links of a kind between two that chance alone would give, 2E ÷ (degree · degree) of the configuration model (Newman and Girvan 2004).
import { buildCsr, type Csr } from "../../graph/csr.ts";
import type { Actors } from "./actors.ts";
import type { MoneyWays } from "./moneyWays.ts";
import type { RingData, Tie } from "./ringData.ts";

export type RingLinkKind = "case" | "series" | "handset" | "login" | "money" | "vehicle" | "room" | "talk";

export interface RingLink {
  readonly kind: RingLinkKind;
  /** Vertices: nodes of the data, then cases, then series. */
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}

export interface RingVertices {
  readonly nodes: number;
  readonly count: number;
  readonly caseOf: (number: number) => number;
  readonly seriesOf: (name: string) => number;
  /** What a vertex is: numbers of series are given by the store, so a series goes by its first case. */
  readonly nameOf: (vertex: number) => string;
}

/** A single link may not outweigh everything else. */
const mostBits = 10;
/** In few facts nothing is rare: a link still ties. */
const leastBits = 1;
/** What everybody shares is no tie: below two bits at an end that many know. */
const commonBits = 2;
const manyOthers = 30;

export function numberVertices({ refs, names, cases }: RingData): RingVertices {
  const firstCases = new Map<string, string>();
  for (const { series, number } of cases) if (series !== null && !firstCases.has(series)) firstCases.set(series, number);
  const place = new Map([...firstCases.keys()].map((name, i) => [name, refs.length + cases.length + i]));
  const all = [...names, ...cases.map(({ number }) => `case:${number}`), ...[...firstCases.values()].map((number) => `series:${number}`)];
  return {
    nodes: refs.length,
    count: all.length,
    caseOf: (number) => refs.length + number,
    seriesOf: (name) => place.get(name)!,
    nameOf: (vertex) => all[vertex]!,
  };
}

const keyOf = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);

interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Each pair once, weighed by the degrees of all pairs of its kind; those that pass the filter are given back. */
export function weighPairs(kind: RingLinkKind, pairs: Iterable<Pair>, isWanted: (pair: Pair) => boolean = () => true): RingLink[] {
  const distinct = new Map<string, Pair>();
  for (const { a, b } of pairs) if (a !== b) distinct.set(keyOf(a, b), { a: Math.min(a, b), b: Math.max(a, b) });
  const degree = new Map<number, number>();
  for (const { a, b } of distinct.values()) for (const end of [a, b]) degree.set(end, (degree.get(end) ?? 0) + 1);
  return [...distinct.values()].flatMap(({ a, b }) => {
    const [one, other] = [degree.get(a)!, degree.get(b)!];
    const bits = Math.log2((2 * distinct.size) / (one * other));
    if ((bits < commonBits && Math.max(one, other) > manyOthers) || !isWanted({ a, b })) return [];
    return [{ kind, a, b, bits: Math.min(mostBits, Math.max(leastBits, bits)) }];
  });
}

/** Everything that ties things and actors together except talk. */
export function listTies(data: RingData, actors: Actors, money: MoneyWays, vertices: RingVertices): RingLink[] {
  const { of, isLine } = actors;
  const isOpen = (v: number) => data.isPublic[v] === 0 && data.isVictim[v] === 0;
  const endOf = (v: number) => (isLine[v] === 1 ? v : of[v]!);
  const pair = ({ from, to }: Tie): Pair => ({ a: endOf(from), b: endOf(to) });
  const both = ({ from, to }: Tie) => isOpen(from) && isOpen(to);
  const lineOwners = [...actors.nodes.keys()].flatMap((actor) =>
    actors.nodes.get(actor)!.flatMap((v) => (isLine[v] === 1 && v !== actor ? [{ a: v, b: actor }] : [])),
  );
  return [
    ...weighPairs(
      "case",
      data.involved
        .filter(({ entity }) => isOpen(entity))
        .map(({ entity, case: number }) => ({ a: endOf(entity), b: vertices.caseOf(number) })),
    ),
    ...data.cases.flatMap(({ series, seriesBits }, i): RingLink[] =>
      series === null
        ? []
        : [
            {
              kind: "series",
              a: vertices.caseOf(i),
              b: vertices.seriesOf(series),
              bits: Math.min(mostBits, Math.max(leastBits, seriesBits)),
            },
          ],
    ),
    ...weighPairs("handset", [...data.handsets.filter(both).map(pair), ...lineOwners]),
    ...weighPairs("login", data.logins.filter(both).map(pair)),
    ...weighPairs("money", allTransfers(data, endOf), passedFilter(money, pair)),
    ...weighPairs("vehicle", data.owns.filter((tie) => both(tie) && data.kinds[tie.to] === "vehicle").map(pair)),
  ];
}

function* allTransfers({ transfers }: RingData, endOf: (v: number) => number): Iterable<Pair> {
  for (let i = 0; i < transfers.count; i++)
    if (transfers.from[i]! >= 0 && transfers.to[i]! >= 0) yield { a: endOf(transfers.from[i]!), b: endOf(transfers.to[i]!) };
}

function passedFilter({ passed }: MoneyWays, pair: (tie: Tie) => Pair): (pair: Pair) => boolean {
  const keys = new Set(passed.map(pair).map(({ a, b }) => keyOf(a, b)));
  return ({ a, b }) => keys.has(keyOf(a, b));
}

/** Who talks or shares a room with whom, each actor once: talk from a work line counts for its line. */
export function listTalk(data: RingData, { of, isLine }: Actors): RingLink[] {
  const isOpen = (v: number) => data.isPublic[v] === 0 && data.isVictim[v] === 0;
  const endOf = (v: number) => (isLine[v] === 1 ? v : of[v]!);
  const pairsOf = (ties: readonly Tie[]): Pair[] =>
    ties.filter(({ from, to }) => isOpen(from) && isOpen(to)).map(({ from, to }) => ({ a: endOf(from), b: endOf(to) }));
  return [...weighPairs("talk", pairsOf(data.calls)), ...weighPairs("room", pairsOf(data.roommates))];
}

export interface Inside {
  readonly graph: Csr;
  /** Vertex of each node of the graph. */
  readonly vertices: readonly number[];
}

/** The graph of the links whose both ends are in. Nodes and sums stand in the order of vertices, whatever the order of the links: communities are drawn by place. */
export function graphOf(links: readonly RingLink[], isIn: Uint8Array): Inside {
  const own = links.filter(({ a, b }) => isIn[a] === 1 && isIn[b] === 1).sort((p, q) => p.a - q.a || p.b - q.b || p.bits - q.bits);
  const vertices = [...new Set(own.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  const numbers = new Map(vertices.map((vertex, node) => [vertex, node]));
  const from = own.map(({ a }) => numbers.get(a)!);
  const to = own.map(({ b }) => numbers.get(b)!);
  return { graph: buildCsr(vertices.length, { from, to, weight: own.map(({ bits }) => bits) }, false), vertices };
}
