// `import <ws> FILE…`: imports whole or not at all.
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import { type Mapping, mappingSchema, type RowKind, rowKinds } from "../../../shared/import/mapping.ts";
import { problemsOf } from "../../../shared/problems.ts";
import type { Command } from "../command.ts";
import { flag, oneOf, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export function readMapping(path: string): Mapping {
  try {
    const given: unknown = JSON.parse(readFileSync(path, "utf8"));
    const parsed = mappingSchema.safeParse(given);
    if (parsed.success) return parsed.data;
    throw new CaseweaveError("mapping-invalid", {
      file: basename(path),
      problems: problemsOf(parsed.error.issues, given),
    });
  } catch (error) {
    if (error instanceof CaseweaveError) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new CaseweaveError("file-missing", { file: basename(path), path });
    throw new CaseweaveError("mapping-invalid", { file: basename(path), reason: (error as Error).message });
  }
}

export const importCommand: Command = {
  name: "import",
  summary: "cli.import.summary",
  usage: "<workspace> FILE… [--sheet NAME]…",
  minimum: 2,
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
      else printDocument(io, await call("import.storeFiles", { paths, ...options, rejectFolder: resolve(dirname(workspace)) }));
      return 0;
    }),
};
