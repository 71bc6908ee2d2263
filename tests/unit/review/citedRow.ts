// A cited row of a made-up statement.
import type { CitedRow } from "../../../shared/review/paper/citation.ts";

export const cited = (sourceId: number, row: number): CitedRow => ({
  sourceId,
  row,
  source: `流水${sourceId}.xlsx`,
  sheet: sourceId === 1 ? "明细" : null,
  sha256: "ab".repeat(32),
  column: "交易金额",
  cell: "100.00",
});
