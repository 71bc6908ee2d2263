// The word that says what a command is to do: refused with the nearest right one before anything is opened.
import { existsSync } from "node:fs";
import { editDistance, nearestWord } from "../../shared/nearestWord.ts";
import { type Command, UsageError } from "./command.ts";
import { knownWord } from "./option.ts";

/** Slips of the finger that still mean a verb and no file. */
const mostSlips = 2;

export function checkVerb({ name, verbs }: Command, positionals: readonly string[]): void {
  if (!verbs) return;
  const typed = positionals[verbs.at];
  if (typed === undefined || verbs.words.includes(typed)) return;
  if (!verbs.isOptional) knownWord(name, typed, verbs.words);
  const near = nearestWord(typed, verbs.words);
  if (verbs.at === 0 && editDistance(typed, near) <= mostSlips && !existsSync(typed))
    throw new UsageError("cli.usage.word", { option: name, typed, near, known: verbs.words.join(", ") });
}
