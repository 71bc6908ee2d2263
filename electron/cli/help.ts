// Help texts, drawn from the commands' declarations.
import type { Sentence } from "../words.ts";
import type { Command } from "./command.ts";

export function helpOfAll(commands: readonly Command[], say: Sentence): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${say(summary)}`);
  return `${say("cli.help.usage")}\n\n${lines.join("\n")}\n\n${say("cli.help.more")}\n`;
}

export function helpOf(command: Command, say: Sentence): string {
  const options = Object.entries(command.options).map(([name, { type }]) => `  --${name}${type === "string" ? " …" : ""}`);
  return `caseweave ${command.name} ${command.usage ?? ""}\n${say(command.summary)}\n${options.length > 0 ? `\n${options.join("\n")}\n` : ""}  --json\n`;
}
