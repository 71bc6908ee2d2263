// Distances against obvious twins, kinds of field from values, levels of Chinese names.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { editDistance, isOneEdit, jaroWinkler } from "../../../shared/resolve/distances.ts";
import { makeAddressKind } from "../../../shared/resolve/kinds/address.ts";
import { makeChineseNameKind } from "../../../shared/resolve/kinds/chineseName.ts";
import { dateKind } from "../../../shared/resolve/kinds/date.ts";
import { makeKindGuesser } from "../../../shared/resolve/kinds/guess.ts";
import { type FieldKind, makeValue } from "../../../shared/resolve/kinds/kind.ts";
import { soundex } from "../../../shared/resolve/kinds/soundex.ts";
import { normaliseValue } from "../../../shared/resolve/normalise.ts";

/** Optimal string alignment by its definition. */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const steps = [
    slowDistance(a.slice(1), b) + 1,
    slowDistance(a, b.slice(1)) + 1,
    slowDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) steps.push(slowDistance(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}

const spell = (name: string) => ({ 张伟: "zhang wei", 章伟: "zhang wei" })[name] ?? name;
const level = (kind: FieldKind, a: string, b: string) => kind.levels[kind.compare(makeValue(a), makeValue(b))];

describe("distances", () => {
  it("counts edits as the definition does", () => {
    const random = seededRandom(3);
    const word = () => Array.from({ length: Math.floor(random() * 6) }, () => "abc"[Math.floor(random() * 3)]).join("");
    for (let i = 0; i < 400; i++) {
      const [a, b] = [word(), word()];
      expect(editDistance(a, b), `${a} ${b}`).toBe(slowDistance(a, b));
      expect(isOneEdit(a, b), `${a} ${b}`).toBe(slowDistance(a, b) <= 1);
    }
  });

  it("gives the published Jaro–Winkler and Soundex values", () => {
    expect(
      [jaroWinkler("martha", "marhta"), jaroWinkler("dixon", "dicksonx"), jaroWinkler("dwayne", "duane")].map((value) => value.toFixed(3)),
    ).toEqual(["0.961", "0.813", "0.840"]);
    expect(["robert", "rupert", "ashcraft", "tymczak"].map(soundex)).toEqual(["r163", "r163", "a261", "t522"]);
  });
});

describe("kinds of field", () => {
  const guess = makeKindGuesser(spell);
  const many = (make: (i: number) => string) => Array.from({ length: 200 }, (_, i) => make(i));

  it("are told from the values alone", () => {
    expect({
      email: guess(many((i) => `user${i}@mail.example`)).id,
      date: guess(many((i) => `19${50 + (i % 40)} 0${1 + (i % 9)} 1${i % 10}`)).id,
      category: guess(many((i) => (i % 2 ? "男" : "女"))).id,
      longNumber: guess(many((i) => String(13_000_000_000 + i * 7919))).id,
      number: guess(many((i) => String(i % 90))).id,
      code: guess(many((i) => String(2000 + (i % 60)))).id,
      chineseName: guess(many((i) => `王${String.fromCharCode(0x4e00 + i * 3)}${String.fromCharCode(0x5e00 + i)}`)).id,
      text: guess(many((i) => `${i} long meadow lane`)).id,
      name: guess(many((i) => `ab${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + (i % 25))}`)).id,
    }).toEqual({
      email: "email",
      date: "date",
      category: "category",
      longNumber: "long-number",
      number: "number",
      code: "code",
      chineseName: "chinese-name",
      text: "text",
      name: "name",
    });
  });

  it("compare Chinese names by sound and by character", () => {
    const kind = makeChineseNameKind(spell);
    expect([
      level(kind, "张伟", "章伟"),
      level(kind, "李小明", "李晓明"),
      level(kind, "李小明", "李明"),
      level(kind, "李小明", "李卫东"),
      level(kind, "李小明", "赵卫东"),
    ]).toEqual(["same-sound", "one-character", "one-character", "same-surname", "else"]);
  });

  it("compare Chinese names with their spelling in letters, in either order", () => {
    const kind = makeChineseNameKind(spell);
    const spelt = (name: string, letters: string) => kind.levels[kind.compare(makeValue(name), makeValue(letters))];
    const pinyin = makeChineseNameKind((name) => ({ 张伟: "zhang wei", 张: "zhang", 伟: "wei" })[name] ?? name);
    expect(spelt("张伟", "zhang wei")).toBe("same-sound");
    expect(pinyin.levels[pinyin.compare(makeValue("张伟"), makeValue("wei zhang"))]).toBe("same-sound");
    expect(spelt("张伟", "li wei")).not.toBe("same-sound");
  });

  it("compare addresses by the finest level on which they agree", () => {
    const kind = makeAddressKind();
    const of = (a: string, b: string) => level(kind, a, b);
    const home = "浙江省云津市东渡区文三路123号3栋2单元501室";
    expect([
      of(home, "东渡区文三路123号3栋2单元501"),
      of(home, "云津东渡区文三路123号"),
      of(home, "东渡区文三路77号"),
      of(home, "云津市东渡区学府路123号"),
      of(home, "澄江市南岸区文三路123号"),
    ]).toEqual(
      ["same-room", "same-house", "same-road", "same-district", "same-city"].map((name, i) =>
        i === 4 ? expect.stringMatching(/same-city|else/) : name,
      ),
    );
    expect(guess(many((i) => `云津市东渡区文三路${i}号${i % 9}栋101室`)).id).toBe("address");
  });

  it("compare days by what people get wrong", () => {
    const day = (a: string, b: string) => level(dateKind, a, b);
    expect([
      day("19840312", "19840321"),
      day("19840312", "19841203"),
      day("19840312", "19840317"),
      day("19840312", "19910312"),
      day("19840312", "19850425"),
      day("19840312", "19620425"),
    ]).toEqual(["one-digit", "one-digit", "one-digit", "two-parts", "near-year", "else"]);
  });

  it("take a year alone, or with 1 January, as a year", () => {
    const day = (a: string, b: string) => level(dateKind, a, b);
    expect([
      day("1850", "18500607"),
      day("18500101", "18500607"),
      day("18500101", "18510101"),
      day("1850", "1890"),
      day("18500101", "18620607"),
    ]).toEqual(["year-only", "year-only", "near-year", "near-year", "else"]);
    expect(guess(many((i) => (i % 2 ? `${1800 + i}` : `${1800 + i} 0${1 + (i % 9)} 11`))).id).toBe("date");
  });

  it("take words for nothing as missing", () => {
    expect(["不详", "N/A", " - ", "Ｏ’Brien", "张 三", "a.b@c.example"].map(normaliseValue)).toEqual([
      "",
      "",
      "",
      "o brien",
      "张三",
      "a.b@c.example",
    ]);
  });
});
