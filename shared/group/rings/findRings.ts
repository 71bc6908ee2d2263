// Rings from end to end: money, actors, admission and communities, roles, phases, stability, rank; bridges between rings; sellers of cards and numbers.

import type { GraphProgress } from "../../graph/progress.ts";
import type { SourceRow } from "../../model/source.ts";
import { findActors } from "./actors.ts";
import { type Admitted, admit } from "./admit.ts";
import { followMoney } from "./moneyWays.ts";
import { type RingPhase, tellPhases } from "./phases.ts";
import type { RingData } from "./ringData.ts";
import { faceOf, nodesOf, type RingView, viewRings } from "./ringView.ts";
import { tellRoles } from "./roles/index.ts";
import type { RoleReason } from "./roles/role.ts";
import { measureStability } from "./stability.ts";

export interface RingMember {
  /** Node that is shown; `nodes` are all that are his. */
  readonly node: number;
  readonly nodes: readonly number[];
  readonly why: RoleReason;
  readonly stability: number;
}

export interface SharedThing {
  readonly node: number;
  /** Cases that name it, and people of the ring that it is tied to. */
  readonly cases: number;
  readonly people: number;
}

export interface Seller {
  readonly node: number;
  /** Accounts and numbers that others used. */
  readonly sold: readonly number[];
  readonly cases: readonly number[];
  readonly sources: readonly SourceRow[];
}

export interface FoundRing {
  readonly community: number;
  readonly score: number;
  /** What the score is the sum of. */
  readonly parts: Readonly<Record<"cases" | "victims" | "loss" | "shared" | "recency", number>>;
  readonly members: readonly RingMember[];
  readonly cases: readonly number[];
  readonly series: readonly string[];
  readonly victims: number;
  readonly lossFen: number;
  readonly shared: readonly SharedThing[];
  readonly phases: readonly RingPhase[];
  readonly stability: number;
  readonly sellers: readonly Seller[];
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export interface RingBridge {
  readonly a: number;
  readonly b: number;
  readonly nodes: readonly number[];
  readonly bits: number;
}

export interface FoundRings {
  /** Best score first. */
  readonly rings: readonly FoundRing[];
  readonly bridges: readonly RingBridge[];
}

export function findRings(data: RingData, progress: GraphProgress = {}): FoundRings {
  const money = followMoney(data);
  const actors = findActors(data);
  const admitted = admit(data, actors, money, progress);
  const views = viewRings(data, actors, money, admitted).filter((view) => isTied(view, admitted));
  const stability = measureStability(views, admitted, progress);
  const rings = views
    .map((view) => describeRing(view, stability.get(view.community)!))
    .sort((a, b) => b.score - a.score || a.community - b.community);
  return { rings, bridges: findBridges(admitted, new Set(rings.map(({ community }) => community)), data) };
}

/** Cases that only the linkage holds together are a series, not yet a ring: something is shared, or people talk. */
const isTied = (view: RingView, { isTalker }: Admitted): boolean =>
  listShared(view).length > 0 || view.people.some((actor) => isTalker[actor] === 1);

function describeRing(view: RingView, stability: { readonly ring: number; readonly member: ReadonlyMap<number, number> }): FoundRing {
  const { data, cases } = view;
  const roles = tellRoles(view);
  const members = view.people
    .map((actor) => ({
      node: faceOf(view, actor),
      nodes: nodesOf(view, actor),
      why: roles.get(actor)!,
      stability: stability.member.get(actor) ?? 0,
    }))
    .sort((a, b) => b.stability - a.stability || a.node - b.node);
  const own = [...cases].sort((a, b) => a - b).map((number) => data.cases[number]!);
  const times = own.flatMap(({ at }) => at ?? []);
  const lastAt = times.length > 0 ? times.reduce((most, at) => Math.max(most, at)) : null;
  const facts = {
    victims: own.reduce((sum, { victims }) => sum + Math.max(1, victims), 0),
    lossFen: own.reduce((sum, { lossFen }) => sum + (lossFen ?? 0), 0),
    shared: listShared(view),
  };
  const parts = scoreParts(own.length, facts.victims, facts.lossFen, facts.shared.length, ageDays(data.until, lastAt));
  return {
    community: view.community,
    score: Object.values(parts).reduce((sum, part) => sum + part, 0),
    parts,
    members,
    cases: [...cases].sort((a, b) => a - b),
    series: [...new Set(own.flatMap(({ series }) => series ?? []))].sort(),
    ...facts,
    phases: tellPhases(view, roles),
    stability: stability.ring,
    sellers: listSellers(view, roles),
    firstAt: times.length > 0 ? times.reduce((least, at) => Math.min(least, at)) : null,
    lastAt,
  };
}

const dayMs = 86_400_000;
const ageDays = (until: number | null, last: number | null): number =>
  until === null || last === null ? Number.POSITIVE_INFINITY : (until - last) / dayMs;
const fenOfTenThousand = 1_000_000;
/** Days after which recency counts half. */
const halfLifeDays = 60;

/** Doublings, so that no single figure decides: twice the cases count one more, as does twice the loss (in 10,000 yuan). */
function scoreParts(cases: number, victims: number, lossFen: number, shared: number, age: number): FoundRing["parts"] {
  return {
    cases: Math.log2(1 + cases),
    victims: Math.log2(1 + victims),
    loss: Math.log2(1 + lossFen / fenOfTenThousand),
    shared: Math.log2(1 + shared),
    recency: 3 * 2 ** (-age / halfLifeDays),
  };
}

/** Things of the ring that two or more of its cases name, or two or more of its people are tied to. */
function listShared(view: RingView): SharedThing[] {
  const { data, actors } = view;
  const cases = new Map<number, Set<number>>();
  const people = new Map<number, Set<number>>();
  const own = new Set(view.people);
  const note = (map: Map<number, Set<number>>, node: number, value: number) => map.get(node)?.add(value) ?? map.set(node, new Set([value]));
  for (const { entity, case: number } of view.involved)
    if (view.cases.has(number) && data.kinds[entity] !== "person" && data.isPublic[entity] === 0) note(cases, entity, number);
  for (const { from, to } of [...view.handsets, ...view.logins]) {
    if (data.isPublic[to] === 1) continue;
    if (own.has(actors.of[from]!)) note(people, to, actors.of[from]!);
    else if (view.lines.has(from)) note(people, to, from);
  }
  return [...new Set([...cases.keys(), ...people.keys()])]
    .map((node) => ({ node, cases: cases.get(node)?.size ?? 0, people: people.get(node)?.size ?? 0 }))
    .filter((thing) => thing.cases >= 2 || thing.people >= 2)
    .sort((a, b) => b.cases - a.cases || b.people - a.people || a.node - b.node);
}

/** Holders of accounts that received money first, and of numbers that others called from (两卡). */
function listSellers(view: RingView, roles: ReadonlyMap<number, RoleReason>): Seller[] {
  const { actors } = view;
  const sold = new Map<number, Set<number>>();
  const rows = new Map<number, SourceRow[]>();
  const add = (owner: number, thing: number, source: SourceRow) => {
    sold.get(owner)?.add(thing) ?? sold.set(owner, new Set([thing]));
    rows.get(owner)?.push(source) ?? rows.set(owner, [source]);
  };
  for (const { from, to, source } of view.owns)
    if (view.money.level[to] === 1 && roles.get(actors.of[from]!)?.role === "mule" && actors.of[to] === actors.of[from])
      add(faceOf(view, actors.of[from]!), to, source);
  for (const { from, to, source } of actors.soldLines) if (view.lines.has(to)) add(from, to, source);
  const casesOf = (things: ReadonlySet<number>) =>
    [...new Set(view.involved.filter(({ entity }) => things.has(entity)).map((one) => one.case))].sort((a, b) => a - b);
  return [...sold]
    .map(([node, things]) => ({ node, sold: [...things], cases: casesOf(things), sources: rows.get(node)!.slice(0, 5) }))
    .sort((a, b) => b.cases.length - a.cases.length || a.node - b.node);
}

/** What ties two rings: links between their people and things, and who talks with several of both. */
function findBridges({ links, isIn, community, vertices, between }: Admitted, rings: ReadonlySet<number>, data: RingData): RingBridge[] {
  const found = new Map<string, { a: number; b: number; nodes: Set<number>; bits: number }>();
  const add = (p: number, q: number, nodes: readonly number[], bits: number) => {
    if (p === q || !rings.has(p) || !rings.has(q)) return;
    const [a, b] = p < q ? [p, q] : [q, p];
    const known = found.get(`${a} ${b}`) ?? found.set(`${a} ${b}`, { a, b, nodes: new Set(), bits: 0 }).get(`${a} ${b}`)!;
    known.bits += bits;
    for (const node of nodes) if (node < vertices.nodes && data.kinds[node] !== "case") known.nodes.add(node);
  };
  for (const { a, b, bits } of links) if (isIn[a] === 1 && isIn[b] === 1) add(community[a]!, community[b]!, [a, b], bits);
  for (const { vertex, communities } of between)
    communities.forEach((p, i) => {
      for (const q of communities.slice(i + 1)) add(p, q, [vertex], 0);
    });
  return [...found.values()]
    .map(({ nodes, ...rest }) => ({ ...rest, nodes: [...nodes].sort((a, b) => a - b) }))
    .sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b);
}
