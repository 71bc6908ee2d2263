// The sources desk: a source taken out is gone at once and exactly; read anew under another mapping it keeps keys, charts and corrections.
import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { rawSql, sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { seededRandom } from "../../../shared/random.ts";
import { freshFolder } from "../folder.ts";
import { countRows, readWhole } from "../store/readWhole.ts";
import { type OpenEngine, openEngine } from "./openEngine.ts";

const at = freshFolder();
let engine: OpenEngine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

async function open(name: string): Promise<OpenEngine["call"]> {
  await engine?.close();
  engine = await openEngine(at(name));
  return engine.call;
}

const cards = Array.from({ length: 6 }, (_, i) => `62170000000000${String(i * 7 + 11).padStart(5, "0")}`);
const names = ["何某芳", "吴某", "许女士", "黄某平", "覃某", "林先生"];
const heading = "交易时间,交易金额,借贷标志,本方账号,本方户名,对方账号,对方户名";

/** Rows over the same few accounts; `share` of the rows are those of every other file. */
function ledger(seed: number): string {
  const random = seededRandom(seed);
  const shared = seededRandom(1);
  const lines = Array.from({ length: 30 }, (_, i) => {
    const pick = i % 2 === 0 ? shared : random;
    const own = Math.floor(pick() * 6);
    const other = (own + 1 + Math.floor(pick() * 5)) % 6;
    const day = String(1 + Math.floor(pick() * 28)).padStart(2, "0");
    const amount = (Math.floor(pick() * 100_000) / 100).toFixed(2);
    return `2026-05-${day} 10:${String(i).padStart(2, "0")}:00,${amount},借,${cards[own]},${seed % 2 ? names[own] : ""},${cards[other]},${names[other]}`;
  });
  return [heading, ...lines].join("\n");
}

const views = ["v_entity", "v_attribute", "v_link", "v_event", "v_transfer", "v_call", "v_stay", "v_capture", "v_case", "v_source"];

/** What the documented views say, without row numbers of tables and without what an import once counted. */
function readViews(name: string): Record<string, string[]> {
  const connection = openWorkspaceFile(at(name), { readOnly: true });
  const read = (view: string) =>
    connection
      .all(sql`${rawSql(`SELECT * FROM ${view}`)}`)
      .map((row) =>
        JSON.stringify(row).replaceAll(/"(?:id|entity_id|from_id|to_id|source_id|person_id|place_id|twins)":(?:"\w+:)?\d+"?,?/g, ""),
      )
      .sort();
  const said = Object.fromEntries(views.map((view) => [view, read(view)]));
  connection.close();
  return said;
}

describe("a source taken out", () => {
  it.each([2, 5])("is gone at once for every reader, and exactly once it is cleared away (%i)", async (seed) => {
    for (const name of ["a.csv", "b.csv", "c.csv"]) writeFileSync(at(name), ledger(seed + name.charCodeAt(0)));
    let call = await open(`only${seed}.caseweave`);
    await call("import.storeFiles", { paths: [at("b.csv")] });
    await call("import.storeFiles", { paths: [at("c.csv")] });
    const wanted = readViews(`only${seed}.caseweave`);
    call = await open(`all${seed}.caseweave`);
    for (const name of ["a.csv", "b.csv", "c.csv"]) await call("import.storeFiles", { paths: [at(name)] });
    const now = () => readViews(`all${seed}.caseweave`);
    expect(now()).not.toEqual(wanted);
    await call("import.removeSource", { sourceId: 1, reason: "重复" });
    expect(now()).toEqual(wanted);
    expect((await call("import.listSources", {})).map(({ id }) => id)).toEqual([3, 2]);
    // The next writing job waits until the rows themselves are gone.
    writeFileSync(at("d.csv"), ledger(99));
    const [last] = (await call("import.storeFiles", { paths: [at("d.csv")] })).sources;
    await call("import.removeSource", { sourceId: last!.id, reason: "试" });
    await call("import.storeFiles", { paths: [at("b.csv")] });
    await engine!.close();
    engine = null;
    const search = names.slice(0, 4);
    const [left, right] = [openWorkspaceFile(at(`all${seed}.caseweave`)), openWorkspaceFile(at(`only${seed}.caseweave`))];
    expect(readWhole(left, search)).toEqual(readWhole(right, search));
    expect(countRows(left)).toEqual(countRows(right));
    left.close();
    right.close();
  });
});

describe("a source read anew", () => {
  it("under another mapping: old facts out, new in, with the keys that charts and decisions go by", async () => {
    const call = await open("again.caseweave");
    writeFileSync(at("人员.csv"), "姓名,称呼,联系电话\n张三,老张,13800138000\n李四,小李,13900139000\n");
    const mapping = { name: "people", rowKind: "person" as const, columns: { 称呼: "person.name", 联系电话: "person.phone" } };
    const { sources } = await call("import.storeFiles", { paths: [at("人员.csv")], mapping });
    const people = async () =>
      (await call("workspace.queryViews", { sql: "SELECT key, label FROM v_entity WHERE kind = 'person' ORDER BY key" })).rows;
    const before = (await people()) as { key: string; label: string }[];
    expect(before.map(({ label }) => label)).toEqual(["老张", "小李"]);
    const better = { ...mapping, columns: { 姓名: "person.name", 联系电话: "person.phone" } };
    const preview = await call("import.previewSource", { sourceId: 1, mapping: better });
    expect(preview.rows.map(({ after }) => after["person.name"])).toEqual(["张三", "李四"]);
    const again = await call("import.reimportSource", { sourceId: sources[0]!.id, mapping: better });
    expect(again).toMatchObject({
      replaced: 1,
      refused: [],
      sources: [{ id: 2, source: "人员.csv", sha256: sources[0]!.sha256, rows: { stored: 2 } }],
    });
    expect(again.sources[0]!.facts).toEqual(sources[0]!.facts);
    const after = (await people()) as { key: string; label: string }[];
    expect(after.map(({ label }) => label)).toEqual(["张三", "李四"]);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect((await call("import.readSource", { sourceId: 2 })).mapping).toEqual(better);
  });

  it("under the same mapping says the same, beside sources that tell of the same events", async () => {
    for (const name of ["a.csv", "b.csv"]) writeFileSync(at(name), ledger(name.charCodeAt(0)));
    const call = await open("same.caseweave");
    for (const name of ["a.csv", "b.csv"]) await call("import.storeFiles", { paths: [at(name)] });
    const count = async () =>
      (await call("workspace.queryViews", { sql: "SELECT count(*) AS n, sum(amount_fen) AS fen FROM v_transfer" })).rows[0];
    const before = await count();
    await call("import.reimportSource", { sourceId: 1 });
    expect(await count()).toEqual(before);
    await call("import.reimportSource", { sourceId: 2 });
    expect(await count()).toEqual(before);
  });

  it("keeps the corrections of rows that are still rejected, and asks for nothing where a row is stored now", async () => {
    const call = await open("kept.caseweave");
    const [own, other] = [cards[0]!, cards[1]!];
    const rows = [
      `2026-05-01 10:00:00,5.00,贷,${other},${own},A`,
      `2026-05-02 10:00:00,6o.00,贷,${other},${own},B`,
      `某日,7.00,借,${other},${own},2026-05-03`,
    ];
    writeFileSync(at("明细.csv"), ["交易时间,交易金额,借贷标志,对方账号,本方账号,备用", ...rows].join("\n"));
    const { sources } = await call("import.storeFiles", { paths: [at("明细.csv")] });
    const fix = (row: number, column: number, text: string) => ({ row, changes: [{ column, text }] });
    await call("import.fixRejects", { sourceId: sources[0]!.id, rows: [fix(2, 1, "60.00"), fix(3, 0, "2026-05-04")] });
    const { mapping } = await call("import.readSource", { sourceId: 1 });
    const again = await call("import.reimportSource", {
      sourceId: 1,
      mapping: { ...mapping, columns: { ...mapping.columns, 备用: "memo" } },
    });
    expect(again.sources.map(({ rows: { stored, rejected } }) => [stored, rejected])).toEqual([
      [1, 2],
      [2, 0],
    ]);
    const id = again.sources[0]!.id;
    const kept = await call("import.listCorrections", { sourceId: id });
    expect(kept.map(({ row, fixedId, changes }) => [row, fixedId, changes[0]!.was, changes[0]!.now])).toEqual([
      [2, again.sources[1]!.id, "6o.00", "60.00"],
      [3, again.sources[1]!.id, "某日", "2026-05-04"],
    ]);
    expect((await call("import.listSources", {})).map((item) => [item.id, item.corrects])).toEqual([
      [again.sources[1]!.id, id],
      [id, null],
    ]);
  });

  it("refuses a correction by itself", async () => {
    const call = await open("part.caseweave");
    writeFileSync(
      at("明细.csv"),
      `交易时间,交易金额,借贷标志,对方账号,本方账号\n2026-05-01,5.00,贷,${cards[0]},${cards[1]}\n2026-05-03,5.00,贷,${cards[0]},${cards[1]}\n2026-05-02,7.00,贷,${cards[0]},${cards[1]}\n某日,6.00,贷,${cards[0]},${cards[1]}\n`,
    );
    await call("import.storeFiles", { paths: [at("明细.csv")] });
    const fixed = await call("import.fixRejects", { sourceId: 1, rows: [{ row: 4, changes: [{ column: 0, text: "2026-05-02" }] }] });
    await expect(call("import.reimportSource", { sourceId: fixed.sources[0]!.id })).rejects.toMatchObject({ code: "reimport-part" });
  });
});
