// A list as a table file: the columns that stop-payment and freeze forms ask for, and where every line comes from. The audit notes that it left.
import type { ListLine } from "../../../../shared/trace/lists/listLine.ts";
import { words } from "../../../i18n/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { tell } from "../../../state/toasts.ts";

const columns: readonly (readonly [heading: string, value: (line: ListLine) => string])[] = [
  ["trace.save.rank", (line) => String(line.rank)],
  ["trace.save.account", (line) => `\t${line.account}`],
  ["trace.save.name", (line) => line.name],
  ["trace.save.bank", (line) => line.bank],
  ["trace.save.amount", (line) => line.amount],
  ["trace.save.currency", (line) => line.currency],
  ["trace.save.at", (line) => line.at ?? ""],
  ["trace.save.reference", (line) => line.references.map((one) => `\t${one}`).join("、")],
  ["trace.save.deadline", (line) => line.deadline ?? ""],
  ["trace.save.round", (line) => (line.round === null ? "" : String(line.round))],
  ["trace.save.case", (line) => line.case ?? ""],
  [
    "trace.save.sources",
    (line) => line.sources.map(({ source, sheet, row }) => [source, sheet, row].filter((part) => part !== null).join(" ")).join("; "),
  ],
];

/** A cell that a spreadsheet does not take for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const printList = (lines: readonly ListLine[], headings: readonly string[]): string =>
  [headings, ...lines.map((line) => columns.map(([, value]) => value(line)))].map((cells) => cells.map(cell).join(",")).join("\r\n");

export async function saveList(lines: readonly ListLine[], title: string): Promise<void> {
  await engine.call("chart.recordExport", { name: title, format: "csv", entities: lines.length });
  const text = printList(
    lines,
    columns.map(([heading]) => words.t(heading)),
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  link.download = `${title}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
  tell("trace.list.saved", { count: lines.length });
}
