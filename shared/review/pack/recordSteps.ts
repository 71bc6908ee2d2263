// From steps of the audit log to a pack: numbers and days of a call become parameters, a job is followed by the read that lists what it stored,
// series that were named by their ids refer to the series that the pack itself will have found, and what was asked of one after the other runs for each.
import { catalogue } from "../../words.ts";
import type { StepKind, TunableArgument } from "./line.ts";
import {
  mostItems,
  type Pack,
  type PackArgument,
  type PackParameter,
  type PackScalar,
  type PackSectionSpec,
  type PackStepSpec,
  type PackWords,
} from "./pack.ts";
import { findStepKind } from "./steps/index.ts";

export interface RecordedStep {
  readonly call: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export type RecordedParts = Pick<Pack, "steps" | "sections" | "parameters">;

/** Words of the catalogue in both languages; a key that is not there stands for itself. */
const wordsAt = (key: string): PackWords => ({ zh: catalogue[key]?.zh ?? key, en: catalogue[key]?.en ?? key });

const stepWords = (call: string): PackWords => wordsAt(`pack.step.${call}`);

/** Reads that list what a job stored are put behind it where nobody recorded them. */
function withListings(steps: readonly RecordedStep[]): RecordedStep[] {
  return steps.flatMap((step, i) => {
    const listing = findStepKind(step.call)?.listedBy ?? null;
    const isRecorded = listing === null || steps.slice(i + 1).some(({ call }) => call === listing);
    return isRecorded ? [step] : [step, { call: listing, arguments: {} }];
  });
}

const isScalar = (value: unknown): value is PackScalar => value === null || ["string", "number", "boolean"].includes(typeof value);
const isRecord = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isScalar);
const isPlain = (value: unknown): value is PackArgument =>
  isScalar(value) || (Array.isArray(value) && value.every((one) => isScalar(one) || isRecord(one)));

interface Made {
  readonly argument: PackArgument;
  readonly parameter: PackParameter | null;
}

function makeParameter(name: string, tunable: TunableArgument, value: unknown): PackParameter | null {
  const head = { name, label: wordsAt(`pack.argument.${tunable.name}`) };
  if (tunable.kind === "number" && typeof value === "number")
    return { ...head, kind: "number", default: value, min: Math.min(tunable.min, value), max: Math.max(tunable.max, value) };
  if (tunable.kind === "day" && (value === null || (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))))
    return { ...head, kind: "day", default: value };
  if ((tunable.kind === "text" || tunable.kind === "subject") && typeof value === "string")
    return { ...head, kind: "text", default: value.slice(0, 200) };
  if (tunable.kind === "entities" && Array.isArray(value)) return { ...head, kind: "entities", default: value.map(String) };
  return null;
}

/** Steps of the pack whose lists hold the series and the rings, as far as they were made. */
interface Listed {
  series: string | null;
  ring: string | null;
}

/** `series:S-1` and the like next month mean: the series that were grouped then, as many as were named. */
function refersToSeries(value: unknown, { series }: Listed): Made | null {
  const isSeries = Array.isArray(value) && value.length > 0 && value.every((one) => String(one).startsWith("series:"));
  if (!isSeries || series === null) return null;
  return { argument: { from: `steps.${series}.series[].series`, prefix: "series:", top: value.length }, parameter: null };
}

const subjectForm = /^(?:(?:series|ring):)?([SR])-\d+$/;

/** The list that a series or ring stands in. */
const listOf = (value: unknown): keyof Listed | null => {
  const match = typeof value === "string" ? subjectForm.exec(value) : null;
  return match ? (match[1] === "S" ? "series" : "ring") : null;
};

const subjectOf = ({ call, arguments: given }: RecordedStep): string | null => {
  const name = findStepKind(call)?.tunable.find(({ kind }) => kind === "subject")?.name;
  return name !== undefined && listOf(given[name]) !== null ? name : null;
};

/** A call that was made of one series (ring) after the other: one step that runs for each, as many as were looked at. */
function withLoops(steps: readonly RecordedStep[]): readonly (RecordedStep & { readonly times: number })[] {
  const first = new Map<string, { step: RecordedStep; subjects: Set<unknown> }>();
  const places = steps.map((step) => {
    const name = subjectOf(step);
    const { [name ?? ""]: subject, ...others } = step.arguments;
    const question = name === null ? null : JSON.stringify([step.call, listOf(subject), others]);
    const before = question === null ? undefined : first.get(question);
    before?.subjects.add(subject);
    const own = { step, subjects: new Set([subject]) };
    if (question !== null && !before) first.set(question, own);
    return before ? null : own;
  });
  return places.flatMap((place) => (place ? [{ ...place.step, times: place.subjects.size }] : []));
}

function makeArgument(step: string, kind: StepKind, [name, value]: readonly [string, unknown], listed: Listed): Made | null {
  const series = refersToSeries(value, listed);
  if (series) return series;
  const tunable = kind.tunable.find((one) => one.name === name);
  const list = tunable?.kind === "subject" ? listOf(value) : null;
  if (list !== null && listed[list] !== null) return { argument: { from: `item.${list}` }, parameter: null };
  const parameter = tunable ? makeParameter(`${step}${name[0]!.toUpperCase()}${name.slice(1)}`, tunable, value) : null;
  if (parameter) return { argument: { from: `parameters.${parameter.name}` }, parameter };
  return isPlain(value) ? { argument: value, parameter: null } : null;
}

/** `motifs1` of `group.findMotifs`: the noun of the call and its place. */
const stepId = (call: string, place: number): string => {
  const noun = call.split(".")[1]!.replace(/^(?:run|list|find|read|trace|rank|collide|profile|match|range)(?=[A-Z])/, "");
  return `${noun[0]!.toLowerCase()}${noun.slice(1)}${place}`;
};

const sectionOf = (id: string, call: string): PackSectionSpec => ({ id, step: id, title: stepWords(call), where: [], top: null });

function makeStep(
  id: string,
  { call, arguments: given, times }: RecordedStep & { readonly times: number },
  kind: StepKind,
  listed: Listed,
) {
  const made = Object.entries(given).flatMap(([name, value]) => {
    const one = makeArgument(id, kind, [name, value], listed);
    return one ? [[name, one] as const] : [];
  });
  const list = subjectOf({ call, arguments: given });
  const of = list === null ? null : listed[listOf(given[list])!];
  const step: PackStepSpec = {
    id,
    call,
    with: Object.fromEntries(made.map(([name, { argument }]) => [name, argument])),
    about: stepWords(call),
    ...(of === null ? {} : { each: { of, most: Math.min(times, mostItems) } }),
    // What a step begins from may be gone next month: the rest of the pack still runs.
    optional: call.startsWith("trace.") || list !== null,
  };
  return { step, parameters: made.flatMap(([, { parameter }]) => parameter ?? []) };
}

/** Steps that packs cannot make are the caller's to leave out before. */
export function recordSteps(recorded: readonly RecordedStep[]): RecordedParts {
  const steps: PackStepSpec[] = [];
  const sections: PackSectionSpec[] = [];
  const parameters: PackParameter[] = [];
  const listed: Listed = { series: null, ring: null };
  for (const [i, one] of withLoops(withListings(recorded)).entries()) {
    const kind = findStepKind(one.call);
    if (!kind) continue;
    const id = stepId(one.call, i + 1);
    const made = makeStep(id, one, kind, listed);
    steps.push(made.step);
    parameters.push(...made.parameters);
    if (kind.shape) sections.push(sectionOf(id, one.call));
    if (one.call === "group.listSeries") listed.series = id;
    if (one.call === "group.listRings") listed.ring = id;
  }
  return { steps, sections, parameters };
}
