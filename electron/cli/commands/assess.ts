// `assess <ws> TEXT`, or `-` for standard input: everything that the workspace knows about what a text names, as one document.
import { clueProbes } from "../../../shared/review/assess/calls.ts";
import { anyWords, type Command, type CommandArgs, type CommandIo, UsageError } from "../command.ts";
import { listOf, moment, text, whole, wholeOf } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

async function readInput({ lines }: CommandIo): Promise<string> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all.join("\n");
}

async function clueOf({ positionals }: CommandArgs, io: CommandIo): Promise<string> {
  const typed = positionals.slice(1).join(" ");
  const clue = typed === "-" ? await readInput(io) : typed;
  if (clue.trim() === "") throw new UsageError("cli.usage.assess");
  return clue;
}

/** What the caller says of the case; the rest is read from the text. */
const saidOf = ({ values }: CommandArgs) =>
  Object.fromEntries(
    ["number", "type", "from", "to", "loss"].flatMap((name) => (typeof values[name] === "string" ? [[name, values[name]]] : [])),
  );

export const assessCommand: Command = {
  name: "assess",
  summary: "cli.assess.summary",
  usage: "<workspace> TEXT | -  [--parts WORD,…] [--within MS] [--store [--number NO] [--type WORDS] [--from T] [--to T] [--loss YUAN]]",
  minimum: 1,
  most: anyWords,
  options: {
    parts: listOf("cli.option.assessParts", clueProbes),
    within: whole("cli.option.assessWithin"),
    store: { type: "boolean", about: "cli.option.assessStore" },
    number: text("cli.option.assessNumber", "NO"),
    type: text("cli.option.assessType", "WORDS"),
    from: moment("cli.option.assessFrom"),
    to: moment("cli.option.assessTo"),
    loss: text("cli.option.assessLoss", "YUAN", { form: "number" }),
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const { parts, within, store } = args.values;
      const clue = await clueOf(args, io);
      if (store) {
        printDocument(io, await call("assess.storeCase", { text: clue, ...saidOf(args) }));
        return 0;
      }
      // A command has no warm child: it waits until everything is counted unless it is told how long.
      const asked = { within: wholeOf(within) ?? longest, ...(typeof parts === "string" && { parts: parts.split(",") }) };
      printDocument(io, await call("assess.readClue", { text: clue, ...asked }));
      return 0;
    }),
};

const longest = 600_000;
