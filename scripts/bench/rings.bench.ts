// Rings of the demo data beside those that were planted, over several seeds: BENCH_SEEDS=1,2,3. Thresholds were set on seeds 1 and 2.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { judgeRings, type RingAnswer } from "../../electron/engine/demo/judgeRings.ts";
import type { DemoTruth } from "../../electron/engine/demo/truth.ts";
import { createEngine } from "../../electron/engine/engine.ts";
import type { RingDetail, RingItem } from "../../shared/group/ringCalls.ts";
import { printFigure, timed } from "./figure.ts";

const seeds = (process.env["BENCH_SEEDS"] ?? "1,3,4").split(",").map(Number);
const scale = Number(process.env["BENCH_SCALE"] ?? 1);
const context = { signal: new AbortController().signal, report: () => {} };

type Run = (name: string, params: object) => Promise<unknown>;

async function answerOf(run: Run): Promise<RingAnswer[]> {
  const { rings } = (await run("group.listRings", {})) as { readonly rings: readonly RingItem[] };
  const details = await Promise.all(rings.map(async ({ ring }) => (await run("group.readRing", { ring })) as RingDetail));
  return details.map(({ ring, members, sellers }) => ({
    ring,
    members: members.map(({ entity, also, role }) => ({ entity, role, also: also.map((one) => one.entity) })),
    sellers,
  }));
}

function print(seed: number, truth: DemoTruth, answers: readonly RingAnswer[], seconds: number): void {
  const figures = judgeRings(truth.rings, answers);
  const line = (figure: string, value: number, budget: number | null, note = "") =>
    printFigure({ bench: "rings", figure: `seed${seed}.${figure}`, value, unit: "", budget, more: true, note });
  const missed = figures.rings
    .filter(({ isFound }) => !isFound)
    .map(({ ring, hits, members, strangers }) => `${ring} ${hits}/${members}, ${strangers} strangers`);
  line("found", figures.found, truth.rings.length, missed.join("; "));
  line("memberRecall", figures.memberRecall, 0.8, `precision ${figures.memberPrecision.toFixed(3)}`);
  line("roles", figures.roleAccuracy, 0.8);
  line("sellers", figures.sellerRecall, null, `precision ${figures.sellerPrecision.toFixed(3)}`);
  printFigure({
    bench: "rings",
    figure: `seed${seed}.seconds`,
    value: seconds,
    unit: "s",
    budget: null,
    more: false,
    note: `${answers.length} rings`,
  });
}

async function judge(seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
  try {
    const engine = await createEngine({ workspacePath: join(folder, "rings.caseweave") });
    const run: Run = (name, params) => engine.dispatch(name, params, context);
    const { files, lateFiles } = await writeDemoFiles(folder, { scale, seed });
    await run("import.storeFiles", { paths: [...files, ...lateFiles].map((file) => join(folder, file)) });
    await run("link.runLinkage", {});
    await run("group.runSeries", {});
    const { seconds } = await timed(() => run("group.findRings", {}));
    const truth = JSON.parse(await readFile(join(folder, "truth.json"), "utf8")) as DemoTruth;
    print(seed, truth, await answerOf(run), seconds);
    await engine.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const seed of seeds) await judge(seed);
