// Every command and every verb of it, typed wrongly in every way that a command line can be: exit code 2, one sentence, nothing printed, nothing made.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anyWords, type Command } from "../../../electron/cli/command.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { runHere } from "./runHere.ts";

const { commands } = await import("../../../electron/cli/commands/index.ts");
const { mostWords } = await import("../../../electron/cli/checkWords.ts");

const folder = mkdtempSync(join(tmpdir(), "caseweave-usage-table-"));
const workspace = join(folder, "w.caseweave");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const language = process.env["LC_ALL"];

/** The words of a command that is typed rightly: verb and workspace in their places, and as many more as the verb takes. */
function wordsOf(command: Command, verb: string): string[] {
  const at = command.verbs?.at ?? 0;
  const words = verb === "" ? [] : at === 0 ? [verb] : [workspace, verb];
  if (verb === "" || at === 0) words.push(workspace);
  const most = mostWords(command, verb === "" ? [workspace] : words);
  const enough = Math.min(most, Math.max(command.minimum ?? 0, 4));
  while (words.length < enough) words.push(`x${words.length}`);
  return words.slice(0, most === anyWords ? undefined : most);
}

const verbsOf = ({ verbs }: Command): readonly string[] =>
  verbs === undefined ? [""] : verbs.isOptional ? ["", ...verbs.words] : verbs.words;

/** What is typed, and what the complaint must name. */
function wrongWays(command: Command, verb: string): (readonly [name: string, ...args: string[]])[] {
  const right = [command.name, ...wordsOf(command, verb)];
  const valued = Object.entries(command.options).filter(([, option]) => option.type === "string");
  const flags = Object.entries(command.options).filter(([, option]) => option.type === "boolean");
  const isOpen = mostWords(command, right.slice(1)) === anyWords;
  return [
    ["--no-such-option", ...right, "--no-such-option"],
    ["--no-such-option", ...right, "--no-such-option=5"],
    ["-z", ...right, "-z"],
    ...(isOpen
      ? []
      : ([
          ["zuviel", ...right, "zuviel"],
          ["noch eins", ...right, "zuviel", "noch eins"],
        ] as const)),
    ...valued.map(([name]) => [`--${name}`, ...right, `--${name}`] as const),
    ...valued.filter(([, option]) => !option.mayBeEmpty).map(([name]) => [`--${name}`, ...right, `--${name}`, ""] as const),
    ...valued
      .filter(([, { form, words }]) => form !== undefined && form !== "file" && words === undefined)
      .map(([name]) => [`--${name}`, ...right, `--${name}`, "-5x"] as const),
    ...valued.filter(([, { form }]) => form === "file").map(([name]) => [`--${name}`, ...right, `--${name}`, folder] as const),
    ...valued
      .filter(([, { form }]) => form === "file")
      .map(([name]) => [`--${name}`, ...right, `--${name}`, join(folder, "no", "x.csv")] as const),
    ...flags.map(([name]) => [`--${name}`, ...right, `--${name}=yes`] as const),
  ];
}

const table = commands.flatMap((command) => verbsOf(command).map((verb) => ({ command, verb })));

describe.each(table.map((one) => ({ ...one, name: `${one.command.name} ${one.verb}`.trim() })))("$name", ({ command, verb }) => {
  it("says what is wrong in one sentence, and does nothing", { timeout: 60_000 }, async () => {
    for (const [named, ...args] of wrongWays(command, verb)) {
      const { code, out, complaint } = await runHere(args);
      const shown = { args, code, out, complaint };
      expect(shown).toMatchObject({ code: 2, out: "" });
      expect(complaint.trim().split("\n"), JSON.stringify(shown)).toHaveLength(1);
      expect(complaint, JSON.stringify(args)).toContain(named);
      expect(complaint).not.toMatch(/ at .*\.ts:|undefined|null|\[object|cli\.usage|\{\{/);
      if (language?.startsWith("zh")) expect(complaint).toMatch(/[\u4e00-\u9fff]/u);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

it("names every verb that it takes words for", () => {
  for (const { name, verbs, most } of commands) {
    if (typeof most === "number") continue;
    const known = [...(verbs?.isOptional ? [""] : []), ...(verbs?.words ?? [])];
    expect([name, Object.keys(most).sort()]).toEqual([name, [...known].sort()]);
  }
});

it("refuses a period that ends before it begins, by whichever options it is told", async () => {
  const timed = commands.flatMap((command) => {
    const pairs = [
      ["from", "to"],
      ["since", "until"],
    ] as const;
    return pairs.flatMap(([first, last]) => {
      const isTime = (option: string) => /YYYY-MM-DD/.test(command.options[option]?.takes ?? "");
      return isTime(first) && isTime(last) ? [{ command, first, last }] : [];
    });
  });
  expect(timed.map(({ command }) => command.name)).toEqual(["trace", "statistics", "brief", "assess", "task"]);
  for (const { command, first, last } of timed) {
    const words = wordsOf(command, verbsOf(command)[0]!);
    const outcome = await runHere([command.name, ...words, `--${first}`, "2026-05-02", `--${last}`, "2026-05-01"]);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.complaint).toContain(`--${first} 2026-05-02 晚于 --${last} 2026-05-01`);
  }
});

it.each([
  ["--metres", "watch", "add", "W", "--place", "112.2,30.1", "--metres", "-5", "--reason", "xx"],
  ["--top", "link", "W", "--top", "-3"],
  ["--where age", "statistics", "W", "--by", "age", "--where", "age=x"],
  ["payment", "decide", "W", "payment", "1:2"],
])("%s: a negative number or a word that is none is named as it was typed: %s", async (named, ...args) => {
  const made = join(folder, "made.caseweave");
  openWorkspaceFile(made).close();
  const outcome = await runHere(args.map((arg) => (arg === "W" ? made : arg)));
  expect(outcome).toMatchObject({ code: 2, out: "" });
  expect(outcome.complaint).toContain(named);
  expect(outcome.complaint).not.toContain("缺少值");
});
