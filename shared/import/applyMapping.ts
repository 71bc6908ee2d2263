// Compiles a mapping against the headings of a sheet and runs it over rows: each row becomes facts, or is rejected or skipped with its reason.
import { CaseweaveError } from "../errors.ts";
import { clipLongCells, longestCell } from "./cells/longCells.ts";
import { cellText, isTotalRow, isTotalText } from "./cells/words.ts";
import type { FactSink } from "./factSink.ts";
import type { RowNote } from "./facts.ts";
import { findColumn, isHeadingAgain } from "./heading.ts";
import { compileExclusions, compileMadeColumns, type MadeColumns } from "./madeColumns.ts";
import { type Mapping, type RowKind, targetsOf } from "./mapping.ts";
import { type Cells, type PlanContext, RowPlan } from "./rowPlan.ts";
import { findRowKind, findTarget } from "./targets/index.ts";
import type { RowFailure, RowWriter, ValueKind } from "./targets/target.ts";

const identifierKinds = new Set<ValueKind>([
  "account",
  "phone",
  "identity-number",
  "imei",
  "imsi",
  "netid",
  "plate",
  "device",
  "code",
  "key",
]);

/** A target that the row kind knows; `attribute.*` is free. */
export function isKnownTarget(mapping: Pick<Mapping, "rowKind">, target: string): boolean {
  if (target.startsWith("attribute.") && target.length > "attribute.".length) return true;
  if (findTarget(mapping.rowKind, target) !== undefined) return true;
  const base = /^(.+)\.(?:date|time)$/.exec(target)?.[1];
  const kind = base === undefined ? undefined : findTarget(mapping.rowKind, base)?.kind;
  return kind === "time" || kind === "date";
}

const mappedTargets = (mapping: Mapping): ReadonlySet<string> =>
  new Set([...Object.values(mapping.columns).flatMap(targetsOf), ...Object.keys(mapping.constants ?? {})]);

/** Groups of required targets of which the mapping feeds none. */
export function missingTargets(mapping: Mapping): readonly (readonly string[])[] {
  const mapped = mappedTargets(mapping);
  return findRowKind(mapping.rowKind).required.filter(
    (group) => !group.some((target) => mapped.has(target) || mapped.has(`${target}.date`)),
  );
}

function checkMapping(mapping: Mapping): void {
  const unknown = [...mappedTargets(mapping)].find((target) => !isKnownTarget(mapping, target));
  if (unknown !== undefined)
    throw new CaseweaveError("mapping-invalid", { reason: "target-unknown", target: unknown, rowKind: mapping.rowKind });
  const [missing] = missingTargets(mapping);
  if (missing)
    throw new CaseweaveError("mapping-invalid", { reason: "target-missing", target: missing.join(" / "), rowKind: mapping.rowKind });
}

/** Rows that begin with a name or a key, not with money. */
const kindsOfNames: ReadonlySet<RowKind> = new Set([
  "person",
  "organisation",
  "entity",
  "link",
  "involvement",
  "place",
  "phone",
  "vehicle",
]);
const figure = /^[¥￥$]?[-+]?[\d,]+(?:\.\d+)?(?:元|笔|条|人|起|%)?$/;

export class CompiledMapping {
  private readonly rowKind: RowKind;
  readonly plan: RowPlan;
  readonly writer: RowWriter;
  private readonly identifierColumns: ReadonlySet<number>;
  private readonly filledDown: readonly number[];
  private readonly width: number;
  private readonly sheetWidth: number;
  private readonly made: MadeColumns;
  private readonly excludedBy: (cells: Cells) => number;
  private above: string[] = [];

  constructor(mapping: Mapping, sheetHeadings: readonly string[], context: PlanContext) {
    checkMapping(mapping);
    this.rowKind = mapping.rowKind;
    this.sheetWidth = sheetHeadings.length;
    this.width = context.sample.reduce((width, cells) => Math.max(width, filledWidth(cells)), sheetHeadings.length);
    this.made = compileMadeColumns(mapping.format, sheetHeadings, this.width);
    const { headings, extend } = this.made;
    this.plan = new RowPlan(mapping, headings, { ...context, sample: clipLongCells(context.sample).map(extend) });
    this.writer = findRowKind(mapping.rowKind).compile(this.plan);
    this.identifierColumns = new Set(columnsOfIdentifiers(mapping, headings));
    this.filledDown = columnsToFill(mapping, sheetHeadings);
    this.excludedBy = compileExclusions(mapping.format, headings);
  }

  /** A row with the columns that the mapping makes of others. */
  extend(cells: Cells): Cells {
    return this.made.extend(cells);
  }

  /** Gives the rules the rows that follow the one at work. */
  lookAhead(peek: (offset: number) => Cells | undefined): void {
    this.plan.peek = (offset) => {
      const cells = peek(offset);
      return cells && this.made.extend(cells);
    };
  }

  /** Null when the row was stored. */
  apply(cells: Cells, row: number, lost: readonly number[] | undefined, sink: FactSink): RowNote | null {
    const first = cells.find((cell) => cell.trim() !== "");
    if (first === undefined) return this.note(row, cells, { verdict: "skipped", reason: "blank", target: "" });
    if (isTotalText(first.trim()) && this.mayBeTotal(cells))
      return this.note(row, cells, { verdict: "skipped", reason: "total", target: "" });
    if (isHeadingAgain(cells, this.plan.headings))
      return this.note(row, cells, { verdict: "skipped", reason: "heading-again", target: "" });
    const filled = this.made.extend(this.fillDown(cells));
    const excluded = this.excludedBy(filled);
    if (excluded >= 0) return this.noteColumn(row, filled, excluded, { verdict: "skipped", reason: "excluded" });
    const tooLong = cells.findIndex((cell) => cell.length > longestCell);
    if (tooLong >= 0) return this.noteColumn(row, cells, tooLong, { verdict: "rejected", reason: "cell-too-long" });
    if (filledWidth(cells) > this.width) return this.fail(row, cells, { verdict: "rejected", reason: "ragged", target: "" });
    const lostColumn = lost?.find((index) => this.identifierColumns.has(index));
    if (lostColumn !== undefined) return this.noteColumn(row, cells, lostColumn, { verdict: "rejected", reason: "precision-lost" });
    const failure = this.writer.write(filled, row, sink);
    return failure === null ? null : this.fail(row, cells, failure);
  }

  /** Where names come first, a total is told by its figures: somebody may be called Sum or Total. */
  private mayBeTotal(cells: Cells): boolean {
    if (!kindsOfNames.has(this.rowKind)) return true;
    return cells
      .filter((cell) => cell.trim() !== "")
      .slice(1)
      .every((cell) => figure.test(cell.trim()));
  }

  /** What is no record at all is skipped, not rejected: closing remarks, signatures. */
  private fail(row: number, cells: Cells, failure: RowFailure): RowNote {
    if (failure.verdict === "rejected" && failure.reason !== "precision-lost" && isRemark(cells, this.sheetWidth)) {
      return this.note(row, cells, { verdict: "skipped", reason: "banner", target: "" });
    }
    if (
      failure.verdict === "rejected" &&
      failure.reason !== "precision-lost" &&
      isTotalRow(cells, this.sheetWidth) &&
      this.mayBeTotal(cells)
    )
      return this.note(row, cells, { verdict: "skipped", reason: "total", target: "" });
    return this.note(row, cells, failure);
  }

  private note(row: number, cells: Cells, failure: RowFailure): RowNote {
    const [column] = failure.target === "" ? [] : this.plan.columns(failure.target);
    const cell = column === undefined ? (cells.find((text) => text.trim() !== "") ?? "") : (this.extend(cells)[column.index] ?? "");
    return { row, verdict: failure.verdict, reason: failure.reason, column: column?.heading ?? "", cell: cell.slice(0, 200) };
  }

  private noteColumn(row: number, cells: Cells, index: number, what: Pick<RowNote, "verdict" | "reason">): RowNote {
    const heading = this.plan.headings[index] || `#${index + 1}`;
    return { row, ...what, column: heading, cell: (cells[index] ?? "").slice(0, 200) };
  }

  /** Merged cells: an empty one takes the value above. */
  private fillDown(cells: Cells): Cells {
    if (this.filledDown.length === 0) return cells;
    const filled = [...cells];
    for (const index of this.filledDown) if (cellText(filled[index]) === "") filled[index] = this.above[index] ?? "";
    this.above = filled;
    return filled;
  }
}

function columnsOfIdentifiers(mapping: Mapping, headings: readonly string[]): number[] {
  return Object.entries(mapping.columns)
    .filter(([, value]) => targetsOf(value).some((target) => identifierKinds.has(findTarget(mapping.rowKind, target)?.kind ?? "text")))
    .map(([address]) => findColumn(headings, address));
}

function columnsToFill(mapping: Mapping, headings: readonly string[]): number[] {
  const { fillDown } = mapping.format ?? {};
  if (!fillDown) return [];
  return fillDown === true
    ? headings.map((_, index) => index)
    : fillDown.map((address) => findColumn(headings, address)).filter((index) => index >= 0);
}

function filledWidth(cells: Cells): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]!.trim() === "") width--;
  return width;
}

/** One or two filled cells in a wide sheet, or a label with a colon: nobody's record. */
function isRemark(cells: Cells, width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (width < 3) return false;
  const isSparse = filled.length <= Math.max(1, Math.floor(width / 5)) && !filled.some((cell) => /^[\d.,:\-/ ]+$/.test(cell));
  const isLabelled =
    filled.length <= width * 0.7 && /^(?:[^\d,，:：]{0,10}[\u4e00-\u9fff]{2}|[A-Za-z ]{4,20})\s*[:：]/.test(filled[0] ?? "");
  return isSparse || isLabelled || /^[*※注#-]+\s*[\u4e00-\u9fff]|^[-=*]{6,}/.test(filled[0] ?? "");
}
