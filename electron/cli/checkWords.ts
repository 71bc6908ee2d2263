// Words beyond those that a command takes, and negative numbers behind an option: neither is passed over in silence.
import { type Command, type CommandArgs, type CommandOption, UsageError } from "./command.ts";

/** How many words the command takes as it was typed. */
export function mostWords({ most, verbs }: Command, positionals: readonly string[]): number {
  if (typeof most === "number") return most;
  const typed = positionals[verbs?.at ?? 0] ?? "";
  return most[typed] ?? most[""] ?? 0;
}

/** Throws a usage error that names every word beyond. */
export function checkWords(command: Command, { positionals }: CommandArgs): void {
  const surplus = positionals.slice(mostWords(command, positionals));
  if (surplus.length > 0) throw new UsageError("cli.usage.surplus", { words: surplus.join(" "), command: command.name });
}

/** `--metres -5` is a value, not an option: node:util takes it only when it is joined to the name. */
export function joinNegatives(args: readonly string[], options: Readonly<Record<string, CommandOption>>): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1) ?? "";
    const takesValue = before.startsWith("--") && !before.includes("=") && options[before.slice(2)]?.type === "string";
    if (takesValue && /^-[.\d]/.test(arg)) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}
