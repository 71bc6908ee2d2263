// The search box on 2,000,000 entities, and opening that workspace.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../electron/engine/engine.ts";
import { printFigure, quantile, timed } from "./figure.ts";
import { fillEntities } from "./fillEntities.ts";

const entities = Number(process.env["BENCH_ENTITIES"] ?? 2_000_000);
const queries = ["13800", "138*2075", "何某芳", "hmf", "hemou", "刷单返利", "6217", "云津", "0412", "惠享购"];
const rounds = 5;
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const context = { signal: new AbortController().signal, report: () => {} };

try {
  const path = join(folder, "search.caseweave");
  fillEntities(path, entities);
  const megabytes = (await stat(path)).size / 1e6;
  const opened = await timed(() => createEngine({ workspacePath: path }));
  const engine = opened.value;
  const { seconds } = await timed(() => engine.dispatch("workspace.readInfo", {}, context));
  printFigure({
    bench: "start",
    figure: "openAndReadInfo",
    value: opened.seconds + seconds,
    unit: "s",
    budget: 2,
    note: `${megabytes.toFixed(0)} MB`,
  });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const words of queries) {
      const { seconds: taken, value } = await timed(() => engine.dispatch("workspace.searchEntities", { words, limit: 20 }, context));
      times.push(taken * 1000);
      if (round === rounds - 1)
        printFigure({
          bench: "search",
          figure: words,
          value: taken * 1000,
          unit: "ms",
          budget: 100,
          note: `${(value as { hits: unknown[] }).hits.length} hits`,
        });
    }
  }
  printFigure({ bench: "search", figure: "p95", value: quantile(times, 0.95), unit: "ms", budget: 100 });
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
