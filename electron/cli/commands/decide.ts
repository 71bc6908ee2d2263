// `decide <ws> pair A B | series S CASE | identity E E --confirm | --reject | --later --reason T`, or many from a file.
import { basename } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import { type DecisionSubject, decisionSubjects, type Verdict, verdicts } from "../../../shared/model/decision.ts";
import { createSentences, errorSentence, terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, UsageError } from "../command.ts";
import { readGivenFile } from "../givenFile.ts";
import { flag, text } from "../option.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

interface Judgement {
  readonly subject: DecisionSubject;
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Row of the file, 1 under the header; 0 when typed. */
  readonly row: number;
}

const plain = (subject: string, text: string) => (subject === "identity" ? text : text.replace(/^(case|series):/, ""));

function fromArguments(args: CommandArgs): Judgement[] {
  const [, subject = "", a = "", b = ""] = args.positionals;
  const chosen = verdicts.filter((verdict) => args.values[verdict]);
  if (!isSubject(subject) || chosen.length !== 1 || b === "") throw new UsageError("cli.usage.decide");
  return [
    { subject, a: plain(subject, a), b: plain(subject, b), verdict: chosen[0]!, reason: String(args.values["reason"] ?? ""), row: 0 },
  ];
}

const isSubject = (text: string): text is DecisionSubject => (decisionSubjects as readonly string[]).includes(text);

/** csv kind,a,b,verdict,reason; the reason may hold commas. */
function fromFile(path: string): Judgement[] {
  const lines = readGivenFile(path)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const headerLines = lines[0]?.startsWith("kind,") ? 1 : 0;
  return lines.flatMap((line, i) => {
    if (line.trim() === "" || i < headerLines) return [];
    const [subject = "", a = "", b = "", verdict = "", ...reason] = line.split(",").map((cell) => cell.trim());
    if (!isSubject(subject) || !(verdicts as readonly string[]).includes(verdict))
      throw new CaseweaveError("file-unreadable", { file: basename(path), line: i + 1, reason: "kind,a,b,verdict,reason" });
    return [
      {
        subject,
        a: plain(subject, a),
        b: plain(subject, b),
        verdict: verdict as Verdict,
        reason: reason.join(","),
        row: i + 1 - headerLines,
      },
    ];
  });
}

/** File, row, column and reason of the one judgement for which none was recorded. */
function refuse(error: unknown, path: string, judgements: readonly Judgement[]): never {
  if (!(error instanceof CaseweaveError) || typeof error.details["index"] !== "number") throw error;
  const judgement = judgements[error.details["index"]]!;
  const named = error.details["case"] ?? error.details["entity"] ?? error.details["series"];
  const column = error.code === "reason-missing" ? "reason" : named === judgement.a ? "a" : "b";
  const reason = errorSentence(createSentences(terminalLanguage()), error);
  throw new CaseweaveError("decision-refused", { file: basename(path), row: judgement.row, column, reason });
}

export const decideCommand: Command = {
  name: "decide",
  summary: "cli.decide.summary",
  usage: "<workspace> pair A B | series S CASE | identity E E | payment ROW ROW  --confirm | --reject | --later  --reason TEXT",
  minimum: 1,
  most: 4,
  verbs: { at: 1, words: decisionSubjects },
  options: {
    confirm: flag("cli.option.confirm"),
    reject: flag("cli.option.reject"),
    later: flag("cli.option.later"),
    reason: text("cli.option.reason", "TEXT"),
    from: text("cli.option.fromFile", "FILE"),
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const { from } = args.values;
      const judgements = typeof from === "string" ? fromFile(from) : fromArguments(args);
      const decisions = judgements.map(({ row: _, ...judgement }) => judgement);
      const recorded = call("review.recordDecisions", { decisions });
      printDocument(io, await (typeof from === "string" ? recorded.catch((error) => refuse(error, from, judgements)) : recorded));
      return 0;
    }),
};
