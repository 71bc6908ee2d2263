// A series or a ring as it leaves: members and states, what holds it, what was taken out. References in words that another unit can read, rows by their sheet.
import type { SeriesDetail } from "../../../../shared/group/calls.ts";
import type { NamedEntity, RingDetail, RingMemberItem } from "../../../../shared/group/ringCalls.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import type { BundleFinding, RingFound, SeriesFound } from "../../../../shared/review/exchange/finding.ts";
import { type KnownOrigin, refLeaving } from "./origins.ts";

export interface Leave {
  readonly origins: ReadonlyMap<number, KnownOrigin>;
  readonly keyOrigins: ReadonlyMap<number, string>;
  readonly unit: string;
}

/** Moment of the run that found it. */
interface Found {
  readonly at: number;
}

export function tellSeries(detail: SeriesDetail, { at }: Found, leave: Leave): BundleFinding {
  const { series, title, members, cohesionBits, weakest, firstAt, lastAt, loss, splitBy, basis, takenOut } = detail;
  const ref = (entity: string) => refLeaving(entity, leave.keyOrigins);
  const split = splitBy === null ? null : ref(splitBy.entity);
  const found: SeriesFound = {
    kind: "series",
    members: members
      .map(({ case: number, bits, membership, state, verdict }) => ({ case: number, bits, membership, state, verdict }))
      .sort((a, b) => (a.case < b.case ? -1 : 1)),
    cohesionBits,
    weakest: { a: weakest.a, b: weakest.b, bits: weakest.bits },
    firstAt,
    lastAt,
    loss,
    shared: detail.shared.flatMap(({ entity, kind, label, cases, bits }) => {
      const told = ref(entity);
      return told === null ? [] : [{ entity: told, kind, label, cases: { ...cases }, bits }];
    }),
    splitBy: splitBy === null || split === null ? null : { entity: split, label: splitBy.label, parts: [...splitBy.parts] },
    basis: basis.map(({ basis: name, pairs, bits }) => ({ basis: name, pairs, bits })),
    takenOut: takenOut.map(({ case: number, reason, at: when }) => ({ case: number, reason, at: when })),
  };
  return { number: series, title, unit: leave.unit, foundAt: at, found };
}

export function tellRing(ring: RingDetail, { at }: Found, leave: Leave): BundleFinding {
  const names = (all: readonly NamedEntity[]) => all.flatMap((one) => nameLeaving(one, leave));
  const rows = (all: readonly Citation[]) => rowsLeaving(all, leave);
  const { ring: number, score, parts, people, cases, series, victims, loss, firstAt, lastAt, stability } = ring;
  const found: RingFound = {
    kind: "ring",
    score,
    parts: { ...parts },
    people,
    roles: ring.roles.map(({ role, count, named }) => ({ role, count, named: names(named) })),
    cases: [...cases],
    series: [...series],
    victims,
    loss,
    firstAt,
    lastAt,
    stability,
    members: ring.members.flatMap((one) => memberLeaving(one, leave)),
    shared: ring.shared.flatMap((one) => nameLeaving(one, leave).map((named) => ({ ...named, cases: one.cases, people: one.people }))),
    phases: ring.phases.map(({ phase, from, until, count, sources }) => ({ phase, from, until, count, sources: rows(sources) })),
    sellers: ring.sellers.flatMap((one) =>
      nameLeaving(one, leave).map((named) => ({
        ...named,
        sold: names(one.sold),
        cases: [...one.cases],
        sources: rows(one.sources),
      })),
    ),
  };
  return { number, title: ring.namedBy?.label ?? ring.title, unit: leave.unit, foundAt: at, found };
}

function memberLeaving(member: RingMemberItem, leave: Leave): RingFound["members"] {
  const { role, why, core, stability, also } = member;
  const names = (all: readonly NamedEntity[]) => all.flatMap((one) => nameLeaving(one, leave));
  const told = {
    reason: why.reason,
    numbers: { ...why.numbers },
    amount: why.amount,
    named: names(why.named),
    sources: rowsLeaving(why.sources, leave),
  };
  return nameLeaving(member, leave).map((named) => ({ ...named, role, why: told, core, stability, also: names(also) }));
}

function nameLeaving({ entity, kind, label }: NamedEntity, { keyOrigins }: Leave): { entity: string; kind: string; label: string }[] {
  const ref = refLeaving(entity, keyOrigins);
  return ref === null ? [] : [{ entity: ref, kind, label }];
}

const rowsLeaving = (rows: readonly Citation[], { origins }: Leave): { origin: string; row: number }[] =>
  rows.flatMap(({ sourceId, row }) => {
    const known = origins.get(sourceId);
    return known === undefined ? [] : [{ origin: known.origin, row }];
  });
