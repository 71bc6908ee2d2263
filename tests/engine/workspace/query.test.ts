// An analyst's own statement: what is wrong with it in plain words, an end in time, and a damaged file called by its name.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import type { CaseweaveError } from "../../../shared/errors.ts";
import { runHere } from "./runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-query-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let workspace = "";

beforeAll(async () => {
  workspace = at("w.caseweave");
  const rows = Array.from({ length: 3000 }, (_, n) => `A${n},盗窃,${n}号\n`).join("");
  writeFileSync(at("cases.csv"), `案件编号,案件类别,案发地点\n${rows}`);
  await runHere(["import", workspace, at("cases.csv")]);
}, 60_000);

const endless = "SELECT count(*) AS n FROM v_entity a, v_entity b, v_entity c";

it("is ended after the seconds allowed", async () => {
  const began = Date.now();
  const { code, out } = await runHere(["query", workspace, endless, "--timeout", "1", "--json"]);
  expect([code, JSON.parse(out).error.code, JSON.parse(out).error.details.seconds]).toEqual([1, "query-slow", 1]);
  expect(Date.now() - began).toBeLessThan(20_000);
}, 30_000);

it("is ended by who asked, at once", async () => {
  const engine = await createEngine({ workspacePath: workspace, user: "tester" });
  try {
    const cancel = new AbortController();
    const asked = engine.dispatch("workspace.queryViews", { sql: endless }, { signal: cancel.signal, report: () => {} });
    const caught = asked.catch((error: CaseweaveError) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const began = Date.now();
    cancel.abort();
    expect(await caught).toBe("cancelled");
    // Half a second on a machine of its own; the tests share theirs.
    expect(Date.now() - began).toBeLessThan(5000);
  } finally {
    await engine.close();
  }
}, 30_000);

it.each([
  ["SELECT fo FROM v_case", "没有列 fo"],
  ["SELECT * FROM entity", "entity 不是公开视图；可用：v_entity"],
  ["SELECT count(*) FROM v_case WHERE", "语句不完整"],
  ["SELECT number number2 number3 FROM v_case", "“number3”附近语法有误"],
  ["SELECT foo(number) FROM v_case", "没有函数 foo"],
  ["SELECT id FROM v_case a JOIN v_entity b ON a.id = b.id", "列 id 出现在几个视图里"],
  ["DELETE FROM v_case", "不是 SELECT 或 WITH 语句"],
  ["SELECT 1; SELECT 2", "只能写一条语句"],
])("%s: %s", async (statement, told) => {
  const { code, complaint } = await runHere(["query", workspace, statement]);
  expect(code).toBe(1);
  expect(complaint).toContain(told);
});

it("says of a damaged file that it is damaged, and says it in Chinese", async () => {
  const torn = at("torn.caseweave");
  const bytes = readFileSync(workspace);
  writeFileSync(torn, bytes.fill(0xa5, Math.floor(bytes.length * 0.4)));
  const { code, out, complaint } = await runHere(["query", torn, "SELECT count(*) FROM v_attribute", "--json"]);
  expect([code, JSON.parse(out).error.code]).toEqual([1, "workspace-damaged"]);
  expect(complaint).toContain("文件内容损坏");
});
