// What is remembered of a cell says the same, whatever characters and however many it has.
import fc from "fast-check";
import { expect, it } from "vitest";
import { ownText } from "../../../shared/import/cells/ownText.ts";

it("copies any text unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
      expect(ownText(text)).toBe(text);
    }),
  );
  expect(ownText(`\ud800${"卡".repeat(300)}\u0000`)).toBe(`\ud800${"卡".repeat(300)}\u0000`);
});
