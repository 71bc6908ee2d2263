// One zip of three hundred workbooks from six banks: imported in one go, with one review for all the doubtful sheets of a kind.
import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { carryMapping, isAlike } from "../../../shared/import/alike.ts";
import type { SheetPreview } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "./openEngine.ts";
import { doubtfulBank, makeQueryPackage } from "./queryPackage.ts";

const at = freshFolder();
let engine: OpenEngine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const keyOf = (sheet: SheetPreview) => `${sheet.file}|${sheet.entry ?? ""}|${sheet.sheet ?? ""}`;

/** What a person says of the sheets with codes and no balance. */
const corrected = (guess: Mapping): Mapping => ({
  ...guess,
  rowKind: "transfer",
  format: { ...guess.format, valueMaps: { f8: { K: "in", J: "out" } } },
  columns: {
    f1: "own.card",
    f2: "own.account",
    f3: "own.name",
    f5: "time",
    f6: "amount",
    f8: "direction",
    f9: "counterparty.account",
    f10: "counterparty.name",
    f12: "currency",
    f14: "reference",
  },
});

describe("a query package", () => {
  it("goes in whole after one review of the doubtful sheets, and keeps failed queries as facts", async () => {
    const { zip, movementCount, unanswered } = await makeQueryPackage(50);
    const file = at("查控反馈.zip");
    writeFileSync(file, zip);
    engine = await openEngine(at("package.caseweave"));
    const { call } = engine;

    const { sheets, problems } = await call("import.previewFiles", { paths: [file] });
    expect([problems, sheets.length]).toEqual([[], 6 * (45 * 6 + 5)]);
    const kinds = new Map<string, Set<string>>();
    for (const { sheet, mapping, sure } of sheets) if (sure) kinds.set(sheet!, (kinds.get(sheet!) ?? new Set()).add(mapping.rowKind));
    expect(Object.fromEntries([...kinds].map(([name, found]) => [name, [...found]]))).toEqual({
      人员信息: ["person"],
      账户信息: ["account"],
      关联子账户信息: ["account"],
      强制措施信息: ["measure"],
      交易明细信息: ["transfer"],
      任务信息: ["task"],
    });

    const doubtful = sheets.filter(({ sure }) => !sure);
    expect(doubtful.map(({ entry, sheet }) => [entry!.split("/")[1], sheet])).toEqual(doubtful.map(() => [doubtfulBank, "交易明细信息"]));
    const [reviewed] = doubtful;
    expect([doubtful.length, doubtful.every((sheet) => isAlike(sheet, reviewed!))]).toEqual([45, true]);

    const mapping = corrected(reviewed!.mapping);
    const mappings = Object.fromEntries(doubtful.map((sheet) => [keyOf(sheet), carryMapping(mapping, sheet)]));
    const { sources } = await call("import.storeFiles", { paths: [file], mappings });
    const sum = (pick: (source: (typeof sources)[number]) => number) => sources.reduce((total, source) => total + pick(source), 0);
    expect([sources.length, sum(({ rows }) => rows.rejected), sum(({ rows }) => rows.skipped)]).toEqual([sheets.length, 0, 0]);
    expect(sum(({ totals }) => totals?.count ?? 0)).toBe(movementCount);

    const told = await call("workspace.queryViews", {
      sql: "SELECT e.key AS card, a.value AS says FROM v_attribute a JOIN v_entity e ON e.id = a.entity_id WHERE a.name = 'query.noReply' ORDER BY e.key",
    });
    expect(told.rows.map(({ card }) => card)).toEqual([...unanswered].sort());
    expect(told.rows[0]!.says).toMatch(/银行: 系统超时$/);
    const noted = sources.flatMap(({ layout }) => layout.doubts.filter(({ code }) => code === "no-reply"));
    expect(noted.length).toBe(unanswered.length);
  }, 240_000);
});
