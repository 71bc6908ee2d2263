// Linking and grouping 10,000 and 100,000 generated cases, and one case against all.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../electron/engine/engine.ts";
import { caseMapping, writeCaseFile } from "./caseFile.ts";
import { printFigure, timed } from "./figure.ts";
import { watchMemory } from "./memory.ts";

const sizes = (process.env["BENCH_CASES"] ?? "10000,100000").split(",").map(Number);
const linkBudgets: Readonly<Record<number, number>> = { 100000: 60 };
const context = { signal: new AbortController().signal, report: () => {} };

async function linkCases(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
  try {
    const file = join(folder, "cases.csv");
    await writeCaseFile(file, count);
    const engine = await createEngine({ workspacePath: join(folder, "link.caseweave") });
    const imported = await timed(() => engine.dispatch("import.storeFiles", { paths: [file], mapping: caseMapping }, context));
    printFigure({ bench: "link", figure: `${count}.import`, value: imported.seconds, unit: "s" });
    const memory = watchMemory();
    const linked = await timed(() => engine.dispatch("link.runLinkage", {}, context));
    const run = linked.value as { compared: number; pairs: number };
    printFigure({
      bench: "link",
      figure: `${count}.link`,
      value: linked.seconds,
      unit: "s",
      budget: linkBudgets[count] ?? null,
      note: `${run.compared} pairs compared, ${run.pairs} kept`,
    });
    printFigure({ bench: "link", figure: `${count}.childMegabytes`, value: memory().children, unit: "MB" });
    const grouped = await timed(() => engine.dispatch("group.runSeries", {}, context));
    printFigure({
      bench: "link",
      figure: `${count}.group`,
      value: grouped.seconds,
      unit: "s",
      note: `${(grouped.value as { series: number }).series} series`,
    });
    const like = await timed(() => engine.dispatch("link.findSimilar", { case: "A34122026000000000" }, context));
    printFigure({
      bench: "link",
      figure: `${count}.likeColdChild`,
      value: like.seconds * 1000,
      unit: "ms",
      budget: 200,
      note: "loads and prepares all cases in a fresh child",
    });
    await engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const size of sizes) await linkCases(size);
