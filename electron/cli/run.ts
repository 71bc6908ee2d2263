// Finds the command, reads its options, runs it, and says what went wrong.
import { parseArgs } from "node:util";
import { CaseweaveError, type ErrorCode, toWire } from "../../shared/errors.ts";
import { nearestWord } from "../../shared/nearestWord.ts";
import { createSentences, errorSentence, terminalLanguage } from "../words.ts";
import { checkVerb } from "./checkVerb.ts";
import { checkWords, joinNegatives } from "./checkWords.ts";
import { type Command, type CommandIo, type Complaint, UsageError } from "./command.ts";
import { commands } from "./commands/index.ts";
import { helpOf, helpOfAll, sharedOptions } from "./help.ts";
import { checkValues } from "./option.ts";

const usageError = 2;
const say = createSentences(terminalLanguage());

function complain(io: CommandIo, text: string): number {
  io.say(text);
  return usageError;
}

async function runCommand(command: Command, typed: readonly string[], io: CommandIo): Promise<number> {
  const options: Command["options"] = { ...sharedOptions, ...command.options };
  const args = joinNegatives(typed, options);
  const unknown = args.find((arg) => arg.startsWith("--") && arg !== "--" && !(arg.slice(2).split("=")[0]! in options));
  if (unknown)
    return complain(
      io,
      say("cli.usage.option", {
        option: unknown,
        near: `--${nearestWord(unknown.slice(2).split("=")[0]!, Object.keys(options))}`,
        command: command.name,
      }),
    );
  const parsed = parseOptions(args, options);
  if ("key" in parsed) return refuse(io, command, parsed);
  if (parsed.values.help) {
    io.write(helpOf(command, say));
    return 0;
  }
  if (parsed.positionals.length < (command.minimum ?? 0)) return complain(io, helpOf(command, say));
  try {
    checkVerb(command, parsed.positionals);
    checkWords(command, parsed);
    checkValues(options, parsed);
    return await command.run(parsed, io);
  } catch (error) {
    if (error instanceof UsageError) return refuse(io, command, error.complaint);
    return reportFailure(io, error, Boolean(parsed.values.json));
  }
}

function refuse(io: CommandIo, { name }: Command, { key, values }: Complaint): number {
  return complain(io, say("cli.usage.bad", { command: name, reason: say(key, values) }));
}

/** What node:util says of arguments, by its codes: https://nodejs.org/api/errors.html#err_parse_args_invalid_option_value */
const parseFaults: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "cli.usage.value",
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "cli.usage.unknown",
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "cli.usage.unknown",
};

function parseOptions(args: readonly string[], options: Command["options"]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(-{1,2}[^\s'=]+)/.exec(message)?.[1] ?? "";
    const isFlag = options[option.replace(/^-+/, "")]?.type === "boolean";
    return { key: isFlag ? "cli.usage.flag" : (parseFaults[code] ?? "cli.usage.unknown"), values: { option } };
  }
}

/** A word that only the workspace can judge is still a usage error. */
const askedWrongly: ReadonlySet<string> = new Set<ErrorCode>(["kind-unknown", "link-kind-unknown"]);

function reportFailure(io: CommandIo, error: unknown, isJson: boolean): number {
  const wire = toWire(error);
  const message = errorSentence(say, wire);
  if (isJson) io.write(`${JSON.stringify({ error: { code: wire.code, message, details: wire.details } })}\n`);
  io.say(message);
  if (!(error instanceof CaseweaveError) && process.env["CASEWEAVE_TRACE"]) io.say(String((error as Error).stack));
  return askedWrongly.has(wire.code) ? usageError : 1;
}

/** Exit code. */
export async function runCommandLine(args: readonly string[], io: CommandIo): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "" || name === "--help" || name === "-h") {
    io.write(helpOfAll(commands, say));
    return name === "" ? usageError : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command)
    return complain(
      io,
      say("cli.usage.command", {
        name,
        near: nearestWord(
          name,
          commands.map((one) => one.name),
        ),
      }),
    );
  return await runCommand(command, rest, io);
}
