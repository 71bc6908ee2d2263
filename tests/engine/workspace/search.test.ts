// The search box: parts of numbers, names as written and as spelt, words of briefs; nothing that is still loading.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { removeSourceFacts } from "../../../electron/engine/store/sqlite/tables/removeSource.ts";
import { searchEntities } from "../../../electron/engine/workspace/searchEntities.ts";
import { aCall, aCase, addSource, aPerson, aTransfer, finishSource, loadSource } from "../../builders.ts";

let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(":memory:");
  addSource(db, "cases", [
    aCase({ number: "A3301020261103", brief: "受害人被客服以刷单返利为由，下载惠享购App后转账5万元", suspect: "P1" }),
    aCase({ number: "A3301020261104", brief: "冒充客服退款" }),
    aPerson({ key: "110101199003077053", name: "何某芳" }),
    aPerson({ key: "110101198501011234", name: "吕布" }),
    aPerson({ key: "110101197001014321", name: "Li Lei" }),
    aCall({ from: "13812342075", to: "13987654321" }),
    aTransfer({ from: "6222020000000002075", to: "6217000012340000" }),
  ]);
});
afterEach(() => db.close());

const found = (words: string, kind?: string): string[] => searchEntities(db, words, kind, 50).hits.map(({ entity }) => entity);

describe("numbers are found", () => {
  it.each([
    ["whole", "13812342075", ["phone:13812342075"]],
    ["by their beginning", "1381234", ["phone:13812342075"]],
    ["by their middle", "81234207", ["phone:13812342075"]],
    ["by their end, in every kind", "2075", ["phone:13812342075", "account:6222020000000002075"]],
    ["with a star for any digits", "138*2075", ["phone:13812342075"]],
    ["with a question mark for one digit", "1381234207?", ["phone:13812342075"]],
    ["with a pattern that nothing fits", "139*2075", []],
    ["by case number in any letter case", "a3301020261103", ["case:A3301020261103"]],
  ])("%s", (_how, words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it("a wildcard stands for digits of its place only: one question mark is one digit", () => {
    expect(found("138?2075")).toEqual([]);
  });
});

describe("names are found", () => {
  it.each([
    ["as written", "何某芳", ["person:110101199003077053"]],
    ["by two characters of three", "某芳", ["person:110101199003077053"]],
    ["of two characters", "吕布", ["person:110101198501011234"]],
    ["by a single character", "吕", ["person:110101198501011234"]],
    ["by full spelling", "hemoufang", ["person:110101199003077053"]],
    ["by spelling in two words", "he moufang", ["person:110101199003077053"]],
    ["by the beginning of the spelling", "hemou", ["person:110101199003077053"]],
    ["by initials", "hmf", ["person:110101199003077053"]],
    ["by ü written as v", "lvbu", ["person:110101198501011234"]],
    ["in Latin letters, in any case", "li lei", ["person:110101197001014321"]],
  ])("%s", (_how, words, expected) => {
    expect(found(words)).toEqual(expected);
  });
});

describe("briefs are found", () => {
  it.each([
    ["刷单返利", ["case:A3301020261103"]],
    ["客服", ["case:A3301020261103", "case:A3301020261104"]],
    ["客服 退款", ["case:A3301020261104"]],
    ["惠享购app", ["case:A3301020261103"]],
    ["ＡＰＰ", ["case:A3301020261103"]],
    ["单刷", []],
  ])("by %s", (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it("with the words marked in a short piece around them", () => {
    const hit = searchEntities(db, "惠享购", undefined, 5).hits[0]!;
    expect(hit).toMatchObject({ field: "brief" });
    expect(hit.matched.slice(hit.start, hit.end)).toBe("惠享购");
  });
});

it("the exact number comes first, and kinds can be chosen", () => {
  addSource(db, "more", [aCall({ from: "2075", to: "13987654321" })]);
  expect(found("2075")[0]).toBe("phone:2075");
  expect(found("2075", "account")).toEqual(["account:6222020000000002075"]);
});

it.each(["", " ", "*", "??", '"', "'", 'a" OR "b', "NEAR(", "(", "words:x", "\u0000", "%", "-", "^x*"])(
  "odd words (%j) give no error",
  (words) => {
    expect(() => found(words)).not.toThrow();
  },
);

it("nothing of a loading source is found; once it is ready all of it is; taken out, nothing of it again", () => {
  const words = ["15500001111", "貂蝉", "diaochan", "虚拟货币"];
  const loading = loadSource(db, "new", [
    [aCall({ from: "15500001111" }), aPerson({ key: "P9", name: "貂蝉" }), aCase({ number: "A9", brief: "虚拟货币投资" })],
  ]);
  expect(words.map((word) => found(word))).toEqual([[], [], [], []]);
  finishSource(db, loading);
  expect(words.map((word) => found(word))).toEqual([["phone:15500001111"], ["person:P9"], ["person:P9"], ["case:A9"]]);
  db.write((writable) => removeSourceFacts(writable, loading.id));
  expect(words.map((word) => found(word))).toEqual([[], [], [], []]);
});

it("a known entity is not found by what a loading source says of it", () => {
  loadSource(db, "new", [[aPerson({ key: "110101198501011234", name: "奉先" })]]);
  expect(found("奉先")).toEqual([]);
});
