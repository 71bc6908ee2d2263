// `motifs <ws>`: patterns of transfers, best first. `motifs name <ws> --by source`: the shape of each source's transfers.
import { type MotifKind, motifKinds } from "../../../shared/group/motifs/motif.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { listOf, oneOf, text } from "../option.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

const hoursPerDay = 24;

/** `72h` or `3d` as days. */
function windowOf(typed: string): number {
  const match = /^(\d+(?:\.\d+)?)([hd])$/.exec(typed);
  if (!match) throw new UsageError("cli.usage.window", { option: "--window", typed });
  return Number(match[1]) / (match[2] === "h" ? hoursPerDay : 1);
}

async function listMotifs(args: CommandArgs, io: CommandIo): Promise<number> {
  const { kind, window } = args.values;
  const asked = {
    ...(typeof kind === "string" ? { kinds: kind.split(",") as MotifKind[] } : {}),
    ...(typeof window === "string" ? { windowDays: windowOf(window) } : {}),
  };
  return await withEngine(args, io, {}, async (call) => {
    const { motifs, leftOut } = await call("group.findMotifs", asked);
    printLines(io, motifs);
    if (leftOut > 0) io.say(createSentences(terminalLanguage())("cli.motifs.leftOut", { count: leftOut }));
    return 0;
  });
}

async function nameSources(args: CommandArgs, io: CommandIo): Promise<number> {
  const rest = { ...args, positionals: args.positionals.slice(1) };
  return await withEngine(rest, io, {}, async (call) => {
    const shapes = await call("group.nameSources", {});
    printLines(
      io,
      shapes.map(({ source, sheet, motif, confidence, reason, couldBe, accounts, edges }) => ({
        source,
        sheet,
        motif,
        confidence: Number(confidence.toFixed(2)),
        why: { reason, couldBe, accounts, edges },
      })),
    );
    return 0;
  });
}

export const motifsCommand: Command = {
  name: "motifs",
  summary: "cli.motifs.summary",
  usage: "<workspace> [--kind K,…] [--window 72h] | name <workspace> --by source",
  minimum: 1,
  most: { "": 1, name: 2 },
  verbs: { at: 0, words: ["name"], isOptional: true },
  options: {
    kind: listOf("cli.option.motifKind", motifKinds),
    window: text("cli.option.window", "72h|3d"),
    by: oneOf("cli.option.bySource", ["source"]),
  },
  run: (args, io) => (args.positionals[0] === "name" ? nameSources : listMotifs)(args, io),
};
