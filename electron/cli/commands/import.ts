// `import <ws> FILE…`: imports whole or not at all.
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import { type Mapping, mappingSchema, rowKinds } from "../../../shared/import/mapping.ts";
import { type Command, knownWord } from "../command.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export function readMapping(path: string): Mapping {
  try {
    const parsed = mappingSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (parsed.success) return parsed.data;
    throw new CaseweaveError("mapping-invalid", {
      file: basename(path),
      reason: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
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
    mapping: { type: "string" },
    as: { type: "string" },
    sheet: { type: "string", multiple: true },
    "dry-run": { type: "boolean" },
  },
  run: (args, io) =>
    withEngine(args, io, { create: true }, async (call, workspace) => {
      const paths = args.positionals.slice(1).map((path) => resolve(path));
      const { mapping, as, sheet } = args.values;
      const options = {
        ...(typeof mapping === "string" ? { mapping: readMapping(mapping) } : {}),
        ...(typeof as === "string" ? { as: knownWord("as", as, rowKinds) } : {}),
        ...(Array.isArray(sheet) ? { sheets: sheet.map(String) } : {}),
      };
      if (args.values["dry-run"]) printDocument(io, await call("import.previewFiles", { paths, ...options }));
      else printDocument(io, await call("import.storeFiles", { paths, ...options, rejectFolder: resolve(dirname(workspace)) }));
      return 0;
    }),
};
