// The demo county cut into days: what a unit would get each morning – cases, statements of every bank, wallets, calls, captures, stays, logins – and
// registers, of which a third stands there before the month and the other rows come on any of its days.
import { join } from "node:path";
import { writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { listSources, readRawRows, type SourceRecord } from "../../electron/engine/store/sqlite/tables/source.ts";
import type { Mapping } from "../../shared/import/mapping.ts";
import { hashText } from "../../shared/random.ts";
import { dayText, parseDay } from "../../shared/review/statistics/period.ts";
import type { Cut, Month } from "./cutShape.ts";
import { openDesk } from "./desk.ts";

/** Targets that tell on which day a row comes. */
const dayTargets: Readonly<Record<string, readonly string[]>> = {
  case: ["case.reported"],
  transfer: ["time", "time.date"],
  call: ["time"],
  capture: ["time"],
  login: ["time"],
  stay: ["in"],
  measure: ["from"],
};

const dayIn = (cell: string): string => {
  const [, year, month, date] = /(\d{4})\D?(\d{1,2})\D?(\d{1,2})/.exec(cell) ?? [];
  return year === undefined ? "" : `${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`;
};

/** Of registers a third of the rows stands there before the month; the others come on any of its days. */
function registerDay(cells: readonly string[], first: string, last: string): string {
  const [from, until] = [parseDay(first)!, parseDay(last)!];
  const days = until - from + 1;
  return dayText(Math.max(from - 1, from - Math.ceil(days / 2) + (hashText(cells.join("|")) % Math.ceil(days * 1.5))));
}

function filledDown({ mapping }: { mapping: Mapping }, headings: readonly string[], rows: readonly (readonly string[])[]): string[][] {
  const { fillDown } = mapping.format ?? {};
  const columns = Array.isArray(fillDown) ? fillDown.map((name) => headings.indexOf(name)) : [];
  let above: readonly string[] = [];
  return rows.map((cells) => {
    const filled = cells.map((cell, i) => (cell === "" && columns.includes(i) ? (above[i] ?? "") : cell));
    above = filled;
    return filled;
  });
}

function cutSource(path: string, source: SourceRecord, first: string, last: string): Cut {
  const db = openWorkspaceFile(path, { readOnly: true });
  try {
    const headings = JSON.parse(source.headings) as string[];
    const mapping = JSON.parse(source.mapping) as Mapping;
    const wanted = dayTargets[source.rowKind] ?? [];
    const column = headings.findIndex((heading, i) =>
      [mapping.columns[heading] ?? mapping.columns[`#${i + 1}`] ?? []].flat().some((target) => wanted.includes(target)),
    );
    if (wanted.length > 0 && column < 0) throw new Error(`no day in ${source.name}`);
    const raw = readRawRows(db, source.id, 1, 1_000_000).map(({ cells }) => cells);
    const rows = filledDown({ mapping }, headings, raw).map((cells) => ({
      day: column < 0 ? registerDay(cells, first, last) : dayIn(cells[column] ?? ""),
      cells,
    }));
    const { sheet: _, fillDown: _filled, delimiter: _cut, quotes: _quotes, ...meaning } = mapping.format ?? {};
    return {
      name: `${source.id}`,
      rowKind: source.rowKind,
      mapping: { ...mapping, format: { ...meaning, headerRow: 1, encoding: "utf-8" } },
      headings,
      rows: rows.filter(({ day }) => day !== "" && day <= last),
    };
  } finally {
    db.close();
  }
}

/** Writes the demo, reads it once whole, and cuts its sheets into days. */
export async function cutMonth(
  folder: string,
  { scale, seed, first, last }: { scale: number; seed: number; first: string; last: string },
): Promise<Month> {
  const { files, lateFiles } = await writeDemoFiles(join(folder, "files"), { scale, seed });
  const whole = await openDesk(join(folder, "whole.caseweave"), Date.parse(last));
  await whole.ask("import.storeFiles", { paths: [...files, ...lateFiles].map((name) => join(folder, "files", name)) });
  const db = openWorkspaceFile(whole.path, { readOnly: true });
  const sources = listSources(db)
    .filter(({ stored }) => stored > 0)
    .sort((a, b) => a.id - b.id);
  db.close();
  await whole.engine.close();
  return { first, last, cuts: sources.map((source) => cutSource(whole.path, source, first, last)) };
}
