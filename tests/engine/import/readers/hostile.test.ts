// Many generated files at once: no row, no digit and no column is lost whatever the encoding, the line ends or the names (HI5, HI6, HI8).
import { writeXlsx } from "hucre";
import { expect, it } from "vitest";
import { seededRandom } from "../../../../shared/random.ts";
import { cellsOf, toGb18030 } from "./fixtures.ts";

const names = ["张三", "李四", "欧阳娜娜", "王五", "联通", "Smith", "赵六"];
const memos = ["网银转账", "工资", "扫码付款给某某便利店", "a", "ATM取款", "消费\0退款"];
const lineEnds = ["\n", "\r\n", "\r"];

type Encode = (text: string, pick: (count: number) => number) => Buffer;

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const encodings: readonly Encode[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => toGb18030(text),
  (text) => utf16(`\ufeff${text}`),
  (text) => utf16(`\ufeff${text}`).swap16(),
  (text) => utf16(text),
  (text, pick) => Buffer.concat(text.split(/(?<=\n)/).map((line) => (pick(5) === 0 ? toGb18030(line) : Buffer.from(line)))),
];

it("500 files in any encoding give every row that was written", async () => {
  const random = seededRandom(8);
  const pick = (count: number) => Math.floor(random() * count);
  for (let file = 0; file < 500; file += 1) {
    const end = lineEnds[pick(3)]!;
    const rows = Array.from({ length: 5 + pick(60) }, (_, at) => [
      `62220200011${at}`,
      names[pick(7)]!,
      `${pick(1e6) / 100}`,
      memos[pick(6)]!,
    ]);
    const text = rows.map((row) => row.join() + end).join("");
    const found = await cellsOf(`${file}.csv`, encodings[file % encodings.length]!(text, pick));
    expect([file, found.map((row) => row[0])]).toEqual([file, rows.map((row) => row[0])]);
  }
});

it("10,000 identifiers of 19 digits, with leading zeros, a final X or full-width digits come through unchanged", async () => {
  const random = seededRandom(6);
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const shapes = [
    () => digits(19),
    () => `00${digits(9)}`,
    () => `${digits(17)}X`,
    () => digits(11).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ];
  const rows = [["号码"], ...Array.from({ length: 10_000 }, (_, at) => [shapes[at % shapes.length]!()])];
  expect(await cellsOf("a.csv", rows.join("\n"))).toEqual(rows);
  expect(await cellsOf("a.json", JSON.stringify(rows.slice(1).map(([number]) => ({ 号码: number }))))).toEqual(rows);
  expect(await cellsOf("a.xlsx", await writeXlsx({ sheets: [{ name: "s", rows }] }))).toEqual(rows);
});

it("200 keys that would pollute prototypes are columns like others in csv, json and workbooks", async () => {
  const roots = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "__lookupSetter__"];
  const keys = Array.from({ length: 200 }, (_, at) =>
    at < roots.length ? roots[at]! : `${roots[at % roots.length]}${at % 3 === 0 ? "." : "["}${at}`,
  );
  const values = keys.map((_, at) => `v${at}`);
  const before = Object.getOwnPropertyNames(Object.prototype);
  const json = `[{${keys.map((key, at) => `${JSON.stringify(key)}:"v${at}"`).join()}}]`;
  const workbook = await writeXlsx({ sheets: [{ name: "__proto__", rows: [keys, values] }] });
  for (const [name, content] of [
    ["a.csv", `${keys.join()}\n${values.join()}`],
    ["a.json", json],
    ["a.xlsx", workbook],
  ] as const) {
    expect(await cellsOf(name, content)).toEqual([keys, values]);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(Reflect.get({}, "v0")).toBeUndefined();
});
