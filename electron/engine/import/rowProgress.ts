// Progress of reading in rows a second and seconds left. The number of rows to come is estimated from the size of the files.
import type { JobProgress } from "../../../shared/rpc/channel.ts";
import type { PreparedSheet } from "./prepareSheets.ts";

const reportEveryMs = 250;

export class RowProgress {
  private done = 0;
  private readonly startedAt = performance.now();
  private reportedAt = 0;
  private readonly total: number;
  private readonly report: (progress: JobProgress) => void;

  constructor(sheets: readonly PreparedSheet[], report: (progress: JobProgress) => void) {
    this.total = sheets.filter(({ known }) => known === null).reduce((sum, sheet) => sum + estimateRows(sheet), 0);
    this.report = report;
  }

  add(rows: number, subject: string): void {
    this.done += rows;
    const now = performance.now();
    if (now - this.reportedAt < reportEveryMs) return;
    this.reportedAt = now;
    const perSecond = Math.round(this.done / Math.max(0.001, (now - this.startedAt) / 1000));
    const total = Math.max(this.total, this.done);
    this.report({
      phase: "import",
      done: this.done,
      total,
      perSecond,
      secondsLeft: Math.round((total - this.done) / Math.max(1, perSecond)),
      subject,
    });
  }
}

/** Size over the length of a row of the sample; Chinese takes two bytes in GB18030 and about three in UTF-8. */
function estimateRows({ source, sample }: PreparedSheet): number {
  const text = sample.reduce((sum, cells) => sum + cells.reduce((length, cell) => length + Buffer.byteLength(cell) + 1, 1), 0);
  return sample.length === 0 ? 0 : Math.round(source.size / Math.max(1, text / sample.length));
}
