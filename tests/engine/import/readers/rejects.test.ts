// Reject files: readable in a spreadsheet, harmless there, and equal to the original when they come back.
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openSources } from "../../../../electron/engine/import/readers/index.ts";
import { rejectColumns, writeRejectFile } from "../../../../electron/engine/import/readers/rejectFile.ts";
import { guardFormula, stripGuard } from "../../../../shared/review/formulaGuard.ts";
import { rowsOf, save } from "./fixtures.ts";

const words = { headings: ["文件", "行", "列", "原因"] as const, reason: ({ reason }: { reason: string }) => `原因 ${reason}` };
const note = { verdict: "rejected", reason: "amount-invalid", column: "金额", cell: "" } as const;

it("a reject file says where and why and comes back as it was", async () => {
  const cells = ["=1+1", "+8613800138000", "-12.50", "@x", "＝甲", '说"好",\n第二行', "'=2", "6222020001111222333", ""];
  const path = await save("rejects.csv", "");
  const headings = cells.map((_, at) => `列${at}`);
  await writeRejectFile(path, [{ ...note, source: "a.csv", row: 7, cells }], headings, words);
  const text = await readFile(path, "utf8");
  expect(text.startsWith("\ufeff文件,行,列,原因,列0,")).toBe(true);
  expect(text).toContain("a.csv,7,金额,原因 amount-invalid,'=1+1,'+8613800138000,'-12.50,'@x,'＝甲,");
  const [source] = await openSources(path);
  const rows = await rowsOf(source!);
  expect(rows[1]!.cells.slice(rejectColumns)).toEqual(cells);
});

it("every cell that a spreadsheet would run is guarded, and every cell comes back from its guard", () => {
  const starts = ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"];
  for (const start of starts) expect(guardFormula(`${start}x`)).toBe(`'${start}x`);
  const unit = fc.constantFrom(...starts, "'", "a", "1", "中");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 6 }), (cell) => {
      const guarded = guardFormula(cell);
      expect(starts.includes(guarded[0] ?? "")).toBe(false);
      expect(stripGuard(guarded)).toBe(cell);
    }),
    { numRuns: 5_000, seed: 5 },
  );
});
