// Help: every command explains every option, in both languages, and prints nothing that is missing.
import { describe, expect, it } from "vitest";
import { commands } from "../../../electron/cli/commands/index.ts";
import { helpOf, helpOfAll, sharedOptions } from "../../../electron/cli/help.ts";
import { createSentences } from "../../../electron/words.ts";
import { catalogue, languages } from "../../../shared/words.ts";

const cases = languages.flatMap((language) => commands.map((command) => ({ language, command })));

describe.each(cases)("$language $command.name", ({ language, command }) => {
  const say = createSentences(language);
  const lines = helpOf(command, say).split("\n");

  it("has a line for every option, with the sentence of its declaration", () => {
    for (const [name, { about, takes, words, form }] of Object.entries({ ...sharedOptions, ...command.options })) {
      expect(about in catalogue, `${command.name} --${name}: ${about}`).toBe(true);
      const line = lines.find((one) => one.trim().startsWith(takes ? `--${name} ${takes}  ` : `--${name}`) && one.endsWith(say(about)));
      expect(line, `${command.name} --${name}`).toBeDefined();
      if (words && form === undefined) expect(lines.some((one) => one.trim() === words.join(" | "))).toBe(true);
    }
  });

  it("prints no placeholder", () => {
    expect(lines.join("\n")).not.toMatch(/undefined|\[object|\{\{|cli\./);
  });
});

it("names the sentences of two commands apart where the same option means another thing", () => {
  const about = (name: string, option: string) => commands.find((one) => one.name === name)!.options[option]!.about;
  expect(about("demo", "scale")).not.toBe(about("export", "scale"));
  expect(about("trace", "from")).not.toBe(about("decide", "from"));
  expect(about("rank", "kind")).not.toBe(about("report", "kind"));
});

it("lists every command", () => {
  for (const language of languages) {
    const help = helpOfAll(commands, createSentences(language));
    for (const { name } of commands) expect(help).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, "m"));
  }
});
