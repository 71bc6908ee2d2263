// What a pack must keep to beyond its form: calls that packs may make, paths that lead to something earlier, names used once, parameters in their range.
import { CaseweaveError } from "../../errors.ts";
import type { Pack, PackArgument, PackBinding, PackParameter, ParameterValue } from "./pack.ts";
import { isFieldPath, parsePath } from "./path.ts";
import { findStepKind } from "./steps/index.ts";

export const isBinding = (value: unknown): value is PackBinding => typeof value === "object" && value !== null && !Array.isArray(value);

interface Known {
  readonly parameters: ReadonlySet<string>;
  /** Steps that ran before, and the sections of those steps. */
  readonly steps: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

function checkPath(text: string, step: string, known: Known): void {
  const path = parsePath(text);
  if (!path || !known[path.root].has(path.name)) throw new CaseweaveError("pack-path-wrong", { step, path: text });
}

function checkArgument(value: PackArgument, step: string, known: Known): void {
  if (!isBinding(value)) return;
  checkPath(value.from, step, known);
  if (typeof value.top === "object") checkPath(value.top.from, step, { ...known, steps: new Set(), sections: new Set() });
}

function checkUnique(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new CaseweaveError("pack-unreadable", { reasonKey: "pack.reason.twice", name: twice });
}

function checkSteps({ steps, sections, parameters }: Pack): void {
  const before = new Set<string>();
  const names = new Set(parameters.map(({ name }) => name));
  for (const { id, call, with: given } of steps) {
    if (!findStepKind(call)) throw new CaseweaveError("pack-call-unknown", { step: id, call });
    const ready = new Set(sections.filter(({ step }) => before.has(step)).map((section) => section.id));
    for (const value of Object.values(given)) checkArgument(value, id, { parameters: names, steps: before, sections: ready });
    before.add(id);
  }
}

function checkSections({ steps, sections, parameters }: Pack): void {
  const calls = new Map(steps.map(({ id, call }) => [id, call]));
  const only: Known = { parameters: new Set(parameters.map(({ name }) => name)), steps: new Set(), sections: new Set() };
  for (const { id, step, where, top } of sections) {
    const call = calls.get(step);
    if (call === undefined || !findStepKind(call)?.shape) throw new CaseweaveError("pack-path-wrong", { step: id, path: `steps.${step}` });
    for (const { field, value } of where) {
      if (!isFieldPath(field)) throw new CaseweaveError("pack-path-wrong", { step: id, path: field });
      if (isBinding(value)) checkPath(value.from, id, only);
    }
    if (typeof top === "object" && top !== null) checkPath(top.from, id, only);
  }
}

function checkTest({ test, sections, parameters }: Pack): void {
  if (!test) return;
  checkUnique(test.sheets.map(({ name }) => name));
  for (const { section, by } of test.expected) {
    if (!sections.some(({ id }) => id === section))
      throw new CaseweaveError("pack-path-wrong", { step: "test", path: `sections.${section}` });
    const wrong = by.find((field) => !isFieldPath(field));
    if (wrong !== undefined) throw new CaseweaveError("pack-path-wrong", { step: "test", path: wrong });
  }
  parameterValues(parameters, test.set);
}

/** Throws what is wrong, with the step that it is wrong in. */
export function checkPack(pack: Pack): void {
  checkUnique(pack.parameters.map(({ name }) => name));
  checkUnique(pack.steps.map(({ id }) => id));
  checkUnique(pack.sections.map(({ id }) => id));
  checkSteps(pack);
  checkSections(pack);
  parameterValues(pack.parameters, {});
  checkTest(pack);
}

const day = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (value: string): boolean => day.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));

/** What a parameter allows, as its error says it; null where the value is right. */
function problemOf(parameter: PackParameter, value: ParameterValue): { readonly reasonKey: string; readonly allowed: string } | null {
  switch (parameter.kind) {
    case "number": {
      const isRight = typeof value === "number" && value >= parameter.min && value <= parameter.max;
      return isRight ? null : { reasonKey: "pack.reason.range", allowed: `${parameter.min} – ${parameter.max}` };
    }
    case "choice":
      return parameter.of.includes(String(value)) ? null : { reasonKey: "pack.reason.choice", allowed: parameter.of.join(", ") };
    case "day":
      return value === null || (typeof value === "string" && isDay(value)) ? null : { reasonKey: "pack.reason.day", allowed: "2026-11-01" };
    case "text":
      return typeof value === "string" ? null : { reasonKey: "pack.reason.text", allowed: "" };
    case "entities":
      return Array.isArray(value) && value.every((one) => /^[a-z-]+:./.test(String(one)))
        ? null
        : { reasonKey: "pack.reason.entities", allowed: "series:S-1" };
  }
}

/** The value of every parameter: what was set, else its default. Throws `pack-parameter-wrong`. */
export function parameterValues(
  parameters: readonly PackParameter[],
  set: Readonly<Record<string, ParameterValue>>,
): Record<string, ParameterValue> {
  const unknown = Object.keys(set).find((name) => !parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined)
    throw new CaseweaveError("pack-parameter-wrong", {
      parameter: unknown,
      value: "",
      reasonKey: "pack.reason.unknown",
      allowed: parameters.map(({ name }) => name).join(", "),
    });
  return Object.fromEntries(
    parameters.map((parameter) => {
      const value = Object.hasOwn(set, parameter.name) ? set[parameter.name]! : parameter.default;
      const problem = problemOf(parameter, value);
      if (problem) throw new CaseweaveError("pack-parameter-wrong", { parameter: parameter.name, value: String(value), ...problem });
      return [parameter.name, value];
    }),
  );
}
