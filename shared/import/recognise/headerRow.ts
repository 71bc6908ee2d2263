// Finds where the heading stands: below banners and blank lines, over two rows, or nowhere.
import { readClock } from "../cells/clock.ts";
import { TimeReader } from "../cells/timeReader.ts";
import { rowKindSpecs } from "../targets/index.ts";
import { readingsOf } from "./headingScore.ts";

export interface HeaderFinding {
  /** Row of the heading, from 1; 0: none. */
  readonly headerRow: number;
  readonly headerRows: number;
  readonly headings: readonly string[];
}

const lookedAt = 60;
let allWords: Set<string> | null = null;

function knownWords(): Set<string> {
  allWords ??= new Set(rowKindSpecs.flatMap((spec) => spec.targets.flatMap((target) => target.words)));
  return allWords;
}

const trimRow = (cells: readonly string[]): string[] => {
  const trimmed = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  while (trimmed.length > 0 && trimmed.at(-1) === "") trimmed.pop();
  return trimmed;
};

const isKnown = (cell: string): boolean =>
  cell !== "" && cell.length <= 40 && readingsOf(cell).some((reading) => knownWords().has(reading));
const filledOf = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell !== "");
const hitsOf = (cells: readonly string[]): number => cells.filter(isKnown).length;

const reader = new TimeReader();
const isValue = (cell: string): boolean =>
  /^[-+¥￥$]?[\d,]+(?:\.\d+)?%?$/.test(cell) || reader.read(cell) || (/\d/.test(cell) && readClock(cell) !== null) || /\d{5,}/.test(cell);
const isDataRow = (cells: readonly string[]): boolean => filledOf(cells).some(isValue);

/** The most common number of cells that are filled. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/** Headings of a sheet whose heading row is known; two rows are joined by a blank, merged cells of the upper one filled to the right. */
export function readHeadings(rows: readonly (readonly string[])[], headerRow: number, headerRows = 1): readonly string[] {
  if (headerRow === 0) {
    const width = Math.max(0, ...rows.slice(0, lookedAt).map((cells) => trimRow(cells).length));
    return Array.from({ length: width }, () => "");
  }
  const parts = rows.slice(headerRow - 1, headerRow - 1 + headerRows).map(trimRow);
  const width = Math.max(0, ...parts.map((part) => part.length));
  const filled = parts.map((part, level) => (level < parts.length - 1 ? fillRight(part, parts[level + 1]!) : part));
  return Array.from({ length: width }, (_, i) =>
    filled
      .map((part) => part[i] ?? "")
      .filter((text, level, all) => text !== "" && all.indexOf(text) === level)
      .join(" "),
  );
}

function fillRight(upper: readonly string[], lower: readonly string[]): string[] {
  const filled: string[] = [];
  for (let i = 0; i < Math.max(upper.length, lower.length); i++)
    filled.push(upper[i] || ((lower[i] ?? "") !== "" ? (filled[i - 1] ?? "") : ""));
  return filled;
}

export function findHeader(sample: readonly (readonly string[])[]): HeaderFinding {
  const rows = sample.slice(0, lookedAt).map(trimRow);
  const width = usualWidth(sample.slice(0, 200).map(trimRow));
  const known = bestKnown(rows, width);
  const index = known >= 0 ? known : firstTextRow(rows, width);
  if (index < 0) return { headerRow: 0, headerRows: 1, headings: readHeadings(sample, 0) };
  return joinRows(sample, rows, index);
}

function bestKnown(rows: readonly (readonly string[])[], width: number): number {
  let [best, bestHits] = [-1, 0];
  rows.forEach((cells, i) => {
    const filled = filledOf(cells);
    const hits = hitsOf(cells);
    const isWideEnough = cells.length >= Math.max(1, Math.min(width * 0.5, 6));
    if (!isWideEnough || hits < Math.min(2, width) || hits < filled.length * 0.25) return;
    if (filled.filter((cell) => /[:：]\s*\S/.test(cell)).length > filled.length / 3) return;
    if (hits > bestHits && filled.filter(isValue).length <= filled.length / 4) [best, bestHits] = [i, hits];
  });
  return best;
}

/** Headings in words that no list holds: a full row of distinct texts above rows with numbers or dates. */
function firstTextRow(rows: readonly (readonly string[])[], width: number): number {
  const index = rows.findIndex((cells) => filledOf(cells).length >= width * 0.7 && filledOf(cells).length > 0);
  if (index < 0) return -1;
  const cells = rows[index]!;
  const isText = !isDataRow(cells) && new Set(filledOf(cells)).size === filledOf(cells).length;
  const below = rows.slice(index + 1).filter((row) => filledOf(row).length > 0);
  return isText && (below.length === 0 || below.some(isDataRow)) ? index : -1;
}

/** A second row of headings above or below the one that was found. */
function joinRows(sample: readonly (readonly string[])[], rows: readonly (readonly string[])[], index: number): HeaderFinding {
  const single = { headerRow: index + 1, headerRows: 1, headings: readHeadings(sample, index + 1) };
  const hits = hitsOf(single.headings);
  for (const first of [index - 1, index]) {
    const [upper, lower] = [rows[first], rows[first + 1]];
    if (!upper || !lower || isDataRow(upper) || isDataRow(lower) || filledOf(upper).length < 2 || filledOf(lower).length < 1) continue;
    const headings = readHeadings(sample, first + 1, 2);
    const repeats = single.headings.length - new Set(single.headings.filter((text) => text !== "")).size;
    const fillsGaps = filledOf(headings).length > filledOf(single.headings).length && (first === index ? hitsOf(lower) >= 1 : true);
    const isGrouped =
      first === index - 1 && filledOf(upper).length < filledOf(lower).length && repeats > 0 && !upper.some((cell) => /[:：]/.test(cell));
    const isParted = first === index && repeats > 0 && isUnderRepeats(upper, lower);
    const isSided = first === index - 1 && namesSides(upper, lower);
    if (isSided || fillsGaps || isGrouped || isParted || hitsOf(headings) > hits) return { headerRow: first + 1, headerRows: 2, headings };
  }
  return single;
}

const sideWords =
  /^(?:对手|对方|交易对手|本方|我方|己方|收款|付款|收方|付方|转入|转出|主叫|被叫|payer|payee|counterparty|owner)(?:方|人|信息|账户)?$/i;

/** An upper row of merged cells, each over several headings, that says whose they are. */
function namesSides(upper: readonly string[], lower: readonly string[]): boolean {
  const groups = filledOf(upper);
  const spans = upper.filter((cell, i) => cell !== "" && (upper[i + 1] ?? "") === "" && (lower[i + 1] ?? "") !== "").length;
  return (
    groups.some((cell) => sideWords.test(cell)) &&
    spans >= groups.length / 2 &&
    groups.every((cell) => cell.length <= 12 && !/[:：\d]/.test(cell))
  );
}

/** A lower row of headings: texts under every heading that repeats, blank under those that stand alone. */
function isUnderRepeats(upper: readonly string[], lower: readonly string[]): boolean {
  const isRepeated = (text: string) => text !== "" && upper.indexOf(text) !== upper.lastIndexOf(text);
  return upper.every((text, i) => isRepeated(text) === ((lower[i] ?? "") !== ""));
}
