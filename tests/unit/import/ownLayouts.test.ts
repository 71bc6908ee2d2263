// Layouts of our own making: every one comes out as the ledger that it printed, or asks before anything is stored.
import { describe, expect, it } from "vitest";
import { CompiledMapping } from "../../../shared/import/applyMapping.ts";
import { SheetBatcher } from "../../../shared/import/batch.ts";
import type { FactBatch } from "../../../shared/import/facts.ts";
import { type Recognition, recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { type OwnLayout, ownLayouts } from "./ownLayouts.ts";
import { type Ledger, makeLedger } from "./syntheticLedger.ts";

const beijing = 8 * 3_600_000;
const unit = { second: 1_000, minute: 60_000, day: 86_400_000 } as const;

/** When, who pays whom, how much: what a statement is for. */
function wanted({ movements }: Ledger, { precision, isOldestOpen }: OwnLayout): readonly string[] {
  return movements
    .slice(isOldestOpen ? 1 : 0)
    .map(({ at, own, other, isIn, fen }) => {
      const [from, to] = isIn ? [other, own] : [own, other];
      return `${new Date(Math.floor(at / unit[precision]) * unit[precision]).toISOString().slice(0, 19)} ${from} > ${to} ${fen}`;
    })
    .sort();
}

function stored(found: Recognition, rows: readonly (readonly string[])[], fileName: string) {
  const { mapping, headings, banner, headerRow } = found;
  const under = rows.slice(headerRow === 0 ? 0 : headerRow - 1 + (mapping.format?.headerRows ?? 1));
  const compiled = new CompiledMapping(mapping, headings, { fileName, banner, sample: under });
  const batcher = new SheetBatcher(compiled, () => new Uint8Array(1));
  const batches = [...batcher.push(under.map((cells) => ({ cells: [...cells] }))), ...batcher.finish()];
  const rejected = batches.flatMap(({ notes }) => notes).filter(({ verdict }) => verdict === "rejected");
  return { transfers: batches.flatMap(tell).sort(), rejected: rejected.map(({ reason }) => reason) };
}

function tell({ transfers, entities }: FactBatch): string[] {
  if (transfers === null) return [];
  const nameOf = (index: number) => entities[index]?.key ?? "";
  return [...transfers.row].map((_, i) => {
    const time = new Date(transfers.at[i]! + beijing).toISOString().slice(0, 19);
    return `${time} ${nameOf(transfers.from[i]!)} > ${nameOf(transfers.to[i]!)} ${transfers.amountFen[i]}`;
  });
}

describe("layouts of our own making", () => {
  it.each(ownLayouts)("$name", (layout) => {
    for (const seed of [7, 19, 31]) {
      const ledger = makeLedger(seed);
      const rows = layout.print(ledger);
      const fileName = layout.fileName?.(ledger) ?? "流水.csv";
      const found = recogniseSheet({ rows, fileName, sheetName: null }, []);
      if (layout.doubts) {
        expect([found.sure, found.doubts.some(({ code }) => layout.doubts!.includes(code))]).toEqual([false, true]);
        continue;
      }
      expect([found.sure, found.mapping.rowKind], JSON.stringify([found.mapping, found.doubts])).toEqual([true, "transfer"]);
      const rejected = layout.isOldestOpen ? ["direction-unknown"] : [];
      expect(stored(found, rows, fileName)).toEqual({ transfers: wanted(ledger, layout), rejected });
    }
  });
});
