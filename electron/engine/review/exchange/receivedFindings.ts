// Series and rings of other units as they are listed and opened here: in the form of ours, with the rows that came with them.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { SeriesDetail, SeriesMember } from "../../../../shared/group/calls.ts";
import type { NamedEntity, RingDetail } from "../../../../shared/group/ringCalls.ts";
import { nameRing } from "../../../../shared/group/ringName.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { RingFound, SeriesFound } from "../../../../shared/review/exchange/finding.ts";
import type { FindingDetail, FindingItem, FindingOverlap } from "../../../../shared/review/findingCalls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listStandingDecisions } from "../../store/sqlite/tables/bundle.ts";
import { readCaseHeads } from "../../store/sqlite/tables/caseHead.ts";
import { type FindingRow, listFindingRows, readFindingRow } from "../../store/sqlite/tables/finding.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { countMembersAmong, listMembers, readSeriesRow } from "../../store/sqlite/tables/series.ts";
import { type KnownOrigin, keyIdsOf, readOrigins, refArriving } from "./origins.ts";

export type Found = SeriesFound | RingFound;

/** It passed the schema when it came. */
export const readFound = ({ detail }: Pick<FindingRow, "detail">): Found => JSON.parse(detail) as Found;

export const casesOfFound = (found: Found): string[] =>
  found.kind === "series" ? found.members.map((member) => member.case) : found.cases;

export function requireFinding(db: ReadableDb, finding: string): FindingRow {
  const row = readFindingRow(db, Number(finding.slice(2)));
  if (row === undefined) throw new CaseweaveError("finding-unknown", { finding });
  return row;
}

export const nameOfFinding = ({ id }: Pick<FindingRow, "id">): string => `X-${id}`;
export const titleOfFinding = ({ unit, number, title }: FindingRow): string => `${unit} ${number} ${title}`.trim();

export const listFindings = (db: ReadableDb, kind: FindingRow["kind"] | null): FindingItem[] =>
  listFindingRows(db, kind).map((row) => describe(db, row, readFound(row)));

function describe(db: ReadableDb, row: FindingRow, found: Found): FindingItem {
  const cases = casesOfFound(found).sort();
  const count = (state: string) => (found.kind === "series" ? found.members.filter((member) => member.state === state).length : 0);
  return {
    finding: nameOfFinding(row),
    findingKind: row.kind,
    unit: row.unit,
    number: row.number,
    title: row.title,
    foundAt: isoTime(row.foundAt),
    bundle: row.bundleId,
    cases,
    known: readCaseHeads(db, cases).size,
    core: count("core"),
    borderline: count("borderline"),
    cohesionBits: found.kind === "series" ? found.cohesionBits : null,
    loss: found.loss,
    firstAt: found.firstAt,
    lastAt: found.lastAt,
    state: row.state,
    stateNote: row.stateReason,
    stateBy: row.stateBy,
    stateAt: row.stateAt === null ? null : isoTime(row.stateAt),
    overlaps: listOverlaps(db, cases),
  };
}

function listOverlaps(db: ReadableDb, cases: readonly string[]): FindingOverlap[] {
  const run = readLastGroupRun(db);
  if (!run) return [];
  return countMembersAmong(db, run.id, cases).map(({ series, count }) => ({
    series,
    title: readSeriesRow(db, run.id, series)?.title ?? "",
    common: count,
    ours: listMembers(db, run.id, series).filter(({ state }) => state !== "waiting").length,
  }));
}

export function readFinding(db: ReadableDb, finding: string, unit: string): FindingDetail {
  const row = requireFinding(db, finding);
  const found = readFound(row);
  const here = arrivalOf(readOrigins(db, unit));
  const item = describe(db, row, found);
  return {
    ...item,
    series: found.kind === "series" ? seriesOf(db, row, found, here) : null,
    ring: found.kind === "ring" ? ringOf(row, found, here) : null,
    judgements: judgementsAmong(db, item.cases, unit),
  };
}

interface Arrival {
  readonly ref: (told: string) => string;
  readonly cite: (rows: readonly { readonly origin: string; readonly row: number }[]) => Citation[];
}

function arrivalOf(origins: ReadonlyMap<number, KnownOrigin>): Arrival {
  const keyIds = keyIdsOf(origins);
  const sheets = new Map([...origins.values()].map((known) => [known.origin, known.source]));
  return {
    ref: (told) => refArriving(told, keyIds) ?? told,
    cite: (rows) =>
      rows.flatMap(({ origin, row }) => {
        const source = sheets.get(origin);
        return source === undefined ? [] : [{ sourceId: source.id, row, source: source.name, sheet: source.sheet }];
      }),
  };
}

function seriesOf(db: ReadableDb, row: FindingRow, found: SeriesFound, here: Arrival): SeriesDetail {
  const heads = readCaseHeads(db, casesOfFound(found));
  const members = found.members.map((member): SeriesMember => {
    const head = heads.get(member.case);
    const { bits, membership, state, verdict } = member;
    const time = { at: head?.at ?? null, atKind: head?.atKind ?? null };
    const facts = { type: head?.type ?? null, place: head?.place ?? null, loss: head?.loss ?? null, otherLosses: head?.otherLosses ?? [] };
    return { case: member.case, ...time, ...facts, bits, membership, state, verdict };
  });
  const named = (state: string) => found.members.filter((member) => member.state === state).map((member) => member.case);
  const { splitBy, takenOut } = found;
  return {
    series: nameOfFinding(row),
    title: row.title,
    cases: [...named("core"), ...named("borderline")].sort(),
    core: named("core"),
    borderline: named("borderline"),
    cohesionBits: found.cohesionBits,
    weakest: found.weakest,
    firstAt: found.firstAt,
    lastAt: found.lastAt,
    loss: found.loss,
    confirmed: found.members.filter(({ verdict }) => verdict === "confirm").length,
    members: members.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : (a.at ?? "") > (b.at ?? "") ? 1 : a.case < b.case ? -1 : 1)),
    shared: found.shared.map((one) => ({ ...one, entity: here.ref(one.entity), refs: [here.ref(one.entity)] })),
    splitBy: splitBy && { ...splitBy, entity: here.ref(splitBy.entity) },
    basis: found.basis,
    version: row.bundleId,
    stale: false,
    changes: [],
    record: [],
    takenOut: takenOut.map((one) => ({ ...one, by: row.unit })),
    settling: [],
  };
}

function ringOf(row: FindingRow, found: RingFound, here: Arrival): RingDetail {
  const name = ({ entity, kind, label }: NamedEntity): NamedEntity => ({ entity: here.ref(entity), kind, label });
  const ring = nameOfFinding(row);
  const { kind: _, ...rest } = found;
  const told = {
    ...rest,
    ring,
    title: row.title,
    roles: found.roles.map((one) => ({ ...one, named: one.named.map(name) })),
    members: found.members.map(({ role, why, core, stability, also, ...member }) => ({
      ...name(member),
      role,
      why: { ...why, named: why.named.map(name), sources: here.cite(why.sources) },
      core,
      stability,
      also: also.map(name),
    })),
    shared: found.shared.map((one) => ({ ...one, ...name(one) })),
    phases: found.phases.map((one) => ({ ...one, sources: here.cite(one.sources) })),
    bridges: [],
    sellers: found.sellers.map((one) => ({
      ...name(one),
      ring,
      sold: one.sold.map(name),
      cases: one.cases,
      sources: here.cite(one.sources),
    })),
  };
  return { ...told, namedBy: nameRing(told) };
}

/** What stands of pairs of its cases, whoever judged. */
function judgementsAmong(db: ReadableDb, cases: readonly string[], unit: string): FindingDetail["judgements"] {
  const own = new Set(cases);
  return listStandingDecisions(db).flatMap(({ subject, a, b, verdict, reason, at, unit: from }) =>
    subject === "pair" && verdict !== "later" && own.has(a) && own.has(b)
      ? [{ subject: "pair", a, b, verdict, reason, unit: from ?? unit, at: isoTime(at) }]
      : [],
  );
}
