// Numbers of a note as people write them down: without a word before, in blocks, with a wrong check digit, with stars, by their tail.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { Assessment } from "../../../shared/review/assess/calls.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { transferMapping } from "../import/cli.ts";

const at = freshFolder("all");
let engine: Engine;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  const context = { signal: new AbortController().signal, isMasked, report: () => {} };
  return (await engine.dispatch(name, params, context)) as Result<Name>;
}

const [plain, long, miswritten] = ["1035520100004969789", "10355201007798770570001", "6217001234567890412"];
const [card, other] = ["6217001234567800412", "6222021001116245702"];
const phone = "13800130412";
const ledger = `交易时间,付款账号,收款账号,金额,流水号
2026-05-01 10:05:00,${other},${plain},10000.00,T1
2026-05-02 12:05:00,${other},${long},20000.50,T2
2026-05-02 13:00:00,${other},${miswritten},500.00,T3
2026-05-02 14:00:00,${other},${card},700.00,T4
`;
const cases = `案件编号,案件类别,发案时间,涉案账号,涉案电话
A1,刷单返利,2026-05-01 10:00:00,${card},${phone}
A2,刷单返利,2026-05-02 10:00:00,${plain},
`;

beforeAll(async () => {
  engine = await createEngine({
    workspacePath: at("digits.caseweave"),
    user: "tester",
    clock: () => Date.parse("2026-06-01T09:00:00+08:00"),
  });
  writeFileSync(at("案件.csv"), cases);
  writeFileSync(at("流水.csv"), ledger);
  await ask("import.storeFiles", { paths: [at("案件.csv")], as: "case" });
  await ask("import.storeFiles", { paths: [at("流水.csv")], mapping: { ...transferMapping, constants: { currency: "CNY" } } });
}, 60_000);
afterAll(() => engine.close());

const assess = (text: string, isMasked = false) => ask("assess.readClue", { text, within: 60_000 }, isMasked);
const refsOf = ({ entities }: Assessment) => entities.map(({ entity }) => entity);
const itemsOf = ({ items }: Assessment) => items.map(({ text, kind, valid, reason, known }) => [text, kind, valid, reason, known?.entity]);

describe("a long run of digits", () => {
  it.each([
    ["转到1035520100004969789", plain],
    ["报警人称钱转到10355201007798770570001，共2万元", long],
    ["转到 1035 5201 0000 4969 789 了", plain],
    ["打给1035-5201-0000-4969-789", plain],
    ["钱转到１０３５５２０１００００４９６９７８９", plain],
    ["转到6217 0012 3456 7890 412", miswritten],
    ["转到6217001234567890412", miswritten],
  ])("is looked up as a key: %s", async (text, key) => {
    const answer = await assess(text);
    expect(refsOf(answer)).toEqual([`account:${key}`]);
    expect(itemsOf(answer).filter(([, kind]) => kind !== "amount")).toEqual([
      [expect.any(String), "account", true, null, `account:${key}`],
    ]);
    expect(answer.parts.money!.found!.items.map(({ entity }) => entity)).toEqual([`account:${key}`]);
  });

  it("that nobody knows is told: an account by the word before, a card by what it fails", async () => {
    const unknown = await assess("转到1035520100004969111，又转到6217 0012 3456 7890 413");
    expect(refsOf(unknown)).toEqual([]);
    expect(unknown.searched.keys).toBeGreaterThanOrEqual(2);
    expect(itemsOf(unknown)).toEqual([
      ["1035520100004969111", "account", true, null, undefined],
      ["6217 0012 3456 7890 413", "bank-card", false, "check-digit", undefined],
    ]);
  });
});

describe("a number of which only the ends are written", () => {
  it.each([
    ["转到6217****0412这张卡", [`account:${card}`, `account:${miswritten}`]],
    ["转到6217 **** **** **** 412", [`account:${card}`, `account:${miswritten}`]],
    ["钱转到尾号0412的银行卡", [`account:${card}`, `account:${miswritten}`]],
    ["对方手机尾号0412", [`phone:${phone}`]],
    ["138****0412打来的", [`phone:${phone}`]],
    ["尾号为0412", [`phone:${phone}`, `account:${card}`, `account:${miswritten}`]],
    ["尾号9999的银行卡", []],
  ])("lists candidates and takes none for said: %s", async (text, refs) => {
    const answer = await assess(text);
    expect(answer.candidates).toHaveLength(1);
    const [{ items, count }] = answer.candidates as readonly [Assessment["candidates"][number]];
    expect(items.map(({ entity }) => entity)).toEqual(refs);
    expect(count).toBe(refs.length);
    expect([refsOf(answer), answer.parts.cases!.found!.items]).toEqual([[], []]);
  });

  it("shows nobody's number where the session is masked", async () => {
    const { candidates } = await assess("尾号为0412", true);
    expect(candidates[0]!.items).toHaveLength(3);
    for (const { label } of candidates[0]!.items) expect(label).not.toMatch(/\d{7,}/);
  });
});

it.each(["340101199001010084", "340101199001040003"])(
  "an identity number with a wrong check digit is told as that: %s passes for a credit code or a card by chance",
  async (number) => {
    const answers = await Promise.all([assess(`身份证${number}`), assess(number)]);
    for (const answer of answers) expect(itemsOf(answer)).toEqual([[number, "identity-number", false, "check-digit", undefined]]);
  },
);
