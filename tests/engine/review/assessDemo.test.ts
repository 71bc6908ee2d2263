// The planted truth of the demo data: last night's reports, told by telephone before they are imported, lead to the series that they were planted in.
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DemoFiles, writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = at("demo.caseweave");
let engine: Engine;
let demo: DemoFiles;

async function ask<Name extends CallName>(name: Name, params: Input<Name>): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
}

interface Report {
  readonly number: string;
  readonly brief: string;
}

/** The reports of the night as they stand in their files. */
async function readReports(): Promise<Report[]> {
  const { sheets } = await ask("import.previewFiles", { paths: demo.lateFiles.map((name) => at(`files/${name}`)) });
  return sheets.flatMap(({ columns, rows }) => {
    const place = (target: string) => columns.findIndex(({ targets }) => targets.includes(target));
    const [number, brief] = [place("case.number"), place("case.brief")];
    return rows.map(({ before }) => ({ number: before[number] ?? "", brief: before[brief] ?? "" }));
  });
}

beforeAll(async () => {
  demo = await writeDemoFiles(at("files"), { scale: 0.1, seed: 1 });
  engine = await createEngine({ workspacePath: workspace, user: "tester" });
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  await ask("group.findRings", {});
}, 240_000);
afterAll(() => engine.close());

const fits: ReadonlySet<string> = new Set(["medium", "strong", "veryStrong"]);

it("leads each report of a planted series to that series, and no lone report to one", { timeout: 240_000 }, async () => {
  const planted = new Map(demo.truth.series.flatMap(({ id, cases }) => cases.map((number) => [number, id] as const)));
  const found = await ask("group.listSeries", {});
  const reports = await readReports();
  expect(reports.length).toBeGreaterThan(4);
  const outcomes: { readonly number: string; readonly planted: string | null; readonly told: string | null }[] = [];
  for (const { number, brief } of reports) {
    const { similar } = (await ask("assess.readClue", { text: brief, within: 120_000 })).parts;
    const best = similar!.found!.series.find(({ strength, posterior }) => fits.has(strength) && posterior > 0.5);
    const cases = found.series.find(({ series }) => series === best?.series)?.cases ?? [];
    const votes = Map.groupBy(cases, (one) => planted.get(one) ?? null);
    const [told = null] = [...votes].sort((a, b) => b[1].length - a[1].length).map(([id]) => id);
    const known = demo.truth.series
      .find(({ id }) => id === planted.get(number))
      ?.cases.filter((one) => !reports.some((report) => report.number === one));
    // A series of which nothing was known before the night cannot be found by anybody.
    outcomes.push({ number, planted: (known?.length ?? 0) > 1 ? planted.get(number)! : null, told });
  }
  const ofSeries = outcomes.filter((one) => one.planted !== null);
  expect(ofSeries.length).toBeGreaterThan(0);
  expect(ofSeries.filter(({ planted: id, told }) => id !== told)).toEqual([]);
  expect(outcomes.filter(({ planted: id, told }) => id === null && told !== null)).toEqual([]);
});

it("says by the command line what it says on screen", { timeout: 240_000 }, async () => {
  const [report] = await readReports();
  const parts: Input<"assess.readClue">["parts"] = ["cases", "series", "rings", "money", "calls"];
  const here = await ask("assess.readClue", { text: report!.brief, within: 120_000, parts });
  await engine.close();
  const { code, out } = await runHere(["assess", workspace, report!.brief, "--json", "--parts", parts.join(",")]);
  const there = JSON.parse(out) as Result<"assess.readClue">;
  const bare = ({ parts: all }: Result<"assess.readClue">) => Object.entries(all).map(([name, part]) => [name, part.found]);
  expect([code, bare(there)]).toEqual([0, JSON.parse(JSON.stringify(bare(here)))]);
  engine = await createEngine({ workspacePath: workspace, user: "tester" });
});

it("compares a stored case by its number as its import did, and a text never with the case that it names", {
  timeout: 240_000,
}, async () => {
  const reports = await readReports();
  const { matches } = await ask("import.storeFiles", { paths: demo.lateFiles.map((name) => at(`files/${name}`)) });
  expect(matches.length).toBeGreaterThan(0);
  for (const { case: number, series, bits } of matches) {
    const similarOf = async (text: string) =>
      (await ask("assess.readClue", { text, within: 120_000, parts: ["similar"] })).parts.similar!.found!;
    const whole = await similarOf(number);
    expect([whole.of, whole.series[0]!.series]).toEqual([number, series]);
    // The import, and the alert of it, tell the bits with the likest case; the average over the series stands beside it.
    expect(whole.series[0]!.best.bits).toBeCloseTo(bits, 2);
    expect(whole.cases.map((one) => one.case)).not.toContain(number);
    const text = await similarOf(`${number} ${reports.find((report) => report.number === number)!.brief}`);
    expect([text.of, text.cases.some((one) => one.case === number)]).toEqual([null, false]);
  }
});
