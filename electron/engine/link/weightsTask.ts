// In the child: what weights set by hand would do.
import type { WeightsEffect } from "../../../shared/link/modelCalls.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import type { WeightEdits } from "../../../shared/link/weightEdits.ts";
import { weightsEffect } from "../../../shared/link/weightsEffect.ts";
import type { Task } from "../jobs/task.ts";
import { type LinkTaskInput, prepareOnce } from "./linkTask.ts";

export interface EffectInput extends LinkTaskInput {
  readonly edits: WeightEdits;
}

/** Learned anew from what the last run saw, once as it stands and once with the edits. */
export const weightsTask: Task<EffectInput, WeightsEffect> = async ({ edits, ...input }, context) => {
  const before = prepareOnce(input, context);
  return weightsEffect(before, prepareLink({ ...before.input, edits }, { signal: context.signal }));
};
