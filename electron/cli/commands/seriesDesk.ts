// `group <ws> record | compare | merge | split | pull | put S …`: what people do with a series, each with its effect and its reason.
import { type SeriesStatus, seriesStatuses } from "../../../shared/group/seriesCalls.ts";
import { type CommandArgs, type CommandIo, type CommandOption, UsageError } from "../command.ts";
import { flag, oneOf, text } from "../option.ts";
import { printDocument } from "../print.ts";
import type { CallEngine } from "../withEngine.ts";

export type SeriesVerb = (call: CallEngine, io: CommandIo, args: CommandArgs) => Promise<void>;

export const seriesOptions: Readonly<Record<string, CommandOption>> = {
  reason: text("cli.option.reason", "TEXT"),
  status: oneOf("cli.option.seriesStatus", seriesStatuses),
  unit: text("cli.option.seriesUnit", "TEXT"),
  note: text("cli.option.seriesNote", "TEXT"),
  without: text("cli.option.withoutCases", "A,B,…"),
  "dry-run": flag("cli.option.showEffect"),
};

export const seriesUsage =
  "record S [--status W] [--unit T] [--note T] | compare S S2 | compare S --without A,B | merge S S2 | split S CASE… | pull S CASE | put S CASE  --reason TEXT [--dry-run]";

const plain = (ref: string) => ref.replace(/^(case|series):/, "");

/** What stands behind the verb: the series, then whom it is about. */
function named({ positionals }: CommandArgs, least: number): string[] {
  const refs = positionals.slice(2).map(plain);
  if (refs.length < least) throw new UsageError("cli.usage.seriesDesk", { usage: seriesUsage });
  return refs;
}

const textOf = ({ values }: CommandArgs, name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);

/** What is not said stays as the newest entry of the record has it. */
const record: SeriesVerb = async (call, io, args) => {
  const [series = ""] = named(args, 1);
  const { record: entries } = await call("group.readSeries", { series });
  const last = entries.at(-1);
  const status = (textOf(args, "status") ?? last?.status ?? "open") as SeriesStatus;
  const entry = { series, status, unit: textOf(args, "unit") ?? last?.unit ?? "", note: textOf(args, "note") ?? last?.note ?? "" };
  const isSaid = ["status", "unit", "note"].some((name) => textOf(args, name) !== undefined);
  printDocument(io, isSaid ? { series, ...(await call("group.recordSeries", entry)) } : { series, record: entries });
};

const compare: SeriesVerb = async (call, io, args) => {
  const [series = "", other] = named(args, 1);
  const without = textOf(args, "without")?.split(",").map(plain);
  if ((other === undefined) === (without === undefined)) throw new UsageError("cli.usage.seriesDesk", { usage: seriesUsage });
  printDocument(io, await call("group.compareSeries", without === undefined ? { series, other } : { series, without }));
};

/** The effect first, then – unless it is only to be shown – the decision. */
async function decide(args: CommandArgs, io: CommandIo, effect: object, judge: (reason: string) => Promise<object>): Promise<void> {
  if (args.values["dry-run"] === true) return printDocument(io, { decisions: 0, effect });
  printDocument(io, { ...(await judge(textOf(args, "reason") ?? "")), effect });
}

const merge: SeriesVerb = async (call, io, args) => {
  const [series = "", other = ""] = named(args, 2);
  const effect = await call("group.compareSeries", { series, other });
  await decide(args, io, effect, (reason) => call("group.mergeSeries", { series, other, reason }));
};

const split: SeriesVerb = async (call, io, args) => {
  const [series = "", ...cases] = named(args, 2);
  const effect = await call("group.compareSeries", { series, without: cases });
  await decide(args, io, effect, (reason) => call("group.splitSeries", { series, cases, reason }));
};

const put: SeriesVerb = async (call, io, args) => {
  const [series = "", number = ""] = named(args, 2);
  const effect = await call("group.compareSeries", { series, having: [number] });
  await decide(args, io, effect, async (reason) => {
    await call("review.recordDecision", { subject: "series", a: series, b: number, verdict: "confirm", reason });
    return { decisions: 1 };
  });
};

export const seriesVerbs: Readonly<Record<string, SeriesVerb>> = { record, compare, merge, split, pull: split, put };
