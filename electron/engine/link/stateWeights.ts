// Prior and counts set by hand: what they would do, and setting them.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { WeightsEffect } from "../../../shared/link/modelCalls.ts";
import type { LinkModel } from "../../../shared/link/pairScore.ts";
import type { WeightEdits } from "../../../shared/link/weightEdits.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { JobContext, WriteContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { writeWeightEdits } from "../store/sqlite/tables/weightEdits.ts";
import { keep, preparedOf } from "./runLink.ts";
import type { EffectInput } from "./weightsTask.ts";

/** A level is one of the last run; the expected pairs can be stated before there is any. */
function requireKnown(db: ReadableDb, { levels }: WeightEdits): void {
  if (levels.length === 0) return;
  const run = readLastLinkRun(db);
  if (!run) throw new CaseweaveError("not-linked-yet");
  const model = JSON.parse(run.model) as LinkModel;
  const unknown = levels.find((edit) => !model.levels.some(({ feature, level }) => feature === edit.feature && level === edit.level));
  if (unknown) throw new CaseweaveError("weight-unknown", { feature: unknown.feature, level: unknown.level });
}

export async function previewWeights(context: JobContext, edits: WeightEdits): Promise<WeightsEffect> {
  requireKnown(context.db, edits);
  const input: EffectInput = { ...preparedOf(context), edits };
  return await context.jobs.run<WeightsEffect>("previewWeights", input, { signal: context.signal, report: context.report, keep });
}

interface Stated {
  readonly edits: WeightEdits;
  readonly reason: string;
}

export function stateWeights({ db, user, clock, changed }: WriteContext, { edits, reason }: Stated): { readonly stale: boolean } {
  if (reason.trim() === "") throw new CaseweaveError("reason-missing");
  requireKnown(db, edits);
  const levels = edits.levels.filter(({ m, u }) => m !== null || u !== null);
  writeWeightEdits(db, { ...edits, levels, reason: reason.trim(), by: user, at: isoTime(clock()) });
  changed("facts");
  return { stale: true };
}
