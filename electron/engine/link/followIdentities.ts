// After people were merged or parted: the pairs of the cases that they stand in are scored anew by the weights of the last run, the rest stays.
import type { FollowedPairs } from "../../../shared/link/calls.ts";
import type { JobContext } from "../handler.ts";
import { listCasesOfEntities } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readIdentityState } from "../store/sqlite/tables/identityOf.ts";
import { followPairs, listMovedEntities, readIdentitiesSince, readLinkedFrom } from "../store/sqlite/tables/linkFollow.ts";
import { type PackedPair, readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { type FollowInput, mostCases } from "./followTask.ts";
import { keep } from "./runLink.ts";
import { readStandingRun } from "./standingRun.ts";

export async function followIdentities(context: JobContext): Promise<FollowedPairs> {
  return await context.exclusive(async () => {
    const { db } = context;
    const [run, from, since] = [readLastLinkRun(db), readLinkedFrom(db), readIdentitiesSince(db)];
    const standing = readStandingRun(db, context.workspace);
    if (!run || from === null || standing === null || !since.haveMoved)
      return { cases: 0, pairs: 0, leftOut: 0, needsRun: since.areFoundAnew };
    const state = readIdentityState(db);
    const touched = listCasesOfEntities(db, listMovedEntities(db, from));
    const cases = touched.slice(0, mostCases);
    const input: FollowInput = { run: standing, cases };
    const options = { signal: context.signal, report: context.report, keep };
    const scored = cases.length < 2 ? [] : await context.jobs.run<PackedPair[]>("followIdentities", input, options);
    const pairs = context.commit({ action: "link.followed", detail: { cases: cases.length } }, ["link"], (write) =>
      followPairs(write, run.id, scored, state),
    );
    return { cases: cases.length, pairs, leftOut: touched.length - cases.length, needsRun: false };
  });
}
