// An import that is stopped when it is stored already: the answer says that the data stands, and matches and alerts are told at the next chance, once.
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { type ChildHandle, forkChild } from "../../../electron/engine/jobs/spawn.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { runCli, startCli, transferMapping } from "./cli.ts";

const shared = freshFolder("all");
const at = freshFolder();
let lastNight: string;
let facts: readonly string[];
let matched: readonly string[];

interface Desk {
  readonly engine: Engine;
  readonly call: <Name extends CallName>(name: Name, params: Input<Name>, signal?: AbortSignal) => Promise<Result<Name>>;
}

async function open(path: string, spawnChild = forkChild): Promise<Desk> {
  const engine = await createEngine({
    workspacePath: path,
    user: "tester",
    clock: () => Date.parse("2026-11-24T08:00:00+08:00"),
    spawnChild,
  });
  return {
    engine,
    call: async (name, params, signal = new AbortController().signal) =>
      (await engine.dispatch(name, params, { signal, report: () => {} })) as never,
  };
}

/** A desk with series and watches, before last night's cases are imported. */
async function openCopy(spawnChild = forkChild): Promise<Desk & { readonly path: string }> {
  const path = at("desk.caseweave");
  copyFileSync(shared("base.caseweave"), path);
  return { path, ...(await open(path, spawnChild)) };
}

const factsIn = (path: string): readonly string[] => {
  const db = openWorkspaceFile(path, { readOnly: true });
  const all = db.all<{ line: string }>(
    sql`SELECT w.subject || ' ' || f.fact AS line FROM alert_fact f JOIN watch w ON w.id = f.watch_id ORDER BY 1`,
  );
  db.close();
  return all.map(({ line }) => line);
};

const namesOf = (matches: readonly { readonly case: string; readonly series: string }[]): readonly string[] =>
  matches.map((match) => `${match.case} ${match.series}`).sort();

/** The moment in which the sources stand: the first that anybody hears of new facts. */
const onStored = ({ engine }: Desk, act: () => void): void => {
  const stop = engine.onEvent((name, value) => {
    if (name !== "workspace.changed" || !(value as { what: readonly string[] }).what.includes("facts")) return;
    stop();
    act();
  });
};

const other = `案件编号,案件类别,发案时间,简要案情
B1,盗窃,2026-11-23 10:00:00,被害人家中被盗
`;

beforeAll(async () => {
  const { files, lateFiles } = await writeDemoFiles(shared("files"), { scale: 0.1, seed: 3 });
  const [cases] = files.filter((name) => name.startsWith("案件台账"));
  lastNight = join(shared("files"), lateFiles[0]!);
  const { engine, call } = await open(shared("base.caseweave"));
  await call("import.storeFiles", { paths: [join(shared("files"), cases!)] });
  await call("link.runLinkage", {});
  await call("group.runSeries", {});
  const { series } = await call("group.listSeries", {});
  for (const one of series)
    await call("review.addWatch", { subject: { kind: "series", series: one.series, minBits: 0 }, reason: "串案关注" });
  await call("review.addWatch", { subject: { kind: "words", words: "被害人" }, reason: "全部警情" });
  await engine.close();
  const whole = await openCopy();
  const told = await whole.call("import.storeFiles", { paths: [lastNight] });
  expect(told.untold).toBeNull();
  matched = namesOf(told.matches);
  expect((await whole.call("workspace.readInfo", {})).untold).toBe(0);
  await whole.engine.close();
  facts = factsIn(whole.path);
  expect(facts.length).toBeGreaterThan(2);
  expect(matched.length).toBeGreaterThan(0);
}, 180_000);

describe("an import that was cancelled when it was stored", () => {
  it("answers with its sources, and the next import tells what it brought, once", { timeout: 120_000 }, async () => {
    const desk = await openCopy();
    const cancel = new AbortController();
    onStored(desk, () => cancel.abort());
    const stored = await desk.call("import.storeFiles", { paths: [lastNight] }, cancel.signal);
    expect(stored.sources[0]).toMatchObject({ already: false, rows: { stored: 9 } });
    expect(stored).toMatchObject({ matches: [], alerts: [], untold: { sources: 1, code: "cancelled" } });
    expect((await desk.call("workspace.readInfo", {})).untold).toBe(1);
    writeFileSync(at("other.csv"), other);
    const next = await desk.call("import.storeFiles", { paths: [at("other.csv")], as: "case" });
    expect(namesOf(next.matches)).toEqual(matched);
    expect(next.untold).toBeNull();
    expect(await desk.call("import.tellLate", {})).toEqual({ sources: 0, matches: [], alerts: [] });
    await desk.engine.close();
    expect(factsIn(desk.path).filter((line) => !line.includes("B1"))).toEqual(facts);
  });

  it("tells it when the workspace is opened again, once", { timeout: 120_000 }, async () => {
    const desk = await openCopy();
    const stored = desk.call("import.storeFiles", { paths: [lastNight] });
    // Closed in the moment in which it is stored.
    const closed = new Promise<void>((resolve) => onStored(desk, () => setImmediate(() => void desk.engine.close().then(resolve))));
    await Promise.all([stored.catch(() => undefined), closed]);
    expect(factsIn(desk.path)).toEqual([]);
    const again = await open(desk.path);
    expect((await again.call("workspace.readInfo", {})).untold).toBe(1);
    const late = await again.call("import.tellLate", {});
    expect([late.sources, namesOf(late.matches)]).toEqual([1, matched]);
    expect((await again.call("workspace.readInfo", {})).untold).toBe(0);
    expect((await again.call("import.tellLate", {})).alerts).toEqual([]);
    await again.engine.close();
    expect(factsIn(desk.path)).toEqual(facts);
  });

  it("says so as well when the child that matches dies", { timeout: 120_000 }, async () => {
    const children: ChildHandle[] = [];
    const desk = await openCopy(async () => {
      const child = await forkChild();
      children.push(child);
      return child;
    });
    let isStored = false;
    onStored(desk, () => {
      isStored = true;
    });
    const stored = desk.call("import.storeFiles", { paths: [lastNight] });
    while (!isStored) await sleep(2);
    for (const before = children.length; children.length === before; ) await sleep(2);
    children.at(-1)!.kill();
    expect((await stored).untold).toEqual({ sources: 1, code: "child-died" });
    expect(namesOf((await desk.call("import.tellLate", {})).matches)).toEqual(matched);
    await desk.engine.close();
    expect(factsIn(desk.path)).toEqual(facts);
  });

  it("killed then, by the command line: `alerts` lists what it brought, each fact once", { timeout: 120_000 }, async () => {
    const desk = await openCopy();
    await desk.engine.close();
    const { child, done } = startCli(["import", desk.path, lastNight, "--json"]);
    let isOver = false;
    void done.then(() => {
      isOver = true;
    });
    const reader = openWorkspaceFile(desk.path, { readOnly: true });
    const isReady = () => reader.get<{ n: number }>(sql`SELECT count(*) AS n FROM source WHERE state = 'ready'`)!.n > 1;
    while (!isOver && !isReady()) await sleep(5);
    child.kill("SIGKILL");
    await done;
    reader.close();
    const listed = await runCli(["alerts", desk.path, "--state", "all", "--json"]);
    expect([listed.code, listed.complaint]).toEqual([0, ""]);
    expect(factsIn(desk.path)).toEqual(facts);
    const told = (JSON.parse(listed.out) as Result<"review.listAlerts">).items.reduce((sum, item) => sum + item.facts, 0);
    // Two that a file ties in several roles are one fact.
    const pairs = new Set(facts.map((line) => line.replace(/ (link\|[^|]*)\|[^|]*\|/, " $1|")));
    expect(pairs.size).toBeLessThan(facts.length);
    expect(told).toBe(pairs.size);
  });
});

it("a source read anew and cancelled before its corrections came says that it was changed", { timeout: 120_000 }, async () => {
  const path = at("reread.caseweave");
  const desk = await open(path);
  writeFileSync(
    at("流水.csv"),
    "交易时间,付款账号,收款账号,金额,流水号\n2026-05-01 10:00:00,622200000011,622200000099,100.00,T1\n五月二日,622200000011,622200000099,200.00,T2\n",
  );
  const [source] = (await desk.call("import.storeFiles", { paths: [at("流水.csv")], mapping: transferMapping })).sources;
  expect(source!.rows).toMatchObject({ stored: 1, rejected: 1 });
  const changes = [{ column: 0, text: "2026-05-02 10:00:00" }];
  const fixed = await desk.call("import.fixRejects", { sourceId: source!.id, rows: [{ row: 2, changes }] });
  expect(fixed.refused).toEqual([]);
  const cancel = new AbortController();
  onStored(desk, () => cancel.abort());
  const again = desk.call("import.reimportSource", { sourceId: source!.id }, cancel.signal);
  await expect(again).rejects.toMatchObject({ code: "cancelled-late" });
  const sources = await desk.call("import.listSources", {});
  expect(sources.map(({ id }) => id)).not.toContain(source!.id);
  await desk.engine.close();
});
