// Lists for banks, end to end through the command line: two victims pay one mule, who pays on; a package of two banks tells it, one of them froze.
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");
const [first, second] = ["A3412002026110001", "A3412002026110002"];
const [wang, li] = ["6222021001112223334", "6217001002223334445"];
/** The mule's account with its card, and whom she paid: an account that a bank froze in part, and one without records. */
const mule = { account: "3405011047827191856", card: "6217005898585476845" };
const frozen = "1202558800331409416";
const dark = "6210985991150760989";

const cases = `案件编号,报案时间,报警人姓名,涉案资金,止付金额,冻结金额,返还金额,嫌疑账号,受害人账号,诈骗类型
${first},2026-11-05 15:00:00,王丽,50000.00,,,,${mule.card},${wang},刷单返利
${second},2026-11-05 16:00:00,李强,20000.00,,2000.00,,${mule.card},${li},刷单返利
`;
const headings =
  "交易卡号,交易账号,账户开户名称,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,对手户名,对手开户银行,交易流水号,交易是否成功\n";
const muleRows = `${mule.card},${mule.account},赵敏,2026-11-05 13:00:00,50000.00,50000.00,进,${wang},王丽,工商银行,S001,是
${mule.card},${mule.account},赵敏,2026-11-05 13:10:00,20000.00,70000.00,进,${li},李强,建设银行,S002,是
${mule.card},${mule.account},赵敏,2026-11-05 13:20:00,30000.00,40000.00,出,${frozen},钱伟,工商银行,S003,是
${mule.card},${mule.account},赵敏,2026-11-05 13:30:00,25000.00,15000.00,出,${dark},孙丽,邮储银行,S004,是
${mule.card},${mule.account},赵敏,2026-11-06 09:00:00,0.50,14999.50,出,,,,S005,是
`;
const frozenRows = `${frozen},${frozen},钱伟,2026-11-05 13:20:00,30000.00,30000.00,进,${mule.account},赵敏,建设银行,S003,是
${frozen},${frozen},钱伟,2026-11-06 10:00:00,1.00,29999.00,出,,,,S006,是
`;
const measures = `账号,措施序号,冻结开始日,冻结截止日,冻结机关,冻结金额,措施类型\n${frozen},1,2026-11-05,2027-05-05,云津市公安局,12000.00,冻结\n`;

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
  writeFileSync(at("cases.csv"), cases);
  const parts = {
    "建设银行/交易明细信息.csv": headings + muleRows,
    "工商银行/交易明细信息.csv": headings + frozenRows,
    "工商银行/强制措施信息.csv": measures,
  };
  writeFileSync(at("反馈.zip"), zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  await runHere(["import", workspace(), at("cases.csv"), at("反馈.zip")]);
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
  writeFileSync(
    at("more.csv"),
    `账号,措施序号,冻结开始日,冻结截止日,冻结机关,冻结金额,措施类型\n${mule.card},2,2026-11-05,2027-05-06,云津市公安局,0.00,冻结\n`,
  );
  await runHere(["import", workspace(), at("more.csv")]);
  // The card is frozen, so the account is, under both of its numbers.
  const held = await list("secured", ...moment);
  expect(held.map(({ account, reason, amount, deadline }) => [account, reason, amount, deadline?.slice(0, 10)])).toEqual([
    [mule.account, "frozen", "14999.50", "2027-05-06"],
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
