// `expand <ws> ENTITY`: neighbours with counts.
import type { Command } from "../command.ts";
import { graphOption, text, whole, wholeOf } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const expandCommand: Command = {
  name: "expand",
  summary: "cli.expand.summary",
  usage: "<workspace> KIND:KEY",
  minimum: 2,
  most: 2,
  options: { links: text("cli.option.links", "KIND,…"), limit: whole("cli.option.limit"), graph: graphOption },
  run: (args, io) =>
    withEngine(args, io, { graph: true }, async (call) => {
      const { links, limit } = args.values;
      const options = { ...(typeof links === "string" ? { links: links.split(",") } : {}), limit: wholeOf(limit) ?? 200, withPublic: true };
      printDocument(io, await call("chart.expandEntity", { entity: args.positionals[1]!, ...options }));
      return 0;
    }),
};
