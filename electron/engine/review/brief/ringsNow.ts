// Rings that had cases in the period, read once for the summary and the section that tells of them.
import type { RingItem } from "../../../../shared/group/ringCalls.ts";
import { readStoredRing } from "../../group/storedRing.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readRingRunAt } from "../../store/sqlite/tables/asOf.ts";
import { listRingRows, readLastRingRun } from "../../store/sqlite/tables/rings.ts";
import type { BriefBase } from "./briefBase.ts";

export interface RingNow {
  readonly ring: RingItem;
  /** Cases until the end of the period, and those of it. */
  readonly all: readonly string[];
  readonly fresh: readonly string[];
  readonly isNew: boolean;
}

const ringsIn = (db: ReadableDb, runId: number): readonly RingItem[] => listRingRows(db, runId).map(({ detail }) => readStoredRing(detail));

/** Those with most new cases first; null while rings have not been looked for. */
export function readRingsNow({ job, startAt, endAt, period, dayOf }: BriefBase): readonly RingNow[] | null {
  const now = readRingRunAt(job.db, endAt) ?? readLastRingRun(job.db);
  if (!now) return null;
  const before = readRingRunAt(job.db, startAt - 1);
  const known = new Set(before ? ringsIn(job.db, before.id).map(({ ring }) => ring) : []);
  const day = (number: string): number => dayOf.get(number) ?? Number.POSITIVE_INFINITY;
  return ringsIn(job.db, now.id)
    .map((ring): RingNow => {
      const all = ring.cases.filter((number) => day(number) <= period.to);
      const fresh = all.filter((number) => day(number) >= period.from).sort();
      return { ring, all, fresh, isNew: before !== undefined && !known.has(ring.ring) };
    })
    .filter(({ fresh }) => fresh.length > 0)
    .sort((a, b) => b.fresh.length - a.fresh.length || b.all.length - a.all.length || (a.ring.ring < b.ring.ring ? -1 : 1));
}
