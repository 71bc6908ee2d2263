// `decide <ws> pair A B | series S CASE | identity E E --confirm | --reject | --later --reason T`, or many from a file.
import { basename } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import { type DecisionSubject, decisionSubjects, type Verdict, verdicts } from "../../../shared/model/decision.ts";
import { type Command, type CommandArgs, UsageError } from "../command.ts";
import { readGivenFile } from "../givenFile.ts";
import { printDocument } from "../print.ts";
import { withEngine } from "../withEngine.ts";

interface Judgement {
  readonly subject: DecisionSubject;
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

const plain = (subject: string, text: string) => (subject === "identity" ? text : text.replace(/^(case|series):/, ""));

function fromArguments(args: CommandArgs): Judgement[] {
  const [, subject = "", a = "", b = ""] = args.positionals;
  const chosen = verdicts.filter((verdict) => args.values[verdict]);
  if (!isSubject(subject) || chosen.length !== 1 || b === "") throw new UsageError("pair|series|identity A B --confirm|--reject|--later");
  return [{ subject, a: plain(subject, a), b: plain(subject, b), verdict: chosen[0]!, reason: String(args.values["reason"] ?? "") }];
}

const isSubject = (text: string): text is DecisionSubject => (decisionSubjects as readonly string[]).includes(text);

/** csv kind,a,b,verdict,reason; the reason may hold commas. */
function fromFile(path: string): Judgement[] {
  const lines = readGivenFile(path)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return lines.flatMap((line, i) => {
    if (line.trim() === "" || (i === 0 && line.startsWith("kind,"))) return [];
    const [subject = "", a = "", b = "", verdict = "", ...reason] = line.split(",").map((cell) => cell.trim());
    if (!isSubject(subject) || !(verdicts as readonly string[]).includes(verdict))
      throw new CaseweaveError("file-unreadable", { file: basename(path), line: i + 1, reason: "kind,a,b,verdict,reason" });
    return [{ subject, a: plain(subject, a), b: plain(subject, b), verdict: verdict as Verdict, reason: reason.join(",") }];
  });
}

export const decideCommand: Command = {
  name: "decide",
  summary: "cli.decide.summary",
  usage: "<workspace> pair A B | series S CASE | identity E E  --confirm | --reject | --later  --reason TEXT",
  minimum: 1,
  options: {
    confirm: { type: "boolean" },
    reject: { type: "boolean" },
    later: { type: "boolean" },
    reason: { type: "string" },
    from: { type: "string" },
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const { from } = args.values;
      const judgements = typeof from === "string" ? fromFile(from) : fromArguments(args);
      const decisions = [];
      for (const judgement of judgements) decisions.push(await call("review.recordDecision", judgement));
      printDocument(io, { decisions });
      return 0;
    }),
};
