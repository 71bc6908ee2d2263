// Files stay under 300 lines and functions under 40 (components 80); an exception stands here with its reason.
import { expect, it } from "vitest";
import { codeFiles } from "./sourceFiles.ts";

const maxFileLines = 300;

/** Path → reason. */
const longFiles: Readonly<Record<string, string>> = {};

it("keeps files under 300 lines", () => {
  const long = codeFiles.filter(({ path, text }) => text.split("\n").length > maxFileLines + 1 && !(path in longFiles));
  expect(long.map(({ path, text }) => `${path} ${text.split("\n").length}`)).toEqual([]);
});

const maxFunctionLines = 40;
const maxComponentLines = 80;

/** Path and name → reason. */
const longFunctions: Readonly<Record<string, string>> = {};

/** Named functions and methods by their braces: from the line that opens one to the line that closes it at the same indent. */
function measureFunctions(text: string): { name: string; lines: number }[] {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    const match =
      /^(\s*)(?:export )?(?:async )?(?:function\*? (\w+)|(?:private |static |override )*(?:async )?(\w+)\([^)]*\)[^;=]*)\s*.*\{$/.exec(
        line,
      );
    const name = match?.[2] ?? match?.[3];
    if (!match || !name || ["if", "for", "while", "switch", "catch", "return", "it", "describe"].includes(name)) return [];
    const end = lines.findIndex((other, i) => i > start && other.startsWith(`${match[1]}}`));
    return end < 0 ? [] : [{ name, lines: end - start + 1 }];
  });
}

it("keeps functions under 40 lines, components under 80", () => {
  const long = codeFiles.flatMap(({ path, text }) => {
    const limit = path.endsWith(".tsx") ? maxComponentLines : maxFunctionLines;
    return measureFunctions(text)
      .filter(({ name, lines }) => lines > limit && !(`${path} ${name}` in longFunctions))
      .map(({ name, lines }) => `${path} ${name} ${lines}`);
  });
  expect(long).toEqual([]);
});

it("opens every file with what it is for", () => {
  const bare = codeFiles.filter(({ path, text }) => !path.endsWith(".d.ts") && !/^(#!.*\n)?(\/\/|\/\*)/.test(text));
  expect(bare.map(({ path }) => path)).toEqual([]);
});

it("has no default exports, no any, no switched-off types", () => {
  const wrong = codeFiles.filter(({ path, text }) => {
    const code = text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, "");
    return /\bexport default\b/.test(code) && !path.startsWith("scripts/config/") && !path.endsWith(".d.ts")
      ? true
      : /: any\b|as any\b|<any>/.test(code) || /@ts-(ignore|nocheck|expect-error)/.test(text);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
