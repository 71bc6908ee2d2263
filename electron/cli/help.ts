// Help texts, drawn from the commands' declarations.
import type { Sentence } from "../words.ts";
import type { Command, CommandOption } from "./command.ts";
import { flag, text } from "./option.ts";

/** Of every command. */
export const sharedOptions = {
  json: flag("cli.option.json"),
  "key-file": text("cli.option.keyFile", "FILE"),
  user: text("cli.option.user", "NAME"),
  help: { ...flag("cli.option.help"), short: "h" },
} satisfies Readonly<Record<string, CommandOption>>;

export function helpOfAll(commands: readonly Command[], say: Sentence): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${say(summary)}`);
  return `${say("cli.help.usage")}\n\n${lines.join("\n")}\n\n${say("cli.help.more")}\n`;
}

const nameOf = (name: string, { takes, short }: CommandOption): string =>
  `--${name}${takes ? ` ${takes}` : ""}${short ? `, -${short}` : ""}`;

/** A line an option; the values of a closed set stand under it. */
function linesOf(options: Readonly<Record<string, CommandOption>>, width: number, say: Sentence): string[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const words = option.words && option.form === undefined ? [`${" ".repeat(width + 2)}${option.words.join(" | ")}`] : [];
    return [`  ${nameOf(name, option).padEnd(width)}${say(option.about)}`, ...words];
  });
}

export function helpOf(command: Command, say: Sentence): string {
  const shared = Object.fromEntries(Object.entries(sharedOptions).filter(([name]) => !(name in command.options)));
  const width = Math.max(...Object.entries({ ...command.options, ...shared }).map(([name, option]) => nameOf(name, option).length)) + 2;
  const own = linesOf(command.options, width, say);
  return [
    `caseweave ${command.name} ${command.usage ?? ""}`.trimEnd(),
    say(command.summary),
    "",
    ...own,
    ...(own.length > 0 ? [""] : []),
    ...linesOf(shared, width, say),
    "",
  ].join("\n");
}
