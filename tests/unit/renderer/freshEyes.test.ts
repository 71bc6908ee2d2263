import { describe, expect, test } from "vitest";
import { folderOf } from "../../../renderer/state/importing.ts";
import { sumRows } from "../../../renderer/views/import/DonePanel.tsx";
import { shareOfNone } from "../../../renderer/views/link/SimilarDrawer.tsx";
import type { SimilarCase } from "../../../shared/link/calls.ts";
import { maskAttribute, maskExcerpt, maskJoinedCells } from "../../../shared/review/mask.ts";

const aSimilar = (number: string, series: string | null, posterior: number): SimilarCase => ({
  rank: 1,
  case: number,
  series,
  bits: 3,
  posterior,
  evidence: [],
  counter: [],
});

describe("masking of what is not a label", () => {
  test("the holder of an account is a name, its bank is not", () => {
    expect(maskAttribute("account.holder", "何某芳")).toBe("何**");
    expect(maskAttribute("account.bank", "云津农商银行")).toBe("云津农商银行");
  });

  test("a number that a cut left without its end is masked all the same", () => {
    expect(maskExcerpt("…用本人卡6222021425926…")).toBe("…用本人卡****…");
    expect(maskExcerpt("…2021425926转出…")).toBe("…****转出…");
  });

  test("a name in a joined row is told by the sex or the number after it", () => {
    expect(maskJoinedCells("A3412 · 吴某成 · 男 · 34 · 大专")).toBe("A3412 · 吴** · 男 · 34 · 大专");
  });
});

describe("sums that stand on the screens", () => {
  test("none of these is what the series, each once, and the single cases leave", () => {
    const share = shareOfNone([aSimilar("A1", "S-1", 0.6), aSimilar("A2", "S-1", 0.6), aSimilar("A3", null, 0.1)]);
    expect(share).toBeCloseTo(0.3);
  });

  test("rows of all sheets add up", () => {
    const rows = { read: 10, stored: 8, rejected: 1, skipped: 1, twins: 2 };
    const stored = { rows } as Parameters<typeof sumRows>[0][number]["stored"];
    expect(sumRows([{ stored }, { stored: null }, { stored }])).toEqual({ read: 20, stored: 16, rejected: 2, skipped: 2, twins: 4 });
  });

  test("a sheet from an archive is told by its folder", () => {
    expect(folderOf("中国银行/交易明细信息.xlsx")).toBe("中国银行");
    expect(folderOf(null)).toBe("");
  });
});
