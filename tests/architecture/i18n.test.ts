// The catalogue: both languages complete, same blanks, every literal key known.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { contract } from "../../shared/rpc/contract.ts";
import { catalogue } from "../../shared/words.ts";
import { codeFiles, root } from "./sourceFiles.ts";

const blanks = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort().join(",");

/** The blank before the noun is no count, or one of several that are added up. */
const neverOne = new Set([
  "chart.whatIf.splits",
  "evidence.amount.far",
  "group.compare.cases",
  "group.compare.ifMerged",
  "group.compare.ifSplit",
  "overview.todo.match",
  "report.ring.sum",
  "report.scale.meaning",
]);

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

it("speaks Chinese without courtesy and without shouting", () => {
  // 请 is a word of its own in 请求, 申请, and where one unit asks another.
  const courtesy = /您|！|成功(?!$)|(?<![申报提])请(?!求|示|对方核查)/;
  expect(
    Object.entries(catalogue)
      .filter(([, { zh }]) => courtesy.test(zh))
      .map(([key, { zh }]) => `${key}: ${zh}`),
  ).toEqual([]);
});

it("counts one in the singular", () => {
  const forms = Object.values(catalogue).flatMap(({ en }) => [...en.matchAll(/\|# (?:[\w-]+ )?(\w+s|people)(?=\}\})/g)]);
  // Bits have decimals: 1.0 bits.
  const nouns = [...new Set(forms.map((match) => match[1]!))].filter((noun) => noun !== "bits");
  expect(nouns.length).toBeGreaterThan(60);
  const bare = new RegExp(`\\{\\{\\w+\\}\\} (?:more |new |other )?(?:${nouns.join("|")})\\b|\\w\\(s\\)`);
  const wrong = Object.entries(catalogue).filter(([key, { en }]) => bare.test(en) && !neverOne.has(key));
  expect(wrong.map(([key, { en }]) => `${key}: ${en}`)).toEqual([]);
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
  const named = new Set([...text.matchAll(/"([a-zA-Z]+\.[\w.-]+)"/g)].map((match) => match[1]!));
  const unused = Object.keys(catalogue).filter(
    (key) => !named.has(key.replace(/_(one|other)$/, "")) && !families.some((family) => key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

it("names every parameter that the audit may show", () => {
  const names = new Set(Object.values(contract).flatMap(({ params }) => Object.keys(params.shape)));
  names.delete("password");
  expect(names.size).toBeGreaterThan(150);
  expect([...names].filter((name) => !(`audit.detail.${name}` in catalogue)).sort()).toEqual([]);
});
