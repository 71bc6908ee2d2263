// One series as its page shows it: members, the identifiers they share, what would split it.
import type { SeriesDetail, SeriesMember, SharedIdentifier } from "../../../shared/group/calls.ts";
import { findSettlingFacts } from "../../../shared/group/settle.ts";
import type { LinkModel, PairScore } from "../../../shared/link/pairScore.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { listIdentifiersOfCases } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readDecision } from "../store/sqlite/tables/decision.ts";
import { listPairScoresAmong, readLastLinkRun, readPairScore } from "../store/sqlite/tables/linkRun.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listMembers, readSeriesRow } from "../store/sqlite/tables/series.ts";
import { listSeriesRecords, listTakenOut } from "../store/sqlite/tables/seriesRecord.ts";
import { isSeriesRunStale } from "../store/sqlite/tables/seriesSeen.ts";

const maxShared = 40;
const hiddenRoles = new Set(["victim", "reporter", "witness"]);

/** What the group run stored of a series. */
export type StoredSeries = Omit<SeriesDetail, "members" | "shared" | "version" | "stale" | "changes" | "record" | "takenOut" | "settling">;

export function readSeriesDetail(db: ReadableDb, id: string): SeriesDetail | null {
  const run = readLastGroupRun(db);
  const row = run && readSeriesRow(db, run.id, id);
  if (!run || !row) return null;
  const stored = JSON.parse(row.detail) as StoredSeries;
  const changes = (JSON.parse(run.changes) as Record<string, string[]>)[id] ?? [];
  return {
    ...stored,
    members: readMembers(db, run.id, id),
    shared: listShared(db, stored.cases),
    version: run.id,
    stale: isSeriesRunStale(db, run),
    changes,
    record: listSeriesRecords(db, id),
    takenOut: listTakenOut(db, id),
    settling: listSettling(db, stored.weakest),
  };
}

/** Of the weakest link, where its evidence is stored. */
function listSettling(db: ReadableDb, { a, b }: StoredSeries["weakest"]): SeriesDetail["settling"] {
  const run = readLastLinkRun(db);
  const score = run ? readPairScore(db, run.id, a < b ? a : b, a < b ? b : a) : null;
  return run && score ? findSettlingFacts(score, JSON.parse(run.model) as LinkModel) : [];
}

function readMembers(db: ReadableDb, runId: number, id: string): SeriesMember[] {
  const rows = listMembers(db, runId, id);
  const heads = readCaseHeads(
    db,
    rows.map((row) => row.case),
  );
  const members = rows.map((row): SeriesMember => {
    const head = heads.get(row.case);
    const verdict = readDecision(db, "series", id, row.case)?.verdict ?? null;
    return {
      case: row.case,
      at: head?.at ?? null,
      atKind: head?.atKind ?? null,
      type: head?.type ?? null,
      place: head?.place ?? null,
      loss: head?.loss ?? null,
      bits: row.bits,
      membership: row.membership,
      state: row.state,
      verdict,
    };
  });
  return members.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : (a.at ?? "") > (b.at ?? "") ? 1 : a.case < b.case ? -1 : 1));
}

/** Offender-side identifiers that at least two members have, and those that evidence reaches one step off. */
export function listShared(db: ReadableDb, cases: readonly string[]): SharedIdentifier[] {
  const shared = new Map<string, { kind: string; label: string; cases: Record<string, "direct" | "near">; bits: number }>();
  for (const row of listIdentifiersOfCases(db, cases)) {
    if (hiddenRoles.has(row.role) || row.kind === "place" || publicReason(row.kind, row.key, row.label)) continue;
    const ref = `${row.kind}:${row.key}`;
    const item = shared.get(ref) ?? { kind: row.kind, label: row.label, cases: {}, bits: 0 };
    item.cases[row.case] = "direct";
    shared.set(ref, item);
  }
  addNear(db, cases, shared);
  const items = [...shared].filter(([, item]) => Object.keys(item.cases).length > 1).map(([entity, item]) => ({ entity, ...item }));
  return items
    .sort((a, b) => Object.keys(b.cases).length - Object.keys(a.cases).length || b.bits - a.bits || (a.entity < b.entity ? -1 : 1))
    .slice(0, maxShared);
}

function addNear(
  db: ReadableDb,
  cases: readonly string[],
  shared: Map<string, { kind: string; label: string; cases: Record<string, "direct" | "near">; bits: number }>,
): void {
  const run = readLastLinkRun(db);
  for (const pair of run ? listPairScoresAmong(db, run.id, cases) : []) {
    for (const bar of pair.evidence) noteBar(pair, bar, shared);
  }
}

function noteBar(
  pair: PairScore,
  bar: PairScore["evidence"][number],
  shared: Map<string, { kind: string; label: string; cases: Record<string, "direct" | "near">; bits: number }>,
): void {
  for (const ref of bar.entities) {
    const kind = ref.slice(0, ref.indexOf(":"));
    if (kind === "case" || kind === "place") continue;
    const item = shared.get(ref) ?? { kind, label: ref.slice(kind.length + 1), cases: {}, bits: 0 };
    item.bits = Math.max(item.bits, bar.rawBits);
    if (bar.level === "near") for (const number of [pair.a, pair.b]) item.cases[number] ??= "near";
    shared.set(ref, item);
  }
}
