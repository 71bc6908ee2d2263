// One import through the engine with its figures: rows a second, memory of engine and child, stalls; and how soon a cancelled one answers.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { createEngine } from "../../electron/engine/engine.ts";
import { CaseweaveError } from "../../shared/errors.ts";
import { printFigure, timed } from "./figure.ts";
import { watchMemory } from "./memory.ts";

export interface ImportBudget {
  readonly bench: string;
  readonly name: string;
  /** null: shown only. */
  readonly seconds: number | null;
}

export async function measureImport(workspacePath: string, path: string, { bench, name, seconds: budget }: ImportBudget): Promise<void> {
  const engine = await createEngine({ workspacePath });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const memory = watchMemory();
  delay.enable();
  const params = { paths: [path] };
  const { seconds, value } = await timed(() =>
    engine.dispatch("import.storeFiles", params, { signal: new AbortController().signal, report: () => {} }),
  );
  await setTimeout(20); // the delay of the last step is noted by the next turn only
  delay.disable();
  const { engine: engineMegabytes, children } = memory();
  const { sources } = value as { sources: { rows: { stored: number } }[] };
  const stored = sources.reduce((sum, { rows }) => sum + rows.stored, 0);
  const print = (figure: string, measured: number, unit: string, most: number | null = null, more = false, note = "") =>
    printFigure({ bench, figure: `${name}.${figure}`, value: measured, unit, budget: most, more, note });
  print("seconds", seconds, "s", budget, false, `${stored} rows stored`);
  print("rowsPerSecond", stored / seconds, "rows/s", 45_000, true);
  print("engineMegabytes", engineMegabytes, "MB", 600);
  print("childMegabytes", children, "MB", 600);
  print("stallP99", delay.percentile(99) / 1e6, "ms", 50);
  print("stallMax", delay.max / 1e6, "ms", 250);
  await engine.close();
}

/** Cancels when rows have been stored for a while; gives the milliseconds until the call answers. */
export async function measureCancel(workspacePath: string, path: string, bench: string): Promise<void> {
  const engine = await createEngine({ workspacePath });
  const cancel = new AbortController();
  let cancelledAt = 0;
  const report = ({ phase, done }: { phase: string; done: number }) => {
    if (phase !== "import" || done < 20_000 || cancelledAt > 0) return;
    cancelledAt = performance.now();
    cancel.abort();
  };
  try {
    await engine.dispatch("import.storeFiles", { paths: [path] }, { signal: cancel.signal, report });
    throw new Error("the import was over before it was cancelled");
  } catch (error) {
    if (!(error instanceof CaseweaveError) || error.code !== "cancelled") throw error;
    printFigure({ bench, figure: "cancel", value: performance.now() - cancelledAt, unit: "ms", budget: 500 });
  }
  await engine.close();
}
