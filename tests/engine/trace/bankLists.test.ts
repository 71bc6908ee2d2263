// Lists for banks, end to end through the command line: two victims pay one mule, who pays on; a package of two banks tells it, one of them froze.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import { dark, first, frozen, li, mule, second, wang, writeBankPackage, writeMuleFreeze } from "../../bankPackage.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const workspace = () => at("w.caseweave");
const list = async (name: string, ...more: string[]): Promise<ListLine[]> => {
  const { code, out } = await runHere([
    "trace",
    workspace(),
    "money",
    "--from",
    `case:${first}`,
    "--from",
    `case:${second}`,
    "--list",
    name,
    ...more,
  ]);
  expect(code).toBe(0);
  return out
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text) as ListLine);
};
const moment = ["--as-of", "2026-11-06T12:00:00"] as const;

beforeAll(async () => {
  await runHere(["import", workspace(), ...writeBankPackage(at(""))]);
}, 120_000);

it("asks each bank for what lies there and is not held back, with case, victim, payer, the way and its rows in the bank's own file", async () => {
  const lines = await list("stop", ...moment);
  expect(lines.map(({ account, name, amount, traced, reason }) => [account, name, amount, traced, reason])).toEqual([
    [dark, "孙丽", "25000.00", "25000.00", "unknown"],
    [frozen, "钱伟", "17999.00", "29999.00", "held"],
    [mule.account, "赵敏", "14999.50", "14999.50", "held"],
  ]);
  const [, part, own] = lines;
  expect(part!.measure).toMatchObject({ kind: "freeze", amount: "12000.00" });
  expect(own).toMatchObject({ cards: [mule.card], bank: expect.stringContaining("建设银行") as string });
  expect(own!.claims).toMatchObject([
    {
      case: second,
      victims: ["李强"],
      payers: [{ account: li, name: "李强", paid: "20000.00" }],
      paid: "20000.00",
      paidAt: "2026-11-05T13:10:00+08:00",
      share: "14999.50",
      recorded: { stopped: null, frozen: "2000.00", returned: null, isStopOver: false },
      way: [{ account: mule.account, amount: "20000.00", sources: [{ source: "建设银行/交易明细信息.csv", row: 2 }] }],
    },
  ]);
  expect(part!.claims.map((claim) => [claim.case, claim.way.map(({ account, amount }) => [account, amount])])).toEqual([
    [
      first,
      [
        [mule.account, "50000.00"],
        [frozen, "30000.00"],
      ],
    ],
  ]);
  expect(part!.sources.map(({ source }) => source).sort()).toEqual(["工商银行/交易明细信息.csv", "建设银行/交易明细信息.csv"]);
}, 120_000);

it("asks for no stop where the freeze holds all, and lists that account as held back", async () => {
  const { out } = await runHere(["query", workspace(), "SELECT count(*) AS n FROM v_attribute WHERE name = 'account.freeze.amount'"]);
  expect(out).toContain('"n":1');
  expect(await list("secured", ...moment)).toEqual([]);
  await runHere(["import", workspace(), writeMuleFreeze(at(""))]);
  // The card is frozen, so the account is, under both of its numbers.
  const held = await list("secured", ...moment);
  expect(held.map(({ account, reason, amount, deadline }) => [account, reason, amount, deadline?.slice(0, 10)])).toEqual([
    [mule.account, "frozen", "14999.50", "2027-05-05"],
  ]);
  expect((await list("stop", ...moment)).map(({ account }) => account)).toEqual([dark, frozen]);
}, 120_000);

it("says to whom a return goes, and what is asked of the bank without records", async () => {
  const back = await list("return", ...moment);
  expect(back.map((line) => [line.case, line.account, line.amount, line.claims[0]!.payers.map(({ account }) => account)])).toEqual([
    [first, frozen, "29999.00", [wang]],
    [second, mule.account, "14999.50", [li]],
  ]);
  const [request] = await list("request", ...moment);
  expect(request).toMatchObject({ account: dark, name: "孙丽" });
  expect(request!.requests.map(({ record, since, until }) => [record, since, until])).toEqual([
    ["statement", "2026-11-05", "2026-11-06"],
    ["opening", null, "2026-11-06"],
    ["subaccounts", null, "2026-11-06"],
    ["login", "2026-11-05", "2026-11-06"],
  ]);
}, 120_000);

it("writes a workbook with sums as numbers and account numbers as text, and says how many are held back", async () => {
  const from = ["--from", `case:${first}`, "--from", `case:${second}`];
  const { code } = await runHere(["trace", workspace(), "money", ...from, "--list", "stop", ...moment, "--out", at("stop.xlsx")]);
  expect(code).toBe(0);
  const parts = unzipSync(readFileSync(at("stop.xlsx")));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain("<v>25000.00</v>");
  expect(sheet).toContain(`>${dark}</t>`);
  expect(sheet).not.toContain(`<v>${dark}</v>`);
  expect(sheet).toMatch(/另有 1 个账户/);
  const claims = strFromU8(parts["xl/worksheets/sheet2.xml"]!);
  expect(claims).toContain("王丽 …3334 → 11-05 13:00 50,000.00 → 赵敏 …1856 → 11-05 13:20 30,000.00 → 钱伟 …9416");
}, 120_000);
