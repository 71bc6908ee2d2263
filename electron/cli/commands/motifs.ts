// `motifs <ws>`: patterns of transfers, best first. `motifs name <ws> --by source`: the shape of each source's transfers.
import { motifKinds } from "../../../shared/group/motifs/motif.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, type CommandIo, knownWord, UsageError } from "../command.ts";
import { printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

const hoursPerDay = 24;

/** `72h` or `3d` as days. */
function windowOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([hd])$/.exec(text);
  if (!match) throw new UsageError(`--window ${text}: 72h, 3d`);
  return Number(match[1]) / (match[2] === "h" ? hoursPerDay : 1);
}

const kindsOf = (text: string) => text.split(",").map((word) => knownWord("kind", word, motifKinds));

async function listMotifs(args: CommandArgs, io: CommandIo): Promise<number> {
  const { kind, window } = args.values;
  const asked = {
    ...(typeof kind === "string" ? { kinds: kindsOf(kind) } : {}),
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
  knownWord("by", String(args.values["by"] ?? "source"), ["source"]);
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
  options: { kind: { type: "string" }, window: { type: "string" }, by: { type: "string" } },
  run: (args, io) => (args.positionals[0] === "name" ? nameSources : listMotifs)(args, io),
};
