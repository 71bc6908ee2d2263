// `trace <ws> meet | follow | unusual`: who was where with whom, who travels with whom, and days against the own habit.
import { type Listed, mostHoursBetween, mostMetresApart, mostMinutesApart } from "../../../shared/trace/companionCalls.ts";
import { createSentences, terminalLanguage } from "../../words.ts";
import { type CommandArgs, type CommandIo, type CommandOption, UsageError } from "../command.ts";
import { text, topOf, whole, wholeOf } from "../option.ts";
import { printLines } from "../print.ts";
import { type CallEngine, withEngine } from "../withEngine.ts";

export const meetingOptions: Readonly<Record<string, CommandOption>> = {
  top: whole("cli.option.top", { words: ["all"] }),
  places: whole("cli.option.followPlaces"),
  gap: text("cli.option.followGap", "3h"),
  kind: text("cli.option.followKind", "KIND"),
  "min-bits": text("cli.option.minBits", "N", { form: "number" }),
};

/** `30m`, `2h` as minutes; `200m`, `1.5km` as metres. `most`: what the contract allows, as it is typed. */
export function measureOf(
  option: string,
  value: CommandArgs["values"][string],
  units: Readonly<Record<string, number>>,
  most: string,
): number | undefined {
  if (typeof value !== "string") return undefined;
  const match = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(value);
  const unit = units[match?.[2] ?? ""];
  if (!match || unit === undefined)
    throw new UsageError("cli.usage.measure", { option: `--${option}`, typed: value, known: Object.keys(units).join(", ") });
  const measure = Number(match[1]) * unit;
  if (measure > sizeOf(most, units)) throw new UsageError("cli.usage.tooWide", { option: `--${option}`, typed: value, most });
  return measure;
}

/** `24h` in minutes, where the units are minutes. */
const sizeOf = (most: string, units: Readonly<Record<string, number>>): number =>
  Number.parseFloat(most) * units[most.replace(/[\d.]/g, "")]!;

/** All lines unless a number is asked for; what is not printed is said. */
function printListed(io: CommandIo, { lines, all }: Listed<object>): void {
  printLines(io, lines);
  if (lines.length < all) io.say(createSentences(terminalLanguage())("cli.trace.firstOf", { shown: lines.length, all }));
}

const minutes = { m: 1, h: 60 };
const hours = { h: 1, d: 24 };
const metres = { m: 1, km: 1000 };

/** Options that were typed; the contract knows what the others are. */
const typed = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

type Ask = (call: CallEngine, asked: object) => Promise<Listed<object>>;

function verb(ask: Ask, optionsOf: (args: CommandArgs) => Readonly<Record<string, unknown>>) {
  return async (args: CommandArgs, io: CommandIo): Promise<number> => {
    const asked = { ...typed(optionsOf(args)), top: topOf(args.values["top"]).top ?? null };
    return await withEngine(args, io, {}, async (call) => {
      printListed(io, await ask(call, asked));
      return 0;
    });
  };
}

/** What the contract allows: within a day and twenty kilometres people meet, beyond that they only live in one town. */
export const mostApart = { within: `${mostMinutesApart / 60}h`, distance: `${mostMetresApart / 1000}km`, gap: `${mostHoursBetween}h` };

const apart = ({ values: { within, distance } }: CommandArgs) => ({
  withinMinutes: measureOf("within", within, minutes, mostApart.within),
  distanceMetres: measureOf("distance", distance, metres, mostApart.distance),
});

export const meetingVerbs: Readonly<Record<string, (args: CommandArgs, io: CommandIo) => Promise<number>>> = {
  meet: verb(
    (call, asked) => call("trace.findMeetings", asked),
    (args) => ({ ...apart(args), min: wholeOf(args.values["min"]) }),
  ),
  follow: verb(
    (call, asked) => call("trace.findFollowers", asked),
    (args) => ({
      ...apart(args),
      places: wholeOf(args.values["places"]),
      gapHours: measureOf("gap", args.values["gap"], hours, mostApart.gap),
      kind: args.values["kind"],
      of: args.positionals[2],
    }),
  ),
  unusual: verb(
    (call, asked) => call("trace.findUnusual", asked),
    ({ values, positionals }) => ({
      minBits: values["min-bits"] === undefined ? undefined : Number(values["min-bits"]),
      of: positionals[2],
    }),
  ),
};
