// A class has its look in one file: views are loaded when first opened, so of two looks the one that stands would hang on where a person was first.
import { expect, it } from "vitest";
import { cssVariablesOf } from "../../renderer/styles/cssVariables.ts";
import { tokensOf } from "../../renderer/styles/tokens.ts";
import { sourceFiles } from "./sourceFiles.ts";

/** Classes that stand alone as a selector outside of any condition; the formatter puts these, and only these, at the start of a line. */
const describedClasses = (text: string): string[] => [...text.matchAll(/^(\.cw-[\w-]+)(?:,| \{)$/gm)].map((match) => match[1]!);

/** Set by a component or another rule on what it draws. */
const ownVariable = /^--cw-(?:stage|legend)/;

it("uses no colour or length that the tokens do not have", () => {
  const known = new Set(Object.keys(cssVariablesOf(tokensOf("light", "normal"))));
  const used = sourceFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--cw-[\w-]+)(?!\$)\b/g)].map((match) => ({ path, name: match[1]! })),
  );
  expect(used.length).toBeGreaterThan(1000);
  const wrong = used.filter(({ path, name }) => path.endsWith(".css") && !known.has(name) && !ownVariable.test(name));
  expect(wrong.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

it("describes a class in one file", () => {
  const homes = new Map<string, Set<string>>();
  for (const { path, text } of sourceFiles.filter(({ path }) => path.endsWith(".css")))
    for (const name of describedClasses(text)) homes.set(name, (homes.get(name) ?? new Set()).add(path));
  expect(homes.size).toBeGreaterThan(500);
  expect([...homes].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name}: ${[...paths].join(", ")}`)).toEqual([]);
});
