// The demo command from nothing to series, judged against its truth; BENCH_SCALES=1,10 shows how the figures fall.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { judgeDemo } from "../../electron/engine/demo/judge.ts";
import type { DemoTruth } from "../../electron/engine/demo/truth.ts";
import { createEngine } from "../../electron/engine/engine.ts";
import type { SeriesItem } from "../../shared/group/calls.ts";
import type { PairScore } from "../../shared/link/pairScore.ts";
import { printFigure, timed } from "./figure.ts";

const scales = (process.env["BENCH_SCALES"] ?? "1").split(",").map(Number);
const seed = Number(process.env["BENCH_SEED"] ?? 1);
const context = { signal: new AbortController().signal, report: () => {} };

async function judge(scale: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
  try {
    const written = await timed(() => writeDemoFiles(folder, { scale, seed }));
    const engine = await createEngine({ workspacePath: join(folder, "demo.caseweave") });
    const run = (name: string, params: object) => engine.dispatch(name, params, context);
    const paths = (files: readonly string[]) => ({ paths: files.map((file) => join(folder, file)) });
    const imported = await timed(() => run("import.storeFiles", paths(written.value.files)));
    const linked = await timed(() => run("link.runLinkage", {}));
    const grouped = await timed(() => run("group.runSeries", {}));
    const late = await timed(() => run("import.storeFiles", paths(written.value.lateFiles)));
    const again = await timed(async () => [await run("link.runLinkage", {}), await run("group.runSeries", {})]);
    const truth = JSON.parse(await readFile(join(folder, "truth.json"), "utf8")) as DemoTruth;
    const { series } = (await run("group.listSeries", {})) as { series: SeriesItem[] };
    const figures = judgeDemo(truth, series, (await run("link.scorePairs", {})) as PairScore[]);
    const parts = {
      files: written.seconds,
      import: imported.seconds,
      link: linked.seconds,
      group: grouped.seconds,
      late: late.seconds,
      again: again.seconds,
    };
    const note = Object.entries(parts)
      .map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`)
      .join(", ");
    printFigure({
      bench: "demo",
      figure: `scale${scale}.seconds`,
      value: Object.values(parts).reduce((sum, seconds) => sum + seconds, 0),
      unit: "s",
      budget: scale === 1 ? 60 : null,
      note,
    });
    printFigure({
      bench: "demo",
      figure: `scale${scale}.f1`,
      value: figures.f1,
      unit: "",
      budget: scale === 1 ? 0.9 : null,
      more: true,
      note: `precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}`,
    });
    printFigure({ bench: "demo", figure: `scale${scale}.publicInEvidence`, value: figures.publicInEvidence, unit: "bars", budget: 0 });
    printFigure({
      bench: "demo",
      figure: `scale${scale}.sharedDevices`,
      value: figures.sharedDevicesFound,
      unit: "found",
      budget: figures.sharedDevices,
      more: true,
    });
    printFigure({
      bench: "demo",
      figure: `scale${scale}.numberChanges`,
      value: figures.numberChangesFound,
      unit: "found",
      budget: figures.numberChanges,
      more: true,
    });
    await engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const scale of scales) await judge(scale);
