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

const firstCase = "A34122026000000000";

async function linkCases(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
  const print = (figure: string, value: number, unit: string, budget: number | null = null, note = "") =>
    printFigure({ bench: "link", figure: `${count}.${figure}`, value, unit, budget, note });
  try {
    const file = join(folder, "cases.csv");
    await writeCaseFile(file, count);
    const engine = await createEngine({ workspacePath: join(folder, "link.caseweave") });
    const run = (name: string, params: object) => timed(() => engine.dispatch(name, params, context));
    print("import", (await run("import.storeFiles", { paths: [file], mapping: caseMapping })).seconds, "s");
    const memory = watchMemory();
    const linked = await run("link.runLinkage", {});
    const { compared, pairs } = linked.value as { compared: number; pairs: number };
    print("link", linked.seconds, "s", linkBudgets[count] ?? null, `${compared} pairs compared, ${pairs} kept`);
    print("childMegabytes", memory().children, "MB");
    const grouped = await run("group.runSeries", {});
    print("group", grouped.seconds, "s", null, `${(grouped.value as { series: number }).series} series`);
    const similar = () => run("link.findSimilar", { case: firstCase });
    print("likeFirst", (await similar()).seconds * 1000, "ms", null, "cases as the run prepared them");
    print("likeWarm", (await similar()).seconds * 1000, "ms", 200);
    await engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const size of sizes) await linkCases(size);
