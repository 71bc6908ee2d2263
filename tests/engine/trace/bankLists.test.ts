// Lists for banks, end to end through the command line: two victims pay one mule, who pays on; a package of two banks tells it, one of them froze.
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import { dark, first, frozen, headings, li, mule, second, wang, writeBankPackage, writeMuleFreeze } from "../../bankPackage.ts";
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

const from = ["--from", `case:${first}`, "--from", `case:${second}`];
/** Name of each sheet and its content, in the order of the workbook. */
const sheetsOf = (file: string): [string, string][] => {
  const parts = unzipSync(readFileSync(at(file)));
  const names = [...strFromU8(parts["xl/workbook.xml"]!).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name!);
  return names.map((name, i) => [name, strFromU8(parts[`xl/worksheets/sheet${i + 1}.xml`]!)]);
};
const cellsOf = (sheet: string): string[] => [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text!);

it("writes a sheet for each bank with that bank's accounts alone, to fill in and print, and keeps how it was found for the unit", async () => {
  const { code } = await runHere(["trace", workspace(), "money", ...from, "--list", "stop", ...moment, "--out", at("stop.xlsx")]);
  expect(code).toBe(0);
  const sheets = sheetsOf("stop.xlsx");
  expect(sheets.map(([name]) => name)).toEqual([
    "邮政储蓄银行",
    "工商银行",
    "资金来路（按案件、被害人）（内部）",
    "来源文件（内部）",
    "研判依据（内部）",
  ]);
  const [[, post], [, icbc], [, claims], , [, basis]] = sheets as [
    [string, string],
    [string, string],
    [string, string],
    unknown,
    [string, string],
  ];
  // A number of money, an account as text; nothing of the other bank; nothing of how the money was traced.
  expect(post).toContain("<v>25000.00</v>");
  expect(post).toContain(`>${dark}</t>`);
  expect(post).not.toContain(`<v>${dark}</v>`);
  expect(post).not.toContain(frozen);
  expect(icbc).toContain(frozen);
  expect(icbc).not.toContain(dark);
  for (const sheet of [post, icbc]) expect(sheet).not.toMatch(/口径|把握|流水不在库|CNY/);
  expect(cellsOf(post)).toEqual([
    "紧急止付清单",
    "致：邮政储蓄银行　共 1 条　合计 25,000.00 元",
    expect.stringMatching(/^申请单位：_+　经办人：_+　联系电话：_+　文号：_+$/),
    "依据：紧急止付，自办理时起 48 小时有效，可续，同一账户至多止付三轮。本次自 2026-11-06 12:00 起至 2026-11-08 12:00 止，第 1 次止付。",
    ...["序号", "账号（卡号）", "户名", "开户行", "止付金额（元）", "最近入账时间", "入账流水号", "案件编号", "被害人", "备注"],
    ...[dark, "孙丽", "邮储银行", "2026-11-05\n13:30:00", "S004", `${first} 等 2 起`, "王丽 等 2 人", "第 1 次止付"],
  ]);
  expect(cellsOf(icbc)).toContain("第 1 次止付；已冻结至 2027-05-05 23:59");
  expect(post).toContain('paperSize="9" orientation="landscape" fitToWidth="1"');
  // Of ten points, printed at nine or more: so many letters go on A4 on its side.
  const widths = [...post.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(136);
  expect(basis).toMatch(/另有 1 个账户/);
  expect(basis).toContain("口径最少");
  for (const number of [dark, frozen]) expect(basis).toContain(number);
  expect(claims).toContain("王丽 …3334 → 11-05 13:00 50,000.00 → 赵敏 …1856 → 11-05 13:20 30,000.00 → 钱伟 …9416");
}, 120_000);

it("cuts every list that goes out by who acts on it, and none that stays", async () => {
  const namesOf = async (name: string) => {
    await runHere(["trace", workspace(), "money", ...from, "--list", name, ...moment, "--out", at(`${name}.xlsx`)]);
    return sheetsOf(`${name}.xlsx`).map(([sheet]) => sheet);
  };
  const inside = ["资金来路（按案件、被害人）（内部）", "来源文件（内部）", "研判依据（内部）"];
  expect(await namesOf("return")).toEqual(["工商银行", "建设银行", ...inside]);
  expect(await namesOf("request")).toEqual(["邮政储蓄银行", ...inside]);
  expect((await namesOf("secured")).every((name) => !name.includes("内部") && !name.includes("银行"))).toBe(true);
  await runHere(["trace", workspace(), "money", ...from, "--list", "stop", ...moment, "--out", at("stop.docx")]);
  const document = strFromU8(unzipSync(readFileSync(at("stop.docx")))["word/document.xml"]!);
  const [post, icbc, basis] = document.split('<w:br w:type="page"/>');
  expect(post).toContain("致：邮政储蓄银行");
  expect(post).not.toContain(frozen);
  expect(icbc).toContain("致：工商银行");
  expect(icbc).not.toContain(dark);
  expect(basis).toContain("研判依据（内部）");
  for (const number of [dark, frozen]) expect(basis).toContain(number);
}, 120_000);

it("counts terms from the moment of handling: now, where no other is given, in lines and in files", async () => {
  const before = Date.now();
  const [line] = await list("stop");
  const taken = Date.parse(line!.deadline!) - 48 * 3_600_000;
  expect(taken).toBeGreaterThanOrEqual(before - 1000);
  expect(taken).toBeLessThanOrEqual(Date.now() + 1000);
  await runHere(["trace", workspace(), "money", ...from, "--list", "stop", "--out", at("now.xlsx")]);
  const ground = cellsOf(sheetsOf("now.xlsx")[0]![1])[3]!;
  const [, begins, ends] = /自 (\S+ \S+) 起至 (\S+ \S+) 止/.exec(ground)!;
  const clock = (text: string) => Date.parse(`${text.replace(" ", "T")}:00+08:00`);
  expect(clock(ends!) - clock(begins!)).toBe(48 * 3_600_000);
  expect(Math.abs(clock(begins!) - Date.now())).toBeLessThan(5 * 60_000);
}, 120_000);

it("asks a platform by its name for orders, where no row tells whose settlement account it is", async () => {
  const [pool, card] = ["215500690", "6217007700001112223"];
  const rows = `${card},${card},周强,2026-11-07 09:00:00,9000.00,9000.00,进,6222021009998887776,吴芳,工商银行,T1,是
${card},${card},周强,2026-11-07 09:05:00,8000.00,1000.00,出,${pool},,,T2,是
`;
  writeFileSync(at("pool.csv"), headings + rows);
  await runHere(["import", at("pool.caseweave"), at("pool.csv")]);
  const asked = ["trace", at("pool.caseweave"), "money", "--from", "account:6222021009998887776", "--list", "request"];
  const { out } = await runHere(asked);
  const line = out
    .split("\n")
    .flatMap((text) => (text === "" ? [] : [JSON.parse(text) as ListLine]))
    .find(({ reason }) => reason === "pool")!;
  expect(line).toMatchObject({ entity: `account:${pool}`, name: "支付宝" });
  await runHere([...asked, "--out", at("pool.xlsx")]);
  const [, sheet] = sheetsOf("pool.xlsx").find(([name]) => name === "支付宝")!;
  expect(sheet).toContain("按订单号查询");
  expect(sheet).toContain("T2");
}, 120_000);
