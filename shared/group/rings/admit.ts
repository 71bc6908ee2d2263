// Who belongs to the offender side: who holds the cases' money, shares a work handset, signs in to a fraud's page or drives its car is in;
// who only talks, or shares a hotel room, is in when he does so with two or more different of one community, and mostly with those.
import type { GraphProgress } from "../../graph/progress.ts";
import type { Actors } from "./actors.ts";
import type { MoneyWays } from "./moneyWays.ts";
import { findCommunities } from "./ringCommunities.ts";
import type { RingData } from "./ringData.ts";
import { graphOf, listTalk, listTies, numberVertices, type RingLink, type RingVertices } from "./ringGraph.ts";

export interface Admitted {
  readonly links: readonly RingLink[];
  readonly vertices: RingVertices;
  readonly isIn: Uint8Array;
  /** In by talk only. */
  readonly isTalker: Uint8Array;
  /** −1: outside. */
  readonly community: Int32Array;
  /** Who talks with two or more of several communities, without belonging to one. */
  readonly between: readonly { readonly vertex: number; readonly communities: readonly number[] }[];
}

const leastPosts = 2;
const ownShare = 0.6;
const mostRounds = 8;

function anchor(data: RingData, actors: Actors, money: MoneyWays, vertices: RingVertices): Uint8Array {
  const isIn = new Uint8Array(vertices.count);
  const add = (v: number) => {
    if (data.isPublic[v] === 0 && data.isVictim[v] === 0) isIn[actors.isLine[v] === 1 ? v : actors.of[v]!] = 1;
  };
  isIn.fill(1, vertices.nodes);
  for (const { entity } of data.involved) add(entity);
  money.level.forEach((level, v) => {
    if (level > 0) add(v);
  });
  for (const { from, to } of data.handsets)
    if (actors.isWorkHandset[to] === 1) {
      add(from);
      add(to);
    }
  const isNamed = new Set(data.involved.map(({ entity }) => entity));
  for (const { from, to } of data.owns) if (data.kinds[to] === "vehicle" && isNamed.has(to)) add(from);
  addLogins(data, actors, isIn, add);
  return isIn;
}

/** Devices that signed in to what is in, and whoever uses such a handset; addresses join only what is in already. */
function addLogins(data: RingData, actors: Actors, isIn: Uint8Array, add: (v: number) => void): void {
  const devices = new Set<number>();
  for (const { from, to } of data.logins)
    if (isIn[actors.of[from]!] === 1 && data.isPublic[from] === 0) {
      add(to);
      if (data.kinds[to] === "device") devices.add(to);
    }
  for (const { from, to } of data.handsets) if (devices.has(to)) add(from);
}

interface Talk {
  readonly vertex: number;
  /** What it talks with: all that speaks from one work handset is one. */
  readonly posts: ReadonlyMap<number, readonly number[]>;
}

function collectTalk({ calls, roommates }: RingData, actors: Actors, isOpen: (v: number) => boolean): Talk[] {
  const found = new Map<number, Map<number, number[]>>();
  const endOf = (v: number) => (actors.isLine[v] === 1 ? v : actors.of[v]!);
  const put = (vertex: number, other: number, device: number | null) => {
    const posts = found.get(vertex) ?? found.set(vertex, new Map()).get(vertex)!;
    const post = device !== null && actors.isWorkHandset[device] === 1 ? device : other;
    posts.get(post)?.push(other) ?? posts.set(post, [other]);
  };
  for (const { from, to, device } of calls) {
    const [a, b] = [endOf(from), endOf(to)];
    if (a === b || !isOpen(from) || !isOpen(to)) continue;
    put(a, b, device);
    put(b, a, device);
  }
  for (const { from, to } of roommates) {
    if (!isOpen(from) || !isOpen(to)) continue;
    put(endOf(from), endOf(to), null);
    put(endOf(to), endOf(from), null);
  }
  for (const posts of found.values()) for (const others of posts.values()) others.sort((a, b) => a - b);
  return [...found]
    .map(([vertex, posts]) => ({ vertex, posts }))
    .filter(({ vertex }) => actors.isLine[vertex] === 0)
    .sort((a, b) => a.vertex - b.vertex);
}

/** How many different posts of each community somebody talks with. */
function countPosts({ posts }: Talk, homeOf: (vertex: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const others of posts.values()) {
    const home = others.map(homeOf).find((one) => one >= 0);
    if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return counts;
}

function homeOf(counts: ReadonlyMap<number, number>, least: number): number {
  const [best] = [...counts].sort(([p, x], [q, y]) => y - x || p - q);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return best !== undefined && best[1] >= least && best[1] >= ownShare * all ? best[0] : -1;
}

/** All who talk mostly with one community; then, as in a 2-core, those leave who have fewer than two posts among it and those who stayed. */
function chooseTalkers(talkers: readonly Talk[], isIn: Uint8Array, isTalker: Uint8Array, community: Int32Array): Set<number> {
  const anchored = (vertex: number) => (isIn[vertex] === 1 && isTalker[vertex] === 0 ? community[vertex]! : -1);
  const homes = new Map<number, number>();
  /** Those who talk with an anchored one first, then those who talk with them. */
  for (const least of [1, leastPosts])
    for (const one of talkers) {
      if (homes.has(one.vertex)) continue;
      const home = homeOf(
        countPosts(one, (v) => homes.get(v) ?? anchored(v)),
        least,
      );
      if (home >= 0) homes.set(one.vertex, home);
    }
  const byVertex = new Map(talkers.map((one) => [one.vertex, one]));
  for (let left = true; left; ) {
    left = false;
    for (const [vertex, home] of homes) {
      const counts = countPosts(byVertex.get(vertex)!, (v) => homes.get(v) ?? anchored(v));
      if (homeOf(counts, leastPosts) === home) continue;
      homes.delete(vertex);
      left = true;
    }
  }
  return new Set(homes.keys());
}

function clusterIn(links: readonly RingLink[], isIn: Uint8Array, progress: GraphProgress): Int32Array {
  const { graph, vertices } = graphOf(links, isIn);
  const part = findCommunities(graph, 1, progress);
  const community = new Int32Array(isIn.length).fill(-1);
  vertices.forEach((vertex, node) => {
    community[vertex] = part[node]!;
  });
  return community;
}

export function admit(data: RingData, actors: Actors, money: MoneyWays, progress: GraphProgress = {}): Admitted {
  const vertices = numberVertices(data);
  const links = [...listTies(data, actors, money, vertices), ...listTalk(data, actors)];
  const isIn = anchor(data, actors, money, vertices);
  const isTalker = new Uint8Array(vertices.count);
  const isOpen = (v: number) => data.isPublic[v] === 0 && data.isVictim[v] === 0;
  const sellers = new Set(actors.soldLines.map(({ from }) => actors.of[from]!));
  const talkers = collectTalk(data, actors, isOpen).filter(({ vertex }) => isIn[vertex] === 0 && !sellers.has(vertex));
  let community = clusterIn(links, isIn, progress);
  for (let round = 0; round < mostRounds; round++) {
    const chosen = chooseTalkers(talkers, isIn, isTalker, community);
    if (talkers.every(({ vertex }) => chosen.has(vertex) === (isTalker[vertex] === 1))) break;
    for (const { vertex } of talkers) isTalker[vertex] = isIn[vertex] = chosen.has(vertex) ? 1 : 0;
    community = clusterIn(links, isIn, progress);
  }
  const between = talkers.flatMap((one) => {
    const counts = countPosts(one, (v) => (isIn[v] === 1 ? community[v]! : -1));
    const communities = [...counts].filter(([, n]) => n >= leastPosts).map(([number]) => number);
    return communities.length > 1 ? [{ vertex: one.vertex, communities }] : [];
  });
  return { links, vertices, isIn, isTalker, community, between };
}
