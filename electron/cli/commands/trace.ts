// `trace <ws> money …`: follow events. One verb a question, registered below.
import { findPolicy, policyNames } from "../../../shared/trace/policies/index.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, type CommandIo, knownWord, UsageError } from "../command.ts";
import { nearestWord } from "../nearestWord.ts";
import { printDocument, printLines } from "../print.ts";
import { withEngine } from "../withEngine.ts";

const textOf = (value: CommandArgs["values"][string]): string | null => (typeof value === "string" ? value : null);

const policyOf = (name: string) => findPolicy(name) ?? knownWord("policy", name, policyNames);

async function traceMoney(args: CommandArgs, io: CommandIo): Promise<number> {
  const from = [args.values["from"] ?? []].flat().filter((ref) => typeof ref === "string");
  if (from.length === 0) throw new UsageError("--from");
  const { values } = args;
  const policy = policyOf(textOf(values["policy"]) ?? "fifo");
  const levels = values["levels"] === undefined ? {} : { levels: Number(values["levels"]) };
  return await withEngine(args, io, {}, async (call) => {
    const question = { from, policy, since: textOf(values["since"]), until: textOf(values["until"]), currency: textOf(values["currency"]) };
    printDocument(io, await call("trace.traceMoney", { ...question, ...levels }));
    return 0;
  });
}

async function findNumberChanges(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine(args, io, {}, async (call) => {
    const { lines, leftOut } = await call("trace.findNumberChanges", { at: textOf(args.values["at"]) });
    printLines(io, lines);
    if (leftOut > 0) io.say(createSentences(terminalLanguage())("cli.trace.leftOut", { count: leftOut }));
    return 0;
  });
}

const verbs: Readonly<Record<string, (args: CommandArgs, io: CommandIo) => Promise<number>>> = {
  money: traceMoney,
  "number-change": findNumberChanges,
};

export const traceCommand: Command = {
  name: "trace",
  summary: "cli.trace.summary",
  usage: "<workspace> money --from KIND:KEY | case:NUMBER | series:ID | transfer:ID … | number-change [--at DATE]",
  minimum: 2,
  options: {
    from: { type: "string", multiple: true },
    policy: { type: "string" },
    since: { type: "string" },
    until: { type: "string" },
    levels: { type: "string" },
    currency: { type: "string" },
    at: { type: "string" },
  },
  run: (args, io) => {
    const verb = args.positionals[1] ?? "";
    const run = verbs[verb];
    if (!run) throw new UsageError(`trace ${verb}: ${nearestWord(verb, Object.keys(verbs))}`);
    return run(args, io);
  },
};
