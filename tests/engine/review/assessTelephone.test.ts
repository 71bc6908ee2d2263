// A note as it is taken down at the telephone: apps without quotes, sums and times as people say them, and the transfers that they may mean.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { transferMapping } from "../import/cli.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = at("note.caseweave");
const signal = new AbortController().signal;
const now = Date.parse("2026-11-26T09:00:00+08:00");
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

const [mule, other] = ["6222021001116245702", "6222021001116245710"];
const [victim, second, third] = ["6217000010012345670", "6217000010012345688", "6217000010012345696"];

const ledger = `交易时间,付款账号,收款账号,金额,流水号
2026-11-25 15:20:00,${victim},${mule},38600.00,T1
2026-11-23 10:00:00,${second},${mule},38600.00,T2
2026-11-24 21:10:00,${third},${other},10000.00,T3
2026-11-24 21:25:00,${third},${other},20000.00,T4
2026-11-24 21:40:00,${third},${mule},8600.00,T5
2026-11-20 09:00:00,${second},${other},5000.00,T6
2026-11-20 09:05:00,${third},${mule},5000.00,T7
`;
const cases = `案件编号,案件类别,发案时间,涉案账号,简要案情
A1,刷单返利,2026-11-01 10:00:00,${mule},下载“惠享购”APP后被骗
A2,盗窃,2026-11-02 10:00:00,,电动车被盗
`;

beforeAll(async () => {
  engine = await createEngine({ workspacePath: workspace, user: "analyst-zhao", clock: () => now });
  writeFileSync(at("案件.csv"), cases);
  writeFileSync(at("流水.csv"), ledger);
  await ask("import.storeFiles", { paths: [at("案件.csv")], as: "case" });
  await ask("import.storeFiles", { paths: [at("流水.csv")], mapping: { ...transferMapping, constants: { currency: "CNY" } } });
}, 60_000);
afterAll(() => engine.close());

const assess = (text: string, isMasked = false) => ask("assess.readClue", { text, within: 60_000 }, isMasked);
const itemsOf = ({ items }: Result<"assess.readClue">) =>
  items.map(({ text, kind, normal, known }) => [text, kind, normal, known !== null]);
const fitsOf = ({ parts }: Result<"assess.readClue">) =>
  parts.payments!.found!.items.map(({ sum, fits, count }) => [
    sum,
    count,
    fits.map(({ payer, count: parts, firstAt, isOwn, isInTime }) => [
      payer?.entity.slice(8),
      parts,
      firstAt?.slice(0, 16),
      isOwn,
      isInTime,
    ]),
  ]);

it("recognises app, sum and time, and finds the transfer that is meant", async () => {
  const told = await assess("群众来电，昨天下午3点多在APP惠享购上做任务，转了38,600元");
  expect(itemsOf(told)).toEqual([
    ["昨天下午3点多", "moment", "2026-11-25 15:00–16:00", false],
    ["惠享购", "app", "惠享购", true],
    ["38,600元", "amount", "38600.00", false],
  ]);
  expect(told.entities.map(({ entity }) => entity)).toContain("netid:惠享购");
  expect(told.parts.cases!.found!.items.map((item) => item.case)).toEqual(["A1"]);
  expect(fitsOf(told)).toEqual([["38600.00", 1, [[victim, 1, "2026-11-25T15:20", false, true]]]]);
  const [fit] = told.parts.payments!.found!.items[0]!.fits;
  expect(fit!.payee?.entity).toBe(`account:${mule}`);
  expect(fit!.sources.map(({ source, row }) => [source, row])).toEqual([["流水.csv", 1]]);
});

it("finds several transfers of one payer that add up to the sum", async () => {
  const told = await assess("11月24日21时许分几次转了3.86万");
  expect(fitsOf(told)).toEqual([["38600.00", 1, [[third, 3, "2026-11-24T21:10", false, true]]]]);
  // To two accounts: no single payee is named.
  expect(told.parts.payments!.found!.items[0]!.fits[0]!.payee).toBeNull();
});

it("says that several fit, and puts those of the clue's own account first", async () => {
  const day = await assess("11月20日上午转了5000元");
  expect(fitsOf(day)).toMatchObject([["5000.00", 2, expect.anything()]]);
  const own = await assess(`11月20日上午往${other}转了5000元`);
  expect(fitsOf(own)).toMatchObject([
    [
      "5000.00",
      2,
      [
        [second, 1, "2026-11-20T09:00", true, true],
        [third, 1, "2026-11-20T09:05", false, true],
      ],
    ],
  ]);
});

it("finds a sum by its account where no time is told, and says that a sum alone is nobody's", async () => {
  expect(fitsOf(await assess(`转到${mule}，一共38600，时间记不清`))).toMatchObject([
    ["38600.00", 2, [expect.arrayContaining([true, false]), expect.arrayContaining([true, false])]],
  ]);
  const alone = await assess("对方骗了我38600");
  expect(alone.parts.payments!.found).toEqual({ items: [], why: "no-time" });
});

it("reads a time against the date of the note, and says where nothing fits", async () => {
  const told = await assess("11月21日10时接群众来电：昨天上午9点左右转账5000元");
  expect(fitsOf(told)).toMatchObject([["5000.00", 2, expect.anything()]]);
  expect(fitsOf(await assess("昨天上午9点左右转账5000元"))).toEqual([["5000.00", 0, []]]);
});

it("names nobody who is not told, and no app that is only the word", async () => {
  const told = await assess("群众说昨天下载APP后，客服让他转账，金额不清楚");
  expect(itemsOf(told)).toEqual([["昨天", "moment", "2026-11-25", false]]);
  expect(told.entities).toEqual([]);
});

it("is masked with the rest, and says the same by the command line", async () => {
  const text = "昨天下午3点多转了38,600元";
  const masked = JSON.stringify((await assess(text, true)).parts.payments);
  expect(masked).toContain("38600.00");
  expect(masked).not.toContain(`"label":"${victim}"`);
  await engine.close();
  const { code, out } = await runHere(["assess", workspace, "2026年11月25日15时许转了38,600元", "--json", "--parts", "payments"]);
  const { parts } = JSON.parse(out) as Result<"assess.readClue">;
  expect([code, parts.payments!.found!.items.map(({ sum, count }) => [sum, count])]).toEqual([0, [["38600.00", 1]]]);
});
