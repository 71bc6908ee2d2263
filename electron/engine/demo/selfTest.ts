// The self-test: writes planted data, runs every stage on it in a workspace of its own, judges each, and leaves nothing behind.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SelfTestLine, SelfTestResult, SelfTestStep } from "../../../shared/workspace/selfTestCalls.ts";
import type { JobContext, OtherEngine } from "../handler.ts";
import type { DemoTaskInput, DemoTaskOutput } from "./demoTask.ts";
import { judgeBooks } from "./judgeBooks.ts";
import {
  type Ask,
  type Judged,
  judgeImport,
  judgeMoney,
  judgeMotifs,
  judgeNumbers,
  judgePairs,
  judgeResolve,
  judgeSeries,
  readRingFigures,
} from "./judgeSteps.ts";
import type { DemoTruth } from "./truth.ts";

export interface SelfTestParams {
  readonly scale: number;
  readonly seed: number;
}

type Host = Pick<JobContext, "jobs" | "openOther" | "signal" | "report" | "clock">;

interface Work {
  readonly ask: Ask;
  readonly truth: DemoTruth;
  readonly paths: readonly string[];
  /** A workspace beside it, made for this work and closed after it. */
  readonly beside: <T>(work: (ask: Ask) => Promise<T>) => Promise<T>;
  readonly folder: string;
  readonly params: SelfTestParams;
}

/** A stage: what it runs, then what of it is judged. */
interface Stage {
  readonly run: (work: Work) => Promise<unknown>;
  readonly judge: (work: Work) => Promise<readonly (readonly [SelfTestStep, Judged])[]>;
}

const one =
  (step: SelfTestStep, judge: (ask: Ask, truth: DemoTruth) => Promise<Judged>): Stage["judge"] =>
  async ({ ask, truth }) => [[step, await judge(ask, truth)]];

const nothing = async (): Promise<void> => {};

async function judgeRingStage({ ask, truth }: Work): Promise<readonly (readonly [SelfTestStep, Judged])[]> {
  const figures = await readRingFigures(ask, truth);
  const sum = (read: (ring: (typeof figures.rings)[number]) => number) => figures.rings.reduce((all, ring) => all + read(ring), 0);
  const hits = sum((ring) => ring.hits);
  return [
    ["group-rings", { planted: sum((ring) => ring.members), found: hits + sum((ring) => ring.strangers), right: hits }],
    ["group-roles", { planted: hits, found: hits, right: sum((ring) => ring.rightRoles) }],
    ["group-sellers", figures.sellers],
  ];
}

/** What is suggested, and what is sure, of payments that two banks tell. */
const judgeBookStage: Stage["judge"] = async ({ beside, folder, params }) => {
  const [all, sure] = await beside((ask) => judgeBooks(ask, join(folder, "books"), params.scale, params.seed));
  return [
    ["resolve-books", all],
    ["resolve-books-sure", sure],
  ];
};

const stages: readonly Stage[] = [
  { run: ({ ask, paths }) => ask("import.storeFiles", { paths }), judge: one("import-cases", judgeImport) },
  { run: ({ ask }) => ask("resolve.runResolution", {}), judge: one("resolve-people", judgeResolve) },
  { run: nothing, judge: judgeBookStage },
  { run: ({ ask }) => ask("link.runLinkage", {}), judge: one("link-pairs", judgePairs) },
  { run: ({ ask }) => ask("group.runSeries", {}), judge: one("group-series", judgeSeries) },
  { run: ({ ask }) => ask("group.findRings", {}), judge: judgeRingStage },
  { run: nothing, judge: one("group-motifs", judgeMotifs) },
  { run: nothing, judge: one("trace-money", judgeMoney) },
  { run: nothing, judge: one("trace-numbers", judgeNumbers) },
];

const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((1000 * part) / whole) / 1000);

const lineOf = (step: SelfTestStep, { planted, found, right }: Judged, seconds: number): SelfTestLine => ({
  step,
  planted,
  found,
  right,
  recall: share(right, planted),
  precision: share(right, found),
  seconds: Math.round(10 * seconds) / 10,
});

/** Stage by stage; progress counts stages, the writing of the files being the first. */
async function runStages(host: Host, work: Work): Promise<SelfTestLine[]> {
  const lines: SelfTestLine[] = [];
  for (const [i, stage] of stages.entries()) {
    tell(host, i + 1);
    const began = host.clock();
    await stage.run(work);
    const judged = await stage.judge(work);
    const seconds = (host.clock() - began) / 1000;
    lines.push(...judged.map(([step, figures]) => lineOf(step, figures, seconds)));
  }
  tell(host, stages.length + 1);
  return lines;
}

const tell = ({ report }: Host, done: number) =>
  report({ phase: "selftest", done, total: stages.length + 1, perSecond: null, secondsLeft: null, subject: "" });

const askOf =
  ({ signal }: Host, engine: OtherEngine): Ask =>
  async <T>(name: string, params: object) => {
    signal.throwIfAborted();
    return (await engine.dispatch(name, params, { signal, report: () => {} })) as T;
  };

const besideOf =
  (host: Host, path: string): Work["beside"] =>
  async (work) => {
    const engine = await host.openOther(path);
    try {
      return await work(askOf(host, engine));
    } finally {
      await engine.close();
    }
  };

export async function selfTest(host: Host, { scale, seed }: SelfTestParams): Promise<SelfTestResult> {
  const began = host.clock();
  const folder = await mkdtemp(join(tmpdir(), "caseweave-selftest-"));
  let engine: OtherEngine | null = null;
  try {
    tell(host, 0);
    const input: DemoTaskInput = { folder, scale, seed };
    const { files, lateFiles } = await host.jobs.run<DemoTaskOutput>("writeDemo", input, { signal: host.signal });
    const truth = JSON.parse(await readFile(join(folder, "truth.json"), "utf8")) as DemoTruth;
    const other = await host.openOther(join(folder, "selftest.caseweave"));
    engine = other;
    const paths = [...files, ...lateFiles].map((file) => join(folder, file));
    const beside = besideOf(host, join(folder, "beside.caseweave"));
    const lines = await runStages(host, { ask: askOf(host, other), truth, paths, beside, folder, params: { scale, seed } });
    return { scale, seed, cases: truth.cases.length, seconds: (host.clock() - began) / 1000, lines };
  } finally {
    await engine?.close();
    await rm(folder, { recursive: true, force: true });
  }
}
