// A table as CSV that Chinese spreadsheets open rightly: byte order mark, CRLF, every cell guarded against formulas, long digit runs kept by quotes.
import { guardFormula } from "../formulaGuard.ts";
import type { Table } from "./table.ts";

const mark = "\uFEFF";

function cell(text: string): string {
  const safe = guardFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function writeCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(cell).join(","));
  return `${mark}${lines.join("\r\n")}\r\n`;
}
