// Numbers as they are spoken.
import { expect, it } from "vitest";
import { readSpoken } from "../../../shared/import/spokenNumber.ts";

it.each([
  ["三万八千六百", 38_600],
  ["三万八千六", 38_600],
  ["三万八", 38_000],
  ["3万6", 36_000],
  ["3万6千5", 36_500],
  ["两万", 20_000],
  ["十二万", 120_000],
  ["一百二十万", 1_200_000],
  ["五千零二十", 5020],
  ["三万零五百", 30_500],
  ["九千九", 9900],
  ["六十三", 63],
  ["八", 8],
])("%s is %i", (text, value) => expect(readSpoken(text)).toBe(value));

it.each(["", "万万", "三万元", "abc"])("%s is none", (text) => expect(readSpoken(text) || null).toBeNull());
