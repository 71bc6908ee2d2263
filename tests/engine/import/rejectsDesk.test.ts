// The rejects desk: filter by reason, put right by hand or by rule, import the rest; the source keeps its tie to its corrections.
import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "./openEngine.ts";

const at = freshFolder();
let engine: OpenEngine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const [own, other] = ["6217000000000000029", "6230000000000000037"];
const csv = [
  "交易时间,交易金额,借贷标志,对方账号,本方账号",
  `2026-05-01 10:00:00,5.00,贷,${other},${own}`,
  `2026-05-02 10:00:00,6o.00,贷,${other},${own}`,
  `2026-05-03 10:00:00,7o.50,借,${other},${own}`,
  `05月04日半夜,8.00,借,${other},${own}`,
  `2026-05-05 10:00:00,9.00,借,${other},${own}`,
].join("\n");

describe("the rejects desk", () => {
  it("imports what a rule and a hand put right, as sources that name the one they came from", async () => {
    const file = at("明细.csv");
    writeFileSync(file, csv);
    engine = await openEngine(at("rejects.caseweave"));
    const { call } = engine;
    const { sources } = await call("import.storeFiles", { paths: [file] });
    const [source] = sources;
    expect(source!.rows).toMatchObject({ read: 5, stored: 2, rejected: 3, skipped: 0 });
    const left = async (reason?: string) =>
      (await call("import.listRejects", { sourceId: source!.id, ...(reason !== undefined && { reason }) })).items.map(
        ({ row, reason: why }) => [row, why],
      );
    expect(await left("amount-invalid")).toEqual([
      [2, "amount-invalid"],
      [3, "amount-invalid"],
    ]);

    const rule = { column: "交易金额", how: "replace" as const, find: "o", put: "0" };
    const byRule = await call("import.fixRejectsByRule", { sourceId: source!.id, reason: "amount-invalid", rule });
    expect(byRule.sources[0]).toMatchObject({ rows: { read: 2, stored: 2, rejected: 0 }, totals: { in: "60.00", out: "70.50" } });
    expect(await left()).toEqual([[4, "time-invalid"]]);

    const changes = [{ column: 0, text: "2026-05-04 00:00:00" }];
    const byHand = await call("import.fixRejects", { sourceId: source!.id, rows: [{ row: 4, changes }] });
    expect(byHand.sources[0]).toMatchObject({ rows: { stored: 1 }, totals: { in: "0.00", out: "8.00" } });
    expect(await left()).toEqual([]);
    const listed = await call("import.listSources", {});
    expect(listed.map(({ corrects, rows }) => [corrects, rows.stored])).toEqual([
      [source!.id, 1],
      [source!.id, 2],
      [null, 2],
    ]);
  });

  it("refuses a rule that changes nothing, and leaves the rejects as they were", async () => {
    const file = at("明细.csv");
    writeFileSync(file, csv);
    engine = await openEngine(at("nothing.caseweave"));
    const { call } = engine;
    const { sources } = await call("import.storeFiles", { paths: [file] });
    const rule = { column: "交易金额", how: "set" as const, find: "nobody wrote this", put: "1.00" };
    await expect(call("import.fixRejectsByRule", { sourceId: sources[0]!.id, rule })).rejects.toMatchObject({
      code: "repair-changes-nothing",
    });
    expect((await call("import.listRejects", { sourceId: sources[0]!.id })).items).toHaveLength(3);
  });
});

describe("a correction of a row", () => {
  const store = async (name: string, text = csv) => {
    const file = at("明细.csv");
    writeFileSync(file, text);
    engine = await openEngine(at(name));
    const { sources } = await engine.call("import.storeFiles", { paths: [file] });
    return { call: engine.call, id: sources[0]!.id };
  };
  const fix = (row: number, column: number, text: string) => ({ row, changes: [{ column, text }] });

  it("says who put what in place of what, and when; taken out, its rows are rejected again and its facts are gone", async () => {
    const { call, id } = await store("undo.caseweave");
    const { sources } = await call("import.fixRejects", { sourceId: id, rows: [fix(2, 1, "60.00"), fix(4, 0, "2026-05-04 00:00:00")] });
    const fixedId = sources[0]!.id;
    const by = { by: "tester", at: "2026-06-01T08:00:00+08:00" };
    expect(await call("import.listCorrections", { sourceId: id })).toEqual([
      { row: 2, fixedId, fixedRow: 1, changes: [{ column: 1, heading: "交易金额", was: "6o.00", now: "60.00" }], ...by },
      {
        row: 4,
        fixedId,
        fixedRow: 2,
        changes: [{ column: 0, heading: "交易时间", was: "05月04日半夜", now: "2026-05-04 00:00:00" }],
        ...by,
      },
    ]);
    const rejects = async () => (await call("import.listRejects", { sourceId: id })).items.map(({ row }) => row);
    expect(await rejects()).toEqual([3]);
    await call("import.removeSource", { sourceId: fixedId, reason: "改错了" });
    expect(await rejects()).toEqual([2, 3, 4]);
    expect(await call("import.listCorrections", { sourceId: id })).toEqual([]);
    expect((await call("workspace.queryViews", { sql: "SELECT count(*) AS n FROM v_transfer" })).rows).toEqual([{ n: 2 }]);
  });

  it("that would be rejected again changes nothing and says why; the others go in", async () => {
    const { call, id } = await store("again.caseweave");
    const both = await call("import.fixRejects", { sourceId: id, rows: [fix(2, 1, "六十"), fix(3, 1, "70.50")] });
    expect(both.refused).toEqual([{ row: 2, verdict: "rejected", reason: "amount-invalid", column: "交易金额", cell: "六十" }]);
    expect(both.sources[0]!.rows).toMatchObject({ read: 1, stored: 1 });
    const none = await call("import.fixRejects", { sourceId: id, rows: [fix(2, 1, "六十")] });
    expect([none.sources, none.refused.length]).toEqual([[], 1]);
    expect((await call("import.listRejects", { sourceId: id })).items.map(({ row }) => row)).toEqual([2, 4]);
  });

  it("is a row of its own file: as like another row of it as may be, it is no twin of that one", async () => {
    const twice = `交易时间,交易金额,借贷标志,对方账号,本方账号\n2026-05-01 10:00:00,5.00,贷,${other},${own}\n2026-05-01 10:00:00,5.oo,贷,${other},${own}\n`;
    const { call, id } = await store("twin.caseweave", twice);
    const { sources } = await call("import.fixRejects", { sourceId: id, rows: [fix(2, 1, "5.00")] });
    expect(sources[0]!.rows).toMatchObject({ stored: 1, twins: 0 });
  });

  it("reads days and owner as its file does: the order of day and month, the account above the heading, merged cells", async () => {
    const text = [
      "账号：6217000000000000029",
      "",
      "日期,金额,收支,对方账号,对方户名",
      `13/05/2026,5.00,收入,${other},甲`,
      `,6.oo,收入,${other},乙`,
      `04/05/2026,7.oo,支出,${other},丙`,
    ].join("\n");
    const file = at("对账单.csv");
    writeFileSync(file, text);
    engine = await openEngine(at("context.caseweave"));
    const { call } = engine;
    const mapping = {
      name: "merged days",
      rowKind: "transfer" as const,
      format: { headerRow: 3, fillDown: ["日期"] },
      columns: { 日期: "time", 金额: "amount", 收支: "direction", 对方账号: "counterparty.account", 对方户名: "counterparty.name" },
      constants: { "own.account": own, currency: "CNY" },
    };
    await call("import.storeFiles", { paths: [file], mapping });
    await call("import.fixRejects", { sourceId: 1, rows: [fix(2, 1, "6.00"), fix(3, 1, "7.00")] });
    const { rows } = await call("workspace.queryViews", {
      sql: "SELECT substr(t.at, 1, 10) AS day, f.key AS payer, t.amount_fen AS fen FROM v_transfer t JOIN v_entity f ON f.id = t.from_id ORDER BY fen",
    });
    expect(rows).toEqual([
      { day: "2026-05-13", payer: other, fen: 500 },
      { day: "2026-05-13", payer: other, fen: 600 },
      { day: "2026-05-04", payer: own, fen: 700 },
    ]);
  });

  it("is offered once for all rows that share a cell", async () => {
    const many = `交易时间,交易金额,借贷标志,对方账号,本方账号\n${`2026-05-01 10:00:00,无,贷,${other},${own}\n`.repeat(3)}2026-05-01 10:00:00,一,贷,${other},${own}\n2026-05-01,1.00,贷,${other},${own}\n`;
    const { call, id } = await store("same.caseweave", many);
    expect((await call("import.listRejects", { sourceId: id })).same).toEqual([
      { reason: "amount-missing", column: "交易金额", cell: "无", count: 3 },
    ]);
    const filter = { sourceId: id, column: "交易金额", cell: "无" };
    expect((await call("import.listRejects", filter)).items.map(({ row }) => row)).toEqual([1, 2, 3]);
  });
});

describe("a correction", () => {
  it("is remembered as a layout and found again on another file with its headings in another order", async () => {
    const first = at("一.csv");
    const second = at("二.csv");
    writeFileSync(first, `k1,k2,k3\n2026-05-01,5.00,${other}\n2026-05-02,6.00,${other}\n`);
    writeFileSync(second, `某某机构\n账号：${own}\n\nk3,k1,k2\n${other},2026-06-01,7.00\n${other},2026-06-02,8.00\n`);
    engine = await openEngine(at("layouts.caseweave"));
    const { call } = engine;
    const preview = async (path: string) => (await call("import.previewFiles", { paths: [path] })).sheets[0]!;
    const guess = await preview(first);
    expect(guess.sure).toBe(false);
    const mapping = {
      ...guess.mapping,
      name: "mine",
      rowKind: "transfer" as const,
      columns: { k1: "time", k2: "amount", k3: "counterparty.account" },
      constants: { direction: "out", currency: "CNY" },
    };
    await call("import.saveLayout", { mapping, headings: [...guess.headings] });
    const found = await preview(second);
    expect([found.sure, found.layout, found.headerRow, found.mapping.columns]).toEqual([true, "mine", 4, mapping.columns]);
    const { sources } = await call("import.storeFiles", { paths: [second] });
    expect(sources[0]!.totals).toEqual({ count: 2, in: "0.00", out: "15.00", currency: "CNY" });
  });
});
