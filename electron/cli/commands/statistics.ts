// `statistics <ws> --by category,place --from D --to D`: counts and sums; `--trend week` their course; `--cases` the cases behind them; `--out F` a file; `--map` a map of places.
import { bases, measures } from "../../../shared/review/statistics/countedCase.ts";
import { type DimensionName, dimensionNames, dimensions } from "../../../shared/review/statistics/dimensions.ts";
import { parseDay } from "../../../shared/review/statistics/period.ts";
import type { Condition } from "../../../shared/review/statistics/question.ts";
import { statisticsFormats } from "../../../shared/review/statisticsCalls.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { type Command, type CommandArgs, UsageError } from "../command.ts";
import { flag, knownWord, listOf, oneOf, outFile, text, whole, wholeOf } from "../option.ts";
import { printDocument } from "../print.ts";
import { endingOf, saveFile } from "../saveFile.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";
import { fullnessOf } from "./export.ts";

const every = ["day", "week", "month"] as const;
const dayForm = "YYYY-MM-DD";

/** A day of the calendar; null where the option was left out. */
export function dayOf(option: string, value: CommandArgs["values"][string]): string | null {
  if (typeof value !== "string") return null;
  if (parseDay(value) === null) throw new UsageError("cli.usage.day", { option: `--${option}`, typed: value });
  return value;
}

/** `category=刷单返利`; also by the word that the table shows for it. */
function conditionOf(typed: string): Condition {
  const cut = typed.indexOf("=");
  const dimension = dimensionNames.find((name) => name === typed.slice(0, cut));
  if (cut < 0 || dimension === undefined)
    throw new UsageError("cli.usage.where", { option: "--where", typed, known: dimensionNames.join(", ") });
  return { dimension, code: codeOf(dimension, typed.slice(cut + 1)) };
}

function codeOf(dimension: DimensionName, word: string): string {
  const say = createSentences(terminalLanguage());
  const { codes, label } = dimensions[dimension];
  const known = codes?.(null) ?? [];
  const code = known.find((one) => one === word || label(one, say) === word);
  if (code !== undefined || known.length === 0) return code ?? word;
  return knownWord(
    `--where ${dimension}`,
    word,
    known.map((one) => label(one, say)),
  );
}

function selectionOf({ values }: CommandArgs) {
  return {
    from: dayOf("from", values["from"]),
    to: dayOf("to", values["to"]),
    where: [values["where"] ?? []].flat().map((one) => conditionOf(String(one))),
    ...(typeof values["basis"] === "string" && { basis: values["basis"] as (typeof bases)[number] }),
  };
}

function byOf({ values }: CommandArgs): DimensionName[] {
  const typed = values["by"];
  if (typeof typed !== "string") throw new UsageError("cli.usage.by", { known: dimensionNames.join(", ") });
  return typed.split(",").map((one) => knownWord("--by", one, dimensionNames));
}

const measureOf = ({ values }: CommandArgs) =>
  typeof values["measure"] === "string" ? { measure: values["measure"] as (typeof measures)[number] } : {};

/** `--map`: a picture of places, so nothing else is asked for. */
const lookOf = (args: CommandArgs) =>
  args.values["map"] === true
    ? ({ by: ["place"], look: "map", figure: args.values["rate"] === true ? "rate" : "count" } as const)
    : { by: byOf(args) };

async function answer(args: CommandArgs, call: CallEngine): Promise<unknown> {
  const { values } = args;
  const selection = selectionOf(args);
  if (values["cases"] === true) {
    const after = typeof values["after"] === "string" ? values["after"] : null;
    return await call("statistics.cases", { ...selection, after, limit: wholeOf(values["limit"]) ?? 100 });
  }
  if (typeof values["trend"] === "string")
    return await call("statistics.trend", { ...selection, ...measureOf(args), every: values["trend"] });
  return await call("statistics.table", { ...selection, ...measureOf(args), by: byOf(args), language: terminalLanguage() });
}

export const statisticsCommand: Command = {
  name: "statistics",
  summary: "cli.statistics.summary",
  usage: `<workspace> --by D[,D] [--measure M] [--from DAY] [--to DAY] [--basis B] [--where D=VALUE]… [--out F.(${statisticsFormats.join("|")})] | --map [--rate] --out F.(svg|png) | --trend day|week|month | --cases`,
  minimum: 1,
  most: 1,
  options: {
    by: listOf("cli.option.dimensions", dimensionNames),
    measure: oneOf("cli.option.measure", measures),
    from: text("cli.option.fromDay", dayForm),
    to: text("cli.option.toDay", dayForm),
    basis: oneOf("cli.option.basis", bases),
    where: { ...text("cli.option.where", "D=VALUE"), multiple: true },
    trend: oneOf("cli.option.trend", every),
    cases: flag("cli.option.listCases"),
    after: text("cli.option.after", "CASE"),
    limit: whole("cli.option.casesLimit"),
    out: outFile("cli.option.out"),
    map: flag("cli.option.placeMap"),
    rate: flag("cli.option.placeRate"),
    full: flag("cli.option.full"),
    reason: text("cli.option.fullReason", "TEXT"),
  },
  run: (args, io) =>
    withEngine(args, io, {}, async (call) => {
      const out = args.values["out"];
      if (typeof out !== "string") {
        printDocument(io, await answer(args, call));
        return 0;
      }
      const format = knownWord("--out", endingOf(out), statisticsFormats);
      const { isMasked, reason } = fullnessOf(args);
      const asked = { ...selectionOf(args), ...measureOf(args), ...lookOf(args), format, reason, language: terminalLanguage() };
      printDocument(io, saveFile(out, await call("statistics.export", asked, { isMasked })));
      return 0;
    }),
};
