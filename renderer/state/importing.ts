// Files on their way in: previews, what a person decided about each sheet, and what was stored.
import { create } from "zustand";
import { toWire, type WireError } from "../../shared/errors.ts";
import { carryMapping, isAlike } from "../../shared/import/alike.ts";
import type { CaseMatch, Doubt, ImportedSource, SheetPreview, SheetProblem } from "../../shared/import/calls.ts";
import { asLayout, type Mapping } from "../../shared/import/mapping.ts";
import { directionWords, type Swap, swapReading } from "../../shared/import/readings.ts";
import { engine, uploadFiles } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { goTo } from "./navigation.ts";
import { doubtKeyOf, isOfSheetAlone, withOpenDoubts } from "./openDoubts.ts";
import { reportError, tell } from "./toasts.ts";
import { tellUntold } from "./untold.ts";

// State

export type SheetState = "waiting" | "storing" | "stored" | "skipped" | "failed";

export interface ImportSheet {
  /** `path|entry|sheet`. */
  readonly key: string;
  readonly preview: SheetPreview;
  /** Doubts a person settled, `code|column`. */
  readonly settled: readonly string[];
  readonly state: SheetState;
  readonly stored: ImportedSource | null;
  readonly error: WireError | null;
  /** The preview is being made anew after a change. */
  readonly isChanging: boolean;
  /** A person changed the mapping, here or on a sheet with the same headings: it is remembered when the sheet is stored. */
  readonly isCorrected: boolean;
  /** The mapping came from a sheet with the same headings; the preview is made anew when somebody looks. */
  readonly isStale: boolean;
  /** Number of the source that is read anew; null for a file on its way in. */
  readonly replaces: number | null;
}

export interface ImportingState {
  readonly sheets: readonly ImportSheet[];
  readonly problems: readonly SheetProblem[];
  readonly current: string | null;
  /** Names of the files that are being opened. */
  readonly opening: readonly string[];
  /** New cases that match a series, from the last store. */
  readonly matches: readonly CaseMatch[];
  /** Version of the data from which addresses are matched in the background; null where there is no standard table. */
  readonly addresses: number | null;
}

export const useImporting = create<ImportingState>(() => ({
  sheets: [],
  problems: [],
  current: null,
  opening: [],
  matches: [],
  addresses: null,
}));

// Producers

export const sheetKeyOf = (sheet: Pick<SheetPreview, "file" | "entry" | "sheet">): string =>
  `${sheet.file}|${sheet.entry ?? ""}|${sheet.sheet ?? ""}`;

/** Blocking doubts that nobody has settled yet. */
export const openDoubtsOf = ({ preview, settled }: ImportSheet): readonly Doubt[] =>
  preview.doubts.filter((doubt) => doubt.blocking && !settled.includes(doubtKeyOf(doubt)));

export const isReady = (sheet: ImportSheet): boolean => sheet.state === "waiting" && !sheet.isChanging && openDoubtsOf(sheet).length === 0;

/** Rows of a sheet: counted while it was recognised, else once it was read to its end. */
export const rowsOfSheet = ({ preview, stored }: ImportSheet): number | null => preview.rowCount ?? stored?.rows.read ?? null;

/** Folders inside the archive that a sheet came from; "" for a file of its own. */
export const folderOf = (entry: string | null): string => entry?.split("/").slice(0, -1).join("/") ?? "";

export const newSheet = (preview: SheetPreview): ImportSheet => ({
  key: sheetKeyOf(preview),
  preview,
  settled: [],
  state: preview.alreadyImported === null ? "waiting" : "skipped",
  stored: null,
  error: null,
  isChanging: false,
  isCorrected: false,
  isStale: false,
  replaces: null,
});

/** A source on its way to be read anew, under its own mapping until somebody changes it. */
export const sourceSheet = (sourceId: number, preview: SheetPreview): ImportSheet => ({
  ...newSheet({ ...preview, alreadyImported: null }),
  key: `source:${sourceId}`,
  replaces: sourceId,
});

/** What is stored, on its way there or left out is not changed any more. */
export const isLocked = ({ state }: ImportSheet): boolean => state !== "waiting" && state !== "failed";

/** Adds previews; a sheet that is there already is replaced. */
export function addSheets(sheets: readonly ImportSheet[], previews: readonly SheetPreview[]): readonly ImportSheet[] {
  const fresh = previews.map(newSheet);
  const keys = new Set(fresh.map((sheet) => sheet.key));
  return [...sheets.filter((sheet) => !keys.has(sheet.key)), ...fresh];
}

/** What a constant said for want of a column gives way to the column: a guessed side too, once two columns tell it. */
function withoutConstants({ constants, ...mapping }: Mapping, targets: readonly string[]): Mapping {
  const told = new Set([...targets, ...(targets.some((target) => target === "debit" || target === "credit") ? ["direction"] : [])]);
  const left = Object.entries(constants ?? {}).filter(([target]) => !told.has(target));
  return left.length === 0 ? mapping : { ...mapping, constants: Object.fromEntries(left) };
}

/** The mapping with other targets for one column; an empty list takes the column out. */
export function withTargets(given: Mapping, heading: string, targets: readonly string[]): Mapping {
  const { [heading]: _, ...others } = given.columns;
  if (targets.length === 0) return { ...given, columns: others };
  const mapping = withoutConstants(given, targets);
  return { ...mapping, columns: { ...mapping.columns, [heading]: targets.length === 1 ? (targets[0] ?? "") : [...targets] } };
}

/** What to leave out when only `chosen` are to be stored: the other sheets of the same files. */
export const skippedKeysOf = (sheets: readonly ImportSheet[], chosen: readonly ImportSheet[]): readonly string[] => {
  const files = new Set(chosen.map((sheet) => sheet.preview.file));
  const keys = new Set(chosen.map((sheet) => sheet.key));
  return sheets.filter((sheet) => files.has(sheet.preview.file) && !keys.has(sheet.key)).map((sheet) => sheet.key);
};

/** Which stored source came of which sheet: same hash and sheet. */
export const sourceOf = (sheet: ImportSheet, sources: readonly ImportedSource[]): ImportedSource | null =>
  sources.find(
    (source) => source.sha256 === sheet.preview.sha256 && source.sheet === sheet.preview.sheet && source.source === sheet.preview.source,
  ) ??
  sources.find((source) => source.sha256 === sheet.preview.sha256 && source.sheet === sheet.preview.sheet) ??
  null;

/** Sheets on their way in with the same headings in the same order, to which a decision can be carried over. */
export const alikeSheets = (sheets: readonly ImportSheet[], sheet: ImportSheet): readonly ImportSheet[] =>
  sheets.filter(
    (other) =>
      other.key !== sheet.key &&
      other.state === "waiting" &&
      other.replaces === null &&
      sheet.replaces === null &&
      isAlike(other.preview, sheet.preview),
  );

/** The other sheet under this one's mapping; what was decided here counts as decided there. */
export const decidedLike = (other: ImportSheet, sheet: ImportSheet): ImportSheet => ({
  ...other,
  preview: { ...other.preview, mapping: carryMapping(sheet.preview.mapping, other.preview) },
  settled: [
    ...new Set([...other.settled, ...sheet.settled, ...other.preview.doubts.filter((doubt) => !isOfSheetAlone(doubt)).map(doubtKeyOf)]),
  ],
  isCorrected: sheet.isCorrected,
  isStale: true,
});

// Actions

export const patchSheets = (keys: readonly string[], change: Partial<ImportSheet>) =>
  useImporting.setState(({ sheets }) => ({ sheets: sheets.map((sheet) => (keys.includes(sheet.key) ? { ...sheet, ...change } : sheet)) }));

export function chooseSheet(current: string | null): void {
  useImporting.setState({ current });
  const sheet = useImporting.getState().sheets.find(({ key }) => key === current);
  if (sheet?.isStale) void changeMapping(sheet, sheet.preview.mapping);
}

/** One review for all sheets with the same headings. */
export function decideAlike(sheet: ImportSheet): void {
  const keys = new Set(alikeSheets(useImporting.getState().sheets, sheet).map(({ key }) => key));
  useImporting.setState(({ sheets }) => ({ sheets: sheets.map((other) => (keys.has(other.key) ? decidedLike(other, sheet) : other)) }));
  tell("import.told.decidedAlike", { count: keys.size });
}

/** Opens files and shows what they are. Stores nothing. */
export async function openFiles(files: readonly File[]): Promise<void> {
  goTo("import");
  useImporting.setState({ opening: files.map((file) => file.name) });
  try {
    const paths = await uploadFiles([...files]);
    const { sheets: previews, problems } = await runJob(
      "import.previewFiles",
      { paths },
      { title: "job.title.preview", titleValues: { count: files.length }, place: { view: "import", subject: "" } },
    );
    useImporting.setState((state) => {
      const sheets = addSheets(state.sheets, previews);
      const first =
        sheets.find((sheet) => openDoubtsOf(sheet).length > 0) ??
        sheets.find((sheet) => sheet.key === (previews[0] ? sheetKeyOf(previews[0]) : ""));
      return { sheets, problems: [...state.problems, ...problems], current: first?.key ?? state.current };
    });
  } catch (error) {
    reportError(error);
  } finally {
    useImporting.setState({ opening: [] });
  }
}

const changes = new Map<string, AbortController>();

async function previewUnder({ replaces, preview }: ImportSheet, mapping: Mapping, signal: AbortSignal): Promise<SheetPreview> {
  if (replaces !== null)
    return { ...(await engine.call("import.previewSource", { sourceId: replaces, mapping }, { signal })), alreadyImported: null };
  const file = { path: preview.file, entry: preview.entry, sheet: preview.sheet };
  return await engine.call("import.previewSheet", { file, mapping }, { signal });
}

/** Tries another mapping on a sheet; the newest change wins. */
export async function changeMapping(sheet: ImportSheet, mapping: Mapping): Promise<void> {
  const { key, preview } = sheet;
  changes.get(key)?.abort();
  const abort = new AbortController();
  changes.set(key, abort);
  // The same mapping again (masking was switched, an alike sheet is looked at) is no correction.
  const isCorrected = sheet.isCorrected || JSON.stringify(asLayout(mapping)) !== JSON.stringify(asLayout(preview.mapping));
  patchSheets([key], { preview: { ...preview, mapping }, isChanging: true, isCorrected, isStale: false, error: null });
  try {
    const fresh = await previewUnder(sheet, mapping, abort.signal);
    patchSheets([key], { preview: withOpenDoubts(fresh, preview), isChanging: false });
  } catch (error) {
    if (!abort.signal.aborted) patchSheets([key], { isChanging: false, error: toWire(error) });
  }
}

export function changeTargets(sheet: ImportSheet, heading: string, targets: readonly string[]): void {
  const settled = sheet.preview.doubts.filter((doubt) => doubt.column === heading).map(doubtKeyOf);
  patchSheets([sheet.key], { settled: [...new Set([...sheet.settled, ...settled])] });
  void changeMapping(sheet, withTargets(sheet.preview.mapping, heading, targets));
}

/** Reads the sheet the other way round; the directions of the rows shown are those that are exchanged. */
export function swapSheet(sheet: ImportSheet, swap: Swap): void {
  const { preview } = sheet;
  const headings = preview.columns.map(({ heading }) => heading);
  const words = [
    ...directionWords(
      preview.mapping,
      headings,
      preview.rows.map(({ before }) => before),
    ),
    ...preview.columns.filter(({ targets }) => targets.includes("direction")).flatMap(({ samples }) => samples),
  ];
  void changeMapping(sheet, swapReading(preview.mapping, swap, words));
}

export function settleDoubts(sheet: ImportSheet, doubts: readonly Doubt[]): void {
  patchSheets([sheet.key], { settled: [...new Set([...sheet.settled, ...doubts.map(doubtKeyOf)])] });
}

export const skipSheet = (sheet: ImportSheet): void =>
  patchSheets([sheet.key], { state: sheet.state === "skipped" ? "waiting" : "skipped" });
export const closeProblems = (): void => useImporting.setState({ problems: [] });
export const closeMatches = (): void => useImporting.setState({ matches: [] });

/** Takes what is done and what was left out off the list. */
export function clearDone(): void {
  useImporting.setState(({ sheets }) => {
    const left = sheets.filter((sheet) => sheet.state === "waiting" || sheet.state === "storing" || sheet.state === "failed");
    return { sheets: left, current: left[0]?.key ?? null };
  });
}

/** Corrections are kept as layouts, one for each kind of heading, so that the next file of the kind is recognised. */
export async function rememberLayouts(chosen: readonly ImportSheet[]): Promise<void> {
  const corrected = chosen.filter(({ isCorrected }) => isCorrected);
  for (const [i, { preview }] of corrected.entries()) {
    if (corrected.slice(0, i).some((earlier) => isAlike(earlier.preview, preview))) continue;
    await engine.call("import.saveLayout", { mapping: preview.mapping, headings: [...preview.headings] });
  }
}

/** Stores the given sheets, all or nothing. */
export async function storeSheets(chosen: readonly ImportSheet[]): Promise<void> {
  if (chosen.length === 0) return;
  const keys = chosen.map((sheet) => sheet.key);
  patchSheets(keys, { state: "storing", error: null });
  const paths = [...new Set(chosen.map((sheet) => sheet.preview.file))];
  const mappings = Object.fromEntries(chosen.map((sheet) => [sheet.key, sheet.preview.mapping]));
  const skip = [...skippedKeysOf(useImporting.getState().sheets, chosen)];
  try {
    const title = { title: "job.title.import", titleValues: { count: chosen.length }, place: { view: "import", subject: "" } as const };
    const { sources, matches, addresses, untold } = await runJob("import.storeFiles", { paths, mappings, skip }, title);
    for (const sheet of chosen) patchSheets([sheet.key], { state: "stored", stored: sourceOf(sheet, sources) });
    useImporting.setState({ matches, addresses });
    await rememberLayouts(chosen);
    const stored = sources.reduce((sum, source) => sum + source.rows.stored, 0);
    tell("import.told.stored", { count: stored.toLocaleString("en-US"), sources: sources.length });
    tellUntold(untold);
  } catch (error) {
    const wire = toWire(error);
    patchSheets(keys, wire.code === "cancelled" ? { state: "waiting" } : { state: "failed", error: wire });
    reportError(error);
  }
}
