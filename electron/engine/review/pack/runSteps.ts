// Runs the steps of a pack, one call after the other, on whatever workspace it is given: this one, or a temporary one for its test.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Pack, PackSectionSpec, PackStepSpec, ParameterValue } from "../../../../shared/review/pack/pack.ts";
import { chooseLines } from "../../../../shared/review/pack/packLines.ts";
import { findStepKind } from "../../../../shared/review/pack/steps/index.ts";
import type { StepState } from "../../../../shared/review/packCalls.ts";
import type { AnyCall } from "../../../../shared/rpc/call.ts";
import { type CallName, contract } from "../../../../shared/rpc/contract.ts";
import { bindArguments, bindConditions, bindTop, type Scope } from "./bindArguments.ts";

/** A call on the workspace that the pack runs on. */
export type Ask = (name: string, params: unknown) => Promise<unknown>;

export interface RanStep {
  readonly step: string;
  readonly state: StepState;
  readonly refusal: string | null;
  readonly seconds: number;
}

export interface RanPack {
  readonly steps: readonly RanStep[];
  /** Section → its lines, as the calls answered them. */
  readonly lines: Readonly<Record<string, readonly unknown[]>>;
}

interface Host {
  readonly ask: Ask;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Told before each step. */
  readonly onStep: (done: number, step: PackStepSpec) => void;
}

/** Only what the call itself refuses for: a fault of ours or a cancel is no finding. */
function refusalOf(error: unknown, { call, optional }: PackStepSpec): string | null {
  const own: AnyCall = contract[call as CallName];
  const isOwn = error instanceof CaseweaveError && error.code !== "cancelled" && own.errors.includes(error.code);
  return optional && isOwn ? error.code : null;
}

async function askStep(step: PackStepSpec, scope: Scope, ask: Ask): Promise<{ answer: unknown; state: StepState; refusal: string | null }> {
  const { values, isEmpty } = bindArguments(step.with, scope);
  if (isEmpty) return { answer: null, state: "empty", refusal: null };
  try {
    return { answer: await ask(step.call, values), state: "done", refusal: null };
  } catch (error) {
    const refusal = refusalOf(error, step);
    if (refusal === null) throw error;
    return { answer: null, state: "refused", refusal };
  }
}

/** Of a step that was left out there are none. */
function linesOf(section: PackSectionSpec, call: string, scope: Scope): readonly unknown[] {
  const shape = findStepKind(call)?.shape;
  const answer = scope.steps[section.step];
  const lines = shape && answer !== null ? shape.linesOf(answer) : [];
  return chooseLines(lines, bindConditions(section.where, scope), bindTop(section, scope));
}

/** A step at a time: what a later one asks of is there. */
export async function runSteps(pack: Pack, values: Readonly<Record<string, ParameterValue>>, host: Host): Promise<RanPack> {
  const answers: Record<string, unknown> = {};
  const lines: Record<string, readonly unknown[]> = {};
  const scope: Scope = { parameters: values, steps: answers, sections: lines };
  const ran: RanStep[] = [];
  for (const [i, step] of pack.steps.entries()) {
    host.signal.throwIfAborted();
    host.onStep(i, step);
    const began = host.clock();
    const { answer, state, refusal } = await askStep(step, scope, host.ask);
    answers[step.id] = answer;
    for (const section of pack.sections) if (section.step === step.id) lines[section.id] = linesOf(section, step.call, scope);
    ran.push({ step: step.id, state, refusal, seconds: (host.clock() - began) / 1000 });
  }
  return { steps: ran, lines };
}
