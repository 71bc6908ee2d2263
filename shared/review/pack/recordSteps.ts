// From steps of the audit log to a pack: numbers and days of a call become parameters, a job is followed by the read that lists what it stored,
// and series that were named by their ids refer to the series that the pack itself will have found.
import { catalogue } from "../../words.ts";
import type { StepKind, TunableArgument } from "./line.ts";
import type { Pack, PackArgument, PackParameter, PackScalar, PackSectionSpec, PackStepSpec, PackWords } from "./pack.ts";
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
const isPlain = (value: unknown): value is PackArgument => isScalar(value) || (Array.isArray(value) && value.every(isScalar));

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
  if (tunable.kind === "entities" && Array.isArray(value)) return { ...head, kind: "entities", default: value.map(String) };
  return null;
}

/** `series:S-1` and the like next month mean: the series that were grouped then, as many as were named. */
function refersToSeries(value: unknown, seriesStep: string | null): Made | null {
  const isSeries = Array.isArray(value) && value.length > 0 && value.every((one) => String(one).startsWith("series:"));
  if (!isSeries || seriesStep === null) return null;
  return { argument: { from: `steps.${seriesStep}.series[].series`, prefix: "series:", top: value.length }, parameter: null };
}

function makeArgument(step: string, kind: StepKind, name: string, value: unknown, seriesStep: string | null): Made | null {
  const series = refersToSeries(value, seriesStep);
  if (series) return series;
  const tunable = kind.tunable.find((one) => one.name === name);
  const parameter = tunable ? makeParameter(`${step}${name[0]!.toUpperCase()}${name.slice(1)}`, tunable, value) : null;
  if (parameter) return { argument: { from: `parameters.${parameter.name}` }, parameter };
  return isPlain(value) ? { argument: value, parameter: null } : null;
}

/** `motifs1` of `group.findMotifs`: the noun of the call and its place. */
const stepId = (call: string, place: number): string => {
  const noun = call.split(".")[1]!.replace(/^[a-z]+/, "");
  return `${noun[0]!.toLowerCase()}${noun.slice(1)}${place}`;
};

const sectionOf = (id: string, call: string): PackSectionSpec => ({ id, step: id, title: stepWords(call), where: [], top: null });

/** Steps that packs cannot make are the caller's to leave out before. */
export function recordSteps(recorded: readonly RecordedStep[]): RecordedParts {
  const steps: PackStepSpec[] = [];
  const sections: PackSectionSpec[] = [];
  const parameters: PackParameter[] = [];
  let seriesStep: string | null = null;
  for (const [i, { call, arguments: given }] of withListings(recorded).entries()) {
    const kind = findStepKind(call);
    if (!kind) continue;
    const id = stepId(call, i + 1);
    const bound: Record<string, PackArgument> = {};
    for (const [name, value] of Object.entries(given)) {
      const made = makeArgument(id, kind, name, value, seriesStep);
      if (!made) continue;
      bound[name] = made.argument;
      if (made.parameter) parameters.push(made.parameter);
    }
    // What a trace begins from may be gone next month: the rest of the pack still runs.
    steps.push({ id, call, with: bound, about: stepWords(call), optional: call.startsWith("trace.") });
    if (kind.shape) sections.push(sectionOf(id, call));
    if (call === "group.listSeries") seriesStep = id;
  }
  return { steps, sections, parameters };
}
