// Recognises what a sheet is that nobody described: heading, row kind, a target for each column, and how sure all that is.
import { hashText } from "../../random.ts";
import { missingTargets } from "../applyMapping.ts";
import type { Doubt, LayoutItem } from "../calls.ts";
import { clipLongCells } from "../cells/longCells.ts";
import { scaleAmount, unitPower } from "../cells/moneyUnit.ts";
import { isTotalRow, isTotalText } from "../cells/words.ts";
import { columnAddress, isHeadingAgain } from "../heading.ts";
import type { Mapping, RowKind } from "../mapping.ts";
import { rowKindSpecs } from "../targets/index.ts";
import { transferKind } from "../targets/transfer.ts";
import { type Assignment, assignTargets, type SheetView } from "./assign.ts";
import { readBanner } from "./banner.ts";
import { findBareEdges } from "./bareEdges.ts";
import { isMoneyColumn } from "./contentMoney.ts";
import { type ContentReading, readByContent } from "./contentStatement.ts";
import { tellBalance } from "./givenBalance.ts";
import { graphPartOf, mapEdgeList, mapGraph } from "./graph.ts";
import { findHeader, type HeaderFinding } from "./headerRow.ts";
import { assignWithoutHeading } from "./headless.ts";
import { matchLayout } from "./layouts.ts";
import { borrowedNumbers, leftOutDoubts } from "./leftOut.ts";
import { mergedColumns } from "./mergedColumns.ts";
import { ownAccount, withOwner } from "./owner.ts";
import { profileColumn } from "./profile.ts";
import { ambiguousColumns, dateOrderOf, numberDoubt, orderDoubt, yearDoubt, yearOf } from "./sheetDoubts.ts";
import { signsOf } from "./signs.ts";
import { refineStatement, type StatementFinding } from "./statement.ts";

export interface SheetSample {
  /** First rows of the sheet, as read. */
  readonly rows: readonly (readonly string[])[];
  readonly fileName: string;
  readonly sheetName: string | null;
}

export interface Recognition {
  readonly layout: string;
  readonly confidence: number;
  /** Good enough to import without anybody looking. */
  readonly sure: boolean;
  readonly doubts: readonly Doubt[];
  readonly mapping: Mapping;
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly banner: ReadonlyMap<string, string>;
  /** Column → targets that also fit, best first. */
  readonly alternatives: ReadonlyMap<number, readonly string[]>;
}

export const sureFrom = 0.6;
const profiledRows = 300;

export function recogniseSheet(given: SheetSample, layouts: readonly LayoutItem[], as: RowKind | null = null): Recognition {
  const sample = { ...given, rows: clipLongCells(given.rows) };
  const header = findHeader(sample.rows);
  const saved = as === null ? matchLayout(sample.rows, header, layouts) : null;
  const found = saved?.header ?? header;
  const banner = readBanner(sample.rows.slice(0, Math.max(0, found.headerRow - 1)));
  const base = { headerRow: found.headerRow, headings: found.headings, banner, alternatives: new Map<number, readonly string[]>() };
  if (saved) {
    const mapping = withOwner(withFormat(saved.mapping, found, sample), banner, sample.fileName);
    return {
      ...base,
      layout: saved.layout.name,
      confidence: 0.98,
      sure: true,
      doubts: tellBalance(mapping, found.headings, recordsOf(sample.rows, found)),
      mapping,
    };
  }
  const part = graphPartOf(found.headings);
  if (part !== null && as === null)
    return {
      ...base,
      layout: `graph-${part}`,
      confidence: 0.99,
      sure: true,
      doubts: [],
      mapping: withFormat(mapGraph(found.headings, part), found, sample),
    };
  const guess = recogniseColumns(sample, found, banner, as);
  return { ...base, ...guess, ...edgesInstead(sample, found, guess, as) };
}

/** An edge list, told by its headings or by ids alone, where nothing fits better. */
function edgesInstead(sample: SheetSample, found: HeaderFinding, guess: Guess, as: RowKind | null): Partial<Recognition> {
  if (as !== null && as !== "link") return {};
  const told = { layout: "edge-list", sure: true, doubts: [] };
  const edges = mapEdgeList(found.headings);
  if (edges !== null && (guess.confidence < 0.75 || as === "link" || guess.mapping.rowKind === "link"))
    return { ...told, confidence: 0.8, mapping: withFormat(edges, found, sample) };
  const bare = guess.confidence < sureFrom ? findBareEdges(sample.rows) : null;
  return bare === null ? {} : { ...told, confidence: 0.7, headerRow: bare.comments, headings: [], mapping: bare.mapping };
}

type Guess = Pick<Recognition, "layout" | "confidence" | "sure" | "doubts" | "mapping" | "alternatives">;

function recogniseColumns(sample: SheetSample, header: HeaderFinding, banner: ReadonlyMap<string, string>, as: RowKind | null): Guess {
  const rows = recordsOf(sample.rows, header);
  const width = Math.max(header.headings.length, 0, ...rows.map((cells) => cells.length));
  const profiles = Array.from({ length: width }, (_, index) => profileColumn(rows, index));
  const view: SheetView = { headings: header.headings, profiles, title: `${sample.fileName} ${sample.sheetName ?? ""}` };
  const byHeading = bestKind(view, rows, header, as);
  const stated = ownAccount(banner, sample.fileName, false);
  const content = contentInstead(view, rows, byHeading, as, stated);
  const best = content?.assignment ?? byHeading;
  if (best === null) return nothingFound(header, sample);
  const statement = best.spec.rowKind === "transfer" ? refineStatement(view, rows, best, banner, stated) : null;
  const assignment = statement?.assignment ?? best;
  const order = dateOrderOf(assignment, profiles);
  const mapping = buildMapping(assignment, view, header, sample, rows, statement, order?.order, banner);
  const confidence = content?.confidence ?? confidenceOf(assignment, statement?.balanceFit ?? null);
  const doubts: Doubt[] = [...(content?.doubts ?? []), ...(statement?.doubts ?? []), ...ambiguousColumns(assignment, view)];
  const year = yearDoubt(assignment, profiles, header, banner, sample.fileName);
  doubts.push(...orderDoubt(order), ...year, ...numberDoubt(assignment));
  doubts.push(...leftOutDoubts(assignment, profiles, header), ...borrowedNumbers(mapping, assignment, header, rows));
  const missing = missingTargets(mapping);
  for (const group of missing)
    doubts.push({ code: "target-missing", column: "", values: { target: group.join(" / "), column: "" }, blocking: true });
  if (confidence < sureFrom && missing.length === 0)
    doubts.push({ code: "unsure", column: "", values: { percent: Math.round(confidence * 100), column: "" }, blocking: true });
  return {
    layout: layoutName(mapping, header),
    confidence,
    sure: confidence >= sureFrom && missing.length === 0 && year.length === 0,
    doubts,
    mapping,
    alternatives: alternativesOf(assignment),
  };
}

/** Rows of the sample that look like records. */
function recordsOf(rows: readonly (readonly string[])[], header: HeaderFinding): readonly (readonly string[])[] {
  const under = header.headerRow === 0 ? rows : rows.slice(header.headerRow - 1 + header.headerRows);
  const width = header.headings.length;
  const isRecord = (cells: readonly string[]) => {
    const filled = cells.filter((cell) => cell.trim() !== "");
    return (
      filled.length > 0 &&
      filled.length >= Math.min(2, width) &&
      filled.length >= width * 0.15 &&
      !isTotalText(filled[0]!.trim()) &&
      !isTotalRow(cells, width) &&
      !isHeadingAgain(cells, header.headings)
    );
  };
  return inUnits(under.filter(isRecord).slice(0, profiledRows), header.headings);
}

/** Amounts under a heading that gives their unit, in whole currency: balances recompute to the hundredth. */
function inUnits(rows: readonly (readonly string[])[], headings: readonly string[]): readonly (readonly string[])[] {
  const powers = headings.map((heading) => unitPower(heading) ?? 0);
  if (powers.every((power) => power === 0)) return rows;
  return rows.map((cells) => cells.map((cell, i) => scaleAmount(cell, powers[i] ?? 0)));
}

function bestKind(view: SheetView, rows: readonly (readonly string[])[], header: HeaderFinding, as: RowKind | null): Assignment | null {
  if (header.headerRow === 0 && (as === null || as === "transfer")) {
    const headless = assignWithoutHeading(view, rows);
    if (headless) return headless;
  }
  let best: Assignment | null = null;
  for (const spec of rowKindSpecs) {
    if (as !== null && spec.rowKind !== as) continue;
    const assignment = assignTargets(spec, view);
    if (assignment.byColumn.size > 0 && (best === null || assignment.fit > best.fit)) best = assignment;
  }
  return best;
}

/** Headings that do not lead to a sure reading give way to what the cells tell of a statement; sure ones of a register only to a running balance. */
function contentInstead(
  view: SheetView,
  rows: readonly (readonly string[])[],
  byHeading: Assignment | null,
  as: RowKind | null,
  stated: string,
): ContentReading | null {
  if (as !== null && as !== "transfer") return null;
  const isSure = byHeading !== null && byHeading.fit >= sureFrom;
  if (isSure && (byHeading.spec.rowKind === "transfer" || !mayBeStatement(view))) return null;
  const named = assignTargets(transferKind, view);
  const content = readByContent(view, rows, named, stated);
  if (isSure) return content?.isProven ? content : null;
  return content !== null && content.confidence > (byHeading?.fit ?? 0) ? content : null;
}

/** When, how much and what was left, by the cells. */
const mayBeStatement = ({ profiles }: SheetView): boolean =>
  profiles.some(({ share }) => share.date + share.stamp >= 0.9) && profiles.filter(isMoneyColumn).length >= 2;

function nothingFound(header: HeaderFinding, sample: SheetSample): Guess {
  const mapping = withFormat({ name: "unknown", rowKind: "entity", columns: {} }, header, sample);
  return {
    layout: "unknown",
    confidence: 0,
    sure: false,
    doubts: [{ code: "nothing-recognised", column: "", values: {}, blocking: true }],
    mapping,
    alternatives: new Map(),
  };
}

/** The balance that recomputes is proof; one that does not is a warning. */
function confidenceOf({ fit }: Assignment, balanceFit: number | null): number {
  const lifted = balanceFit !== null && balanceFit > 0.8 ? fit + (1 - fit) * 0.5 : fit;
  return Math.round(Math.min(0.99, lifted) * 100) / 100;
}

function buildMapping(
  assignment: Assignment,
  view: SheetView,
  header: HeaderFinding,
  sample: SheetSample,
  rows: readonly (readonly string[])[],
  statement: StatementFinding | null,
  dateOrder: "ymd" | "dmy" | "mdy" | undefined,
  banner: ReadonlyMap<string, string>,
): Mapping {
  const columns: Record<string, string> = {};
  for (const [column, { target }] of [...assignment.byColumn].sort(([a], [b]) => a - b))
    columns[columnAddress(header.headings, column)] = target;
  const { rowKind } = assignment.spec;
  const fillDown = mergedColumns(assignment, sample, header, rows);
  const isUtc = [...assignment.byColumn].some(
    ([column, { target }]) => target === "time" && /utc(?![+-])/i.test(view.headings[column] ?? ""),
  );
  const format = {
    ...(dateOrder && dateOrder !== "ymd" && { dateOrder }),
    ...(fillDown.length > 0 && { fillDown }),
    ...(isUtc && { timeZone: "Z" }),
    ...signsOf(assignment, view.profiles),
    ...yearOf(assignment, view.profiles, banner, sample.fileName),
    ...(Object.keys(statement?.valueMaps ?? {}).length > 0 && { valueMaps: { ...statement?.valueMaps } }),
  };
  const constants = { ...statement?.constants };
  const mapping = withFormat(
    { name: rowKind, rowKind, format, columns, ...(Object.keys(constants).length > 0 && { constants }) },
    header,
    sample,
  );
  return withOwner({ ...mapping, name: layoutName(mapping, header) }, banner, sample.fileName);
}

const layoutName = (mapping: Mapping, header: HeaderFinding): string =>
  `${mapping.rowKind}-${hashText(header.headings.join("|")).toString(16).padStart(8, "0").slice(0, 4)}`;

function withFormat(mapping: Mapping, header: HeaderFinding, sample: SheetSample): Mapping {
  const format = {
    ...mapping.format,
    headerRow: header.headerRow,
    ...(header.headerRows > 1 && { headerRows: header.headerRows }),
    ...(sample.sheetName !== null && { sheet: sample.sheetName }),
  };
  return { ...mapping, format };
}

function alternativesOf({ byColumn, candidates }: Assignment): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { column, target } of candidates)
    if (byColumn.get(column)?.target !== target) found.set(column, [...(found.get(column) ?? []), target].slice(0, 5));
  return found;
}
