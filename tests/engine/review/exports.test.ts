// Every file that leaves a masked session holds no name and no number in clear; every file of an open one tells the same chart; a list leads to its rows.
import { writeFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { chartFormats, type ExportedFile, listFormats } from "../../../shared/review/exportCalls.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { listNames } from "../../../shared/trace/lists/index.ts";
import { findPersonal, readPersonal } from "../../personalData.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
let engine: Engine;
let personal: readonly string[] = [];
let series = "";

const signal = new AbortController().signal;

async function ask<Name extends CallName>(name: Name, params: Input<Name>, isMasked = true): Promise<Result<Name>> {
  return (await engine.dispatch(name, params, { signal, isMasked, report: () => {} })) as Result<Name>;
}

const bytesOf = ({ base64 }: ExportedFile): Buffer => Buffer.from(base64, "base64");

/** Everything readable in a file: text, parts of a zip, streams of a PDF. */
function textsOf(file: ExportedFile): string {
  const bytes = bytesOf(file);
  if (/\.(xlsx|docx|pptx)$/.test(file.file))
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join("\n");
  if (!file.file.endsWith(".pdf")) return bytes.toString("utf8");
  const text = bytes.toString("latin1");
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => {
    const packed = Buffer.from(body!, "latin1");
    return packed[0] === 0x78 ? inflateSync(packed).toString("latin1") : body!;
  });
  return [text, ...streams].join("\n");
}

beforeAll(async () => {
  const demo = await writeDemoFiles(at("files"), { scale: 0.03, seed: 5 });
  engine = await createEngine({ workspacePath: at("demo.caseweave"), user: "analyst-zhao" });
  await ask("import.storeFiles", { paths: demo.files.map((name) => at(`files/${name}`)) }, false);
  await ask("link.runLinkage", {}, false);
  await ask("group.runSeries", {}, false);
  personal = readPersonal(at("demo.caseweave"));
  series = (await ask("group.listSeries", { sort: "loss" }, false)).series[0]!.series;
}, 120_000);
afterAll(() => engine.close());

describe("files of a masked session", () => {
  it.each(chartFormats)("holds nobody in clear, no user, no path: chart as %s", async (format) => {
    const file = await ask("review.exportChart", { subject: `series:${series}`, format });
    expect(file.isMasked).toBe(true);
    const text = textsOf(file);
    expect(findPersonal(text, personal)).toEqual([]);
    expect(text).not.toMatch(/analyst-zhao|\/tmp\/|\/home\/|\/root\//);
  });

  it.each(listNames.flatMap((list) => listFormats.map((format) => [list, format] as const)))(
    "holds nobody in clear: list %s as %s",
    async (list, format) => {
      const file = await ask("review.exportList", { from: [`series:${series}`], list, format });
      expect(findPersonal(textsOf(file), personal)).toEqual([]);
    },
  );

  it("would be found out: an open session's files do hold them", async () => {
    const file = await ask("review.exportChart", { subject: `series:${series}`, format: "xlsx" }, false);
    expect(findPersonal(textsOf(file), personal).length).toBeGreaterThan(3);
  });
});

function xmlItems(text: string, names: readonly string[]): { name: string; attributes: Record<string, string> }[] {
  const items: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (names.includes(name)) items.push({ name, attributes: attributes as Record<string, string> });
  });
  parser.write(text).close();
  return items;
}

describe("files of an open session", () => {
  it("tell the same chart in every data format: as many entities and links, each with its key and place", async () => {
    const chart = await ask("chart.openSubject", { subject: `series:${series}` }, false);
    const text = async (format: "json" | "graphml" | "gexf" | "anx") =>
      textsOf(await ask("review.exportChart", { subject: `series:${series}`, format }, false));
    const json = JSON.parse(await text("json")) as { nodes: { kind: string; key: string; x: number }[]; links: unknown[] };
    expect(json.nodes.map(({ kind, key }) => `${kind}:${key}`).sort()).toEqual(chart.nodes.map(({ ref }) => ref).sort());
    expect(json.links.length).toBe(chart.links.length);
    const counts = [json.nodes.length, json.links.length];
    const graphml = xmlItems(await text("graphml"), ["node", "edge"]);
    const gexf = xmlItems(await text("gexf"), ["node", "edge", "viz:position"]);
    const anx = xmlItems(await text("anx"), ["Entity", "Link", "End"]);
    const count = (items: readonly { name: string }[], name: string) => items.filter((item) => item.name === name).length;
    expect([count(graphml, "node"), count(graphml, "edge")]).toEqual(counts);
    expect([count(gexf, "node"), count(gexf, "edge"), count(gexf, "viz:position")]).toEqual([...counts, counts[0]]);
    expect([count(anx, "Entity"), count(anx, "Link"), count(anx, "End")]).toEqual([...counts, counts[0]]);
    const identities = anx.filter(({ name }) => name === "Entity").map(({ attributes }) => attributes["Identity"]!);
    expect(identities.sort()).toEqual(chart.nodes.map(({ ref }) => parseEntityRef(ref).key).sort());
  });

  it.each(["anx"] as const)("come back as the same chart: entities, links, places and dates through %s", async (format) => {
    const chart = await ask("chart.openSubject", { subject: `series:${series}` }, false);
    const file = await ask("review.exportChart", { subject: `series:${series}`, format }, false);
    const json = JSON.parse(textsOf(await ask("review.exportChart", { subject: `series:${series}`, format: "json" }, false))) as {
      nodes: { kind: string; key: string; x: number; y: number }[];
    };
    writeFileSync(at(`back.${format}`), bytesOf(file));
    const other = await createEngine({ workspacePath: at(`back-${format}.caseweave`), user: "tester" });
    try {
      const call = (name: string, params: object) => other.dispatch(name, params, { signal, report: () => {} });
      const { sources } = (await call("import.storeFiles", { paths: [at(`back.${format}`)] })) as Result<"import.storeFiles">;
      expect(sources[0]!.rows).toMatchObject({ stored: chart.nodes.length + chart.links.length, rejected: 0 });
      // A person whose key is no identity number gets one of its own in ANX, as names are no keys.
      const known = chart.nodes.map(({ ref }) => ref).filter((ref) => !/^person:(?!\d{17}[\dX]$)/.test(ref));
      const back = (await call("chart.readElements", { refs: known })) as Result<"chart.readElements">;
      expect(back.missing).toEqual([]);
      const ends = (links: typeof chart.links) => {
        const there = new Set(known);
        return links.filter(({ from, to }) => there.has(from) && there.has(to)).map(({ kind, from, to }) => [kind, from, to].join("|"));
      };
      expect([...new Set(ends(back.links))].sort()).toEqual([...new Set(ends(chart.links))].sort());
      const placed = json.nodes.find(({ kind, key }) => known.includes(`${kind}:${key}`))!;
      const facts = (await call("chart.readEntity", { entity: `${placed.kind}:${placed.key}` })) as Result<"chart.readEntity">;
      const values = Object.fromEntries(facts.attributes.map(({ name, value }) => [name, value]));
      expect([Number(values.x), Number(values.y)]).toEqual([placed.x, placed.y]);
    } finally {
      await other.close();
    }
  });

  it.each(["anx", "graphml", "gexf"] as const)(
    "opens as the same chart after the way through %s: places, grades, what is switched off, Chinese labels",
    async (format) => {
      const { nodes, links } = await ask("chart.openSubject", { subject: `series:${series}` }, false);
      // A person whose key is no identity number gets one of its own, as names are no keys.
      const kept = nodes.filter(({ ref }) => !/^person:(?!\d{17}[\dX]$)/.test(ref));
      const known = new Set(kept.map(({ ref }) => ref));
      const between = links.filter(({ from, to, kind }) => known.has(from) && known.has(to) && kind !== "evidence");
      const grades = [
        { id: kept[0]!.ref, scheme: "4x4" as const, source: "B" as const, information: 2, handling: null },
        { id: kept[1]!.ref, scheme: "5x5x5" as const, source: "E" as const, information: 5, handling: 3 },
        { id: between[0]!.id, scheme: "4x4" as const, source: "A" as const, information: 1, handling: null },
      ];
      const document = {
        version: 1 as const,
        nodes: kept.map(({ ref }, i) => ({ ref, x: 40 * i, y: 300 - 25 * i })),
        links: between.map(({ id }) => id),
        filter: { hiddenKinds: [], from: null, until: null },
        disabled: [kept[2]!.ref, between[1]!.id],
        grades,
      };
      const file = await ask("review.exportChart", { document, format }, false);
      writeFileSync(at(`same.${format}`), bytesOf(file));
      const other = await createEngine({ workspacePath: at(`same-${format}.caseweave`), user: "tester" });
      try {
        const call = (name: string, params: object) => other.dispatch(name, params, { signal, report: () => {} });
        const { sources } = (await call("import.storeFiles", { paths: [at(`same.${format}`)] })) as Result<"import.storeFiles">;
        const back = (await call("chart.openSubject", { subject: `source:${sources[0]!.id}` })) as Result<"chart.openSubject">;
        const labels = (list: typeof nodes) => list.map(({ ref, label }) => `${ref} ${label}`).sort();
        expect(labels(back.nodes)).toEqual(labels(kept));
        const ends = (list: typeof links) => list.map(({ kind, from, to }) => `${kind}|${from}|${to}`).sort();
        expect(ends(back.links)).toEqual(ends(between));
        const places = (list: readonly { ref: string; x: number; y: number }[]) =>
          Object.fromEntries(list.map(({ ref, x, y }) => [ref, [x, y]]));
        expect(places(back.marks!.places)).toEqual(places(document.nodes));
        const byId = <Item extends { readonly id: string }>(list: readonly Item[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(back.marks!.grades)).toEqual(byId(grades));
        expect([...back.marks!.disabled].sort()).toEqual([...document.disabled].sort());
        await expect(call("chart.openSubject", { subject: "source:999" })).rejects.toThrow("source-unknown");
      } finally {
        await other.close();
      }
    },
  );

  it("writes the same bytes for the same chart", async () => {
    const params = { subject: `series:${series}`, format: "xlsx" } as const;
    const [first, second] = [await ask("review.exportChart", params, false), await ask("review.exportChart", params, false)];
    const sheet = (file: ExportedFile) => textsOf(file).replaceAll(/<oddFooter>.*?<\/oddFooter>/g, "");
    expect(sheet(first)).toBe(sheet(second));
  });

  it("keeps the places of a document, and says what is switched off", async () => {
    const { nodes, links } = await ask("chart.openSubject", { subject: `series:${series}` }, false);
    const document = {
      version: 1 as const,
      nodes: nodes.map(({ ref }, i) => ({ ref, x: i * 10, y: 7 - i * 7 })),
      links: links.map(({ id }) => id),
      filter: { hiddenKinds: [], from: null, until: null },
      disabled: [links[0]!.id],
    };
    const file = await ask("review.exportChart", { document, format: "json", title: "研判<一>/a" }, false);
    const graph = JSON.parse(textsOf(file)) as {
      nodes: { kind: string; key: string; x: number; y: number }[];
      links: { isDisabled: boolean }[];
    };
    const places = Object.fromEntries(graph.nodes.map(({ kind, key, x, y }) => [`${kind}:${key}`, [x, y]]));
    expect(places).toEqual(Object.fromEntries(document.nodes.map(({ ref, x, y }) => [ref, [x, y]])));
    expect(graph.links.filter(({ isDisabled }) => isDisabled).length).toBe(1);
    expect(file.file).toBe("研判_一__a.json");
  });

  it("refuses an empty chart and one that is not kept", async () => {
    const empty = { version: 1 as const, nodes: [], links: [], filter: { hiddenKinds: [], from: null, until: null } };
    await expect(ask("review.exportChart", { document: empty, format: "svg" })).rejects.toThrow("chart-empty");
    await expect(ask("review.exportChart", { chart: "C-99", format: "svg" })).rejects.toThrow("chart-unknown");
  });
});
