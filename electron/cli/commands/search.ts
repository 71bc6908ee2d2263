// `search <ws> WORDS`.
import { anyWords, type Command } from "../command.ts";
import { graphOption, whole, wholeOf } from "../option.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const searchCommand: Command = {
  name: "search",
  summary: "cli.search.summary",
  usage: "<workspace> WORDS",
  minimum: 2,
  most: anyWords,
  options: { top: whole("cli.option.top"), graph: graphOption },
  run: (args, io) =>
    withEngine(args, io, { graph: true }, async (call) => {
      const { hits } = await call("workspace.searchEntities", {
        words: args.positionals.slice(1).join(" "),
        limit: wholeOf(args.values["top"]) ?? 50,
      });
      printLines(
        io,
        hits.map(({ entity, label, matched, field }) => ({ entity, label, matched, field })),
      );
      return 0;
    }),
};
