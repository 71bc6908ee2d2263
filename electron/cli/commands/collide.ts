// `collide <ws> SET SET…`: what several lists have in common.
import { anyWords, type Command } from "../command.ts";
import { whole, wholeOf } from "../option.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

export const collideCommand: Command = {
  name: "collide",
  summary: "cli.collide.summary",
  usage:
    "<workspace> source:ID[@FROM/UNTIL] | series:ID | case:NUMBER | chart:ID | place:KEY[~M]@FROM/UNTIL | building:CODE[@FROM/UNTIL] | scenes:S[@MIN/M] … [--min K]",
  minimum: 2,
  most: anyWords,
  options: { min: whole("cli.option.minLists") },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const least = wholeOf(args.values["min"]);
      const sets = args.positionals.slice(1);
      const { found } = await call("trace.collideSets", { sets, ...(least === undefined ? {} : { min: least }) });
      printLines(io, found);
      return 0;
    }),
};
