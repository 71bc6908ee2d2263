// The lists of a run as a file: a workbook with a sheet a list, a document with a table a list, or one CSV with the name of the list before each line.
import { maskResult } from "../../../../shared/review/maskResult.ts";
import { cellText, fieldKey } from "../../../../shared/review/pack/cellText.ts";
import type { FieldForm } from "../../../../shared/review/pack/line.ts";
import { mostLines } from "../../../../shared/review/pack/packLines.ts";
import type { PackRunAnswer, RunFormat, ShownSection } from "../../../../shared/review/packCalls.ts";
import type { Block, Paper } from "../../../../shared/review/paper/paper.ts";
import { clockText, groupDigits } from "../../../../shared/review/paper/plainText.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { CellForm, Table, TableColumn } from "../../../../shared/review/paper/table.ts";
import { writeCsv } from "../../../../shared/review/paper/writeCsv.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { Language } from "../../../../shared/words.ts";
import { createSentences } from "../../../words.ts";
import type { JobContext } from "../../handler.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession, printMark } from "../printMark.ts";
import type { ReportTaskInput } from "../report/reportTask.ts";
import { writeXlsx } from "../writeExport/writeXlsx.ts";
import { requirePack } from "./knownPacks.ts";
import { requireRun, showRun } from "./showRun.ts";

type Side = "zh" | "en";

/** What a spreadsheet can reckon with. */
const cellForms: Readonly<Partial<Record<FieldForm, CellForm>>> = {
  money: "money",
  count: "count",
  bits: "decimal",
  score: "decimal",
  time: "time",
};
const rightForms: ReadonlySet<FieldForm> = new Set(["money", "count", "bits", "score"]);
const wideForms: ReadonlySet<FieldForm> = new Set(["entities", "cases"]);

function columnOf({ field, form }: ShownSection["fields"][number], say: Say): TableColumn {
  const column = {
    heading: say(fieldKey(field)),
    width: wideForms.has(form) ? 24 : 10,
    align: rightForms.has(form) ? ("right" as const) : ("left" as const),
  };
  const told = cellForms[form];
  return told === undefined ? column : { ...column, form: told };
}

function tableOf({ fields, lines }: ShownSection, say: Say): Table {
  return {
    columns: [{ heading: say("pack.field.change"), width: 5, align: "centre" }, ...fields.map((field) => columnOf(field, say))],
    rows: lines.map(({ change, cells }) => [
      say(`pack.change.${change}`),
      ...cells.map((cell, i) => {
        const text = cellText(cell, fields[i]!.field, say);
        return cell.form === "money" ? groupDigits(text) : text;
      }),
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

type Writing = readonly [answer: PackRunAnswer, side: Side, say: Say, footer: string];

/** The same lists on pages: a heading, its counts, its table. */
function runPaper([answer, side, say, footer]: Writing): Paper {
  const blocks = answer.sections.flatMap((section): Block[] => {
    const [, counts = ""] = headingOf(answer, section, side, say);
    const facts = { kind: "facts", lines: [counts] } as const;
    const title = { kind: "heading", level: 2, text: section.title[side] } as const;
    return section.lines.length === 0 ? [title, facts] : [title, facts, { kind: "table", table: tableOf(section, say) }];
  });
  const about = { kind: "facts", lines: [say("pack.export.ran", { at: clockText(answer.at), lines: answer.lines })] } as const;
  return { title: answer.title[side], isLandscape: true, footer, blocks: [about, ...blocks] };
}

type RunWriter = (writing: Writing, context: JobContext, language: Language) => Uint8Array | Promise<Uint8Array>;

const pages =
  (format: "docx" | "pdf"): RunWriter =>
  (writing, { jobs, clock, signal, report }, language) => {
    const input: ReportTaskInput = { paper: runPaper(writing), format, language, at: clock(), template: null };
    return jobs.run<Uint8Array>("writeReport", input, { signal, report });
  };

const writers: Readonly<Record<RunFormat, RunWriter>> = {
  xlsx: ([answer, side, say, footer]) =>
    writeXlsx(
      answer.sections.map((section, i) => ({
        name: sheetName(section.title[side], i),
        heading: headingOf(answer, section, side, say),
        table: tableOf(section, say),
        footer,
      })),
    ),
  csv: ([answer, side, say]) => {
    const tables = answer.sections.map((section) => [section.title[side], tableOf(section, say)] as const);
    return new TextEncoder().encode(writeCsv(joined(tables, say)));
  },
  docx: pages("docx"),
  pdf: pages("pdf"),
};

export async function exportRun({ pack: name, run, format, language }: Params<"review.exportPackRun">, context: JobContext) {
  const { pack } = requirePack(context.db, name);
  const clear = showRun(context, requireRun(context.db, pack.id, run), mostLines);
  const isMasked = isMaskedSession(context);
  const answer = isMasked ? (maskResult(clear, context.show) as PackRunAnswer) : clear;
  const say = createSentences(language);
  const side: Side = language === "en" ? "en" : "zh";
  const bytes = await writers[format]([answer, side, say, printMark(context, say)], context, language);
  return exportedFile(`${answer.title[side]} ${answer.at.slice(0, 10)}`, format, bytes, answer.lines, isMasked);
}
