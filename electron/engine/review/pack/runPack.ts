// A run of a pack on this workspace: its steps, its lists held against those of the run before, kept with it.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import { type ComparedLine, compareLines, type LineChange, lineChanges } from "../../../../shared/review/pack/compareLines.ts";
import { type Item, shapeOfSection } from "../../../../shared/review/pack/items.ts";
import type { LineField } from "../../../../shared/review/pack/line.ts";
import type { Pack, PackSectionSpec, PackWords, ParameterValue } from "../../../../shared/review/pack/pack.ts";
import { makeLine, mostLines } from "../../../../shared/review/pack/packLines.ts";
import { parameterValues } from "../../../../shared/review/pack/parameterValues.ts";
import { readList } from "../../../../shared/review/pack/path.ts";
import type { PackRunAnswer } from "../../../../shared/review/packCalls.ts";
import type { JobContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listHeldKinds } from "../../store/sqlite/tables/heldKinds.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { insertPackRun, readPackRun, readRunLists } from "../../store/sqlite/tables/pack.ts";
import { requirePack } from "./knownPacks.ts";
import { type RanItem, type RanPack, type RanStep, runSteps } from "./runSteps.ts";

/** A list as it is kept. Titles stay readable when the pack is replaced. */
export interface KeptSection {
  readonly section: string;
  readonly title: PackWords;
  readonly about: PackWords | null;
  readonly call: string;
  readonly fields: readonly LineField[];
  readonly all: number;
  readonly counts: Readonly<Record<LineChange, number>>;
  readonly lines: readonly ComparedLine[];
  /** What the pack proposes to watch, as references; runs of earlier versions have none. */
  readonly watch?: readonly string[];
}

/** A step as it is kept. Runs of earlier versions have no items. */
export interface KeptStep extends Omit<PackRunAnswer["steps"][number], "items"> {
  readonly items?: readonly (Omit<RanItem, "item"> & Item)[] | null;
}

/** What is kept of a run beside its lists. */
export interface KeptSummary extends Pick<PackRunAnswer, "title" | "revision" | "seconds" | "set" | "against" | "differences"> {
  readonly lines: number;
  readonly steps: readonly KeptStep[];
}

export function requireSheets(db: ReadableDb, { id, expects }: Pack): void {
  const held = listHeldKinds(db);
  const lacking = expects.map(({ rowKind }) => rowKind).filter((kind) => !held.has(kind));
  if (lacking.length > 0) throw new CaseweaveError("pack-sheets-missing", { pack: id, rowKinds: lacking });
}

const countChanges = (lines: readonly ComparedLine[]): Record<LineChange, number> =>
  Object.fromEntries(lineChanges.map((change) => [change, lines.filter((line) => line.change === change).length])) as Record<
    LineChange,
    number
  >;

/** Each once, in the order of the lines. */
const proposedBy = ({ of, prefix = "" }: NonNullable<PackSectionSpec["watch"]>, lines: readonly unknown[]): readonly string[] => [
  ...new Set(lines.flatMap((line) => readList(line, of)).map((value) => `${prefix}${String(value)}`)),
];

function keepSection(
  section: PackSectionSpec,
  { pack, ran, before }: { pack: Pack; ran: RanPack; before: readonly KeptSection[] | null },
): KeptSection {
  const { id, title, about = null, step, watch } = section;
  const { call } = pack.steps.find((one) => one.id === step)!;
  const shape = shapeOfSection(pack, section)!;
  const found = ran.lines[id] ?? [];
  const earlier = before?.find((one) => one.section === id && one.call === call);
  const then = before === null ? null : (earlier?.lines.filter(({ change }) => change !== "gone") ?? []);
  const lines = compareLines(
    shape,
    found.slice(0, mostLines).map((line) => makeLine(line, shape)),
    then,
  );
  const kept = { section: id, title, about, call, fields: shape.fields, all: found.length, counts: countChanges(lines), lines };
  return watch ? { ...kept, watch: proposedBy(watch, found) } : kept;
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function compareWith(db: ReadableDb, pack: Pack, values: Readonly<Record<string, ParameterValue>>) {
  const last = readPackRun(db, pack.id, null);
  if (!last) return { against: null, before: null };
  const { set } = JSON.parse(last.summary) as KeptSummary;
  const then = new Map(set.map(({ parameter, value }) => [parameter, value]));
  const others = pack.parameters.filter(({ name }) => then.has(name) && !sameValue(then.get(name), values[name]));
  const against = {
    run: last.id,
    at: isoTime(last.at),
    otherParameters: others.map(({ label }) => label),
    otherPack: last.hash !== pack.hash,
  };
  return { against, before: JSON.parse(readRunLists(db, last.id)!.lists) as KeptSection[] };
}

const addCounts = (sections: readonly KeptSection[]): Record<LineChange, number> =>
  Object.fromEntries(lineChanges.map((change) => [change, sections.reduce((sum, { counts }) => sum + counts[change], 0)])) as Record<
    LineChange,
    number
  >;

const setOf = (pack: Pack, values: Readonly<Record<string, ParameterValue>>): KeptSummary["set"] =>
  pack.parameters.map(({ name, label, default: usual }) => ({
    parameter: name,
    label,
    value: values[name] ?? null,
    wasDefault: sameValue(values[name], usual),
  }));

const keptItems = ({ items }: RanStep): KeptStep["items"] => items?.map(({ item, ...ran }) => ({ ...item, ...ran })) ?? null;

interface Finished {
  readonly pack: Pack;
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly ran: RanPack;
  readonly seconds: number;
}

/** Number of the run. */
function keepRun({ pack, values, ran, seconds }: Finished, context: JobContext): number {
  const { db, user, clock } = context;
  const { against, before } = compareWith(db, pack, values);
  const sections = pack.sections.map((section) => keepSection(section, { pack, ran, before }));
  const summary: KeptSummary = {
    title: pack.name,
    revision: pack.revision,
    seconds,
    set: setOf(pack, values),
    against,
    differences: against ? addCounts(sections) : null,
    lines: sections.reduce((sum, { all }) => sum + all, 0),
    steps: ran.steps.map((step, i) => ({ ...step, items: keptItems(step), call: pack.steps[i]!.call, about: pack.steps[i]!.about })),
  };
  const row = { pack: pack.id, hash: pack.hash, dataVersion: readDataVersion(db), by: user, at: clock(), summary: JSON.stringify(summary) };
  const detail = { pack: pack.id, hash: pack.hash, lines: summary.lines };
  return context.commit({ action: "pack.ran", detail }, ["packs"], (writable) => insertPackRun(writable, row, JSON.stringify(sections)));
}

/** Nothing is kept unless all steps ran. */
export async function runPack(
  name: string,
  set: Readonly<Record<string, ParameterValue>>,
  context: JobContext,
): Promise<{ pack: string; run: number }> {
  const { pack } = requirePack(context.db, name);
  const values = parameterValues(pack.parameters, set);
  requireSheets(context.db, pack);
  const began = context.clock();
  const ran = await runSteps(pack, values, {
    ask: context.ask,
    clock: context.clock,
    signal: context.signal,
    onStep: (done, { id }) =>
      context.report({ phase: "pack", done, total: pack.steps.length, perSecond: null, secondsLeft: null, subject: id }),
  });
  const run = keepRun({ pack, values, ran, seconds: (context.clock() - began) / 1000 }, context);
  return { pack: pack.id, run };
}
