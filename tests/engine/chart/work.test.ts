// A chart in a real workspace: evidence comes back with it and goes into files; what is worked on is kept step by step; a masked session stores nothing masked.
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { type ChartDocument, chartDocumentSchema } from "../../../shared/chart/document.ts";
import { fromDocument } from "../../../shared/chart/graphModel.ts";
import type { StoredStep } from "../../../shared/chart/stepSchema.ts";
import { packStep } from "../../../shared/chart/storedSteps.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;
let pair: readonly [string, string] = ["", ""];

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = false): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal: new AbortController().signal, isMasked, report: () => {} })) as Result<Name>;
}

const documentOf = (part: object = {}): ChartDocument =>
  chartDocumentSchema.parse({ version: 1, nodes: [], links: [], filter: { hiddenKinds: [], from: null, until: null }, ...part });

const evidence = () => `evidence|case:${pair[0]}|case:${pair[1]}`;
const twoCases = () => pair.map((number, i) => ({ ref: `case:${number}`, x: i * 300, y: 0 }));
const step = (n: number): StoredStep => packStep({ name: { code: "move", n }, forward: [], backward: [] });

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.02, seed: 5 });
  engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "analyst-zhao" });
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) });
  await ask("link.runLinkage", {});
  const [best] = (await ask("link.listPairs", {})).items;
  pair = [best!.a, best!.b];
}, 120_000);
afterAll(() => engine.close());

describe("evidence between two cases on a kept chart", () => {
  it("is there when the chart is opened again, with the bits of the last linkage", async () => {
    const stale = { id: evidence(), from: `case:${pair[0]}`, to: `case:${pair[1]}`, kind: "evidence", directed: false, count: 1 };
    const carried = [{ ...stale, sum: 0.1, firstAt: null, lastAt: null, confirmed: false }];
    const kept = await ask("chart.saveChart", {
      id: null,
      name: "图",
      document: documentOf({ nodes: twoCases(), links: [evidence()], carried }),
    });
    const { document } = await ask("chart.readChart", { id: kept.id });
    const elements = await ask("chart.readElements", { refs: document.nodes.map(({ ref }) => ref), links: document.links });
    const link = fromDocument(document, elements).links.get(evidence());
    expect(link?.sum).toBeGreaterThan(1);
    const file = await ask("review.exportChart", { chart: kept.id, format: "json" });
    expect(Buffer.from(file.base64, "base64").toString("utf8")).toContain('"evidence"');
  });

  it("is found for a chart that was kept before documents carried it, and stays as it was where no linkage scores it any more", async () => {
    const old = documentOf({ nodes: twoCases(), links: [evidence()] });
    const elements = await ask("chart.readElements", { refs: old.nodes.map(({ ref }) => ref), links: old.links });
    expect(fromDocument(old, elements).links.get(evidence())?.kind).toBe("evidence");
    const gone = { id: "evidence|case:x|case:y", from: `case:${pair[0]}`, to: `case:${pair[1]}`, kind: "evidence", directed: false };
    const carried = [{ ...gone, count: 1, sum: 3.5, firstAt: null, lastAt: null, confirmed: true }];
    const unscored = documentOf({ nodes: twoCases(), links: [gone.id], carried });
    expect(fromDocument(unscored, { nodes: elements.nodes, links: [] }).links.get(gone.id)?.sum).toBe(3.5);
  });
});

describe("what is worked on", () => {
  const save = (session: string, first: number, from: number, steps: readonly StoredStep[], done: number) =>
    ask("chart.saveWork", { chart: "series:S-1", session, name: "S-1", document: documentOf(), first, from, steps: [...steps], done });
  const numbers = async () => (await ask("chart.readWork", { chart: "series:S-1" }))!.steps.map(({ name }) => name.n);

  it("is kept by its new steps: appended, replaced after an undo, forgotten at the front", async () => {
    await save("a", 0, 0, [step(0), step(1), step(2)], 3);
    await save("a", 0, 3, [step(3)], 4);
    await save("a", 0, 2, [step(12)], 3);
    expect(await numbers()).toEqual([0, 1, 12]);
    await save("a", 1, 3, [step(13)], 3);
    expect(await numbers()).toEqual([1, 12, 13]);
    expect(await ask("chart.readWork", { chart: null })).toMatchObject({ id: "series:S-1", first: 1, done: 3 });
  });

  it("of another window is not mixed in: that one is told to send its history whole", async () => {
    expect((await save("b", 0, 4, [step(5)], 5)).isBehind).toBe(true);
    expect(await numbers()).toEqual([1, 12, 13]);
    expect((await save("b", 0, 0, [step(7)], 1)).isBehind).toBe(false);
    expect(await numbers()).toEqual([7]);
  });

  it("goes with its snapshots to the chart that is kept of it, and with that chart when it is removed", async () => {
    await ask("chart.saveSnapshot", { chart: "series:S-1", name: "周研判", document: documentOf({ nodes: twoCases() }) });
    const { id } = await ask("chart.saveChart", { id: null, name: "S-1", document: documentOf(), work: "series:S-1" });
    expect(await ask("chart.readWork", { chart: "series:S-1" })).toBeNull();
    expect((await ask("chart.readWork", { chart: id }))!.steps).toHaveLength(1);
    const [taken] = await ask("chart.listSnapshots", { chart: id });
    expect(taken).toMatchObject({ number: 1, name: "周研判", by: "analyst-zhao", entities: 2 });
    expect((await ask("chart.readSnapshot", { chart: id, number: 1 })).document.nodes).toHaveLength(2);
    await ask("chart.deleteChart", { id });
    expect(await ask("chart.listSnapshots", { chart: id })).toEqual([]);
    await expect(ask("chart.readSnapshot", { chart: id, number: 1 })).rejects.toThrow("snapshot-unknown");
  });
});

describe("a file attached to a note", () => {
  it("is kept once under its hash, comes back as it was, and a changed byte is told", async () => {
    const file = { name: "指认照片.txt", mediaType: "text/plain", base64: Buffer.from("照片").toString("base64") };
    const kept = await ask("chart.saveAttachment", file);
    expect(kept).toMatchObject({ size: 6, name: file.name });
    expect(await ask("chart.saveAttachment", { ...file, name: "again.txt" })).toMatchObject({ sha256: kept.sha256 });
    expect(await ask("chart.readAttachment", { sha256: kept.sha256 })).toEqual(file);
    await expect(ask("chart.readAttachment", { sha256: "0" })).rejects.toThrow("attachment-unknown");
    await expect(ask("chart.readAttachment", { sha256: kept.sha256 }, true)).rejects.toThrow("masked-refused");
    await engine.close();
    const raw = new BetterSqlite3(at("demo.caseweave"));
    raw.prepare("UPDATE chart_attachment SET bytes = ? WHERE sha256 = ?").run(Buffer.from("照牌"), kept.sha256);
    raw.close();
    engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "analyst-zhao" });
    await expect(ask("chart.readAttachment", { sha256: kept.sha256 })).rejects.toThrow("attachment-changed");
  });
});

describe("a masked session", () => {
  const note = (text: string) => ({
    ...{ id: "n1", shape: "note" as const, on: null, text, author: "沈", at: "2026-11-18T09:00:00Z", x: 0, y: 0, width: 160, height: 60 },
    attachments: [],
  });

  it("is shown notes masked, and keeps them clear when it keeps the chart", async () => {
    const text = "机主称 13812345678 已停用";
    const disabled = ["phone:13812345678"];
    const { id } = await ask("chart.saveChart", { id: null, name: "注", document: documentOf({ notes: [note(text)], disabled }) });
    const { document } = await ask("chart.readChart", { id }, true);
    expect(document.notes[0]!.text).toBe("机主称 138****5678 已停用");
    expect(document.disabled).toEqual(disabled);
    const more = { ...document, notes: [...document.notes, { ...note("第二条"), id: "n2" }] };
    await ask("chart.saveChart", { id, name: "注", document: more }, true);
    expect((await ask("chart.readChart", { id })).document.notes.map((one) => one.text)).toEqual([text, "第二条"]);
  });
});
