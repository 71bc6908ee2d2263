#!/usr/bin/env node
// The command line: finds the command, reads its options, runs it. Standard output is the answer's, standard error everybody else's.
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { CaseweaveError, toWire } from "../../shared/errors.ts";
import { createSentences, errorSentence, terminalLanguage } from "../words.ts";
import { type Command, type CommandIo, UsageError } from "./command.ts";
import { commands } from "./commands/index.ts";
import { helpOf, helpOfAll } from "./help.ts";
import { nearestWord } from "./nearestWord.ts";

const usageError = 2;
const say = createSentences(terminalLanguage());

const io: CommandIo = {
  // Read only when asked for: a program that leaves our standard input open must not keep us from ending.
  get lines() {
    return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  },
  write: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
  now: Date.now,
};

function complain(text: string): number {
  io.say(text);
  return usageError;
}

const sharedOptions = {
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  "key-file": { type: "string" },
  user: { type: "string" },
} as const;

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const options = { ...sharedOptions, ...command.options };
  const unknown = args.find((arg) => arg.startsWith("--") && arg !== "--" && !(arg.slice(2).split("=")[0]! in options));
  if (unknown)
    return complain(
      say("cli.usage.option", {
        option: unknown,
        near: `--${nearestWord(unknown.slice(2).split("=")[0]!, Object.keys(options))}`,
        command: command.name,
      }),
    );
  const parsed = parseOptions(args, options);
  if (typeof parsed === "string") return complain(say("cli.usage.bad", { command: command.name, reason: parsed }));
  if (parsed.values.help) {
    io.write(helpOf(command, say));
    return 0;
  }
  if (parsed.positionals.length < (command.minimum ?? 0)) return complain(helpOf(command, say));
  try {
    return await command.run(parsed, io);
  } catch (error) {
    if (error instanceof UsageError) return complain(say("cli.usage.bad", { command: command.name, reason: error.message }));
    return reportFailure(error, Boolean(parsed.values.json));
  }
}

function parseOptions(args: readonly string[], options: Command["options"]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
}

function reportFailure(error: unknown, isJson: boolean): number {
  const wire = toWire(error);
  const message = errorSentence(say, wire);
  if (isJson) io.write(`${JSON.stringify({ error: { code: wire.code, message, details: wire.details } })}\n`);
  io.say(message);
  if (!(error instanceof CaseweaveError) && process.env["CASEWEAVE_TRACE"]) io.say(String((error as Error).stack));
  return 1;
}

async function main(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "" || name === "--help" || name === "-h") {
    io.write(helpOfAll(commands, say));
    return name === "" ? usageError : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command)
    return complain(
      say("cli.usage.command", {
        name,
        near: nearestWord(
          name,
          commands.map((one) => one.name),
        ),
      }),
    );
  return await runCommand(command, rest);
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
