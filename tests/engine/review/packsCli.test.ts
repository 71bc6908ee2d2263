// Method packs on the command line, on the demo data with its planted series: a run finds them, a second finds no difference, a night's file makes differences.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import type { DemoTruth } from "../../../electron/engine/demo/truth.ts";
import type { PackItem, PackRunAnswer, ShownLine } from "../../../shared/review/packCalls.ts";
import { freshFolder } from "../folder.ts";
import { runCli } from "../import/cli.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");

async function ask<T>(args: readonly string[]): Promise<T> {
  const { code, out, complaint } = await runHere([...args, "--json"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${out} ${complaint}`);
  return JSON.parse(out) as T;
}

async function refused(args: readonly string[]): Promise<{ code: string; message: string }> {
  const { code, out } = await runCli([...args, "--json"]);
  expect(code).toBe(1);
  return (JSON.parse(out) as { error: { code: string; message: string } }).error;
}

const casesOf = ({ cells }: ShownLine): string[] => cells[2]!.named.map(({ entity }) => entity.slice("case:".length));

describe("pack on the demo data", () => {
  let workspace: string;
  let truth: DemoTruth;
  let late: readonly string[];

  beforeAll(async () => {
    workspace = at("demo.caseweave");
    const folder = at("files");
    const { files, lateFiles } = await writeDemoFiles(folder, { scale: 0.1, seed: 1 });
    truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as DemoTruth;
    late = lateFiles.map((file) => join(folder, file));
    await ask(["import", workspace, ...files.map((file) => join(folder, file))]);
  }, 300_000);

  const run = (...more: string[]) => ask<PackRunAnswer>(["pack", "run", workspace, ...more]);

  it("finds the planted rebate series, then no difference, then what the night brought", async () => {
    const planted = truth.series.filter(({ category }) => category === "刷单返利");
    const first = await run("rebate-series");
    const found = first.sections[0]!.lines;
    expect(first.differences).toBeNull();
    // Every planted series is found, in a demo this small perhaps in two pieces, and no piece has a case of another.
    const ownOf = (line: (typeof found)[number]) => planted.find(({ cases }) => cases.includes(casesOf(line)[0]!));
    expect(new Set(found.map((line) => ownOf(line)?.id))).toEqual(new Set(planted.map(({ id }) => id)));
    expect(found.length).toBeLessThanOrEqual(planted.length + 1);
    for (const line of found) expect(casesOf(line).filter((number) => !ownOf(line)?.cases.includes(number))).toEqual([]);
    const { new: fresh, changed, gone } = (await run("rebate-series")).differences!;
    expect({ fresh, changed, gone }).toEqual({ fresh: 0, changed: 0, gone: 0 });
    await ask(["import", workspace, ...late]);
    const third = await run("rebate-series");
    const grown = third.sections[0]!.lines.find(({ change }) => change === "changed");
    const before = new Set(found.flatMap(casesOf));
    const joined = casesOf(grown!).filter((number) => !before.has(number));
    expect([grown!.change, joined.length > 0, joined.filter((number) => !truth.lastNight.includes(number))]).toEqual(["changed", true, []]);
    expect(third.against?.otherParameters).toEqual([]);
  }, 600_000);

  it("lists, runs with a parameter, writes the lists, and records what was done as a pack", async () => {
    const { out } = await runCli(["pack", "list", workspace, "--json"]);
    const items = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PackItem);
    expect(items.map(({ pack, lacking }) => `${pack} ${lacking.join()}`)).toContain("pass-through-accounts ");
    const file = at("快进快出.xlsx");
    const narrow = await run("快进快出账户", "--set", "windowDays=0.1", "--out", file);
    expect([narrow.set[0]!.value, readFileSync(file).subarray(0, 2).toString()]).toEqual([0.1, "PK"]);
    const pages = at("快进快出.docx");
    await run("快进快出账户", "--set", "windowDays=0.1", "--out", pages);
    const body = strFromU8(unzipSync(readFileSync(pages))["word/document.xml"]!);
    // Every list of the run with its lines, each row whole, the head on every page, wide pages.
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(narrow.sections.filter(({ lines }) => lines.length > 0).length);
    expect(body.match(/<w:tr>/g)?.length).toBe(
      narrow.sections.reduce((sum, { lines }) => sum + lines.length + Math.min(1, lines.length), 0),
    );
    expect(body).toContain('w:orient="landscape"');
    const { steps } = await ask<{ steps: readonly { entry: number; call: string }[] }>(["pack", "record", workspace]);
    const entry = steps.findLast(({ call }) => call === "group.findMotifs")!.entry;
    const own = at("own.caseweave-pack.json");
    await ask(["pack", "record", workspace, "--name", "own", "--title", "自录方法", "--steps", String(entry), "--out", own]);
    expect((await run("自录方法")).sections[0]!.all).toBeGreaterThan(0);
    const elsewhere = at("elsewhere.caseweave");
    copyFileSync(workspace, elsewhere);
    await ask(["pack", "remove", elsewhere, "own"]);
    expect((await ask<PackRunAnswer>(["pack", "run", elsewhere, own])).pack).toBe("own");
  }, 600_000);

  it("says clearly what is wrong with a file or a parameter, and how a file that was edited is sealed again", async () => {
    const file = at("mine.caseweave-pack.json");
    await ask(["pack", "export", workspace, "hotel-co-stay", "--out", file]);
    const text = readFileSync(file, "utf8").replace('"id": "hotel-co-stay"', '"id": "my-co-stay"');
    writeFileSync(file, text);
    const changed = await refused(["pack", "import", workspace, file]);
    expect([changed.code, changed.message.includes("被改动过")]).toEqual(["pack-changed", true]);
    expect((await ask<{ pack: string }>(["pack", "seal", file])).pack).toBe("my-co-stay");
    expect((await ask<{ state: string }>(["pack", "import", workspace, file])).state).toBe("passed");
    writeFileSync(file, text.replace('"version": 1', '"version": 9'));
    const newer = await refused(["pack", "import", workspace, file]);
    expect([newer.code, newer.message.includes("没有任何改动")]).toEqual(["pack-newer", true]);
    expect((await refused(["pack", "run", workspace, "hotel-co-stay", "--set", "minTimes=0"])).message).toContain("1 – 50");
    const empty = at("cases.caseweave");
    writeFileSync(at("案件.csv"), "案件编号,案件类别,发案时间,简要案情\nA1,盗窃,2026-05-01 10:00:00,门被撬\n");
    await ask(["import", empty, at("案件.csv"), "--as", "case"]);
    expect((await refused(["pack", "run", empty, "mule-network"])).message).toContain("需要交易");
    expect(basename(file)).toBe("mine.caseweave-pack.json");
  }, 300_000);
});
