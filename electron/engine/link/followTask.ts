// In the child: the pairs of some cases scored anew by the weights of the last run, over the identities of today.
import { explainPair } from "../../../shared/link/explainPair.ts";
import type { Task } from "../jobs/task.ts";
import { type PackedPair, packPair } from "../store/sqlite/tables/linkRun.ts";
import { prepareStandingOnce, type StandingRun } from "./standingRun.ts";

/** Cases in which a public person stands are not scored in pairs without end; how many were left out is told. */
export const mostCases = 300;

export interface FollowInput {
  readonly run: StandingRun;
  readonly cases: readonly string[];
}

export const followTask: Task<FollowInput, PackedPair[]> = async ({ run, cases }, { signal }) => {
  const prepared = prepareStandingOnce(run, signal);
  const standing = cases.map((number) => prepared.input.aliases?.[number] ?? number);
  const numbers = [...new Set(standing)].sort();
  return numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => packPair(explainPair(prepared, a, b))));
};
