// One series as its page shows it: members, the identifiers they share, what would split it.
import type { SeriesDetail, SeriesMember } from "../../../shared/group/calls.ts";
import { findSettlingFacts } from "../../../shared/group/settle.ts";
import type { LinkModel } from "../../../shared/link/pairScore.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { readDecision } from "../store/sqlite/tables/decision.ts";
import { readLastLinkRun, readPairScore } from "../store/sqlite/tables/linkRun.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { listMembers, readSeriesRow } from "../store/sqlite/tables/series.ts";
import { listSeriesRecords, listTakenOut } from "../store/sqlite/tables/seriesRecord.ts";
import { isSeriesRunStale } from "../store/sqlite/tables/seriesSeen.ts";
import { listShared } from "./sharedOf.ts";

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
      otherLosses: head?.otherLosses ?? [],
      bits: row.bits,
      membership: row.membership,
      state: row.state,
      verdict,
    };
  });
  return members.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : (a.at ?? "") > (b.at ?? "") ? 1 : a.case < b.case ? -1 : 1));
}
