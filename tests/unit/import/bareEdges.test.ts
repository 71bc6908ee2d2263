// Lists of pairs without headings are edge lists; other small tables are not.
import { expect, it } from "vitest";
import { sniffShape } from "../../../electron/engine/import/readers/sniffDelimiter.ts";
import { findBareEdges } from "../../../shared/import/recognise/bareEdges.ts";

const rows = (text: string) => text.split("\n").map((line) => line.split(/[ ,]/));

it("reads pairs of ids with comments before them", () => {
  const found = findBareEdges(rows("# a network\n1,2\n2,3\n3,1"));
  expect(found?.comments).toBe(1);
  expect(found?.mapping.columns).toEqual({ "#1": "from.key", "#2": "to.key" });
});

it("takes a third number for the weight", () => {
  expect(findBareEdges(rows("a b 2\nb c 1.5\nc a 3"))?.mapping.columns["#3"]).toBe("weight");
});

it.each([
  ["names beside ages", "张三,33\n李四,40\n王五,28"],
  ["rows of different width", "a,b\nb,c,d\nc,a"],
  ["too few rows", "a,b\nb,a"],
  ["a gap", "a,b\n,c\nb,a"],
  ["words as third column", "a,b,x\nb,c,y\nc,a,z"],
])("does not take %s for edges", (_name, text) => expect(findBareEdges(rows(text))).toBeNull());

it("parts cells at blanks only where nothing else parts them and rows are pairs", () => {
  expect(sniffShape("# c\n1 2\n2 3\n3 1\n", true)).toEqual({ delimiter: " ", width: 2 });
  expect(sniffShape("one two, three\nfour five, six\n", true).delimiter).toBe(",");
  expect(sniffShape("some text of many words in a line\nand another one here\n", true).width).toBe(1);
});
