// `import <ws> FILE…`: imports whole or not at all.
import { dirname, resolve } from "node:path";
import type { ImportedSource } from "../../../shared/import/calls.ts";
import { type Mapping, mappingSchema, type RowKind, rowKinds } from "../../../shared/import/mapping.ts";
import { reusedCode, reusedMoreCode } from "../../../shared/import/reusedNumber.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { anyWords, type Command, type CommandIo } from "../command.ts";
import { flag, oneOf, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { readMappingFile } from "../readMappingFile.ts";
import { withAddresses } from "../withAddresses.ts";
import { withEngine } from "../withEngine.ts";

export const readMapping = (path: string): Mapping => readMappingFile(path, mappingSchema);

/** Numbers that a line carries. */
const numbersShown = 5;

function sayReused(io: CommandIo, sources: readonly ImportedSource[]): void {
  const doubts = sources.filter(({ already }) => !already).flatMap(({ layout }) => layout.doubts);
  const numbers = doubts.filter(({ code }) => code === reusedCode).map(({ values }) => String(values.number));
  if (numbers.length === 0) return;
  const more = doubts.filter(({ code }) => code === reusedMoreCode).reduce((sum, { values }) => sum + Number(values.count), 0);
  const count = numbers.length + more;
  const shown = `${numbers.slice(0, numbersShown).join("、")}${count > numbersShown ? "…" : ""}`;
  io.say(createSentences(terminalLanguage())("cli.import.reused", { count, numbers: shown }));
}

/** What the desk would ask before it stores: here it is stored as it was read, and said. */
function sayDoubted(io: CommandIo, sources: readonly ImportedSource[]): void {
  const say = createSentences(terminalLanguage());
  for (const { source, sheet, layout, already } of sources) {
    const codes = [...new Set(layout.doubts.filter(({ blocking, code }) => blocking || code === "no-rows").map(({ code }) => code))];
    if (already || codes.length === 0) continue;
    io.say(
      say("cli.import.doubted", { source: sheet === null ? source : `${source} ${sheet}`, count: codes.length, codes: codes.join("、") }),
    );
  }
}

export const importCommand: Command = {
  name: "import",
  summary: "cli.import.summary",
  usage: "<workspace> FILE… [--sheet NAME]…",
  minimum: 2,
  most: anyWords,
  options: {
    mapping: text("cli.option.mapping", "FILE"),
    as: oneOf("cli.option.as", rowKinds),
    sheet: text("cli.option.sheetName", "NAME", { multiple: true }),
    "dry-run": flag("cli.option.dryRun"),
  },
  run: (args, io) =>
    withEngine(args, io, { create: true }, async (call, workspace) => {
      const paths = args.positionals.slice(1).map((path) => resolve(path));
      const { mapping, as, sheet } = args.values;
      const options = {
        ...(typeof mapping === "string" ? { mapping: readMapping(mapping) } : {}),
        ...(typeof as === "string" ? { as: as as RowKind } : {}),
        ...(Array.isArray(sheet) ? { sheets: sheet.map(String) } : {}),
      };
      if (args.values["dry-run"]) printDocument(io, await call("import.previewFiles", { paths, ...options }));
      else {
        const stored = await call("import.storeFiles", { paths, ...options, rejectFolder: resolve(dirname(workspace)) });
        sayReused(io, stored.sources);
        sayDoubted(io, stored.sources);
        printDocument(io, await withAddresses(call, io, stored));
      }
      return 0;
    }),
};
