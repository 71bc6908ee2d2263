// Pure parts of the frame: numbers, masking, places, marks of a hit, sheets on their way in.
import { describe, expect, it } from "vitest";
import { cutAround, markHit } from "../../../renderer/frame/searchMarks.ts";
import { formatBits, formatMoney, formatPosterior, formatTime } from "../../../renderer/parts/format.ts";
import { moveOf } from "../../../renderer/parts/tableKeys.ts";
import { repairedCells } from "../../../renderer/views/import/rejectRepair.ts";
import { maskCell, maskLabel, maskText } from "../../../shared/review/mask.ts";

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

  it("masks so that two still can be told apart, never showing a whole number or name", () => {
    expect([
      maskLabel("phone", "13800135678"),
      maskLabel("account", "6217000012340412"),
      maskLabel("person", "33010219900307123X"),
      maskLabel("person", "何芳芳"),
      maskLabel("case", "A3412002026110037"),
      maskLabel("netid", "huixiang-go.example"),
    ]).toEqual(["138****5678", "6217 **** 0412", "330****123X", "何**", "A3412002026110037", "huixiang-go.example"]);
    expect(maskText("自称客服 16400002075 来电，转到 6217000012340412")).toBe("自称客服 164****2075 来电，转到 6217 **** 0412");
    expect([maskCell("对方户名", "吴某芳"), maskCell("交易金额", "143200.00")]).toEqual(["吴**", "143200.00"]);
  });

  it("marks a hit only where the masked text still shows it", () => {
    const hit = markHit("16400002075", "164****2075", 0, 11);
    expect(hit).toEqual([
      { text: "164", isHit: true },
      { text: "****", isHit: false },
      { text: "2075", isHit: true },
    ]);
    expect(markHit("abc", "abc", 1, 2).map((piece) => piece.isHit)).toEqual([false, true, false]);
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
