// The calls that a pack may make: reads, and jobs that find or list. Nothing else runs, whatever a file says; a new step is one entry in its stage's list.
import type { StepKind } from "../line.ts";
import { groupSteps } from "./groupSteps.ts";
import { linkSteps } from "./linkSteps.ts";
import { movementSteps } from "./movementSteps.ts";
import { resolveSteps } from "./resolveSteps.ts";
import { reviewSteps } from "./reviewSteps.ts";
import { traceSteps } from "./traceSteps.ts";

export const stepKinds: readonly StepKind[] = [
  ...resolveSteps,
  ...linkSteps,
  ...groupSteps,
  ...traceSteps,
  ...movementSteps,
  ...reviewSteps,
];

const byCall = new Map(stepKinds.map((kind) => [kind.call, kind]));

export const findStepKind = (call: string): StepKind | undefined => byCall.get(call);
