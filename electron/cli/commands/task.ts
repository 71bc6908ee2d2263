// `task add <ws> TEXT --owner NAME --due DAY --about S-1`, `task list <ws>`, `task done | drop | reopen <ws> T-1 --reason T`, `task change <ws> T-1 …`, `task history <ws> T-1`.
import { meetingFields } from "../../../shared/review/meetingCalls.ts";
import { minutesFormats } from "../../../shared/review/task/calls.ts";
import { terminalLanguage } from "../../words.ts";
import { anyWords, type Command, type CommandArgs, UsageError } from "../command.ts";
import { oneOf, outFile, text, whole, wholeOf } from "../option.ts";
import { printDocument, printLines } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

const textOf = ({ values }: CommandArgs, option: string): string | undefined => {
  const value = values[option];
  return typeof value === "string" ? value : undefined;
};

/** Only what was written: what was left out keeps its default, or stays as it is. */
function given(args: CommandArgs, options: readonly string[]): Record<string, unknown> {
  const about = args.values["about"];
  const texts = options.flatMap((option) => {
    const value = textOf(args, option);
    return value === undefined ? [] : [[option, option === "due" && value === "none" ? null : value] as const];
  });
  return { ...Object.fromEntries(texts), ...(about !== undefined && { about: [about].flat().map(String) }) };
}

const typed = ({ positionals }: CommandArgs): string => positionals.slice(1).join(" ");

function named(args: CommandArgs): string {
  if (typed(args) === "") throw new UsageError("cli.usage.taskId");
  return args.positionals[1]!;
}

function list(call: CallEngine, args: CommandArgs) {
  const [about, until, limit] = [args.values["about"], textOf(args, "to"), wholeOf(args.values["top"])];
  return call("task.list", {
    ...given({ ...args, values: { ...args.values, about: undefined } }, ["state", "owner", "from"]),
    ...(about !== undefined && { about: [about].flat().map(String)[0] }),
    ...(until !== undefined && { until }),
    ...(limit !== undefined && { limit }),
  });
}

const settle = (state: string) => (call: CallEngine, args: CommandArgs) =>
  call("task.settle", { task: named(args), state, reason: textOf(args, "reason") ?? "" });

function add(call: CallEngine, args: CommandArgs) {
  if (typed(args) === "") throw new UsageError("cli.usage.taskText");
  return call("task.add", { text: typed(args), ...given(args, ["owner", "due"]) });
}

/** The head of the minutes is written first; the file, if one is asked for, is written by its ending. */
async function minutes(call: CallEngine, args: CommandArgs) {
  const out = textOf(args, "out") ?? "";
  const head = given(args, meetingFields);
  const board = textOf(args, "board") ?? null;
  if (Object.keys(head).length > 0) {
    if (board === null) throw new UsageError("cli.usage.minutesBoard");
    const meeting = await call("review.changeMeeting", { ...head, board });
    if (out === "") return meeting;
  }
  const format = minutesFormats.find((one) => one === endingOf(out));
  if (format === undefined) throw new UsageError("cli.usage.minutesOut", { known: minutesFormats.join(", ") });
  return saveFile(out, await call("task.exportMinutes", { board, format, language: terminalLanguage() }));
}

type Run = (call: CallEngine, args: CommandArgs) => Promise<unknown>;
const verbs: Readonly<Record<string, Run>> = {
  add,
  list,
  done: settle("done"),
  drop: settle("dropped"),
  reopen: settle("open"),
  change: (call, args) => call("task.change", { task: named(args), ...given(args, ["text", "owner", "due", "reason"]) }),
  minutes,
  history: (call, args) => call("task.readHistory", { task: named(args) }),
};

const states = ["open", "overdue", "done", "dropped", "all"];

export const taskCommand: Command = {
  name: "task",
  summary: "cli.task.summary",
  usage:
    "add <workspace> TEXT [--owner NAME] [--due DAY] [--about S-1|R-1|case:NO|phone:NO]…\n       caseweave task list <workspace> [--state WORD] [--owner NAME] [--about REF] [--from DAY] [--to DAY]\n       caseweave task done | drop | reopen <workspace> T-1 [--reason TEXT] | change <workspace> T-1 [--text TEXT] [--owner NAME] [--due DAY|none] | history <workspace> T-1\n       caseweave task minutes <workspace> [--board B-1] --out F.docx|F.pdf\n       caseweave task minutes <workspace> --board B-1 [--held TIME] [--place TEXT] [--chair NAME] [--recorder NAME] [--attendance NAMES] [--out F.docx|F.pdf]",
  minimum: 2,
  most: { add: anyWords, list: 2, done: 3, drop: 3, reopen: 3, change: 3, minutes: 2, history: 3 },
  verbs: { at: 0, words: Object.keys(verbs) },
  options: {
    owner: text("cli.option.taskOwner", "NAME", { mayBeEmpty: true }),
    due: text("cli.option.taskDue", "YYYY-MM-DD"),
    about: text("cli.option.taskAbout", "REF", { multiple: true }),
    text: text("cli.option.taskText", "TEXT"),
    reason: text("cli.option.taskReason", "TEXT"),
    state: oneOf("cli.option.taskState", states),
    from: text("cli.option.taskFrom", "YYYY-MM-DD"),
    to: text("cli.option.taskTo", "YYYY-MM-DD"),
    top: whole("cli.option.taskTop"),
    board: text("cli.option.taskBoard", "ID"),
    held: text("cli.option.meetingHeld", "YYYY-MM-DDTHH:MM", { mayBeEmpty: true }),
    place: text("cli.option.meetingPlace", "TEXT", { mayBeEmpty: true }),
    chair: text("cli.option.meetingChair", "NAME", { mayBeEmpty: true }),
    recorder: text("cli.option.meetingRecorder", "NAME", { mayBeEmpty: true }),
    attendance: text("cli.option.meetingAttendance", "NAMES", { mayBeEmpty: true }),
    out: outFile("cli.option.taskOut"),
  },
  run: (args, io) => {
    const [verb = "", ...positionals] = args.positionals;
    const rest = { ...args, positionals };
    return withEngine(rest, io, {}, async (call) => {
      const result = await verbs[verb]!(call, rest);
      if (Array.isArray(result)) printLines(io, result);
      else printDocument(io, result);
      return 0;
    });
  },
};
