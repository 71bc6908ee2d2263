// `like <ws> CASENO`: cases like this one.
import type { Command } from "../command.ts";
import { whole, wholeOf } from "../option.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";
import { barLine } from "./link.ts";

export const likeCommand: Command = {
  name: "like",
  summary: "cli.like.summary",
  usage: "<workspace> CASE",
  minimum: 2,
  most: 2,
  options: { top: whole("cli.option.top") },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const number = args.positionals[1]!.replace(/^case:/, "");
      const similar = await call("link.findSimilar", { case: number, top: wholeOf(args.values["top"]) ?? 10 });
      printLines(
        io,
        similar.map((one) => ({
          ...one,
          bits: Math.round(one.bits * 100) / 100,
          evidence: one.evidence.map(barLine),
          counter: one.counter.map(barLine),
        })),
      );
      return 0;
    }),
};
