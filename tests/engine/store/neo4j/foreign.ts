// A graph that others keep (persons, crimes, phones, places as in the POLE model): guessed, read, fetched; nothing of it is changed.
import { expect, it } from "vitest";
import type { Neo4jSession } from "../../../../electron/engine/store/neo4j/connect.ts";
import { createMappedShape } from "../../../../electron/engine/store/neo4j/mappedShape.ts";
import { createNeo4jReader } from "../../../../electron/engine/store/neo4j/neo4jReader.ts";
import { guessMapping } from "../../../../electron/engine/store/neo4j/schema.ts";
import { streamGraph } from "../../../../electron/engine/store/projectGraph.ts";
import type { GraphMapping } from "../../../../shared/workspace/graphMapping.ts";
import { openEngine } from "../../import/openEngine.ts";
import type { Bench } from "./pushAgain.ts";

const statements = [
  "CREATE CONSTRAINT IF NOT EXISTS FOR (p:Phone) REQUIRE p.phoneNo IS UNIQUE",
  `UNWIND [['1','Ann','Lee'],['2','Bob','Lee'],['3','Cy','Kit'],['4','Di','Ray'],['5','Ed','Low']] AS r
    CREATE (:Person {nhs_no: 'N' + r[0], name: r[1], surname: r[2]})`,
  "UNWIND [['c1','Drugs'],['c2','Drugs'],['c3','Robbery']] AS r CREATE (:Crime {id: r[0], type: r[1], date: date('2017-08-01')})",
  "UNWIND ['Piccadilly', 'High Street'] AS a CREATE (:Location {address: a, postcode: 'M1', longitude: -2.2, latitude: 53.4})",
  "UNWIND [['N1','079001'],['N3','079002']] AS r MATCH (p:Person {nhs_no: r[0]}) CREATE (p)-[:HAS_PHONE]->(:Phone {phoneNo: r[1]})",
  "UNWIND [['N1','N2'],['N2','N3'],['N1','N3'],['N3','N4']] AS r MATCH (a:Person {nhs_no: r[0]}), (b:Person {nhs_no: r[1]}) CREATE (a)-[:KNOWS]->(b)",
  "UNWIND [['N2','c1'],['N2','c2'],['N4','c3']] AS r MATCH (a:Person {nhs_no: r[0]}), (c:Crime {id: r[1]}) CREATE (a)-[:PARTY_TO]->(c)",
  "UNWIND [['c1','Piccadilly'],['c2','Piccadilly'],['c3','High Street']] AS r MATCH (c:Crime {id: r[0]}), (l:Location {address: r[1]}) CREATE (c)-[:OCCURRED_AT]->(l)",
  "MATCH (a:Phone {phoneNo: '079001'}), (b:Phone {phoneNo: '079002'}) CREATE (c:PhoneCall {call_date: '1/8/2017'})-[:CALLER]->(a), (c)-[:CALLED]->(b)",
  "CREATE (:Account {number: 9007199254740993})-[:PAID {amount: 12.5}]->(:Account {number: 9007199254740995})",
];

async function countAll(session: Neo4jSession): Promise<unknown> {
  const [row] = await session.read("MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS links" as never);
  return row;
}

/** Once, whichever test comes first. */
export async function makeForeign(session: Neo4jSession): Promise<void> {
  const [row] = await session.read("MATCH (p:Person) WHERE NOT p:CaseweaveEntity RETURN count(p) AS count" as never);
  if (row!["count"] !== 0) return;
  for (const statement of statements) await session.write([{ statement: statement as never, parameters: {} }]);
}

const kindsOf = (mapping: GraphMapping) => Object.fromEntries(mapping.labels.map(({ label, kind, key }) => [label, `${kind} by ${key}`]));

export function foreignSuite({ server, session, at }: Bench): void {
  it("guesses kinds, keys, names and weights of a POLE graph from its schema", async () => {
    await makeForeign(session());
    const mapping = await guessMapping(session());
    expect(kindsOf(mapping)).toMatchObject({
      Person: "person by nhs_no",
      Crime: "case by id",
      Phone: "phone by phoneNo",
      PhoneCall: "phone-call by null",
      Location: "place by null",
      Account: "account by number",
    });
    expect(mapping.labels.find(({ label }) => label === "Person")!.title).toEqual(["name", "surname"]);
    expect(mapping.types.find(({ type }) => type === "PAID")).toEqual({ type: "PAID", weight: "amount" });
    expect(mapping.labels.map(({ label }) => label)).not.toContain("CaseweaveEntity");
  });

  it("answers graph questions through the mapping and changes nothing", async () => {
    const before = await countAll(session());
    const reader = createNeo4jReader(session(), createMappedShape(session(), await guessMapping(session())));
    const { nodes, links } = await reader.readCounts();
    expect(nodes).toContainEqual({ kind: "person", count: 5 });
    expect(links).toContainEqual({ kind: "KNOWS", count: 4 });
    expect((await reader.readNodes(["person:N1", "phone:079001", "person:none"])).map(({ ref, label }) => [ref, label])).toEqual([
      ["person:N1", "Ann Lee"],
      ["phone:079001", "079001"],
    ]);
    expect(await reader.countNeighbours("person:N3", new Set())).toEqual([
      { link: "KNOWS", direction: "in", kind: "person", count: 2, publicCount: 0, onChart: 0 },
      { link: "HAS_PHONE", direction: "out", kind: "phone", count: 1, publicCount: 0, onChart: 0 },
      { link: "KNOWS", direction: "out", kind: "person", count: 1, publicCount: 0, onChart: 0 },
    ]);
    const { paths } = await reader.findPaths({ from: "person:N1", to: "person:N4", links: ["knows"], max: 4, allShortest: true });
    expect(paths).toEqual([["person:N1", "person:N3", "person:N4"]]);
    expect((await reader.searchNodes("079*2", null, 5)).map(({ ref }) => ref)).toEqual(["phone:079002"]);
    // A key beyond 2^53 stays exact.
    expect((await reader.listEntities("account", "", 5)).map(({ ref }) => ref)).toEqual([
      "account:9007199254740993",
      "account:9007199254740995",
    ]);
    expect((await reader.readNodes(["account:9007199254740993"])).length).toBe(1);
    const call = (await reader.listEntities("phone-call", "", 5))[0]!;
    expect((await reader.listNeighbours(call.ref, null, 5, true)).neighbours.map(({ node }) => node.ref).sort()).toEqual([
      "phone:079001",
      "phone:079002",
    ]);
    const { projected, travelled } = await streamGraph(reader, { kind: "person", links: ["knows"], isUndirected: true });
    expect([projected.refs.length, travelled]).toEqual([5, 4]);
    expect(await countAll(session())).toEqual(before);
  });

  it("fetches it as sources with rows, and answers the same from them", async () => {
    const engine = await openEngine(at("pulled.caseweave"));
    const address = { uri: server().uri };
    const { sources } = await engine.call("workspace.pullGraph", address);
    expect(sources.map(({ rows }) => rows.stored)).toEqual([5 + 3 + 2 + 2 + 1 + 2, 2 + 4 + 3 + 3 + 2 + 1]);
    const query = async (sql: string) => (await engine.call("workspace.queryViews", { sql })).rows;
    expect(await query("SELECT kind || ':' || key AS e, label FROM v_entity WHERE kind = 'person' ORDER BY 1 LIMIT 1")).toEqual([
      { e: "person:N1", label: "Ann Lee" },
    ]);
    expect(
      await query(`SELECT d.value AS day, count(*) AS n FROM v_attribute p JOIN v_link l ON l.to_id = p.entity_id AND l.kind = 'OCCURRED_AT'
        JOIN v_attribute d ON d.entity_id = l.from_id AND d.name = 'date' WHERE p.name = 'address' AND p.value = 'Piccadilly' GROUP BY 1`),
    ).toEqual([{ day: "2017-08-01", n: 2 }]);
    expect(await query("SELECT weight FROM v_link WHERE kind = 'PAID'")).toEqual([{ weight: 12.5 }]);
    const { paths } = await engine.call("chart.findPaths", { from: "person:N1", to: "case:c3", allShortest: true });
    const state = await engine.call("workspace.connectGraph", { address, mapping: await guessMapping(session()) });
    expect(state).toMatchObject({ store: "foreign", uri: address.uri });
    expect(
      (await engine.call("chart.findPaths", { from: "person:N1", to: "case:c3", allShortest: true })).paths.map(({ nodes }) => nodes),
    ).toEqual(paths.map(({ nodes }) => nodes));
    expect(
      await engine.call("workspace.queryGraph", {
        cypher: "MATCH (p:Person)-[:PARTY_TO]->() RETURN p.name AS name, count(*) AS n ORDER BY n DESC",
      }),
    ).toEqual({
      columns: ["name", "n"],
      rows: [
        { name: "Bob", n: 2 },
        { name: "Di", n: 1 },
      ],
    });
    const empty = await openEngine(at("attached.caseweave"));
    await empty.call("workspace.connectGraph", { address, mapping: state.mapping });
    const { hits } = await empty.call("workspace.searchEntities", { words: "ann" });
    expect(hits.map(({ entity, label, start, end }) => [entity, label.slice(start, end)])).toEqual([["person:N1", "Ann"]]);
    const facts = await empty.call("chart.readEntity", { entity: "person:N1" });
    expect(facts.attributes.map(({ name, value }) => `${name}=${value}`)).toEqual(["name=Ann", "nhs_no=N1", "surname=Lee"]);
    expect(facts.links.map(({ kind, other, outgoing }) => `${kind} ${other} ${outgoing}`).sort()).toEqual([
      "HAS_PHONE phone:079001 true",
      "KNOWS person:N2 true",
      "KNOWS person:N3 true",
    ]);
    await expect(empty.call("chart.findPaths", { from: "person:N1", to: "case:c3", inTime: true })).rejects.toMatchObject({
      code: "graph-cannot-answer",
    });
    await empty.close();
    expect((await engine.call("workspace.disconnectGraph", {})).store).toBe("workspace");
    await engine.close();
  });

  it("ranks on the server's graph as in the workspace, and says how many links travelled (N6: without it nothing changes)", async () => {
    const engine = await openEngine(at("ranked.caseweave"));
    await engine.call("workspace.pullGraph", { uri: server().uri });
    const rank = () => engine.call("group.rankEntities", { kind: "person", by: "triangles", links: ["KNOWS"], undirected: true });
    const own = await rank();
    await engine.call("workspace.pushGraph", { uri: server().uri });
    const connected = await engine.call("workspace.connectGraph", { address: null });
    expect(connected.store).toBe("pushed");
    expect(await rank()).toEqual(own);
    expect((await engine.call("workspace.readGraphState", {})).travelled).toBe(4);
    const expanded = await engine.call("chart.expandEntity", { entity: "person:N3" });
    await engine.call("workspace.disconnectGraph", {});
    const inOrder = ({ links, ...rest }: typeof expanded) => ({ ...rest, links: links.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
    expect(inOrder(await engine.call("chart.expandEntity", { entity: "person:N3" }))).toEqual(inOrder(expanded));
    const differences = await engine.call("workspace.compareGraph", { uri: server().uri });
    expect(differences.isSame).toBe(true);
    await engine.close();
  });
}
