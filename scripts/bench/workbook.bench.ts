// Import of a workbook of 1,000,000 rows, and of one of 2,000,000 – more than a sheet may hold, as tools write them –, facts stored.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureCancel, measureImport } from "./measureImport.ts";

const rows = Number(process.env["BENCH_ROWS"] ?? 1_000_000);
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const bench = "workbook";

/** In a process of its own, so that the texts it remembers are not taken for the engine's memory. */
function writeWorkbook(name: string, ...sheets: number[]): string {
  const path = join(folder, name);
  execFileSync(process.execPath, [fileURLToPath(new URL("./workbookFile.ts", import.meta.url)), path, ...sheets.map(String)]);
  return path;
}

try {
  const million = writeWorkbook("交易明细_1.xlsx", rows);
  await measureCancel(join(folder, "cancelled.caseweave"), million, bench);
  await measureImport(join(folder, "one.caseweave"), million, { bench, name: "oneSheet", seconds: null });
  const two = writeWorkbook("交易明细_2.xlsx", 2 * rows);
  await measureImport(join(folder, "two.caseweave"), two, { bench, name: "beyondTheLimit", seconds: null });
} finally {
  await rm(folder, { recursive: true, force: true });
}
