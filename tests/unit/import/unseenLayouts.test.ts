// Layouts that nobody described: time, amounts and accounts are found by the cells, with headings in any order or without sense, and what
// is not certain is not imported unseen.
import { describe, expect, it } from "vitest";
import { findColumn } from "../../../shared/import/heading.ts";
import { targetsOf } from "../../../shared/import/mapping.ts";
import { type Recognition, recogniseSheet } from "../../../shared/import/recognise/recognise.ts";
import { type Printed, printLayout } from "./printLayout.ts";
import { amounts, layouts, type SyntheticLayout, times } from "./syntheticLayouts.ts";

const recognise = ({ rows, fileName }: Printed) => recogniseSheet({ rows, fileName, sheetName: null }, []);

/** Target of each column; "" where it has none. */
function targetsByColumn(found: Recognition, { columns }: Printed): readonly string[] {
  const told = new Map(
    Object.entries(found.mapping.columns).map(([address, value]) => [findColumn(found.headings, address), targetsOf(value)[0]!]),
  );
  return columns.map((_, index) => told.get(index) ?? "");
}

const essential =
  /^(?:time|amount|debit|credit|balance|direction|own\.(?:account|card)|counterparty\.(?:account|card)|from\.account|to\.account)/;

/** What is wrong in words: a column taken for what it is not, or one that was not found. */
function faultsOf(layout: SyntheticLayout, printed: Printed, found: Recognition): readonly string[] {
  const targets = targetsByColumn(found, printed);
  const wrong = printed.columns.flatMap(({ truth, heading }, i) => {
    const target = targets[i]!;
    return essential.test(target) && !truth.includes(target) ? [`${heading} is ${truth.join("/")}, taken for ${target}`] : [];
  });
  const needed = (form: RegExp) => printed.columns.filter(({ truth }) => truth.some((target) => form.test(target)));
  const lost = needed(/^(?:time|amount|debit|credit|counterparty\.account|own\.account|from\.account|to\.account)/)
    .filter(({ truth }) => !truth.some((target) => targets.includes(target)))
    .map(({ truth }) => `${truth.join("/")} not found`);
  const own = layout.own === "banner" || layout.own === "file" ? printed.ledger.accounts[0] : undefined;
  const isOwnLost = own !== undefined && found.mapping.constants?.["own.account"] !== own;
  return [...wrong, ...lost, ...(isOwnLost ? ["the owner was not found"] : [])];
}

const seeds = [11, 23, 42, 57, 91];

describe("layouts that were never seen", () => {
  it.each(layouts)("reads $name surely by its headings, in any order", (layout) => {
    for (const seed of seeds) {
      const printed = printLayout(layout, { seed, isPermuted: seed !== 11 });
      const found = recognise(printed);
      expect([found.sure, faultsOf(layout, printed, found)], `seed ${seed}`).toEqual([true, []]);
    }
  });

  it("adds the side and the other account by their cells where only their headings say nothing", () => {
    for (const name of ["借/贷 with glued currency, owner in the file's name", "wallet with ¥ and tabs, fifteen lines above"]) {
      const layout = layouts.find((one) => one.name === name)!;
      const columns = layout.columns
        .filter(({ truth }) => !truth.includes("counterparty.name"))
        .map((column) =>
          /direction|counterparty/.test(column.truth[0] ?? "")
            ? { ...column, heading: `Q${column.heading.length}${column.truth[0]!.length}` }
            : column,
        );
      const printed = printLayout({ ...layout, columns }, { seed: 42 });
      const found = recognise(printed);
      expect([found.sure, faultsOf(layout, printed, found), found.doubts.some(({ code }) => code === "read-by-content")]).toEqual([
        true,
        [],
        true,
      ]);
    }
  });

  it("finds time, amounts and both accounts in eleven of twelve with senseless headings, and is never surely wrong", () => {
    for (const seed of seeds) {
      const results = layouts.map((layout) => {
        const printed = printLayout(layout, { seed, isPermuted: true, isRenamed: true });
        const found = recognise(printed);
        return { name: layout.name, sure: found.sure, faults: faultsOf(layout, printed, found) };
      });
      expect(results.filter(({ sure, faults }) => sure && faults.length > 0)).toEqual([]);
      const missed = results.filter(({ faults }) => faults.length > 0);
      expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(1);
    }
  });

  it("is never surely wrong over every form of time with every form of amount, senseless headings, and few rows", () => {
    const extra = layouts[0]!.columns.slice(-4);
    const combined = Object.entries(times).flatMap(([time, timeColumns]) =>
      Object.entries(amounts).map(
        ([amount, amountColumns]): SyntheticLayout => ({
          ...layouts[0]!,
          name: `${time} ${amount}`,
          columns: [...timeColumns, ...amountColumns, ...extra],
        }),
      ),
    );
    let right = 0;
    const confidentlyWrong: string[] = [];
    for (const [index, layout] of combined.entries())
      for (const rowCount of [6, 14, 60]) {
        const printed = printLayout(layout, { seed: 100 + index, isPermuted: true, isRenamed: true, rowCount });
        // A column of nothing but zeros is nobody's debit.
        if (printed.ledger.movements.filter(({ isIn }) => isIn).length % rowCount === 0) continue;
        const found = recognise(printed);
        const faults = faultsOf(layout, printed, found);
        if (found.sure && faults.length > 0) confidentlyWrong.push(`${layout.name} ${rowCount}: ${faults.join("; ")}`);
        if (rowCount === 60 && faults.length === 0) right++;
      }
    expect(confidentlyWrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(combined.length * 0.75);
  });
});
