// One ring as roles, phases and figures see it: who is in it, what it uses, and how its people talk.
import type { Actors } from "./actors.ts";
import type { Admitted } from "./admit.ts";
import type { MoneyWays } from "./moneyWays.ts";
import type { CallTie, Involvement, RingData, Tie } from "./ringData.ts";

export interface RingView {
  readonly data: RingData;
  readonly actors: Actors;
  readonly money: MoneyWays;
  readonly community: number;
  /** Those that touch the ring's people, things or cases. */
  readonly involved: readonly Involvement[];
  readonly handsets: readonly Tie[];
  readonly logins: readonly Tie[];
  readonly owns: readonly Tie[];
  readonly scenes: readonly Tie[];
  readonly roommates: readonly Tie[];
  readonly passed: MoneyWays["passed"];
  /** Each actor by the node that stands for it. */
  readonly people: readonly number[];
  readonly lines: ReadonlySet<number>;
  readonly devices: ReadonlySet<number>;
  readonly netids: ReadonlySet<number>;
  readonly vehicles: ReadonlySet<number>;
  /** Numbers of cases. */
  readonly cases: ReadonlySet<number>;
  /** What an actor or line talks with inside the ring, with the calls. */
  readonly talk: ReadonlyMap<number, ReadonlyMap<number, readonly CallTie[]>>;
  /** Nobody receives money: the ring works on the spot. */
  readonly isOnTheSpot: boolean;
}

const acting = new Set(["person", "organisation", "phone", "account"]);

interface Sorted {
  readonly people: number[];
  readonly lines: Set<number>;
  readonly devices: Set<number>;
  readonly netids: Set<number>;
  readonly vehicles: Set<number>;
  readonly cases: Set<number>;
}

const emptyView = (): Sorted => ({
  people: [],
  lines: new Set(),
  devices: new Set(),
  netids: new Set(),
  vehicles: new Set(),
  cases: new Set(),
});

/** Account numbers of one case that nobody holds and no transfer names: as good as mistyped, nobody yet. */
function findGhosts({ kinds, involved, transfers }: RingData, { nodes }: Actors): Set<number> {
  const moved = new Set([...transfers.from, ...transfers.to]);
  const cases = new Map<number, Set<number>>();
  for (const { entity, case: number } of involved) cases.get(entity)?.add(number) ?? cases.set(entity, new Set([number]));
  const isGhost = (v: number) => kinds[v] === "account" && !moved.has(v) && (cases.get(v)?.size ?? 0) < 2;
  return new Set([...nodes].filter(([actor, own]) => own.length === 1 && isGhost(actor)).map(([actor]) => actor));
}

function sortVertices(data: RingData, actors: Actors, { isIn, community, vertices }: Admitted): Map<number, Sorted> {
  const views = new Map<number, Sorted>();
  const ghosts = findGhosts(data, actors);
  const things: Readonly<Record<string, "devices" | "netids" | "vehicles">> = { device: "devices", netid: "netids", vehicle: "vehicles" };
  for (let v = 0; v < vertices.nodes + data.cases.length; v++) {
    if (isIn[v] === 0 || community[v]! < 0) continue;
    const view = views.get(community[v]!) ?? views.set(community[v]!, emptyView()).get(community[v]!)!;
    if (v >= vertices.nodes) view.cases.add(v - vertices.nodes);
    else if (actors.isLine[v] === 1) view.lines.add(v);
    else if (ghosts.has(v)) continue;
    else if (acting.has(data.kinds[v]!)) view.people.push(v);
    else view[things[data.kinds[v]!]!].add(v);
  }
  return views;
}

/** Calls inside communities, by community and by end. */
function sortTalk(data: RingData, actors: Actors, { isIn, community }: Admitted): Map<number, Map<number, Map<number, CallTie[]>>> {
  const endOf = (v: number) => (actors.isLine[v] === 1 ? v : actors.of[v]!);
  const talk = new Map<number, Map<number, Map<number, CallTie[]>>>();
  for (const call of data.calls) {
    const [a, b] = [endOf(call.from), endOf(call.to)];
    const own = community[a]!;
    if (a === b || isIn[a] === 0 || isIn[b] === 0 || own < 0 || own !== community[b]) continue;
    const ring = talk.get(own) ?? talk.set(own, new Map()).get(own)!;
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = ring.get(x) ?? ring.set(x, new Map()).get(x)!;
      others.get(y)?.push(call) ?? others.set(y, [call]);
    }
  }
  return talk;
}

/** The ties of each community: those with an end in it. */
function sortTies<T>(ties: readonly T[], endsOf: (tie: T) => readonly number[]): Map<number, T[]> {
  const sorted = new Map<number, T[]>();
  for (const tie of ties) for (const own of new Set(endsOf(tie))) if (own >= 0) sorted.get(own)?.push(tie) ?? sorted.set(own, [tie]);
  return sorted;
}

function sortAllTies(data: RingData, actors: Actors, money: MoneyWays, { isIn, community, vertices }: Admitted) {
  const home = (vertex: number) => (isIn[vertex] === 1 ? community[vertex]! : -1);
  const homes = (v: number) => [home(v), home(actors.of[v]!)];
  const ends = ({ from, to }: Tie) => [...homes(from), ...homes(to)];
  return {
    involved: sortTies(data.involved, (one) => [...homes(one.entity), home(vertices.caseOf(one.case))]),
    handsets: sortTies(data.handsets, ends),
    logins: sortTies(data.logins, ends),
    owns: sortTies(data.owns, ends),
    scenes: sortTies(data.scenes, ({ from }) => homes(from)),
    roommates: sortTies(data.roommates, ends),
    passed: sortTies(money.passed, ends),
  };
}

/** Communities with at least two cases and two actors. */
export function viewRings(data: RingData, actors: Actors, money: MoneyWays, admitted: Admitted): RingView[] {
  const talk = sortTalk(data, actors, admitted);
  const ties = sortAllTies(data, actors, money, admitted);
  return [...sortVertices(data, actors, admitted)]
    .filter(([, { cases, people }]) => cases.size >= 2 && people.length >= 2)
    .map(([community, sorted]) => ({
      data,
      actors,
      money,
      community,
      involved: ties.involved.get(community) ?? [],
      handsets: ties.handsets.get(community) ?? [],
      logins: ties.logins.get(community) ?? [],
      owns: ties.owns.get(community) ?? [],
      scenes: ties.scenes.get(community) ?? [],
      roommates: ties.roommates.get(community) ?? [],
      passed: ties.passed.get(community) ?? [],
      ...sorted,
      talk: talk.get(community) ?? new Map(),
      isOnTheSpot: !sorted.people.some((actor) => actors.nodes.get(actor)!.some((v) => money.level[v]! > 0)),
    }));
}

export const nodesOf = ({ actors }: RingView, actor: number): readonly number[] => actors.nodes.get(actor) ?? [actor];

/** Who is shown for an actor: the person, else the number, else the account. */
export function faceOf(view: RingView, actor: number): number {
  const { kinds, refs } = view.data;
  const rank = (v: number) =>
    ["person", "organisation", "phone", "account"].indexOf(kinds[v]!) + (refs[v]!.startsWith("person:#") ? 0.5 : 0);
  return nodesOf(view, actor).reduce((best, v) => (rank(v) < rank(best) ? v : best));
}
