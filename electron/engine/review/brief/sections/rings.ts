// Rings that had cases in the period, and which of them are new.
import type { RingItem } from "../../../../../shared/group/ringCalls.ts";
import { ringTitle } from "../../../../../shared/group/ringName.ts";
import type { Sentence } from "../../../../../shared/review/paper/paper.ts";
import { readStoredRing } from "../../../group/storedRing.ts";
import type { ReadableDb } from "../../../store/sqlite/database.ts";
import { readRingRunAt } from "../../../store/sqlite/tables/asOf.ts";
import { listRingRows, readLastRingRun } from "../../../store/sqlite/tables/rings.ts";
import { type BriefContext, type BriefSection, citeCases, line, statement, told } from "../briefContext.ts";
import { caseRows } from "../caseRows.ts";

const ringsIn = (db: ReadableDb, runId: number): readonly RingItem[] => listRingRows(db, runId).map(({ detail }) => readStoredRing(detail));

interface RingNow {
  readonly ring: RingItem;
  /** Cases until the end of the period, and those of it. */
  readonly all: readonly string[];
  readonly fresh: readonly string[];
  readonly isNew: boolean;
}

function ringSentence(context: BriefContext, { ring, all, fresh, isNew }: RingNow): Sentence {
  const { say, job } = context;
  const values = { ring: ring.ring, title: job.show.text(ringTitle(say, ring)), mark: isNew ? say("brief.ring.new") : "" };
  return statement(
    say,
    `ring:${ring.ring}`,
    { fresh: fresh.length, count: all.length, people: ring.people },
    values,
    citeCases(context, caseRows(job.db, fresh)),
  );
}

export const rings: BriefSection = {
  id: "rings",
  heading: "brief.section.rings",
  write: (context) => {
    const { job, say, startAt, endAt, period, dayOf } = context;
    const now = readRingRunAt(job.db, endAt) ?? readLastRingRun(job.db);
    if (!now) return [line(say("brief.none.ringRun"))];
    const before = readRingRunAt(job.db, startAt - 1);
    const known = new Set(before ? ringsIn(job.db, before.id).map(({ ring }) => ring) : []);
    const day = (number: string): number => dayOf.get(number) ?? Number.POSITIVE_INFINITY;
    const active = ringsIn(job.db, now.id)
      .map((ring): RingNow => {
        const all = ring.cases.filter((number) => day(number) <= period.to);
        const fresh = all.filter((number) => day(number) >= period.from).sort();
        return { ring, all, fresh, isNew: before !== undefined && !known.has(ring.ring) };
      })
      .filter(({ fresh }) => fresh.length > 0)
      .sort((a, b) => b.fresh.length - a.fresh.length || b.all.length - a.all.length || (a.ring.ring < b.ring.ring ? -1 : 1));
    if (active.length === 0) return [line(say("brief.none.rings"))];
    return told(
      context,
      active.map((one) => ringSentence(context, one)),
    );
  },
};
