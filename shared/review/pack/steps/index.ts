// The calls that a pack may make: reads, and jobs that find or list. Nothing else runs, whatever a file says; a new step is one line in its stage's list.
import type { StepKind } from "../line.ts";
import { groupSteps } from "./groupSteps.ts";
import { linkSteps } from "./linkSteps.ts";
import { traceSteps } from "./traceSteps.ts";

export const stepKinds: readonly StepKind[] = [...linkSteps, ...groupSteps, ...traceSteps];

const byCall = new Map(stepKinds.map((kind) => [kind.call, kind]));

export const findStepKind = (call: string): StepKind | undefined => byCall.get(call);
