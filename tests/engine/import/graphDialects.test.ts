// GEXF 1.1 to 1.3 and GraphML as tools write them: looks, spells, lists, parents, ports, mutual and nested direction, keys of one name, repeated ids.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { createSentences, errorSentence } from "../../../electron/words.ts";
import { toWire } from "../../../shared/errors.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
const context = { signal: new AbortController().signal, report: () => undefined };

interface Read {
  readonly links: readonly (readonly [
    kind: string,
    source: string,
    target: string,
    directed: number,
    at: string | null,
    until: string | null,
  ])[];
  readonly values: Readonly<Record<string, string>>;
  readonly linkValues: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly doubts: readonly string[];
}

async function read(name: string, text: string): Promise<Read> {
  const engine = await createEngine({ workspacePath: at(`${name}.caseweave`) });
  writeFileSync(at(name), text);
  const ask = async <Row>(sql: string) => ((await engine.dispatch("workspace.queryViews", { sql }, context)) as { rows: Row[] }).rows;
  const { sources } = (await engine.dispatch("import.storeFiles", { paths: [at(name)] }, context)) as {
    sources: { layout: { doubts: { code: string; values: { value?: string; count: number } }[] } }[];
  };
  const links = await ask<Record<string, string | number>>(`SELECT l.kind, a.key AS source, b.key AS target, l.directed,
    substr(l.at, 1, 10) AS at, substr(l.until, 1, 10) AS until FROM v_link l JOIN v_entity a ON a.id = l.from_id JOIN v_entity b ON b.id = l.to_id ORDER BY l.id`);
  const values = await ask<{ key: string; name: string; value: string }>(
    "SELECT e.key, t.name, t.value FROM v_attribute t JOIN v_entity e ON e.id = t.entity_id ORDER BY 1, 2",
  );
  const linkValues = await ask<{ name: string; value: string }>("SELECT name, value FROM v_link_attribute ORDER BY link_id, name");
  const labels = await ask<{ key: string; label: string }>("SELECT key, label FROM v_entity ORDER BY key");
  await engine.close();
  return {
    links: links.map((one) => [
      one["kind"],
      one["source"],
      one["target"],
      one["directed"],
      one["at"],
      one["until"],
    ]) as unknown as Read["links"],
    values: Object.fromEntries(values.map(({ key, name: property, value }) => [`${key}.${property}`, value])),
    linkValues: linkValues.map(({ name: property, value }) => `${property}=${value}`),
    labels: Object.fromEntries(labels.map(({ key, label }) => [key, label])),
    doubts: (sources[0]?.layout.doubts ?? []).map(({ code, values: { value, count } }) => `${code} ${value ?? ""} ${count}`),
  };
}

it("reads GEXF 1.1 with looks, lists, spells and slices", async () => {
  const { links, values, linkValues } = await read(
    "one.gexf",
    `<gexf xmlns="http://www.gexf.net/1.1draft" xmlns:viz="http://www.gexf.net/1.1draft/viz" version="1.1">
    <graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
      <attributes class="node" mode="static"><attribute id="0" title="tags" type="liststring"/></attributes>
      <attributes class="node" mode="dynamic"><attribute id="1" title="size" type="float"/></attributes>
      <nodes>
        <node id="a" label="甲" start="2026-01-01" end="2026-06-30" note="自注">
          <attvalues><attvalue for="0" value="red|blue"/><attvalue for="1" value="1" end="2026-02-01"/><attvalue for="1" value="2" start="2026-02-02"/>
            <attvalue for="7" value="未声明"/></attvalues>
          <viz:color r="255" g="16" b="0" a="0.5"/><viz:position x="1.5" y="-2" z="0"/><viz:size value="12"/><viz:shape value="disc"/>
        </node>
        <node id="b" label="乙"/>
      </nodes>
      <edges>
        <edge id="0" source="a" target="b" label="转账">
          <spells><spell start="2026-01-01" end="2026-01-31"/><spell start="2026-03-01" end="2026-03-31"/></spells>
          <viz:thickness value="3"/>
        </edge>
        <edge id="1" source="b" target="a" type="mutual"/>
        <edge id="2" source="b" target="a" type="directed" start="2026-05-01"/>
      </edges>
    </graph></gexf>`,
  );
  expect(links).toEqual([
    ["转账", "a", "b", 0, "2026-01-01", "2026-03-31"],
    ["related", "b", "a", 0, null, null],
    ["related", "b", "a", 1, "2026-05-01", null],
  ]);
  expect(values).toEqual({
    "a.tags": "red|blue",
    "a.size": "1 [ – 2026-02-01]; 2 [2026-02-02 – ]",
    "a.7": "未声明",
    "a.note": "自注",
    "a.start": "2026-01-01",
    "a.end": "2026-06-30",
    "a.viz.color": "#ff1000",
    "a.viz.alpha": "0.5",
    "a.viz.x": "1.5",
    "a.viz.y": "-2",
    "a.viz.z": "0",
    "a.viz.size": "12",
    "a.viz.shape": "disc",
  });
  expect(linkValues).toEqual(["spells=2026-01-01 – 2026-01-31; 2026-03-01 – 2026-03-31", "viz.thickness=3", "direction=mutual"]);
});

it("reads GEXF 1.2 and 1.3: parents by pid, by nesting and several, a colour in hexadecimal, kind beside label", async () => {
  const { links, values, linkValues, doubts } = await read(
    "two.gexf",
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="directed">
      <nodes>
        <node id="p" label="团伙"><viz:color hex="#EFAD42"/><nodes><node id="c" label="成员"><nodes><node id="d"/></nodes></node></nodes></node>
        <node id="e" pid="p"/><node id="f"><parents><parent for="p"/><parent for="c"/></parents></node><node id="e" label="又一次"/>
      </nodes>
      <edges><edge source="c" target="x" kind="calls" label="通话" weight="2"/></edges></graph></gexf>`,
  );
  expect(values).toEqual({ "p.viz.color": "#EFAD42", "c.parent": "p", "d.parent": "c", "e.parent": "p", "f.parent": "p; c" });
  expect(links).toEqual([["calls", "c", "x", 1, null, null]]);
  expect(linkValues).toEqual(["label=通话"]);
  expect(doubts).toEqual(["undeclared-end x 1", "graph-node-repeated e 1"]);
});

it("reads GraphML with nested graphs, ports, two keys of one name and descriptions", async () => {
  const { links, values, linkValues } = await read(
    "nested.graphml",
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="d0" for="node" attr.name="name"/><key id="d1" for="node" attr.name="name"/><key id="d2" for="all" attr.name="since"/>
    <graph edgedefault="directed">
      <node id="g"><data key="d0">外层</data><data key="d1">别名</data><desc>一个小组</desc><port name="上"/><port name="下"/>
        <graph id="g:" edgedefault="undirected"><node id="g::a"/><node id="g::b"/><edge source="g::a" target="g::b"/></graph>
      </node>
      <node id="h"/>
      <edge source="g" target="h" sourceport="上" targetport="入"><data key="d2">2026</data></edge>
    </graph></graphml>`,
  );
  expect(links).toEqual([
    ["related", "g::a", "g::b", 0, null, null],
    ["related", "g", "h", 1, null, null],
  ]);
  expect(values).toEqual({
    "g.name": "外层",
    "g.name (d1)": "别名",
    "g.desc": "一个小组",
    "g.port": "上; 下",
    "g::a.parent": "g",
    "g::b.parent": "g",
  });
  expect(linkValues).toEqual(["since=2026", "sourceport=上", "targetport=入"]);
});

it("reads a drawing of yEd: words, place and colour", async () => {
  const { links, values, labels } = await read(
    "drawn.graphml",
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
    <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
    <graph edgedefault="directed">
      <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30" width="60" x="10" y="20"/><y:Fill color="#FFCC00" transparent="false"/>
        <y:NodeLabel visible="true">张三<y:LabelModel/></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data></node>
      <node id="n1"/>
      <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>指挥</y:EdgeLabel></y:PolyLineEdge></data></edge>
    </graph></graphml>`,
  );
  expect(labels).toEqual({ n0: "张三", n1: "n1" });
  expect(links.map(([kind]) => kind)).toEqual(["指挥"]);
  expect(values).toMatchObject({ "n0.viz.x": "10", "n0.viz.width": "60", "n0.viz.color": "#FFCC00", "n0.viz.shape": "rectangle" });
});

it.each(["zh-CN", "en"] as const)("says on which line, and why, a file is refused (%s)", async (language) => {
  const lol = `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n <!ENTITY lol "lol">\n <!ENTITY lol2 "&lol;&lol;">\n]>\n<graphml><graph><node id="&lol2;"/></graph></graphml>`;
  const hyper = `<graphml><graph>\n<node id="a"/>\n<hyperedge><endpoint node="a"/></hyperedge></graph></graphml>`;
  for (const [name, text, line] of [
    ["bad.lol.graphml", lol, 2],
    ["long.lol.graphml", lol.replace("]>", ` ${'<!ENTITY x "&lol;">'.repeat(400)}]>`), 2],
    ["hyper.graphml", hyper, 3],
  ] as const) {
    const sentence = errorSentence(createSentences(language), toWire(await read(name, text).catch((error: unknown) => error)));
    expect(sentence).toContain(name);
    expect(sentence).toMatch(language === "en" ? new RegExp(`line ${line}\\b`, "i") : new RegExp(`第 ${line} 行`));
    expect(sentence).not.toMatch(/[{}]|xml-|graph-/);
  }
});
