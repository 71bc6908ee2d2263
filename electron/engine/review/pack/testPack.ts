// The test that travels in a pack: its sheets go into a workspace of its own, its steps run there, and what they find is held against what was planted.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isoTime } from "../../../../shared/model/time.ts";
import type { Pack, PackTestSpec } from "../../../../shared/review/pack/pack.ts";
import { nameOfLine } from "../../../../shared/review/pack/packLines.ts";
import { parameterValues } from "../../../../shared/review/pack/parameterValues.ts";
import type { PackTestResult } from "../../../../shared/review/packCalls.ts";
import type { JobContext, OtherEngine } from "../../handler.ts";
import { type Ask, type RanPack, runSteps } from "./runSteps.ts";

type Host = Pick<JobContext, "openOther" | "signal" | "report" | "clock">;

async function importSheets(ask: Ask, folder: string, { sheets }: PackTestSpec): Promise<void> {
  for (const { name, text, as, mapping } of sheets) {
    const path = join(folder, name);
    await writeFile(path, text, { flag: "wx" });
    await ask("import.storeFiles", { paths: [path], ...(as ? { as } : {}), ...(mapping ? { mapping } : {}) });
  }
}

type SectionResult = PackTestResult["sections"][number];

function judgeSection(pack: Pack, expected: PackTestSpec["expected"][number], { lines }: RanPack): SectionResult {
  const names = new Set((lines[expected.section] ?? []).map((line) => nameOfLine(line, expected.by)));
  const planted = new Set(expected.lines);
  const lost = expected.lines.filter((name) => !names.has(name));
  const unplanted = [...names].filter((name) => !planted.has(name));
  return {
    section: expected.section,
    title: pack.sections.find(({ id }) => id === expected.section)!.title,
    planted: planted.size,
    found: planted.size - lost.length,
    surplus: Math.max(0, unplanted.length - expected.mayHave),
    lost,
    unplanted,
  };
}

function judge(pack: Pack, test: PackTestSpec, ran: RanPack): Omit<PackTestResult, "seconds" | "at"> {
  const sections = test.expected.map((expected) => judgeSection(pack, expected, ran));
  const left = ran.steps.filter(({ state }) => state !== "done").map(({ step, state, refusal }) => ({ step, state, refusal }));
  const sum = (read: (section: SectionResult) => number) => sections.reduce((all, section) => all + read(section), 0);
  const [planted, found, surplus] = [sum((one) => one.planted), sum((one) => one.found), sum((one) => one.surplus)];
  return { planted, found, surplus, isPassed: found === planted && surplus === 0, left, sections };
}

/** Runs `work` on an empty workspace that holds the sheets and is gone afterwards. */
export async function onTestData<T>(host: Host, test: PackTestSpec, work: (ask: Ask) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "caseweave-pack-"));
  let other: OtherEngine | null = null;
  try {
    const opened = await host.openOther(join(folder, "test.caseweave"));
    other = opened;
    const ask: Ask = async (name, params) => {
      host.signal.throwIfAborted();
      return await opened.dispatch(name, params, { signal: host.signal, report: () => {} });
    };
    await importSheets(ask, folder, test);
    return await work(ask);
  } finally {
    await other?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export const runOnTest = (pack: Pack, test: PackTestSpec, host: Host, ask: Ask): Promise<RanPack> =>
  runSteps(pack, parameterValues(pack.parameters, test.set), {
    ask,
    clock: host.clock,
    signal: host.signal,
    onStep: (done) => host.report({ phase: "pack", done, total: pack.steps.length, perSecond: null, secondsLeft: null, subject: pack.id }),
  });

/** null: the pack has no test. */
export async function testPack(pack: Pack, host: Host): Promise<PackTestResult | null> {
  const { test } = pack;
  if (!test) return null;
  const began = host.clock();
  const ran = await onTestData(host, test, (ask) => runOnTest(pack, test, host, ask));
  const at = host.clock();
  return { ...judge(pack, test, ran), seconds: (at - began) / 1000, at: isoTime(at) };
}
