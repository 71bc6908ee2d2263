// GraphML and GEXF end to end: plain, packed, in UTF-16; what is stored, and that broken files leave nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { createSentences, errorSentence } from "../../../electron/words.ts";
import { toWire } from "../../../shared/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-graphs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context = { signal: new AbortController().signal, report: () => undefined };
let count = 0;

async function importBytes(name: string, bytes: Uint8Array | string) {
  const engine = await createEngine({ workspacePath: join(folder, `${++count}.caseweave`) });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const ask = async (sql: string) => ((await engine.dispatch("workspace.queryViews", { sql }, context)) as { rows: unknown[] }).rows;
  try {
    await engine.dispatch("import.storeFiles", { paths: [path] }, context);
    return {
      nodes: await ask("SELECT kind, key, label FROM v_entity ORDER BY key"),
      links:
        await ask(`SELECT l.kind, a.key AS source, b.key AS target, l.directed, l.weight, substr(l.at, 1, 10) AS at, substr(l.until, 1, 10) AS until
        FROM v_link l JOIN v_entity a ON a.id = l.from_id JOIN v_entity b ON b.id = l.to_id ORDER BY l.id`),
      values: await ask("SELECT e.key, t.name, t.value FROM v_attribute t JOIN v_entity e ON e.id = t.entity_id ORDER BY 1, 2"),
      error: "",
    };
  } catch (error) {
    const left = [await ask("SELECT id FROM v_entity"), await ask("SELECT id FROM v_source")];
    expect(left).toEqual([[], []]);
    return { nodes: [], links: [], values: [], error: errorSentence(createSentences("zh-CN"), toWire(error)) };
  } finally {
    await engine.close();
  }
}

const graphml = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="n" for="node" attr.name="name" attr.type="string"/>
  <key id="c" for="node" attr.name="city"><default>云津</default></key>
  <key id="w" for="edge" attr.name="weight" attr.type="double"/>
  <graph edgedefault="undirected">
    <node id="1"><data key="n">张三</data></node>
    <node id="2"><data key="n">李四</data><data key="c">澄江</data></node>
    <edge source="1" target="2"><data key="w">2.5</data></edge>
    <edge source="1" target="2" directed="true"/>
    <edge source="2" target="2"/>
  </graph>
</graphml>`;

const wanted = {
  nodes: [
    { kind: "thing", key: "1", label: "张三" },
    { kind: "thing", key: "2", label: "李四" },
  ],
  links: [
    { kind: "related", source: "1", target: "2", directed: 0, weight: 2.5, at: null, until: null },
    { kind: "related", source: "1", target: "2", directed: 1, weight: null, at: null, until: null },
    { kind: "related", source: "2", target: "2", directed: 0, weight: null, at: null, until: null },
  ],
};

it("reads a GraphML file whole: parallel edges, loops, direction, weights, defaults", async () => {
  const { nodes, links, values } = await importBytes("a.graphml", graphml);
  expect({ nodes, links }).toEqual(wanted);
  expect(values).toContainEqual({ key: "1", name: "city", value: "云津" });
  expect(values).toContainEqual({ key: "2", name: "city", value: "澄江" });
});

it("reads the same packed and in UTF-16", async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(graphml.replace("UTF-8", "UTF-16"), "utf16le")]);
  const packed = zipSync({ "inner/a.graphml": Buffer.from(graphml) });
  for (const [name, bytes] of [
    ["a.graphml.gz", gzipSync(graphml)],
    ["a.zip", packed],
    ["b.graphml", utf16],
  ] as const) {
    const { nodes, links } = await importBytes(name, bytes);
    expect({ nodes, links }, name).toEqual(wanted);
  }
});

it("keeps kind, times and undeclared ends of GEXF edges", async () => {
  const { nodes, links } = await importBytes(
    "a.gexf",
    `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed" mode="dynamic">
      <nodes><node id="a" label="甲"/></nodes>
      <edges><edge id="0" source="a" target="b" kind="calls" weight="3" start="2026-05-01" end="2026-05-04"/></edges></graph></gexf>`,
  );
  expect(nodes.length).toBe(2);
  expect(links).toEqual([{ kind: "calls", source: "a", target: "b", directed: 1, weight: 3, at: "2026-05-01", until: "2026-05-04" }]);
});

it.each([
  ["cut off in an edge", graphml.slice(0, graphml.indexOf("<edge") + 20), "第 9 行"],
  ["tags crossed", graphml.replace("</node>", "</nodes>"), "第 7 行"],
  ["an edge without an end", graphml.replace('target="2" directed', "directed"), "第 10 行"],
  ["a node without an id", graphml.replace('<node id="1">', "<node>"), "第 7 行"],
  ["no graph in it", "<graphml><graph/></graphml>", "没有图"],
  ["a document type with entities", `<!DOCTYPE graphml [<!ENTITY a "b">]>${graphml.slice(graphml.indexOf("<graphml"))}`, ""],
])("refuses %s whole, with the line, and leaves nothing", async (_name, text, words) => {
  const { error } = await importBytes("broken.graphml", text);
  expect(error).not.toBe("");
  expect(error).toContain(words);
  expect(error).not.toMatch(/xml-|graph-/);
});

it("takes a page that quotes a graph for what it is", async () => {
  expect((await importBytes("page.html", "<html><body><p>&lt;graphml&gt; <graphml></p></body></html>")).error).not.toBe("");
});

it("reads the nodes and the links of a JSON network, a sheet each", async () => {
  const { nodes, links } = await importBytes(
    "net.json",
    JSON.stringify({
      directed: false,
      nodes: [
        { id: "a", name: "甲" },
        { id: "b", name: "乙" },
      ],
      links: [{ source: "a", target: "b", weight: 2 }],
    }),
  );
  expect(nodes).toEqual([
    { kind: "thing", key: "a", label: "甲" },
    { kind: "thing", key: "b", label: "乙" },
  ]);
  expect(links).toMatchObject([{ source: "a", target: "b", weight: 2 }]);
});
