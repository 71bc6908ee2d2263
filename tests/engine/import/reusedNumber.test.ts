// A register, and a later sheet whose case numbers name other cases: nobody may merge two victims without being told.
import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Doubt } from "../../../shared/import/calls.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { freshFolder } from "../folder.ts";
import { runHere } from "../workspace/runHere.ts";
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

const heading = "案件编号,警情编号,受害人姓名,案件类别,案发开始时间,涉案资金,简要案情";
const write = (name: string, rows: readonly string[]): string => {
  writeFileSync(at(name), `${[heading, ...rows].join("\n")}\n`);
  return at(name);
};

const number = (n: number) => `A34120020261100${String(n).padStart(2, "0")}`;
const register = () =>
  write("台账.csv", [
    `${number(1)},,邵雨辉,冒充客服类,2026-11-11 20:00:00,40800,`,
    `${number(2)},,魏国辉,刷单返利类,2026-11-10 11:45:00,53800,`,
    `${number(3)},,徐国军,虚假征信类,2026-11-11 13:55:00,90700,`,
    `${number(4)},,何立民,虚假征信类,2026-11-12 09:00:00,,`,
  ]);
/** Rows 1 and 4 tell of others; row 2 puts a spelling right, row 3 has another sum of the same victim, row 5 is new. */
const night = (name = "昨夜警情.csv") =>
  write(name, [
    `${number(1)},J341200202611230055,周小梅,刷单返利类,2026-11-23 19:20:00,43200,`,
    `${number(2)},,魏国晖,刷单返利类,2026-11-10 11:45:00,54000,`,
    `${number(3)},,徐国军,虚假征信类,2026-11-23 13:55:00,99000,`,
    `${number(4)},,马国强,冒充公检法类,2026-11-23 09:10:00,260000,`,
    `${number(9)},,王芳,虚假征信类,2026-11-23 14:00:00,12000,`,
  ]);

const reused = (doubts: readonly Doubt[]) => doubts.filter(({ code }) => code === "case-number-reused");
const numbersOf = (doubts: readonly Doubt[]) => reused(doubts).map(({ values }) => values.number);
const told = {
  number: number(1),
  source: "台账.csv",
  row: 1,
  victim: "邵雨辉",
  from: "2026-11-11T20:00:00+08:00",
  loss: "40800.00",
  hereSource: "昨夜警情.csv",
  hereRow: 1,
  hereVictim: "周小梅",
  hereFrom: "2026-11-23T19:20:00+08:00",
  hereLoss: "43200.00",
};

async function decided(call: OpenEngine["call"], path: string, verdict: "same" | "other"): Promise<Mapping> {
  const { sheets } = await call("import.previewFiles", { paths: [path] });
  const { mapping, doubts } = sheets[0]!;
  const caseNumbers = Object.fromEntries(numbersOf(doubts).map((one) => [one, verdict]));
  return { ...mapping, format: { ...mapping.format, caseNumbers } };
}

describe("a case number that another case has", () => {
  it("is doubted on the command line before storing and after, and every row is stored", async () => {
    const workspace = at("cli.caseweave");
    const first = await runHere(["import", workspace, register()]);
    expect(first.code, first.complaint).toBe(0);
    expect(numbersOf(JSON.parse(first.out).sources[0].layout.doubts)).toEqual([]);
    const dry = JSON.parse((await runHere(["import", workspace, night(), "--dry-run"])).out);
    expect(reused(dry.sheets[0].doubts)).toEqual([
      { code: "case-number-reused", column: "", values: told, blocking: true },
      expect.objectContaining({ values: expect.objectContaining({ number: number(4), victim: "何立民", loss: "", hereVictim: "马国强" }) }),
    ]);
    const stored = await runHere(["import", workspace, night()]);
    expect(stored.code, stored.complaint).toBe(0);
    const [source] = JSON.parse(stored.out).sources;
    expect(source.rows).toEqual({ read: 5, stored: 5, rejected: 0, skipped: 0, twins: 0 });
    expect(reused(source.layout.doubts).map(({ values, blocking }) => [values, blocking])[0]).toEqual([told, false]);
    expect(stored.complaint).toContain(number(1));
    expect(stored.complaint).toContain(number(4));
    const again = await runHere(["import", workspace, night()]);
    expect(again.complaint).not.toContain(number(1)); // imported before: nothing changed
  }, 120_000);

  it("stands on the page of the case and on the overview with both rows, until its source is gone", async () => {
    const call = await open("page.caseweave");
    await call("import.storeFiles", { paths: [register()] });
    const { sources } = await call("import.storeFiles", { paths: [night()] });
    const { reused: page, attributes } = await call("chart.readEntity", { entity: `case:${number(1)}` });
    expect(page.map(({ values }) => values)).toEqual([told]);
    expect(attributes.filter(({ name }) => name === "case.loss").map(({ value }) => value)).toEqual(["40800.00", "43200.00"]);
    for (const n of [2, 3, 9]) expect((await call("chart.readEntity", { entity: `case:${number(n)}` })).reused).toEqual([]);
    const item = async () => (await call("workspace.readOverview", {})).todo.find(({ kind }) => kind === "reused");
    const id = sources[0]!.id;
    expect(await item()).toEqual({
      kind: "reused",
      values: { count: 2, number: number(1), source: "昨夜警情.csv" },
      stage: "import",
      subject: `source:${id}`,
    });
    await call("import.removeSource", { sourceId: id, reason: "编号错" });
    expect(await item()).toBeUndefined();
  }, 60_000);

  it("goes under a number of its own where somebody says that it is another case, also when its source is read anew", async () => {
    const call = await open("other.caseweave");
    await call("import.storeFiles", { paths: [register()] });
    const { sources } = await call("import.storeFiles", { paths: [night()] });
    const before = await call("import.previewSource", { sourceId: sources[0]!.id });
    expect(numbersOf(before.doubts)).toEqual([number(1), number(4)]);
    const caseNumbers = { [number(1)]: "other", [number(4)]: "other" } as const;
    const mapping: Mapping = { ...before.mapping, format: { ...before.mapping.format, caseNumbers } };
    expect(numbersOf((await call("import.previewSource", { sourceId: sources[0]!.id, mapping })).doubts)).toEqual([]);
    const again = await call("import.reimportSource", { sourceId: sources[0]!.id, mapping });
    expect(numbersOf(again.sources[0]!.layout.doubts)).toEqual([]);
    const own = await call("chart.readEntity", { entity: "case:J341200202611230055" });
    expect(own.attributes.map(({ name, value }) => [name, value])).toContainEqual(["案件编号", number(1)]);
    expect(own.links.filter(({ role }) => role === "victim").map(({ otherLabel }) => otherLabel)).toEqual(["周小梅"]);
    const unnumbered = await call("chart.readEntity", { entity: `case:${number(4)}·昨夜警情` });
    expect(unnumbered.links.filter(({ role }) => role === "victim").map(({ otherLabel }) => otherLabel)).toEqual(["马国强"]);
    const first = await call("chart.readEntity", { entity: `case:${number(1)}` });
    expect(first.links.filter(({ role }) => role === "victim").map(({ otherLabel }) => otherLabel)).toEqual(["邵雨辉"]);
    expect(first.reused).toEqual([]);
    expect((await call("workspace.readOverview", {})).todo.filter(({ kind }) => kind === "reused")).toEqual([]);
  }, 60_000);

  it("joins the case that stands there where somebody says so, and asks no more", async () => {
    const call = await open("same.caseweave");
    await call("import.storeFiles", { paths: [register()] });
    const path = night();
    const mapping = await decided(call, path, "same");
    expect(Object.keys(mapping.format!.caseNumbers!)).toEqual([number(1), number(4)]);
    const { sources } = await call("import.storeFiles", { paths: [path], mapping });
    expect(numbersOf(sources[0]!.layout.doubts)).toEqual([]);
    expect((await call("workspace.readOverview", {})).todo.filter(({ kind }) => kind === "reused")).toEqual([]);
    const { links } = await call("chart.readEntity", { entity: `case:${number(1)}` });
    expect(links.filter(({ role }) => role === "victim").map(({ otherLabel }) => otherLabel)).toEqual(["邵雨辉", "周小梅"]);
    // What was decided about numbers is of that sheet, and no part of a layout.
    await call("import.saveLayout", { mapping: { ...mapping, name: "警情" }, headings: heading.split(",") });
    const layout = (await call("import.listLayouts", {})).find(({ name }) => name === "警情");
    expect(layout?.mapping.format?.caseNumbers).toBeUndefined();
  }, 60_000);

  it("is found between two sheets of one import, and hides its victims where names are masked", async () => {
    const call = await open("masked.caseweave");
    const params = { paths: [register(), night()] };
    const { sources } = await call("import.storeFiles", params, { isMasked: true });
    const doubts = sources.flatMap(({ layout }) => reused(layout.doubts));
    expect(doubts.map(({ values }) => [values.number, values.victim, values.hereVictim])).toEqual([
      [number(1), "邵**", "周**"],
      [number(4), "何**", "马**"],
    ]);
  }, 60_000);

  it("counts a case once, as statistics do: an incident that is a case's own", async () => {
    const call = await open("count.caseweave");
    await call("import.storeFiles", { paths: [register()] });
    await call("import.storeFiles", { paths: [write("警情.csv", [`,J341200202611230077,李强,刷单返利类,2026-11-13 10:00:00,100,`])] });
    const cases = async () => {
      const { entities, mergedCases } = await call("workspace.readInfo", {});
      const { total } = await call("statistics.cases", { from: "2026-01-01", to: "2026-12-31", basis: "occurred", where: [], limit: 10 });
      return [entities.case! - mergedCases, total];
    };
    expect(await cases()).toEqual([5, 5]);
    await call("import.storeFiles", {
      paths: [write("立案.csv", [`${number(8)},J341200202611230077,李强,刷单返利类,2026-11-13 10:00:00,100,`])],
    });
    expect(await cases()).toEqual([5, 5]);
    expect((await call("workspace.readInfo", {})).mergedCases).toBe(1);
  }, 60_000);
});
