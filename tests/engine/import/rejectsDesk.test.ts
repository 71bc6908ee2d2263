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
