// No row of a sheet is swallowed: a case that forgot its number is refused with its reason, sums that differ under one number stand side by side,
// a day to come and a sheet without rows are said, and of two accounts in a cell each is checked by itself.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PreviewResult } from "../../../shared/import/calls.ts";
import { freshFolder } from "../folder.ts";
import { runCli } from "./cli.ts";
import { openEngine } from "./openEngine.ts";

const at = freshFolder("all");
const heading = "案件编号,警情编号,报案时间,案件类别,涉案资金,报警人姓名,嫌疑账号";
const right = "6222021234567890128";
const wrong = "6222021234567890123";
const rows = [
  `A3401000020261101,J340100202611010001,2026-05-25 08:30,刷单返利,12000,王小明,${right}`,
  `A3401000020261101,J340100202611010002,2026-05-25 09:30,冒充客服,8000,李大伟,6217000010001234567`,
  `,,2026-05-25 10:30,虚假贷款,1000,赵丽,6217000010001234575`,
];

it("the command line says what the window would have asked about", async () => {
  writeFileSync(
    at("cli.csv"),
    "案号,时间,报案人,损失金额\nA1,2026-11-25 21:30,王某,1200\nA2,2026-11-25 22:10,李某,300\n,2026-11-25 23:00,张某,\n",
  );
  const { code, complaint, out } = await runCli(["import", at("cli.caseweave"), at("cli.csv")]);
  expect(code).toBe(0);
  expect(complaint).toContain("number-from-above");
  expect(JSON.parse(out).sources[0].layout.doubts.map((doubt: { code: string }) => doubt.code)).toContain("number-from-above");
}, 240_000);

describe("rows of a case sheet", () => {
  let opened: Awaited<ReturnType<typeof openEngine>>;
  beforeAll(async () => {
    writeFileSync(at("cases.csv"), [heading, ...rows].join("\n"));
    writeFileSync(at("empty.csv"), `${heading}\n`);
    writeFileSync(at("two.csv"), [heading, `A1,,2026-05-25 08:30,刷单返利,12000,王小明,${right}、${wrong}`].join("\n"));
    writeFileSync(
      at("late.csv"),
      `交易时间,付款账号,收款账号,金额,币种,流水号\n2026-05-01 10:00:00,6222020000000000014,${right},12000.00,CNY,T1\n2027-05-01 10:00:00,6222020000000000014,${right},900.00,CNY,T2\n`,
    );
    opened = await openEngine(at("w.caseweave"));
  });
  afterAll(() => opened.close());

  const preview = (name: string) => opened.call("import.previewFiles", { paths: [at(name)] }) as Promise<PreviewResult>;
  const codes = async (name: string) => (await preview(name)).sheets[0]!.doubts.map(({ code, blocking }) => [code, blocking]);

  it("refuse a case in full that has no number, and show every sum told under one", async () => {
    expect(await codes("cases.csv")).toContainEqual(["case-two-incidents", false]);
    const { sources } = await opened.call("import.storeFiles", { paths: [at("cases.csv")] });
    expect(sources[0]!.rows).toMatchObject({ read: 3, stored: 2, rejected: 1 });
    expect(sources[0]!.layout.doubts.map(({ code }) => code)).toContain("case-two-incidents");
    const rejected = await opened.call("import.listRejects", { sourceId: sources[0]!.id });
    expect(JSON.stringify(rejected)).toContain("case-number-missing");
    const { newCases } = await opened.call("workspace.readOverview", {});
    expect(newCases).toMatchObject([{ loss: "12000.00", otherLosses: ["8000.00"] }]);
  });

  it("check each account of a cell by itself", async () => {
    const { columns } = (await preview("two.csv")).sheets[0]!;
    const accounts = columns.find((column) => column.heading === "嫌疑账号")!;
    expect(accounts).toMatchObject({ understood: 0.5, notUnderstood: [wrong], whyNot: ["check-digit"] });
  });

  it("say that there are none", async () => {
    expect(await codes("empty.csv")).toContainEqual(["no-rows", false]);
  });

  it("are doubted where they tell of a day to come", async () => {
    const [sheet] = (await preview("late.csv")).sheets;
    expect(sheet!.doubts.find(({ code }) => code === "time-ahead")).toMatchObject({
      column: "交易时间",
      values: { count: 1, sample: "2027-05-01 10:00:00" },
    });
    const { sources } = await opened.call("import.storeFiles", { paths: [at("late.csv")] });
    expect(sources[0]!.layout.doubts.map(({ code }) => code)).toContain("time-ahead");
  });
});
