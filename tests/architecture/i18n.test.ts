// The catalogue: both languages complete, same blanks, every literal key known.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { contract } from "../../shared/rpc/contract.ts";
import { catalogue } from "../../shared/words.ts";
import { codeFiles, root } from "./sourceFiles.ts";

const blanks = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .join(",");

it("has Chinese, English and a note for every word", () => {
  const wrong = Object.entries(catalogue).filter(([, word]) => !word.zh?.trim() || !word.en?.trim() || !word.note?.trim());
  expect(wrong.map(([key]) => key)).toEqual([]);
});

it("fills the same blanks in both languages", () => {
  expect(
    Object.entries(catalogue)
      .filter(([, word]) => blanks(word.zh) !== blanks(word.en))
      .map(([key]) => key),
  ).toEqual([]);
});

it("holds no key twice", () => {
  const folder = join(root, "resources/i18n");
  const keys = readdirSync(folder).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), "utf8")) as object));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

it("knows every key that the code names", () => {
  const areas = new Set(Object.keys(catalogue).map((key) => key.split(".")[0]!));
  const literal = /\b(?:t|say)\(\s*"([a-zA-Z]+\.[\w.-]+)"/g;
  const missing = codeFiles.flatMap(({ path, text }) =>
    [...text.matchAll(literal)]
      .map((match) => match[1]!)
      .filter(
        (key) => areas.has(key.split(".")[0]!) && !(key in catalogue) && !(`${key}_one` in catalogue) && !(`${key}_other` in catalogue),
      )
      .map((key) => `${path}: ${key}`),
  );
  expect(missing).toEqual([]);
});

it("has no word that nothing names", () => {
  const text = codeFiles.map((file) => file.text).join("\n");
  // Families whose keys are built from codes in one stated place each (registries, errorSentence): known by prefix.
  const families = [...text.matchAll(/`([a-zA-Z]+\.(?:[\w-]+\.)*)\$\{/g)].map((match) => match[1]!);
  const unused = Object.keys(catalogue).filter(
    (key) => !text.includes(`"${key.replace(/_(one|other)$/, "")}"`) && !families.some((family) => key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

it("names every parameter that the audit may show", () => {
  const names = new Set(Object.values(contract).flatMap(({ params }) => Object.keys(params.shape)));
  names.delete("password");
  expect(names.size).toBeGreaterThan(150);
  expect([...names].filter((name) => !(`audit.detail.${name}` in catalogue)).sort()).toEqual([]);
});
