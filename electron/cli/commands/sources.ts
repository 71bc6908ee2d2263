// `sources <ws> list | remove ID --reason T`.
import type { Command } from "../command.ts";
import { text } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const sourcesCommand: Command = {
  name: "sources",
  summary: "cli.sources.summary",
  usage: "<workspace> list | remove ID --reason TEXT",
  minimum: 2,
  verbs: { at: 1, words: ["list", "remove"] },
  options: { reason: text("cli.option.reason", "TEXT") },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const [, verb, id] = args.positionals;
      if (verb === "list") printDocument(io, { sources: await call("import.listSources", {}) });
      else printDocument(io, await call("import.removeSource", { sourceId: Number(id), reason: String(args.values["reason"] ?? "") }));
      return 0;
    }),
};
