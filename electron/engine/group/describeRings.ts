// Turns found rings into what is stored and shown: numbers of nodes become references and names, rows become citations.
import { keepIdentity } from "../../../shared/group/keepIdentity.ts";
import type { NamedEntity, RingDetail, RingMemberItem, RingWhy, SellerItem } from "../../../shared/group/ringCalls.ts";
import type { FoundRing, FoundRings, RingMember, Seller } from "../../../shared/group/rings/findRings.ts";
import type { RingData } from "../../../shared/group/rings/ringData.ts";
import { type RingRole, ringRoles } from "../../../shared/group/rings/roles/role.ts";
import { decimalOf } from "../../../shared/model/money.ts";
import type { Citation, SourceRow } from "../../../shared/model/source.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { StoredRing } from "./storedRing.ts";

export interface Naming {
  readonly data: RingData;
  readonly cite: (row: SourceRow) => Citation;
  readonly seriesTitle: (series: string) => string;
}

/** From this share of the perturbed runs on a member is core. */
const coreShare = 0.7;
const mostNamed = 3;

const round = (value: number) => Math.round(value * 100) / 100;

const nameOf = ({ data }: Naming, node: number): NamedEntity => ({
  entity: data.refs[node]!,
  kind: data.kinds[node]!,
  label: data.labels[node]!,
});

function describeWhy(naming: Naming, { why }: RingMember): RingWhy {
  const { fen, ...numbers } = why.numbers;
  return {
    reason: why.reason,
    numbers,
    amount: fen === undefined ? null : decimalOf(fen),
    named: why.nodes.map((node) => nameOf(naming, node)),
    sources: why.sources.map(naming.cite),
  };
}

function describeMember(naming: Naming, member: RingMember): RingMemberItem {
  return {
    ...nameOf(naming, member.node),
    role: member.why.role,
    why: describeWhy(naming, member),
    core: member.stability >= coreShare,
    stability: round(member.stability),
    also: member.nodes.filter((node) => node !== member.node).map((node) => nameOf(naming, node)),
  };
}

const orderOf = (role: RingRole) => ringRoles.indexOf(role);

function describeSeller(naming: Naming, ring: string, { node, sold, cases, sources }: Seller): SellerItem {
  return {
    ...nameOf(naming, node),
    ring,
    sold: sold.map((thing) => nameOf(naming, thing)).sort((a, b) => (a.entity < b.entity ? -1 : 1)),
    cases: cases.map((number) => naming.data.cases[number]!.number).sort(),
    sources: sources.map(naming.cite),
  };
}

/** Those of most cases first. */
export const bySales = (a: SellerItem, b: SellerItem): number =>
  b.cases.length - a.cases.length || b.sold.length - a.sold.length || (a.entity < b.entity ? -1 : 1);

function summariseRoles(members: readonly RingMemberItem[]): RingDetail["roles"] {
  return ringRoles.flatMap((role) => {
    const own = members.filter((member) => member.role === role);
    const named = own.slice(0, mostNamed).map(({ entity, kind, label }) => ({ entity, kind, label }));
    return own.length === 0 ? [] : [{ role, count: own.length, named }];
  });
}

/** Title of the series that most of the ring's cases are in. */
function titleOf(naming: Naming, ring: FoundRing): string {
  const counts = new Map<string, number>();
  for (const number of ring.cases) {
    const { series } = naming.data.cases[number]!;
    if (series !== null) counts.set(series, (counts.get(series) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([p, x], [q, y]) => y - x || (p < q ? -1 : 1));
  return best ? naming.seriesTitle(best[0]) : "";
}

const timeOf = (at: number | null) => (at === null ? null : isoTime(at));

function describeRing(naming: Naming, id: string, ring: FoundRing, bridges: RingDetail["bridges"]): StoredRing {
  const members = ring.members
    .map((member) => describeMember(naming, member))
    .sort((a, b) => orderOf(a.role) - orderOf(b.role) || b.stability - a.stability || (a.entity < b.entity ? -1 : 1));
  return {
    ring: id,
    title: titleOf(naming, ring),
    score: round(ring.score),
    parts: Object.fromEntries(Object.entries(ring.parts).map(([part, value]) => [part, round(value)])) as unknown as RingDetail["parts"],
    people: members.length,
    roles: summariseRoles(members),
    cases: ring.cases.map((number) => naming.data.cases[number]!.number).sort(),
    series: ring.series,
    victims: ring.victims,
    loss: decimalOf(ring.lossFen),
    firstAt: timeOf(ring.firstAt),
    lastAt: timeOf(ring.lastAt),
    stability: round(ring.stability),
    members,
    shared: ring.shared.map(({ node, cases, people }) => ({ ...nameOf(naming, node), cases, people })),
    phases: ring.phases.map(({ phase, from, until, count, sources }) => ({
      phase,
      from: isoTime(from),
      until: isoTime(until),
      count,
      sources: sources.map(naming.cite),
    })),
    bridges,
    sellers: ring.sellers.map((seller) => describeSeller(naming, id, seller)).sort(bySales),
  };
}

const mostBridgeNames = 8;

/** Rings in the order of their scores; each inherits the id of the earlier ring that held most of its members. */
export function describeRings(
  naming: Naming,
  { rings, bridges }: FoundRings,
  earlier: readonly StoredRing[],
  lastNumber: number,
): StoredRing[] {
  const before = earlier.map(({ ring, members }) => ({ series: ring, cases: members.map(({ entity }) => entity), confirmed: [] }));
  const clusters = rings.map(({ members }) => members.map(({ node }) => naming.data.refs[node]!));
  const ids = keepIdentity(clusters, before, lastNumber, "R");
  const idOf = new Map(rings.map(({ community }, i) => [community, ids[i]!]));
  return rings.map((ring, i) => {
    const own = bridges
      .filter(({ a, b }) => a === ring.community || b === ring.community)
      .map(({ a, b, nodes, bits }) => ({
        ring: idOf.get(a === ring.community ? b : a)!,
        bits: round(bits),
        named: nodes.slice(0, mostBridgeNames).map((node) => nameOf(naming, node)),
      }));
    return describeRing(naming, ids[i]!, ring, own);
  });
}
