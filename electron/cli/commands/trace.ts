// `trace <ws> money …`: follow events. One verb a question, registered below.
import { listFormats } from "../../../shared/review/exportCalls.ts";
import { listNames } from "../../../shared/trace/lists/index.ts";
import { findPolicy, policyNames } from "../../../shared/trace/policies/index.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { anyWords, type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { flag, knownWord, moment, oneOf, outFile, text, whole, wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";
import { measureOf, meetingOptions, meetingVerbs, mostApart } from "./traceMeetings.ts";

const textOf = (value: CommandArgs["values"][string]): string | null => (typeof value === "string" ? value : null);

async function traceMoney(args: CommandArgs, io: CommandIo): Promise<number> {
  const from = [args.values["from"] ?? []].flat().filter((ref) => typeof ref === "string");
  if (from.length === 0) throw new UsageError("cli.usage.from");
  const { values } = args;
  const policy = findPolicy(textOf(values["policy"]) ?? "fifo")!;
  const depth = wholeOf(values["levels"]);
  const levels = depth === undefined ? {} : { levels: depth };
  return await withEngine(args, io, {}, async (call) => {
    const question = { from, policy, since: textOf(values["since"]), until: textOf(values["until"]), currency: textOf(values["currency"]) };
    if (typeof values["list"] === "string") {
      const asked = { ...question, ...levels, list: values["list"], asOf: textOf(values["as-of"]) };
      if (typeof values["out"] === "string") await saveList(args, io, call, values["out"], asked);
      else printLines(io, await call("trace.listMoney", asked));
    } else printDocument(io, await call("trace.traceMoney", { ...question, ...levels }));
    return 0;
  });
}

/** A list that is handed to a bank says numbers in full; `--masked` makes one to look at. */
async function saveList(args: CommandArgs, io: CommandIo, call: CallEngine, out: string, asked: object): Promise<void> {
  const format = knownWord("--out", endingOf(out), listFormats);
  const file = await call(
    "review.exportList",
    { ...asked, format, language: terminalLanguage() },
    { isMasked: args.values["masked"] === true },
  );
  printDocument(io, saveFile(out, file));
}

async function findNumberChanges(args: CommandArgs, io: CommandIo): Promise<number> {
  return await withEngine(args, io, {}, async (call) => {
    const { lines, leftOut } = await call("trace.findNumberChanges", { at: textOf(args.values["at"]) });
    printLines(io, lines);
    if (leftOut > 0) io.say(createSentences(terminalLanguage())("cli.trace.leftOut", { count: leftOut }));
    return 0;
  });
}

const phoneRef = (named: string): string => (named.includes(":") ? named : `phone:${named}`);

/** Several numbers: what their calls have in common. */
async function findCommonContacts(args: CommandArgs, io: CommandIo, numbers: readonly string[]): Promise<number> {
  const { since, until, min, within } = args.values;
  const least = wholeOf(min);
  const withinMinutes = measureOf("within", within, { m: 1, h: 60 }, mostApart.within);
  const asked = {
    phones: numbers.map(phoneRef),
    since: textOf(since),
    until: textOf(until),
    ...(least === undefined ? {} : { min: least }),
    ...(withinMinutes === undefined ? {} : { withinMinutes }),
  };
  return await withEngine(args, io, {}, async (call) => {
    printDocument(io, await call("trace.findCommonContacts", asked));
    return 0;
  });
}

async function profileCalls(args: CommandArgs, io: CommandIo): Promise<number> {
  const [named, ...more] = args.positionals.slice(2);
  if (named === undefined) throw new UsageError("cli.usage.phone");
  if (more.length > 0) return await findCommonContacts(args, io, [named, ...more]);
  const { since, until } = args.values;
  return await withEngine(args, io, {}, async (call) => {
    printDocument(io, await call("trace.profileCalls", { phone: phoneRef(named), since: textOf(since), until: textOf(until) }));
    return 0;
  });
}

const verbs: Readonly<Record<string, (args: CommandArgs, io: CommandIo) => Promise<number>>> = {
  money: traceMoney,
  calls: profileCalls,
  "number-change": findNumberChanges,
  ...meetingVerbs,
};

export const traceCommand: Command = {
  name: "trace",
  summary: "cli.trace.summary",
  usage:
    "<workspace> money --from KIND:KEY | case:NUMBER | series:ID | transfer:ID … [--policy P] [--list stop|freeze|request|return|secured [--out F.xlsx|docx|pdf|csv] [--masked]] | calls PHONE | calls PHONE PHONE … [--min 2] [--within 10m] | number-change [--at DATE] | meet [--within 30m] [--distance 200m] [--min 2] | follow [KIND:KEY] [--places 3] [--gap 3h] [--kind vehicle] | unusual [KIND:KEY] [--min-bits 4]  [--top N or all]",
  minimum: 2,
  most: { money: 2, calls: anyWords, "number-change": 2, meet: 2, follow: 3, unusual: 3 },
  verbs: { at: 1, words: Object.keys(verbs) },
  options: {
    from: text("cli.option.from", "REF", { multiple: true }),
    policy: oneOf("cli.option.policy", [...policyNames, "poison"]),
    since: moment("cli.option.since"),
    until: moment("cli.option.until"),
    levels: whole("cli.option.levels"),
    list: oneOf("cli.option.list", listNames),
    "as-of": moment("cli.option.asOf"),
    out: outFile("cli.option.listOut"),
    masked: flag("cli.option.masked"),
    currency: text("cli.option.currency", "CODE"),
    at: moment("cli.option.at"),
    within: text("cli.option.within", "30m|2h"),
    distance: text("cli.option.distance", "200m|1.5km"),
    min: whole("cli.option.minPlaces"),
    ...meetingOptions,
  },
  run: (args, io) => {
    return verbs[args.positionals[1]!]!(args, io);
  },
};
