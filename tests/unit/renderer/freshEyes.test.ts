import { describe, expect, test } from "vitest";
import { folderOf } from "../../../renderer/state/importing.ts";
import { sumRows } from "../../../renderer/views/import/DonePanel.tsx";
import { shareOfNone } from "../../../renderer/views/link/SimilarDrawer.tsx";
import type { SimilarCase } from "../../../shared/link/calls.ts";

const aSimilar = (number: string, series: string | null, posterior: number): SimilarCase => ({
  rank: 1,
  case: number,
  series,
  bits: 3,
  posterior,
  evidence: [],
  counter: [],
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
