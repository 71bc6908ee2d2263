// Graphs in other dress: i2 charts, neo4j-admin sets, matrices, databases. What is stored of nodes and edges, and what is refused.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { createSentences, errorSentence } from "../../../electron/words.ts";
import { toWire } from "../../../shared/errors.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "./openEngine.ts";

const at = freshFolder();
let engine: OpenEngine | null = null;
let count = 0;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const fresh = async (): Promise<OpenEngine> => {
  await engine?.close();
  engine = await openEngine(at(`${++count}.caseweave`));
  return engine;
};

function save(name: string, content: string | Uint8Array): string {
  const path = at(`${++count}/${name}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function importAll(paths: readonly string[], sheets?: readonly string[]) {
  const { call } = await fresh();
  const { sources } = await call("import.storeFiles", { paths: [...paths], ...(sheets && { sheets: [...sheets] }) });
  const ask = async (sql: string) => (await call("workspace.queryViews", { sql })).rows;
  return {
    sources,
    nodes: await ask("SELECT kind, key, label FROM v_entity ORDER BY kind, key"),
    links: await ask(`SELECT l.kind, a.kind || ':' || a.key AS "from", b.kind || ':' || b.key AS "to", l.directed, l.weight
      FROM v_link l JOIN v_entity a ON a.id = l.from_id JOIN v_entity b ON b.id = l.to_id ORDER BY l.id`),
    ofNodes: await ask("SELECT e.key, t.name, t.value FROM v_attribute t JOIN v_entity e ON e.id = t.entity_id ORDER BY 1, 2, 3"),
    ofLinks: await ask("SELECT link_id AS link, name, value FROM v_link_attribute ORDER BY 1, 2"),
  };
}

async function refusal(paths: readonly string[], sheets?: readonly string[]): Promise<string> {
  const { call } = await fresh();
  try {
    await call("import.storeFiles", { paths: [...paths], ...(sheets && { sheets: [...sheets] }) });
  } catch (error) {
    expect(await call("import.listSources", {})).toEqual([]);
    return errorSentence(createSentences("zh-CN"), toWire(error));
  }
  throw new Error("it was imported");
}

describe("an i2 chart", () => {
  const anx = `<?xml version="1.0" encoding="utf-8"?>
<Chart SchemaVersion="6.0.0.0">
  <AttributeClassCollection><AttributeClass Name="Height" Type="AttText"/></AttributeClassCollection>
  <StrengthCollection><Strength Name="Default" DotStyle="DotStyleSolid" Id="ID1"/></StrengthCollection>
  <ChartItemCollection>
    <ChartItem Label="张三" DateSet="false" Description="bald"><End X="10" Y="20"><Entity EntityId="E1" Identity="P-1"><Icon><IconStyle Type="Person"/></Icon>
      <CardCollection><Card Summary="seen twice" Text="by the bridge"/></CardCollection></Entity></End>
      <AttributeCollection><Attribute AttributeClass="Height" Value="180"/></AttributeCollection></ChartItem>
    <ChartItem Label="13800138000"><End X="30" Y="20"><Entity EntityId="E2" Identity="+86 138 0013 8000"><Icon><IconStyle Type="Phone"/></Icon></Entity></End></ChartItem>
    <ChartItem Label="uses"><Link End1Id="E1" End2Id="E2"><LinkStyle ArrowStyle="ArrowOnHead" Strength="Default" Type="Uses"/></Link>
      <AttributeCollection><Attribute AttributeClass="Height" Value="low"/></AttributeCollection></ChartItem>
    <ChartItem Label="a remark"><TextBlock/></ChartItem>
  </ChartItemCollection>
</Chart>`;

  it("becomes entities and links with cards, attributes and direction; remarks are counted", async () => {
    const { nodes, links, ofNodes, ofLinks, sources } = await importAll([save("a.anx", anx)]);
    expect(nodes).toEqual([
      { kind: "person", key: "#1-E1", label: "张三" },
      { kind: "phone", key: "13800138000", label: "13800138000" },
    ]);
    expect(links).toEqual([{ kind: "Uses", from: "person:#1-E1", to: "phone:13800138000", directed: 1, weight: null }]);
    expect(ofNodes).toContainEqual({ key: "#1-E1", name: "Height", value: "180" });
    expect(ofNodes).toContainEqual({ key: "#1-E1", name: "description", value: "bald" });
    expect(ofNodes).toContainEqual({ key: "#1-E1", name: "card", value: "seen twice by the bridge" });
    expect(ofLinks).toContainEqual({ link: 1, name: "Height", value: "low" });
    expect(sources[0]!.layout.doubts).toMatchObject([{ code: "graph-passed-over", values: { count: 1 } }]);
  });

  it.each([
    ["a link without an end", anx.replace(' End2Id="E2"', ""), "第 10 行"],
    ["cut off", anx.slice(0, anx.indexOf("E2")), "第 9 行"],
  ])("is refused with its line when it is broken: %s", async (_name, text, words) => {
    expect(await refusal([save("b.anx", text)])).toContain(words);
  });
});

describe("a neo4j-admin set", () => {
  const calls = ":START_ID(Phone),:END_ID(Phone),:TYPE,seconds:int,tags:string[],skip:IGNORE\n1,2,CALLED,60,a;b,x\n2,1,CALLED,5,,x\n";
  const phones = "number:ID(Phone),:LABEL,owner\n1,Phone;Burner,甲\n2,Phone,乙\n";
  const people = "id:ID(Person),:LABEL,name\n1,Person,丙\n";

  it("keeps properties of relationships, lists value by value, every label, and ids that two spaces share", async () => {
    const uses = ":START_ID(Person),:END_ID(Phone),:TYPE\n1,2,USES\n";
    const { nodes, links, ofNodes, ofLinks } = await importAll([
      save("calls.csv", calls),
      save("uses.csv", uses),
      save("phones.csv", phones),
      save("people.csv", people),
    ]);
    expect(nodes).toMatchObject([
      { kind: "person", key: "1", label: "丙" },
      { kind: "phone", key: "1" },
      { kind: "phone", key: "2" },
    ]);
    expect(links.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["CALLED", "phone:1", "phone:2"],
      ["CALLED", "phone:2", "phone:1"],
      ["USES", "person:1", "phone:2"],
    ]);
    expect(ofLinks).toEqual([
      { link: 1, name: "seconds", value: "60" },
      { link: 1, name: "tags", value: "a" },
      { link: 1, name: "tags", value: "b" },
      { link: 2, name: "seconds", value: "5" },
    ]);
    expect(ofNodes).toContainEqual({ key: "1", name: "label", value: "Burner" });
  });

  it("takes two nodes of one kind and id in two spaces for two", async () => {
    const one = save("a.csv", "id:ID(Old),:LABEL,name\n7,Person,甲\n");
    const two = save("b.csv", "id:ID(New),:LABEL,name\n7,Person,乙\n");
    const link = save("c.csv", ":START_ID(Old),:END_ID(New),:TYPE\n7,7,SAME\n");
    const { nodes, links } = await importAll([one, two, link]);
    expect(nodes.map(({ key, label }) => [key, label])).toEqual([
      ["New:7", "乙"],
      ["Old:7", "甲"],
    ]);
    expect(links).toMatchObject([{ from: "person:Old:7", to: "person:New:7" }]);
  });

  it("reads headings from a file of their own", async () => {
    const [folder, cut] = [++count, (text: string) => [text.slice(0, text.indexOf("\n") + 1), text.slice(text.indexOf("\n") + 1)]];
    mkdirSync(at(`${folder}`), { recursive: true });
    const paths = [
      ["phones-header.csv", cut(phones)[0]!],
      ["phones-1.csv", cut(phones)[1]!],
      ["calls-header.csv", cut(calls)[0]!],
      ["calls-1.csv.gz", gzipSync(cut(calls)[1]!)],
    ] as const;
    for (const [name, content] of paths) writeFileSync(at(`${folder}/${name}`), content);
    const { nodes, links, ofLinks } = await importAll(paths.map(([name]) => at(`${folder}/${name}`)));
    expect([nodes.length, links.length, ofLinks.length]).toEqual([2, 2, 4]);
  });

  it("is refused whole for a relationship without an end, with the line", async () => {
    expect(await refusal([save("phones.csv", phones), save("calls.csv", calls.replace("\n2,1,", "\n2,,"))])).toContain("第 3 行");
  });

  it("shows in the inspector what was said of a link", async () => {
    await importAll([save("phones.csv", phones), save("calls.csv", calls)]);
    const facts = await engine!.call("chart.readEntity", { entity: "phone:1" });
    expect(facts.links.map(({ kind, outgoing, attributes }) => ({ kind, outgoing, attributes }))).toEqual([
      {
        kind: "CALLED",
        outgoing: true,
        attributes: [
          { name: "seconds", value: "60" },
          { name: "tags", value: "a" },
          { name: "tags", value: "b" },
        ],
      },
      { kind: "CALLED", outgoing: false, attributes: [{ name: "seconds", value: "5" }] },
    ]);
  });
});

describe("an adjacency matrix", () => {
  it("becomes a link for every number that is not 0; the same on both sides: without direction", async () => {
    const { nodes, links } = await importAll([save("m.csv", ",甲,乙,丙\n甲,0,2,\n乙,2,0,1\n丙,,1,3\n")]);
    expect(nodes.map(({ key }) => key)).toEqual(["丙", "乙", "甲"].sort());
    expect(links.map(({ from, to, directed, weight }) => [from, to, directed, weight])).toEqual([
      ["thing:甲", "thing:乙", 0, 2],
      ["thing:乙", "thing:丙", 0, 1],
      ["thing:丙", "thing:丙", 0, 3],
    ]);
    const oneWay = await importAll([save("n.csv", ",a,b,c\na,0,2,0\nb,0,0,1\nc,0,0,0\n")]);
    expect(oneWay.links.map(({ from, to, directed, weight }) => [from, to, directed, weight])).toEqual([
      ["thing:a", "thing:b", 1, 2],
      ["thing:b", "thing:c", 1, 1],
    ]);
  });

  const large = (change: (i: number, cells: string[]) => readonly string[]) => {
    const names = Array.from({ length: 80 }, (_, i) => `n${i}`);
    const rows = names.map((name, i) => change(i, [name, ...names.map((_, j) => (i === j ? "0" : "1"))]).join(","));
    return [["", ...names].join(","), ...rows].join("\n");
  };

  it.each([
    ["a word between the numbers", large((i, cells) => (i === 70 ? cells.with(3, "x") : cells)), "第 72 行"],
    ["a row under an unknown name", large((i, cells) => (i === 75 ? cells.with(0, "other") : cells)), "第 77 行"],
    [
      "rows missing",
      large((_, cells) => cells)
        .split("\n")
        .slice(0, -5)
        .join("\n"),
      "缺行",
    ],
  ])("is refused with its line for %s", async (_name, text, words) => {
    expect(await refusal([save("broken.csv", text)])).toContain(words);
  });
});

describe("a database", () => {
  function makeDatabase(name: string, mode = "DELETE"): string {
    const path = save(name, "");
    const database = new Database(path);
    database.pragma(`journal_mode = ${mode}`);
    database.exec(`CREATE TABLE ledger (交易时间 TEXT, 付款账号 TEXT, 收款账号 TEXT, 金额 REAL);
      CREATE TABLE people (姓名 TEXT, 身份证号 TEXT); CREATE TABLE empty (a); CREATE VIEW v AS SELECT * FROM ledger;`);
    const insert = database.prepare("INSERT INTO ledger VALUES (?, ?, ?, ?)");
    for (let i = 0; i < 30; i++)
      insert.run(`2026-01-02 10:${String(10 + i)}:00`, `6222020200011000${10 + (i % 5)}`, `6222020200022000${10 + i}`, i + 0.5);
    database.prepare("INSERT INTO people VALUES (?, ?)").run("张三", "110101199003074258");
    if (mode !== "WAL") database.close();
    return path;
  }

  it("gives every table that holds rows as a sheet, and can be asked for some of them", async () => {
    const path = makeDatabase("chat.db");
    const before = readFileSync(path);
    const all = await importAll([path]);
    expect(all.sources.map(({ sheet, rows }) => [sheet, rows.stored])).toEqual([
      ["ledger", 30],
      ["people", 1],
    ]);
    const some = await importAll([path], ["people"]);
    expect(some.sources.map(({ sheet }) => sheet)).toEqual(["people"]);
    expect(await refusal([path], ["persons"])).toContain("people");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is read with the pages of its log, and without a trace beside it", async () => {
    const { sources } = await importAll([makeDatabase("live.db", "WAL")], ["ledger"]);
    expect(sources.map(({ rows }) => rows.stored)).toEqual([30]);
  });

  it("is refused when it is damaged or encrypted", async () => {
    const bytes = readFileSync(makeDatabase("a.db"));
    expect(await refusal([save("cut.db", bytes.subarray(0, 5000))])).toContain("损坏");
    const noise = Buffer.from(Array.from({ length: 8192 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256));
    expect(await refusal([save("sealed.db", noise)])).toContain("加密");
  });
});
