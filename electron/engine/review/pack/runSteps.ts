// Runs the steps of a pack, one call after the other, on whatever workspace it is given: this one, or a temporary one for its test.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { problemsOf } from "../../../../shared/problems.ts";
import { type Item, itemOf, shapeOfSection, withItem } from "../../../../shared/review/pack/items.ts";
import type { Pack, PackStepSpec, ParameterValue } from "../../../../shared/review/pack/pack.ts";
import { chooseLines } from "../../../../shared/review/pack/packLines.ts";
import { findStepKind } from "../../../../shared/review/pack/steps/index.ts";
import type { StepState } from "../../../../shared/review/packCalls.ts";
import type { AnyCall } from "../../../../shared/rpc/call.ts";
import { type CallName, contract } from "../../../../shared/rpc/contract.ts";
import { bindArguments, bindConditions, bindTop, figuresHold, numberAt, type Scope } from "./bindArguments.ts";

/** A call on the workspace that the pack runs on. */
export type Ask = (name: string, params: unknown) => Promise<unknown>;

/** What became of a step for one line of its list. */
export interface RanItem {
  readonly item: Item;
  readonly state: StepState;
  readonly refusal: string | null;
  /** In the lists of the step. */
  readonly lines: number;
}

export interface RanStep {
  readonly step: string;
  readonly state: StepState;
  readonly refusal: string | null;
  readonly seconds: number;
  /** Of a step that runs for each line of a list, and of how many lines there were; null of others. */
  readonly items: readonly RanItem[] | null;
  readonly all: number | null;
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

interface Asked {
  readonly answer: unknown;
  readonly state: StepState;
  readonly refusal: string | null;
}

const leftOut = (state: StepState): Asked => ({ answer: null, state, refusal: null });

/** What paths brought together is held against the contract before it is asked, so that the step is named. */
function checkBound({ id, call }: PackStepSpec, values: Readonly<Record<string, unknown>>): void {
  const parsed = (contract[call as CallName] as AnyCall).params.safeParse(values);
  if (!parsed.success)
    throw new CaseweaveError("pack-argument-wrong", { step: id, call, problems: problemsOf(parsed.error.issues, values) });
}

async function askStep(step: PackStepSpec, scope: Scope, { ask, signal }: Host): Promise<Asked> {
  signal.throwIfAborted();
  const { values, isEmpty } = bindArguments(step.with, scope);
  if (isEmpty) return leftOut("empty");
  checkBound(step, values);
  try {
    return { answer: await ask(step.call, values), state: "done", refusal: null };
  } catch (error) {
    const refusal = refusalOf(error, step);
    if (refusal === null) throw error;
    return { answer: null, state: "refused", refusal };
  }
}

type Lines = Record<string, readonly unknown[]>;

/** Of each list of the step its lines; of a step that was left out there are none. */
function linesOf(pack: Pack, { id, call }: PackStepSpec, answer: unknown, scope: Scope): Lines {
  const shape = findStepKind(call)?.shape;
  const lines = shape && answer !== null ? shape.linesOf(answer) : [];
  return Object.fromEntries(
    pack.sections
      .filter(({ step }) => step === id)
      .map((section) => [section.id, chooseLines(lines, bindConditions(section.where, scope), bindTop(section, scope))]),
  );
}

interface Done {
  readonly answer: unknown;
  readonly lines: Lines;
  readonly ran: Omit<RanStep, "step" | "seconds">;
}

const countLines = (lines: Lines): number => Object.values(lines).reduce((sum, { length }) => sum + length, 0);

/** A step is left out where there was nothing to begin with; else it is what became of most of its items. */
function stateOfAll(items: readonly RanItem[]): Pick<RanStep, "state" | "refusal"> {
  const told = items.find(({ state }) => state === "done") ?? items.find(({ state }) => state === "refused");
  return told ? { state: told.state, refusal: told.refusal } : { state: "empty", refusal: null };
}

/** Once for each line, in the order of its list; `steps.<id>` is then the list of the answers. */
async function runEach(pack: Pack, step: PackStepSpec, scope: Scope, host: Host): Promise<Done> {
  const { of, most } = step.each!;
  const source = shapeOfSection(pack, pack.sections.find(({ id }) => id === of)!)!;
  const all = scope.sections[of] as readonly unknown[];
  const items: RanItem[] = [];
  const answers: unknown[] = [];
  const found: Lines[] = [];
  for (const line of all.slice(0, numberAt(most, scope)!)) {
    const item = itemOf(line, source);
    const { answer, state, refusal } = await askStep(step, { ...scope, item: line }, host);
    const lines = linesOf(pack, step, answer, scope);
    if (answer !== null) answers.push(answer);
    found.push(Object.fromEntries(Object.entries(lines).map(([section, own]) => [section, withItem(own, item)])));
    items.push({ item, state, refusal, lines: countLines(lines) });
  }
  const sections = pack.sections.filter((section) => section.step === step.id);
  const lines = Object.fromEntries(sections.map(({ id }) => [id, found.flatMap((one) => one[id] ?? [])]));
  return { answer: answers, lines, ran: { ...stateOfAll(items), items, all: all.length } };
}

async function runOnce(pack: Pack, step: PackStepSpec, scope: Scope, host: Host): Promise<Done> {
  const { answer, state, refusal } = await askStep(step, scope, host);
  return { answer, lines: linesOf(pack, step, answer, scope), ran: { state, refusal, items: null, all: null } };
}

function runStep(pack: Pack, step: PackStepSpec, scope: Scope, host: Host): Promise<Done> | Done {
  if (step.when && !figuresHold(step.when, scope)) {
    const answer = step.each ? [] : null;
    return { answer, lines: linesOf(pack, step, null, scope), ran: { state: "unmet", refusal: null, items: null, all: null } };
  }
  return step.each ? runEach(pack, step, scope, host) : runOnce(pack, step, scope, host);
}

/** A step at a time: what a later one asks of is there. */
export async function runSteps(pack: Pack, values: Readonly<Record<string, ParameterValue>>, host: Host): Promise<RanPack> {
  const answers: Record<string, unknown> = {};
  const lines: Lines = {};
  const scope: Scope = { parameters: values, steps: answers, sections: lines };
  const ran: RanStep[] = [];
  for (const [i, step] of pack.steps.entries()) {
    host.signal.throwIfAborted();
    host.onStep(i, step);
    const began = host.clock();
    const done = await runStep(pack, step, scope, host);
    answers[step.id] = done.answer;
    Object.assign(lines, done.lines);
    ran.push({ step: step.id, ...done.ran, seconds: (host.clock() - began) / 1000 });
  }
  return { steps: ran, lines };
}
