// An option as a command declares it: parseArgs reads its type, help its words, and no value passes that the declaration does not allow.
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseIsoTime } from "../../shared/model/time.ts";
import { nearestWord } from "../../shared/nearestWord.ts";
import { type CommandArgs, type CommandOption, UsageError, type ValueForm } from "./command.ts";

type More = Omit<CommandOption, "type" | "about" | "takes">;

export const flag = (about: string): CommandOption => ({ type: "boolean", about });
export const text = (about: string, takes: string, more: More = {}): CommandOption => ({ type: "string", about, takes, ...more });
export const whole = (about: string, more: More = {}): CommandOption => text(about, "N", { form: "whole", ...more });
/** Where the answer is written: no folder, and in one that is there. */
export const outFile = (about: string): CommandOption => text(about, "FILE", { form: "file" });
export const moment = (about: string): CommandOption => text(about, "YYYY-MM-DD[THH:MM:SS]", { form: "moment" });
/** One of a closed set of words, which help lists. */
export const oneOf = (about: string, words: readonly string[]): CommandOption => text(about, "WORD", { words });
export const listOf = (about: string, words: readonly string[]): CommandOption => text(about, "WORD,…", { words, isList: true });

/** Which graph answers: the workspace's own or the one on the server that it was connected to last. */
export const graphOption = oneOf("cli.option.graph", ["workspace", "neo4j"]);

const forms: Readonly<Record<ValueForm, { readonly isRight: (value: string) => boolean; readonly about: string }>> = {
  whole: { isRight: (value) => /^[1-9]\d*$/.test(value) && Number.isSafeInteger(Number(value)), about: "cli.usage.whole" },
  number: { isRight: (value) => Number(value) > 0 && Number.isFinite(Number(value)), about: "cli.usage.number" },
  moment: { isRight: (value) => parseIsoTime(value.replace(" ", "T")) !== null, about: "cli.usage.moment" },
  file: { isRight: (value) => isFolder(dirname(resolve(value))) && !isFolder(value), about: "cli.usage.outFile" },
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The value when it is one of `known`, otherwise a usage error that names the nearest and all of them. */
export function knownWord<Word extends string>(option: string, typed: string, known: readonly Word[]): Word {
  const word = known.find((one) => one === typed);
  if (word === undefined)
    throw new UsageError("cli.usage.word", { option, typed, near: nearestWord(typed, known), known: known.join(", ") });
  return word;
}

function checkValue(name: string, { words, form, isList, mayBeEmpty }: CommandOption, typed: string): void {
  if (typed.trim() === "") {
    if (mayBeEmpty) return;
    throw new UsageError("cli.usage.empty", { option: `--${name}` });
  }
  for (const part of isList ? typed.split(",") : [typed]) {
    if (words?.includes(part)) continue;
    if (form === undefined) {
      if (words) knownWord(`--${name}`, part, words);
    } else if (!forms[form].isRight(part)) throw new UsageError(forms[form].about, { option: `--${name}`, typed: part });
  }
}

/** Throws a usage error for the first value that its option does not allow. */
export function checkValues(options: Readonly<Record<string, CommandOption>>, { values }: CommandArgs): void {
  for (const [name, option] of Object.entries(options))
    for (const value of [values[name] ?? []].flat()) if (typeof value === "string") checkValue(name, option, value);
  for (const [first, last] of periods) checkPeriod(options, values, first, last);
}

/** Options that bound a time. */
const periods = [
  ["from", "to"],
  ["since", "until"],
] as const;

const timeOf = (value: CommandArgs["values"][string]): number | null =>
  typeof value === "string" ? (parseIsoTime(value.replace(" ", "T"))?.at ?? null) : null;

function checkPeriod(options: Readonly<Record<string, CommandOption>>, values: CommandArgs["values"], first: string, last: string): void {
  if (!isTime(options[first]) || !isTime(options[last])) return;
  const [from, until] = [timeOf(values[first]), timeOf(values[last])];
  if (from !== null && until !== null && from > until)
    throw new UsageError("cli.usage.order", { first: `--${first}`, from: values[first], last: `--${last}`, until: values[last] });
}

/** A day or a moment. */
const isTime = (option: CommandOption | undefined): boolean => option?.form === "moment" || (option?.takes ?? "").includes("YYYY-MM-DD");

/** A whole number that an option gives, which was checked before; undefined when it was left out. */
export const wholeOf = (typed: CommandArgs["values"][string]): number | undefined =>
  typeof typed === "string" ? Number(typed) : undefined;

/** `all` is null. */
export const topOf = (typed: CommandArgs["values"][string]): { readonly top?: number | null } =>
  typeof typed === "string" ? { top: typed === "all" ? null : Number(typed) } : {};
