// Tracing 1,000 seeds through 5,000,000 transfers, through the engine: the first question reads the ledger, the next find it warm. BENCH_TRANSFERS draws fewer.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../electron/engine/engine.ts";
import type { MoneyDocument } from "../../shared/trace/moneyDocument.ts";
import { printFigure, timed } from "./figure.ts";
import { fillTransfers, ledgerDays } from "./fillTransfers.ts";
import { watchMemory } from "./memory.ts";

const transfers = Number(process.env["BENCH_TRANSFERS"] ?? 5_000_000);
const seedCount = 1_000;
/** Victims report within days: their transfers lie in the last week of the ledger. */
const recentDays = 7;
const context = { signal: new AbortController().signal, report: () => {} };
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const print = (figure: string, value: number, unit: string, budget: number | null, note = "") =>
  printFigure({ bench: "trace", figure, value, unit, budget, note });

/** Evenly spread over the transfers from number `first` on. */
const seedsFrom = (first: number): readonly string[] =>
  Array.from({ length: seedCount }, (_, i) => `transfer:${first + Math.floor((i * (transfers - first)) / seedCount)}`);

try {
  const path = join(folder, "trace.caseweave");
  fillTransfers(path, transfers, Math.max(1_000, Math.round(transfers / 10)));
  const engine = await createEngine({ workspacePath: path });
  const memory = watchMemory();
  const ask = (from: readonly string[], policy: string) =>
    timed(async () => (await engine.dispatch("trace.traceMoney", { from, policy }, context)) as MoneyDocument);
  const recent = seedsFrom(Math.floor(transfers * (1 - recentDays / ledgerDays)));
  print("first", (await ask(recent, "fifo")).seconds, "s", null, `${transfers} transfers read`);
  for (const policy of ["fifo", "prorata"]) {
    const { seconds, value } = await ask(recent, policy);
    print(`warm.${policy}`, seconds, "s", 2, `${seedCount} seeds in the last ${recentDays} days, ${value.flows.length} flows listed`);
  }
  const { seconds, value } = await ask(seedsFrom(1), "fifo");
  print("warm.fifoWholePeriod", seconds, "s", null, `${seedCount} seeds over ${ledgerDays} days, ${value.flows.length} flows listed`);
  print("childMegabytes", memory().children, "MB", 1500);
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
