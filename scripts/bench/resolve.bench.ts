// Resolving planted Chinese person records: time, memory, and how right the clusters are (pairwise, threshold found by the program).
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../electron/engine/engine.ts";
import type { IdentityRecordLine } from "../../shared/resolve/calls.ts";
import { printFigure, timed } from "./figure.ts";
import { writeFigureFile } from "./figuresFile.ts";
import { watchMemory } from "./memory.ts";
import { type PersonSet, writePersonFile } from "./personFile.ts";

const sizes = (process.env["BENCH_PEOPLE"] ?? "4000,20000").split(",").filter(Boolean).map(Number);
const figures = Number(process.env["BENCH_FIGURES"] ?? 5100);
const seed = Number(process.env["BENCH_SEED"] ?? 1);
const context = { signal: new AbortController().signal, report: () => {} };

const pairsOf = (count: number) => (count * (count - 1)) / 2;

/** Pairs that two groupings of the same records have in common, by counting how their groups overlap. */
function compareGroups(found: readonly string[], truth: readonly number[]) {
  const count = (keys: readonly (string | number)[]) => {
    const sizes = new Map<string | number, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0);
  };
  const both = count(found.map((identity, i) => `${identity} ${truth[i]}`));
  const [precision, recall] = [both / count(found), both / count(truth)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

interface Planted {
  readonly name: string;
  readonly file: string;
  readonly write: (path: string) => PersonSet;
  /** Seconds, and the F1 to reach. */
  readonly budget?: number;
  readonly goal?: number;
}

async function resolvePlanted({ name, file, write, budget, goal }: Planted): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
  const print = (figure: string, value: number, unit: string, budget: number | null = null, note = "", more = false) =>
    printFigure({ bench: "resolve", figure: `${name}.${figure}`, value, unit, budget, note, more });
  try {
    const { records, truth } = write(join(folder, file));
    const engine = await createEngine({ workspacePath: join(folder, "resolve.caseweave") });
    const run = (name: string, params: object) => timed(() => engine.dispatch(name, params, context));
    const imported = await run("import.storeFiles", { paths: [join(folder, file)], as: "person" });
    print("import", imported.seconds, "s", null, `${records} records`);
    const memory = watchMemory();
    print("resolve", (await run("resolve.runResolution", { kind: "person" })).seconds, "s", budget ?? null, `${records} records`);
    print("childMegabytes", memory().children, "MB");
    const lines = (await run("resolve.listRecords", { kind: "person", sourceId: 1 })).value as IdentityRecordLine[];
    const found = new Array<string>(records).fill("");
    for (const { row, identity } of lines) found[row - 1] = identity;
    const { precision, recall, f1 } = compareGroups(
      found.map((identity, i) => identity || `#${i}`),
      truth,
    );
    print("f1", f1, "", goal ?? null, `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`, true);
    await engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const budgets: Readonly<Record<number, number>> = { 20000: 60, 400000: 300 };

for (const size of sizes) {
  const write = (path: string) => writePersonFile(path, size, seed);
  await resolvePlanted({ name: `people${size}`, file: "人员.csv", write, ...(budgets[size] ? { budget: budgets[size] } : {}) });
}
const write = (path: string) => writeFigureFile(path, figures, seed);
if (figures > 0) await resolvePlanted({ name: `figures${figures}`, file: "figures.csv", write, budget: 60, goal: 0.92 });
