// `sources <ws> list | remove ID --reason T`.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { Command } from "../command.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const sourcesCommand: Command = {
  name: "sources",
  summary: "cli.sources.summary",
  usage: "<workspace> list | remove ID --reason TEXT",
  minimum: 2,
  options: { reason: { type: "string" } },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const [, verb, id] = args.positionals;
      if (verb === "list") printDocument(io, { sources: await call("import.listSources", {}) });
      else if (verb === "remove")
        printDocument(io, await call("import.removeSource", { sourceId: Number(id), reason: String(args.values["reason"] ?? "") }));
      else throw new CaseweaveError("bad-request", { issues: [`sources ${verb}`] });
      return 0;
    }),
};
