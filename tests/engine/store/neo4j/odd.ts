// What real servers also hold: nothing at all, hundreds of labels, Chinese and quoted names, keys of 64 bits, points, durations, dates, lists; a database
// that is not there; a server that stops while it is asked and comes back.
import { expect, it } from "vitest";
import type { Neo4jSession } from "../../../../electron/engine/store/neo4j/connect.ts";
import { createMappedShape } from "../../../../electron/engine/store/neo4j/mappedShape.ts";
import { createNeo4jReader } from "../../../../electron/engine/store/neo4j/neo4jReader.ts";
import { guessMapping, readSchema } from "../../../../electron/engine/store/neo4j/schema.ts";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { startServer } from "../../../../scripts/neo4j/server.ts";
import { addSource, aTransfer } from "../../../builders.ts";
import { openEngine } from "../../import/openEngine.ts";
import { password } from "./password.ts";
import type { Bench } from "./pushAgain.ts";

const run = (session: Neo4jSession, statement: string) => session.write([{ statement: statement as never, parameters: {} }]);

/** Takes what a test put there away again: other suites read the same server. */
async function withNodes(session: Neo4jSession, statements: readonly string[], work: () => Promise<void>): Promise<void> {
  for (const statement of statements) await run(session, statement);
  try {
    await work();
  } finally {
    await run(session, "MATCH (n) WHERE n.odd = true DETACH DELETE n");
  }
}

const chinese = [
  "CREATE (:人员 {odd: true, 身份证号: '110101199003070011', 姓名: '张三'})-[:持有]->(:手机 {odd: true, 号码: '13800000001'})",
  "CREATE (:案件 {odd: true, 案件编号: 'A1', 案件名称: '刷单案'})<-[:涉及 {金额: 12.5}]-(:人员 {odd: true, 身份证号: '110101199003070022', 姓名: '李四'})",
  "CREATE (:`two words` {odd: true, id: 1})-[:`not safe`]->(:`tick``) DETACH DELETE n //` {odd: true, id: 2})",
];

const values = [
  `CREATE (:Flight {odd: true, id: 9223372036854775807, at: datetime('2026-05-01T10:00:00+08:00'), day: date('2026-05-01'), took: duration('PT1H30M'),
    place: point({latitude: 31.2, longitude: 121.5}), name: ['东航', 'MU5101'], price: 12.5, nothing: null})
    -[:LANDED]->(:Airfield {odd: true, code: ['SHA', 'PVG'], name: point({x: 1, y: 2})})`,
  "CREATE (:Flight {odd: true, id: -9223372036854775808, name: ['国航']}), (:Flight {odd: true, id: 7, name: 'CA 1831'})",
];

export function oddSuite({ server, session, at }: Bench): void {
  it("reads Chinese labels, types and properties, and tells which names it does not read", async () => {
    await withNodes(session(), chinese, async () => {
      const { refused } = await readSchema(session());
      expect(refused).toEqual(expect.arrayContaining(["two words", "tick`) DETACH DELETE n //", "not safe"]));
      const mapping = await guessMapping(session());
      const own = mapping.labels.filter(({ label }) => /\p{Script=Han}/u.test(label));
      expect(own.map(({ label, key, title }) => [label, key, title])).toEqual([
        ["人员", "身份证号", ["姓名"]],
        ["手机", "号码", []],
        ["案件", "案件编号", ["案件名称"]],
      ]);
      expect(mapping.types).toContainEqual({ type: "涉及", weight: "金额" });
      const kinds = { 人员: "person", 手机: "phone", 案件: "case" } as Record<string, string>;
      const labels = own.map((row) => ({ ...row, kind: kinds[row.label]! }));
      const reader = createNeo4jReader(session(), createMappedShape(session(), { ...mapping, labels }));
      expect((await reader.searchNodes("张三", null, 5)).map(({ ref, label }) => [ref, label])).toEqual([
        ["person:110101199003070011", "张三"],
      ]);
      const { neighbours } = await reader.listNeighbours("person:110101199003070022", null, 5, true);
      expect(neighbours.map(({ node }) => [node.ref, node.label])).toEqual([["case:A1", "刷单案"]]);
    });
  }, 180_000);

  it("finds records by keys of 64 bits, and shows points, durations, dates and lists without failing on them", async () => {
    await withNodes(session(), values, async () => {
      const whole = await guessMapping(session());
      const labels = whole.labels.filter(({ label }) => ["Flight", "Airfield"].includes(label)).map((row) => ({ ...row, title: ["name"] }));
      expect(labels.map(({ label, key }) => [label, key])).toContainEqual(["Flight", "id"]);
      const byCode = labels.map((row) => (row.label === "Airfield" ? { ...row, key: "code" } : row));
      const reader = createNeo4jReader(
        session(),
        createMappedShape(session(), { labels: byCode, types: [{ type: "LANDED", weight: "took" }] }),
      );
      const refs = ["flight:9223372036854775807", "flight:-9223372036854775808", "flight:7"];
      expect((await reader.readNodes(refs)).map(({ ref }) => ref)).toEqual(refs);
      expect((await reader.searchNodes("5101", null, 5)).map(({ ref }) => ref)).toEqual([refs[0]]);
      const { neighbours } = await reader.listNeighbours(refs[0]!, null, 5, true);
      expect(neighbours).toHaveLength(1);
      // A list names nothing: the record goes by the server's own id and is found by it.
      const [airfield] = neighbours.map(({ node }) => node);
      expect((await reader.readNodes([airfield!.ref]))[0]).toEqual(airfield);
      const answers = await session().read("MATCH (f:Flight {id: 9223372036854775807}) RETURN properties(f) AS f" as never);
      expect(answers[0]!["f"]).toMatchObject({ id: "9223372036854775807", day: "2026-05-01", name: ["东航", "MU5101"] });
      for await (const batch of reader.streamProjection({ kind: null, links: null }))
        expect(batch.weight.every(Number.isFinite)).toBe(true);
    });
  }, 180_000);

  it("reads a schema of 200 labels and keeps its order", async () => {
    const many = Array.from({ length: 200 }, (_, i) => `Kind${String(i).padStart(3, "0")}`);
    const all = many.map((label, i) => `(:${label} {odd: true, id: ${i}})`);
    await withNodes(session(), [`CREATE ${all.join(", ")}`], async () => {
      const engine = await openEngine(at("many.caseweave"));
      const report = await engine.call("workspace.testServer", { uri: server().uri });
      expect(report.mapping.labels.map(({ label }) => label).filter((label) => label.startsWith("Kind"))).toEqual(many);
      await engine.close();
    });
  }, 300_000);

  it("names the database that a server does not have, and pushes a workspace without entities", async () => {
    const engine = await openEngine(at("nothing.caseweave"));
    await expect(engine.call("workspace.testServer", { uri: server().uri, database: "kein-archiv" })).rejects.toMatchObject({
      code: "neo4j-database-unknown",
      details: { uri: server().uri, database: "kein-archiv" },
    });
    expect(await engine.call("workspace.pushGraph", { uri: server().uri })).toMatchObject({ nodes: 0, links: 0, isResumed: false });
    expect((await engine.call("workspace.compareGraph", { uri: server().uri })).isSame).toBe(true);
    await engine.close();
  }, 180_000);
}

/** The last of all, since it ends the second server. */
export function stoppedSuite({ guarded, at }: Bench): void {
  it("ends every question in a plain error when the server stops, and answers again when it is back", async () => {
    const address = { uri: guarded.server!.uri, user: "neo4j", password };
    const path = at("stopped.caseweave");
    const connection = openWorkspaceFile(path);
    addSource(
      connection,
      "ledger",
      Array.from({ length: 300 }, (_, i) => aTransfer({ from: "1001", to: String(2000 + i), reference: `S${i}` })),
    );
    connection.close();
    const engine = await openEngine(path);
    await engine.call("workspace.pushGraph", address);
    await engine.call("workspace.connectGraph", { address });
    const expand = () => engine.call("chart.expandEntity", { entity: "account:1001" });
    const whole = await expand();
    const asked = Array.from({ length: 12 }, () =>
      expand().then(
        () => "answered",
        (error: { code: string }) => error.code,
      ),
    );
    await guarded.server!.kill();
    const ends = await Promise.all(asked);
    expect(ends.filter((end) => !["answered", "neo4j-unreachable", "neo4j-slow"].includes(end))).toEqual([]);
    await expect(expand()).rejects.toMatchObject({ code: "neo4j-unreachable" });
    guarded.server = await startServer(at("killed-home"), { port: guarded.server!.port, password, heap: "512m" });
    expect(await expand()).toEqual(whole);
    await guarded.server.stop();
    await expect(expand()).rejects.toMatchObject({ code: "neo4j-unreachable" });
    await engine.call("workspace.disconnectGraph", {});
    expect((await expand()).nodes).toEqual(whole.nodes);
    await engine.close();
  }, 300_000);
}

/** On a server that holds nothing at all. */
export async function expectEmptyServer(uri: string, certificate: string, path: string): Promise<void> {
  const engine = await openEngine(path);
  const address = { uri, certificate };
  expect(await engine.call("workspace.testServer", address)).toMatchObject({
    nodes: 0,
    relationships: 0,
    graphs: [],
    refused: [],
    own: { isThere: false, isCurrent: false, isDone: false },
    mapping: { labels: [], types: [] },
  });
  await expect(engine.call("workspace.connectGraph", { address })).rejects.toMatchObject({ code: "graph-not-pushed" });
  await expect(engine.call("workspace.compareGraph", address)).rejects.toMatchObject({ code: "graph-not-pushed" });
  await expect(engine.call("workspace.pullGraph", address)).rejects.toMatchObject({ code: "graph-empty" });
  await engine.close();
}
