// Runs ring discovery, and answers about what the last run found.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { RingDetail, RingItem, RingSort, SellerItem } from "../../../shared/group/ringCalls.ts";
import { fenOf } from "../../../shared/model/money.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readIdentityState } from "../store/sqlite/tables/identityOf.ts";
import { haveIdentitiesMovedSince, keepIdentitiesSeen } from "../store/sqlite/tables/identitySeen.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { insertRingRun, listRingRows, type RingRunRow, readLastRingRun, readRingRow } from "../store/sqlite/tables/rings.ts";
import { bySales } from "./describeRings.ts";
import { readStoredRing, type StoredRing } from "./storedRing.ts";

export async function runRings(context: JobContext) {
  return await context.exclusive(async () => {
    const began = context.clock();
    const group = readLastGroupRun(context.db);
    if (!group) throw new CaseweaveError("not-grouped-yet");
    const { path, key } = context.workspace;
    const dataVersion = readDataVersion(context.db);
    const identities = readIdentityState(context.db);
    const rings = await context.jobs.run<readonly StoredRing[]>(
      "findRings",
      { path, key },
      { signal: context.signal, report: context.report },
    );
    const seconds = (context.clock() - began) / 1000;
    const before = readLastRingRun(context.db)?.lastNumber ?? 0;
    const lastNumber = rings.reduce((most, { ring }) => Math.max(most, numberOf(ring)), before);
    const people = rings.reduce((sum, ring) => sum + ring.people, 0);
    const runId = context.commit({ action: "rings.stored", detail: { rings: rings.length, people } }, ["group"], (db) => {
      keepIdentitiesSeen(db, "rings", identities);
      return insertRingRun(
        db,
        { groupRunId: group.id, dataVersion, at: context.clock(), lastNumber, seconds },
        rings.map((ring) => ({ id: ring.ring, detail: JSON.stringify(ring) })),
      );
    });
    return { runId, rings: rings.length, people, seconds };
  });
}

const numberOf = (ring: string) => Number(ring.slice(2));

const isStale = (db: ReadableDb, run: RingRunRow) =>
  run.dataVersion !== readDataVersion(db) || run.groupRunId !== readLastGroupRun(db)?.id || haveIdentitiesMovedSince(db, "rings");

const orders: Record<RingSort, (a: RingItem, b: RingItem) => number> = {
  score: (a, b) => b.score - a.score,
  cases: (a, b) => b.cases.length - a.cases.length,
  loss: (a, b) => (fenOf(b.loss) ?? 0) - (fenOf(a.loss) ?? 0),
  last: (a, b) => ((a.lastAt ?? "") < (b.lastAt ?? "") ? 1 : (a.lastAt ?? "") > (b.lastAt ?? "") ? -1 : 0),
  stability: (a, b) => b.stability - a.stability,
};

const readAll = (db: ReadableDb, run: RingRunRow | undefined) =>
  run ? listRingRows(db, run.id).map(({ detail }) => readStoredRing(detail)) : [];

export function listRings(db: ReadableDb, sort: RingSort) {
  const run = readLastRingRun(db);
  const rings = readAll(db, run)
    .map(({ members: _, shared: _shared, phases: _phases, bridges: _bridges, sellers: _sellers, ...item }): RingItem => item)
    .sort((a, b) => orders[sort](a, b) || numberOf(a.ring) - numberOf(b.ring));
  return { rings, stale: run !== undefined && isStale(db, run), runId: run?.id ?? null };
}

export function readRing(db: ReadableDb, ring: string): RingDetail & { readonly stale: boolean } {
  const run = readLastRingRun(db);
  const row = run && readRingRow(db, run.id, ring);
  if (!run || !row) throw new CaseweaveError("ring-unknown", { ring });
  return { ...readStoredRing(row.detail), stale: isStale(db, run) };
}

export function listSellers(db: ReadableDb): SellerItem[] {
  const sellers = readAll(db, readLastRingRun(db)).flatMap((ring) => ring.sellers);
  return sellers.sort(bySales);
}
