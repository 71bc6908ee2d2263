// The lists of a run as a file: a workbook with a sheet a list, or one CSV with the name of the list before each line.
import { maskResult } from "../../../../shared/review/maskResult.ts";
import { cellText, fieldKey } from "../../../../shared/review/pack/cellText.ts";
import { mostLines } from "../../../../shared/review/pack/packLines.ts";
import type { PackRunAnswer, ShownSection } from "../../../../shared/review/packCalls.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { Table } from "../../../../shared/review/paper/table.ts";
import { writeCsv } from "../../../../shared/review/paper/writeCsv.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import { writeXlsx } from "../writeExport/writeXlsx.ts";
import { requirePack } from "./knownPacks.ts";
import { requireRun, showRun } from "./showRun.ts";

type Side = "zh" | "en";

function tableOf({ fields, lines }: ShownSection, say: Say): Table {
  const columns = fields.map(({ field, form }) => ({
    heading: say(fieldKey(field)),
    width: form === "entities" || form === "cases" ? 24 : 10,
    align: form === "money" || form === "count" || form === "bits" || form === "score" ? ("right" as const) : ("left" as const),
  }));
  return {
    columns: [{ heading: say("pack.field.change"), width: 5, align: "centre" }, ...columns],
    rows: lines.map(({ change, cells }) => [
      say(`pack.change.${change}`),
      ...cells.map((cell, i) => cellText(cell, fields[i]!.field, say)),
    ]),
  };
}

/** Names of sheets are short, and each once. */
const longestName = 28;
const sheetName = (title: string, place: number): string =>
  `${place + 1} ${[...title.replaceAll(/[\\/*?:[\]]/g, " ")].slice(0, longestName).join("")}`;

function headingOf(answer: PackRunAnswer, section: ShownSection, side: Side, say: Say): string[] {
  const { counts, all } = section;
  const told = answer.against
    ? say("pack.export.counts", { all, fresh: counts.new, changed: counts.changed, gone: counts.gone, at: answer.against.at.slice(0, 10) })
    : say("pack.export.first", { all });
  return [`${answer.title[side]} ${section.title[side]}`, told];
}

const joined = (tables: readonly (readonly [string, Table])[], say: Say): Table => {
  const width = Math.max(...tables.map(([, { columns }]) => columns.length));
  const blanks = (cells: readonly string[]) => [...cells, ...Array.from({ length: width - cells.length }, () => "")];
  const [, first] = tables[0]!;
  return {
    columns: [
      { heading: say("pack.field.list"), width: 10, align: "left" },
      ...blanks(first.columns.map(({ heading }) => heading)).map((heading) => ({ heading, width: 10, align: "left" as const })),
    ],
    rows: tables.flatMap(([title, { columns, rows }], i) => [
      ...(i === 0 ? [] : [[title, ...blanks(columns.map(({ heading }) => heading))]]),
      ...rows.map((cells) => [title, ...blanks(cells)]),
    ]),
  };
};

export function exportRun({ pack: name, run, format, language }: Params<"review.exportPackRun">, context: JobContext) {
  const { pack } = requirePack(context.db, name);
  const clear = showRun(context, requireRun(context.db, pack.id, run), mostLines);
  const isMasked = isMaskedSession(context);
  const answer = isMasked ? (maskResult(clear, context.show) as PackRunAnswer) : clear;
  const say = createSentences(language);
  const side: Side = language === "en" ? "en" : "zh";
  const footer = printMark(context, say);
  const bytes =
    format === "xlsx"
      ? writeXlsx(
          answer.sections.map((section, i) => ({
            name: sheetName(section.title[side], i),
            heading: headingOf(answer, section, side, say),
            table: tableOf(section, say),
            footer,
          })),
        )
      : new TextEncoder().encode(
          writeCsv(
            joined(
              answer.sections.map((section) => [section.title[side], tableOf(section, say)]),
              say,
            ),
          ),
        );
  return exportedFile(`${answer.title[side]} ${answer.at.slice(0, 10)}`, format, bytes, answer.lines, isMasked);
}
