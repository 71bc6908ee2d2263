// What a command of the command line is, and what it is given: the registry in main.ts runs it.
import type { ParseArgsOptionsConfig } from "node:util";

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
