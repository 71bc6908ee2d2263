// What a command of the command line is, and what it is given: the registry in main.ts runs it.
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

/** whole: 1, 2, 3 …; number: above 0; moment: a day or a time; file: one that can be written. */
export type ValueForm = "whole" | "number" | "moment" | "file";

export interface CommandOption {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  /** Key of the sentence that help prints. */
  readonly about: string;
  /** What stands behind it, as help prints it: N, FILE. */
  readonly takes?: string;
  /** The only values, or the only ones beside what `form` allows. */
  readonly words?: readonly string[];
  /** Several values, separated by commas. */
  readonly isList?: boolean;
  readonly form?: ValueForm;
  /** An empty value says something: nothing is put there. */
  readonly mayBeEmpty?: boolean;
}

/** The words that one place among the arguments may hold. */
export interface CommandVerbs {
  /** 0 is the first argument. */
  readonly at: number;
  readonly words: readonly string[];
  /** A workspace may stand there too: only a word that is almost a verb is refused. */
  readonly isOptional?: boolean;
}

/** Of lists and of free text. */
export const anyWords = Number.POSITIVE_INFINITY;

export interface Command {
  readonly name: string;
  /** Key of the sentence that `--help` prints. */
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly verbs?: CommandVerbs;
  /** What stands behind the name, as help prints it. */
  readonly usage?: string;
  /** Positionals needed at least. */
  readonly minimum?: number;
  /** Positionals that mean something, verb and workspace counted; by verb where verbs differ, "" without one. What is typed beyond is refused by name. */
  readonly most: number | Readonly<Record<string, number>>;
  /** Exit code. */
  readonly run: (args: CommandArgs, io: CommandIo) => Promise<number>;
}

/** A sentence of the catalogue with what fills it; `values` may name further keys as `{ key }`. */
export interface Complaint {
  readonly key: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Arguments that no command can use: exit code 2, with what would be right. */
export class UsageError extends Error {
  readonly complaint: Complaint;

  constructor(key: string, values: Readonly<Record<string, unknown>> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.complaint = { key, values };
  }
}
