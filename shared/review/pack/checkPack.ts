// What a pack must keep to beyond its form: calls that packs may make, paths that lead to something earlier, names used once, parameters in their range.
import { CaseweaveError } from "../../errors.ts";
import { firstVersion, mostItems, type Pack, type PackArgument, type PackBinding, type PackStepSpec, packVersion } from "./pack.ts";
import { parameterValues } from "./parameterValues.ts";
import { isFieldPath, parsePath } from "./path.ts";
import { findStepKind } from "./steps/index.ts";

export const isBinding = (value: unknown): value is PackBinding => typeof value === "object" && value !== null && !Array.isArray(value);

interface Known {
  readonly parameters: ReadonlySet<string>;
  /** Steps that ran before, and the sections of those steps. */
  readonly steps: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  /** Those of the steps that run for each line of a list: theirs is a list of answers. */
  readonly loops: ReadonlySet<string>;
  /** The step at hand is such a one. */
  readonly hasItem: boolean;
}

const nothing: ReadonlySet<string> = new Set();
const onlyParameters = ({ parameters }: Known): Known => ({
  parameters,
  steps: nothing,
  sections: nothing,
  loops: nothing,
  hasItem: false,
});

/** `at`: the place in the file, `steps.stop.with.from`. */
const wrongPath = (at: string, path: string): CaseweaveError => new CaseweaveError("pack-path-wrong", { at, path });

function checkPath(text: string, at: string, known: Known): void {
  const path = parsePath(text);
  const isKnown = path?.root === "item" ? known.hasItem : path && known[path.root].has(path.name);
  const isOneOfMany = path?.root === "steps" && known.loops.has(path.name) && !path.isEach;
  if (!isKnown || isOneOfMany) throw wrongPath(at, text);
}

function checkArgument(value: PackArgument, at: string, known: Known): void {
  if (!isBinding(value)) return;
  checkPath(value.from, `${at}.from`, known);
  if (typeof value.top === "object") checkPath(value.top.from, `${at}.top.from`, onlyParameters(known));
}

function checkUnique(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new CaseweaveError("pack-unreadable", { reasonKey: "pack.reason.twice", name: twice });
}

/** A step runs for the lines of a list that stands before it: no step can wait for itself. */
function checkEach({ id, each }: PackStepSpec, known: Known, parameters: Pack["parameters"]): void {
  if (!each) return;
  const at = `steps.${id}.each`;
  if (!known.sections.has(each.of)) throw wrongPath(`${at}.of`, each.of);
  if (typeof each.most === "number") return;
  const { from } = each.most;
  checkPath(from, `${at}.most.from`, onlyParameters(known));
  const parameter = parameters.find(({ name }) => `parameters.${name}` === from);
  if (parameter?.kind !== "number" || parameter.min < 1 || parameter.max > mostItems)
    throw new CaseweaveError("pack-unreadable", { reasonKey: "pack.reason.limit", name: `${at}.most`, most: mostItems });
}

function checkStep(step: PackStepSpec, known: Known, pack: Pack): void {
  const { id, call, with: given, when = [] } = step;
  if (!findStepKind(call)) throw new CaseweaveError("pack-call-unknown", { step: id, call });
  checkEach(step, known, pack.parameters);
  for (const [name, value] of Object.entries(given)) checkArgument(value, `steps.${id}.with.${name}`, known);
  for (const [i, { of, value }] of when.entries()) {
    checkPath(of, `steps.${id}.when.${i}.of`, { ...known, hasItem: false });
    if (isBinding(value)) checkPath(value.from, `steps.${id}.when.${i}.value.from`, onlyParameters(known));
  }
}

const namesOf = ({ parameters }: Pack): ReadonlySet<string> => new Set(parameters.map(({ name }) => name));

function checkSteps(pack: Pack): void {
  const before = new Set<string>();
  const loops = new Set<string>();
  const parameters = namesOf(pack);
  for (const step of pack.steps) {
    const sections = new Set(pack.sections.filter((section) => before.has(section.step)).map(({ id }) => id));
    checkStep(step, { parameters, steps: before, sections, loops, hasItem: step.each !== undefined }, pack);
    before.add(step.id);
    if (step.each) loops.add(step.id);
  }
}

function checkSections(pack: Pack): void {
  const calls = new Map(pack.steps.map(({ id, call }) => [id, call]));
  const known: Known = { parameters: namesOf(pack), steps: nothing, sections: nothing, loops: nothing, hasItem: false };
  for (const { id, step, where, top, watch } of pack.sections) {
    const call = calls.get(step);
    if (call === undefined || !findStepKind(call)?.shape) throw wrongPath(`sections.${id}.step`, step);
    for (const [i, { field, value }] of where.entries()) {
      if (!isFieldPath(field)) throw wrongPath(`sections.${id}.where.${i}.field`, field);
      if (isBinding(value)) checkPath(value.from, `sections.${id}.where.${i}.value.from`, known);
    }
    if (typeof top === "object" && top !== null) checkPath(top.from, `sections.${id}.top.from`, known);
    if (watch && !parsePath(`item.${watch.of}`)) throw wrongPath(`sections.${id}.watch.of`, watch.of);
  }
}

const isNewStep = ({ each, when, with: given }: PackStepSpec): boolean =>
  each !== undefined || when !== undefined || Object.values(given).some((value) => isBinding(value) && value.asList);

/** The oldest version of the format that knows all that is used. */
export const versionFor = ({ steps, sections }: Pick<Pack, "steps" | "sections">): number =>
  steps.some(isNewStep) || sections.some(({ watch }) => watch) ? packVersion : firstVersion;

/** What an older version of the format does not know, a file of that version may not use. */
function checkFormat(pack: Pack): void {
  const needed = versionFor(pack);
  if (pack.version < needed) throw new CaseweaveError("pack-unreadable", { reasonKey: "pack.reason.older", version: pack.version, needed });
}

function checkTest({ test, sections, parameters }: Pack): void {
  if (!test) return;
  checkUnique(test.sheets.map(({ name }) => name));
  for (const [i, { section, by }] of test.expected.entries()) {
    if (!sections.some(({ id }) => id === section)) throw wrongPath(`test.expected.${i}.section`, section);
    const wrong = by.find((field) => !isFieldPath(field));
    if (wrong !== undefined) throw wrongPath(`test.expected.${i}.by`, wrong);
  }
  parameterValues(parameters, test.set);
}

/** Throws what is wrong, with the step that it is wrong in. */
export function checkPack(pack: Pack): void {
  checkUnique(pack.parameters.map(({ name }) => name));
  checkUnique(pack.steps.map(({ id }) => id));
  checkUnique(pack.sections.map(({ id }) => id));
  checkFormat(pack);
  checkSteps(pack);
  checkSections(pack);
  parameterValues(pack.parameters, {});
  checkTest(pack);
}
