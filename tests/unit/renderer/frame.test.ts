// Pure parts of the frame: numbers, places, marks of a hit, sheets on their way in.
import { describe, expect, it } from "vitest";
import { cutAround, markHit } from "../../../renderer/frame/searchMarks.ts";
import { formatBits, formatMoney, formatPosterior, formatTime } from "../../../renderer/parts/format.ts";
import { moveOf } from "../../../renderer/parts/tableKeys.ts";
import { repairedCells } from "../../../renderer/views/import/rejectRepair.ts";

describe("frame", () => {
  it("writes money, bits, posteriors and times as the screens show them", () => {
    expect([formatMoney("1286400"), formatMoney("-0.5"), formatMoney(123456), formatMoney("12.345")]).toEqual([
      "1,286,400.00",
      "−0.50",
      "1,234.56",
      "12.34",
    ]);
    expect([formatBits(9.24), formatBits(-1.6), formatBits(0.02), formatBits(-13.126, 2)]).toEqual(["+9.2", "−1.6", "0.0", "−13.13"]);
    expect([formatPosterior(0.9951), formatPosterior(0.98)]).toEqual(["0.99+", "0.98"]);
    expect([formatTime("2026-11-22T13:26:34Z", "second"), formatTime("2026-11-22"), formatTime(null)]).toEqual([
      "2026-11-22 21:26:34",
      "2026-11-22",
      "—",
    ]);
  });

  it("marks a hit where it stands, in a masked text too", () => {
    expect(markHit("何**来电", 0, 3)).toEqual([
      { text: "何**", isHit: true },
      { text: "来电", isHit: false },
    ]);
    expect(markHit("abc", 1, 2).map((piece) => piece.isHit)).toEqual([false, true, false]);
    const long = `${"前".repeat(60)}话术${"后".repeat(60)}`;
    const cut = cutAround(long, 60, 62);
    expect(cut.text.slice(cut.start, cut.end)).toBe("话术");
  });

  it("walks a table by keys without leaving it", () => {
    expect([
      moveOf("ArrowDown", -1, 3, 10),
      moveOf("End", 0, 3, 10),
      moveOf("PageUp", 2, 3, 10),
      moveOf("x", 0, 3, 10),
      moveOf("ArrowDown", 0, 0, 10),
    ]).toEqual([0, 2, 0, null, null]);
  });

  it("puts a repaired cell back into its row", () => {
    const item = {
      sourceId: 1,
      row: 4,
      verdict: "rejected",
      reason: "amount-invalid",
      column: "金额",
      cell: "1o0",
      cells: ["a", "1o0"],
    } as const;
    expect(repairedCells(item, ["名", "金额", "注"], "100")).toEqual(["a", "100", ""]);
    expect(repairedCells({ ...item, column: "" }, ["名", "金额"], "a\t100")).toEqual(["a", "100"]);
  });
});
