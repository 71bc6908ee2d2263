// Values of attributes in their normal text: ISO times, plain dates, decimal money, coordinates, tags.

import { decimalOf } from "../../model/money.ts";
import { isoDate, isoTime } from "../../model/time.ts";
import { readMoney } from "../cells/money.ts";
import type { Cells, RowPlan, TimeGetter } from "../rowPlan.ts";

const dayPrecision = 2;

/** ISO time with offset, or a plain date where only the day is known. */
export function timeText(time: TimeGetter, utcOffset: number): string {
  const { at, precision } = time.reader;
  return precision === dayPrecision ? isoDate(at, utcOffset) : isoTime(at, utcOffset);
}

/** Attribute text of a cell, or null where the cell is not understood. */
export type ValueReader = (cells: Cells) => string | null;

export function compileTimeValue(plan: RowPlan, target: string): ValueReader {
  const time = plan.time(target);
  return (cells) => {
    const verdict = time.read(cells);
    return verdict === "missing" ? "" : verdict === "invalid" ? null : timeText(time, plan.utcOffset);
  };
}

export function compileMoneyValue(plan: RowPlan, target: string): ValueReader {
  const text = plan.text(target);
  return (cells) => {
    const cell = text(cells);
    if (cell === "") return "";
    const fen = readMoney(cell);
    return Number.isNaN(fen) ? null : decimalOf(fen);
  };
}

/** Degrees or plane coordinates: `120.1551`, `120.1551E`, `120°9'18"`. */
export function compileCoordinate(plan: RowPlan, target: string): ValueReader {
  const text = plan.text(target);
  return (cells) => {
    const cell = text(cells);
    if (cell === "") return "";
    const degrees = /^(-?\d+(?:\.\d+)?)°(?:\s*(\d+(?:\.\d+)?)[′'])?(?:\s*(\d+(?:\.\d+)?)[″"])?\s*[NSEW]?$/i.exec(cell);
    const value = degrees
      ? Number(degrees[1]) + Number(degrees[2] ?? 0) / 60 + Number(degrees[3] ?? 0) / 3600
      : Number(cell.replace(/[°NE]$/i, ""));
    return Number.isFinite(value) ? String(value) : null;
  };
}

/** Tags of a modus cell: words parted by ； ; or 、. */
export const splitTags = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/[；;、\n]+/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

/** Several names in one cell. */
export const splitNames = (cell: string): readonly string[] =>
  cell
    .split(/[、；;，,/\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
