// Nothing is dropped: read = stored + rejected + skipped, each row has one verdict, and the raw rows all stand in the batches.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CompiledMapping } from "../../../shared/import/applyMapping.ts";
import { SheetBatcher } from "../../../shared/import/batch.ts";
import { rowKinds } from "../../../shared/import/mapping.ts";
import { rowKindSpecs } from "../../../shared/import/targets/index.ts";

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    "/",
    "--",
    "合计",
    "2026-05-01",
    "2026-05-01 10:00:00",
    "20260230",
    "-5.00",
    "1,234.50",
    "6222020000000000018",
    "6.2E+18",
    "主叫",
    "出",
    "贷",
    "13800138000",
    "说明：",
    "110101199003070134",
  ),
  fc.double().map(String),
);

describe("conservation", () => {
  it.each(rowKinds)("accounts for every row of junk under a mapping of kind %s", (rowKind) => {
    const spec = rowKindSpecs.find((one) => one.rowKind === rowKind)!;
    const targets = spec.targets
      .filter(({ name }) => !/\.(?:date|time)$/.test(name))
      .slice(0, 14)
      .map(({ name }) => name);
    const required = spec.required.map((group) => group[0]!).filter((name) => !targets.includes(name));
    const headings = [...targets, ...required];
    const columns = Object.fromEntries(headings.map((name) => [name, name]));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: headings.length + 2 }), { maxLength: 40 }), (rows) => {
        const compiled = new CompiledMapping({ name: "junk", rowKind, columns }, headings, {
          fileName: "",
          banner: new Map(),
          sample: rows,
        });
        const batcher = new SheetBatcher(compiled, () => new Uint8Array(1));
        const batches = [...batcher.push(rows.map((cells) => ({ cells }))), ...batcher.finish()];
        const notes = batches.flatMap((batch) => batch.notes.map(({ row }) => row));
        expect(batcher.read).toBe(rows.length);
        expect(batcher.stored + batcher.rejected + batcher.skipped).toBe(rows.length);
        expect(new Set(notes).size).toBe(notes.length);
        expect(notes.length).toBe(rows.length - batcher.stored);
        expect(batches.reduce((sum, { raw }) => sum + (raw?.rowCount ?? 0), 0)).toBe(rows.length);
        for (const { entities, links, transfers } of batches) {
          expect(links.every(({ from, to }) => from >= 0 && to >= 0 && from < entities.length && to < entities.length)).toBe(true);
          expect([...(transfers?.amountFen ?? [])].every((fen) => fen >= 0)).toBe(true);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("hands on batches of 2,000 rows in their order", () => {
    const rows = Array.from({ length: 14_321 }, (_, i) => ({ cells: ["2026-05-01", String(i + 1), "A12345", "B12345"] }));
    const mapping = { name: "long", rowKind: "transfer" as const, columns: { t: "time", x: "amount", f: "from.account", o: "to.account" } };
    const compiled = new CompiledMapping(mapping, ["t", "x", "f", "o"], {
      fileName: "",
      banner: new Map(),
      sample: rows.slice(0, 300).map(({ cells }) => cells),
    });
    const batcher = new SheetBatcher(compiled, () => new Uint8Array(1));
    const batches = [];
    for (let i = 0; i < rows.length; i += 1_700) batches.push(...batcher.push(rows.slice(i, i + 1_700)));
    batches.push(...batcher.finish());
    expect(batches.map(({ raw }) => raw!.rowCount)).toEqual([2000, 2000, 2000, 2000, 2000, 2000, 2000, 321]);
    expect(batches.flatMap(({ transfers }) => [...transfers!.row])).toEqual(rows.map((_, i) => i + 1));
  });
});
