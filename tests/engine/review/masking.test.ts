// A masked session over a small demo county: no answer of any call holds a name, number or account in clear, but in its handles.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { isHandle } from "../../../shared/review/maskResult.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { findPersonal, readPersonal } from "../../personalData.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;
let files: readonly string[] = [];
let personal: readonly string[] = [];

const signal = new AbortController().signal;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = true): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

/** All strings that may be shown. */
function shownStrings(value: unknown, key = ""): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((one) => shownStrings(one, key));
  if (value === null || typeof value !== "object") return [];
  const isSheet = "mapping" in value && "sha256" in value;
  return Object.entries(value).flatMap(([name, part]) =>
    isHandle(name, part) || (isSheet && (name === "sheet" || name === "entry")) ? [] : shownStrings(part, name),
  );
}

const leaksOf = (answer: unknown): string[] => findPersonal(shownStrings(answer).join("\n"), personal);

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.03, seed: 5 });
  files = demo.files.map((name) => at(`files/${name}`));
  engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "tester" });
  await ask("import.storeFiles", { paths: [...files] }, false);
  await ask("link.runLinkage", {}, false);
  await ask("group.runSeries", {}, false);
  await ask("resolve.runResolution", {}, false);
  personal = readPersonal(at("demo.caseweave"));
}, 120_000);
afterAll(() => engine.close());

describe("a masked session", () => {
  it("has something to hide", () => {
    expect(personal.length).toBeGreaterThan(300);
  });

  it("shows nothing of a person in any page of any source, nor in previews of the files", async () => {
    const sources = await ask("import.listSources", {});
    const clear = await ask("import.readSourceRows", { sourceId: sources.at(-1)!.id, from: 1, count: 50 }, false);
    expect(leaksOf(clear).length).toBeGreaterThan(10);
    const pages = await Promise.all(sources.map(({ id }) => ask("import.readSourceRows", { sourceId: id, from: 1, count: 200 })));
    const rejects = await Promise.all(sources.map(({ id }) => ask("import.listRejects", { sourceId: id })));
    expect(leaksOf([sources, pages, rejects, await ask("import.listRejects", {})])).toEqual([]);
    expect(leaksOf(await ask("import.previewFiles", { paths: [...files] }))).toEqual([]);
  });

  it("nor in pairs, series, charts, hubs, identities and the overview", async () => {
    const pairs = await ask("link.listPairs", { state: "all", limit: 60 });
    const explained = [];
    for (const { a, b } of pairs.items.slice(0, 40)) explained.push(await ask("link.explainPair", { a, b }));
    const { series } = await ask("group.listSeries", {});
    const details = await Promise.all(series.map((one) => ask("group.readSeries", { series: one.series })));
    const charts = await Promise.all(series.map((one) => ask("chart.openSubject", { subject: `series:${one.series}` })));
    const refs = [...new Set(charts.flatMap(({ nodes }) => nodes.map(({ ref }) => ref)))].slice(0, 150);
    const facts = await Promise.all(refs.map((entity) => ask("chart.readEntity", { entity })));
    const opened = await Promise.all(
      refs.flatMap((ref) => (ref.startsWith("case:") ? [ask("review.readCase", { case: ref.slice(5) })] : [])),
    );
    expect(opened.length).toBeGreaterThan(3);
    expect(leaksOf(opened)).toEqual([]);
    const grown = await Promise.all(refs.slice(0, 40).map((entity) => ask("chart.expandEntity", { entity })));
    const similar = await ask("link.findSimilar", { case: pairs.items[0]!.a });
    const others = [await ask("link.listHubs", {}), await ask("workspace.readOverview", {}), await ask("resolve.listClusters", {})];
    const identities = await ask("resolve.listPairs", { state: "all" });
    const told = [];
    for (const { a, b } of identities.items.slice(0, 10)) told.push(await ask("resolve.explainPair", { a, b }));
    expect(explained.length).toBeGreaterThan(5);
    for (const answer of [pairs, explained, series, details, charts, facts, grown, similar, others, identities, told])
      expect(leaksOf(answer)).toEqual([]);
  });

  it("nor in what a search finds, whole or cut, nor in the audit of it", async () => {
    const words = personal.filter((_, index) => index % Math.ceil(personal.length / 60) === 0);
    for (const word of words) {
      const { hits } = await ask("workspace.searchEntities", { words: word });
      expect(leaksOf(hits)).toEqual([]);
      const clear = await ask("workspace.searchEntities", { words: word }, false);
      expect(hits.map(({ entity }) => entity)).toEqual(clear.hits.map(({ entity }) => entity));
      hits.forEach(({ matched, start, end, field }, at) => {
        const marked = matched.slice(start, end);
        if (marked === "" || field === "pinyin") return;
        expect([marked, start, end]).toEqual([clear.hits[at]!.matched.slice(start, end), clear.hits[at]!.start, clear.hits[at]!.end]);
      });
    }
    expect(leaksOf(await ask("audit.listEntries", { limit: 500 }))).toEqual([]);
  });

  it("nor by a mark over stars, which would say what stands under them", async () => {
    const phone = personal.find((one) => /^1\d{10}$/.test(one))!;
    const hidden = phone.slice(3, 7);
    const { hits } = await ask("workspace.searchEntities", { words: hidden });
    const hit = hits.find(({ entity }) => entity === `phone:${phone}`)!;
    expect(hit.matched).toContain("****");
    expect(hit.end).toBe(hit.start);
    const open = await ask("workspace.searchEntities", { words: phone.slice(0, 3) });
    expect(open.hits.some(({ matched, start, end }) => end > start && !matched.slice(start, end).includes("*"))).toBe(true);
  });

  it("nor by part of a number in the words that the audit keeps of a search", async () => {
    const phone = personal.find((one) => /^1\d{10}$/.test(one))!;
    await ask("workspace.searchEntities", { words: phone.slice(2, 9) });
    const entry = (await ask("audit.listEntries", { limit: 20 })).find(({ action }) => action === "workspace.searchEntities")!;
    expect(entry.detail["words"]).toBe("*******");
    const clear = (await ask("audit.listEntries", { limit: 20 }, false)).find(({ sequence }) => sequence === entry.sequence)!;
    expect(clear.detail["words"]).toBe(phone.slice(2, 9));
  });

  it("nor in the reason that somebody gave for a judgement", async () => {
    const phone = personal.find((one) => /^1\d{10}$/.test(one))!;
    const [a, b] = (await ask("link.listPairs", { limit: 1 }, false)).items.flatMap((pair) => [pair.a, pair.b]);
    await ask("review.recordDecision", { subject: "pair", a: a!, b: b!, verdict: "later", reason: `同一号码 ${phone}，待核` });
    const told = [await ask("review.listDecisions", {}), await ask("link.explainPair", { a: a!, b: b! })];
    expect(JSON.stringify(told)).toContain("同一号码");
    expect(leaksOf(told)).toEqual([]);
    expect(JSON.stringify(told.map((one) => JSON.stringify(one).match(/同一号码[^"]*/)?.[0]))).not.toContain(phone);
  });

  it("nor by a statement of one's own, which could take a number apart: it is not run while masked", async () => {
    const sql = "SELECT hex(key) a, substr(key, 1, 6) b, substr(key, 7) c, key || '0' d, CAST(key AS INTEGER) + 1 e FROM v_entity";
    const codeOf = (error: { code: string }) => error.code;
    expect(await ask("workspace.queryViews", { sql }).catch(codeOf)).toBe("masked-refused");
    expect(await ask("workspace.queryGraph", { cypher: "MATCH (n) RETURN substring(n.key, 1)" }).catch(codeOf)).toBe("masked-refused");
    expect((await ask("workspace.queryViews", { sql }, false)).rows.length).toBeGreaterThan(100);
  });

  it("nor in decisions and in errors", async () => {
    const { items } = await ask("resolve.listPairs", { state: "all" });
    if (items[0])
      await ask("review.recordDecision", { subject: "identity", a: items[0].a, b: items[0].b, verdict: "later", reason: "待核" });
    expect(leaksOf(await ask("review.listDecisions", {}))).toEqual([]);
    const error = await ask("chart.readEntity", { entity: `vehicle:${personal[0]}` }).catch((one) => one.details);
    expect(leaksOf(Object.values(error as object))).toEqual([]);
  });
});
