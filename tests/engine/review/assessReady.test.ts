// The cases are made ready again after an import once a clue was assessed, in the child that compares, and nobody waits for it.
import { writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { forkChild } from "../../../electron/engine/jobs/spawn.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { transferMapping } from "../import/cli.ts";

const at = freshFolder();
/** Tasks in the order in which children were asked, with the number of the child. */
const asked: { readonly child: number; readonly task: string; readonly text: unknown }[] = [];
let children = 0;
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
}

async function bring(name: string, text: string, params: Partial<Input<"import.storeFiles">>): Promise<void> {
  writeFileSync(at(name), text);
  await ask("import.storeFiles", { paths: [at(name)], ...params });
}

const heading = "案件编号,案件类别,发案时间,涉案账号,涉案电话,简要案情";
const brief = "被拉入兼职群，下载速享交友软件给商家点赞打赏，后以信誉分不足为由要求继续垫资";
const row = (number: string, day: number) => `${number},刷单返利,2026-05-0${day} 10:00:00,6222021001116245702,13800138000,${brief}`;
const ledger = "交易时间,付款账号,收款账号,金额,流水号\n2026-05-01 10:05:00,6217000010012345670,6222021001116245702,10000.00,T1\n";
const comparisons = () => asked.filter(({ task }) => task === "compareGuest");

afterAll(() => engine.close());

it("makes nothing ready before a clue was assessed, and then after every import", { timeout: 300_000 }, async () => {
  const spawnChild = async () => {
    const child = await forkChild();
    children += 1;
    const number = children;
    const post = (message: unknown) => {
      const { task, input } = message as { task?: string; input?: { text?: unknown } };
      if (task !== undefined) asked.push({ child: number, task, text: input?.text });
      child.post(message);
    };
    return { ...child, post };
  };
  engine = await createEngine({ workspacePath: at("ready.caseweave"), user: "tester", spawnChild });
  await bring("案件.csv", [heading, row("A1", 1), row("A2", 2), row("A3", 3), ""].join("\n"), { as: "case" });
  await ask("link.runLinkage", {});
  await ask("group.runSeries", {});
  await bring("又一案.csv", [heading, row("A4", 4), ""].join("\n"), { as: "case" });
  expect(comparisons()).toEqual([]);

  const similar = async () => (await ask("assess.readClue", { text: brief, within: 120_000 })).parts.similar!;
  expect((await similar()).found?.cases.map((one) => one.case).sort()).toEqual(["A1", "A2", "A3", "A4"]);
  // The child that matched the new case with the series had prepared the cases already.
  const matched = asked.filter(({ task }) => task === "findSimilar");
  expect(comparisons().map(({ child }) => child)).toEqual([matched.at(-1)!.child]);

  await bring("流水.csv", ledger, { mapping: { ...transferMapping, constants: { currency: "CNY" } } });
  await expect.poll(() => comparisons().length, { timeout: 120_000 }).toBe(2);
  expect(comparisons().at(-1)).toMatchObject({ text: null, child: comparisons()[0]!.child });
  expect((await similar()).found?.cases.length).toBe(4);
  expect(comparisons().map(({ text }) => text)).toEqual([brief, null, brief]);
});
