// Evaluates the linkage on solved cases in a child.
import { evaluateLinkage, type LinkEvaluation } from "../../../shared/link/evaluateLinkage.ts";
import type { Task } from "../jobs/task.ts";
import { type LinkTaskInput, readInput } from "./linkTask.ts";

export const evaluateTask: Task<LinkTaskInput, LinkEvaluation> = async (input, { signal, report }) =>
  evaluateLinkage(readInput(input), {
    signal,
    report: (done, total) => report({ phase: "learn", done, total, perSecond: null, secondsLeft: null, subject: "" }),
  });
