// The demo command from nothing to series, judged against its truth; BENCH_SCALES=1,10 shows how the figures fall.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { type DemoFigures, judgeDemo } from "../../electron/engine/demo/judge.ts";
import type { DemoTruth } from "../../electron/engine/demo/truth.ts";
import { createEngine } from "../../electron/engine/engine.ts";
import type { SeriesItem } from "../../shared/group/calls.ts";
import type { PairScore } from "../../shared/link/pairScore.ts";
import { printFigure, timed } from "./figure.ts";

const scales = (process.env["BENCH_SCALES"] ?? "1").split(",").map(Number);
const seed = Number(process.env["BENCH_SEED"] ?? 1);
const context = { signal: new AbortController().signal, report: () => {} };

type Run = (name: string, params: object) => Promise<unknown>;

/** The demo command step by step, with the seconds of each. */
async function buildDemo(folder: string, scale: number, run: Run): Promise<Record<string, number>> {
  const written = await timed(() => writeDemoFiles(folder, { scale, seed }));
  const paths = (files: readonly string[]) => ({ paths: files.map((file) => join(folder, file)) });
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["import", () => run("import.storeFiles", paths(written.value.files))],
    ["link", () => run("link.runLinkage", {})],
    ["group", () => run("group.runSeries", {})],
    ["late", () => run("import.storeFiles", paths(written.value.lateFiles))],
    ["link again", () => run("link.runLinkage", {})],
    ["group again", () => run("group.runSeries", {})],
  ];
  const seconds: Record<string, number> = { files: written.seconds };
  for (const [name, step] of steps) seconds[name] = (await timed(step)).seconds;
  return seconds;
}

function printFigures(scale: number, seconds: Readonly<Record<string, number>>, figures: DemoFigures): void {
  const print = (figure: string, value: number, unit: string, budget: number | null, more = true, note = "") =>
    printFigure({ bench: "demo", figure: `scale${scale}.${figure}`, value, unit, budget, more, note });
  const parts = Object.entries(seconds).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  const total = Object.values(seconds).reduce((sum, value) => sum + value, 0);
  print("seconds", total, "s", scale === 1 ? 60 : null, false, parts.join(", "));
  print(
    "f1",
    figures.f1,
    "",
    scale === 1 ? 0.9 : null,
    true,
    `precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}`,
  );
  print("publicInEvidence", figures.publicInEvidence, "bars", 0, false);
  print("sharedDevices", figures.sharedDevicesFound, "found", figures.sharedDevices);
  print("numberChanges", figures.numberChangesFound, "found", figures.numberChanges);
}

async function judge(scale: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
  try {
    const engine = await createEngine({ workspacePath: join(folder, "demo.caseweave") });
    const run: Run = (name, params) => engine.dispatch(name, params, context);
    const seconds = await buildDemo(folder, scale, run);
    const truth = JSON.parse(await readFile(join(folder, "truth.json"), "utf8")) as DemoTruth;
    const { series } = (await run("group.listSeries", {})) as { series: SeriesItem[] };
    printFigures(scale, seconds, judgeDemo(truth, series, (await run("link.scorePairs", {})) as PairScore[]));
    await engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const scale of scales) await judge(scale);
