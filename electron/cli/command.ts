// What a command of the command line is, and what it is given: the registry in main.ts runs it.
import type { ParseArgsOptionsConfig } from "node:util";
import { nearestWord } from "./nearestWord.ts";

export interface CommandIo {
  /** Lines of standard input, without their ends. */
  readonly lines: AsyncIterable<string>;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Messages for people, on standard error. */
  readonly say: (text: string) => void;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

export interface CommandArgs {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  /** Key of the sentence that `--help` prints. */
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  /** What stands behind the name, as help prints it. */
  readonly usage?: string;
  /** Positionals needed at least. */
  readonly minimum?: number;
  /** Exit code. */
  readonly run: (args: CommandArgs, io: CommandIo) => Promise<number>;
}

/** A value of an option that no command can use: exit code 2, with the nearest right one. */
export class UsageError extends Error {}

/** The value when it is one of `known`, otherwise a usage error that names the nearest. */
export function knownWord<Word extends string>(option: string, typed: string, known: readonly Word[]): Word {
  const word = known.find((one) => one === typed);
  if (word === undefined) throw new UsageError(`--${option} ${typed}: ${nearestWord(typed, known)}`);
  return word;
}

/** A whole number from 1 on that an option gives; undefined when the option was left out. */
export function wholeNumber(option: string, typed: CommandArgs["values"][string]): number | undefined {
  if (typed === undefined) return undefined;
  if (typeof typed !== "string" || !/^[1-9]\d*$/.test(typed)) throw new UsageError(`--${option} ${String(typed)}: 1, 2, 3 …`);
  return Number(typed);
}
