// Notes on an exported chart: wrapped to their width, nothing lost, and the picture has room for them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { paperTheme } from "../../../shared/chart/paperTheme.ts";
import { noteCorners, wrapText, writeNotes } from "../../../shared/chart/writeNotes.ts";

const base = { on: null, author: "沈", at: "2026-11-18T09:00:00Z", attachments: [] };

test("lines keep every letter and fit the width", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("案", "a", "1"), maxLength: 80 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
      const lines = wrapText(text, width);
      expect(lines.join("")).toBe(text);
      for (const line of lines) {
        const used = [...line].reduce((sum, letter) => sum + (letter === "案" ? 13 : 13 * 0.55), 0);
        expect(used).toBeLessThanOrEqual(Math.max(width, 13) + 1e-9);
      }
    }),
  );
});

test("frames, arrows and notes are drawn with their words; comments are not", () => {
  const notes = (["note", "card", "frame", "arrow", "comment"] as const).map((shape, i) => ({
    ...{ ...base, id: `n${i}`, shape, text: `文字${i}<` },
    ...{ x: i * 100, y: 0, width: 90, height: 50 },
  }));
  const svg = writeNotes(notes, paperTheme);
  for (const i of [0, 1, 2, 3]) expect(svg).toContain(`文字${i}&lt;`);
  expect(svg).not.toContain("文字4");
  expect(noteCorners(notes)).toHaveLength(8);
});
