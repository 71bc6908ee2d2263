// Hostile names and values: they are stored and found as data, and never become part of a statement (N1, N2).
import { expect, it } from "vitest";
import { checkCypher } from "../../../../electron/engine/store/neo4j/checkCypher.ts";
import { compareGraph } from "../../../../electron/engine/store/neo4j/compare.ts";
import type { Neo4jSession } from "../../../../electron/engine/store/neo4j/connect.ts";
import type { Cypher } from "../../../../electron/engine/store/neo4j/cypher.ts";
import { createMappedShape } from "../../../../electron/engine/store/neo4j/mappedShape.ts";
import { createNeo4jReader } from "../../../../electron/engine/store/neo4j/neo4jReader.ts";
import { ownShape } from "../../../../electron/engine/store/neo4j/ownShape.ts";
import { pushGraph } from "../../../../electron/engine/store/neo4j/push.ts";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { addSource, type Telling } from "../../../builders.ts";
import type { Bench } from "./pushAgain.ts";

const seeds = [
  "` ) DETACH DELETE n //",
  "'; MATCH (n) DETACH DELETE n; //",
  '" OR 1=1 //',
  "}) RETURN 1 UNION MATCH (n) RETURN n //",
  "$graph",
  "\\u0060) DELETE n //",
  "a\u0000b",
  "\u2028\u2029\u0085",
  "${graph}",
  "CALL apoc.load.json('http://x')",
  "LOAD CSV FROM 'file:///etc/passwd' AS l",
  "人员`) DELETE (n",
  "n:Person SET n.x=1",
  "/* */ -- //",
  "(?s).*(a+)+$",
];
const hostile = Array.from({ length: 300 }, (_, i) => `${seeds[i % seeds.length]}#${i}`);

/** The session, with every text that goes to the server written down. */
function listening(session: Neo4jSession, sent: Set<string>): Neo4jSession {
  const noted = (statement: Cypher): Cypher => {
    sent.add(statement);
    return statement;
  };
  return {
    ...session,
    read: (statement, ...rest) => session.read(noted(statement), ...rest),
    stream: (statement, ...rest) => session.stream(noted(statement), ...rest),
    write: (steps, ...rest) =>
      session.write(
        steps.map((step) => ({ ...step, statement: noted(step.statement) })),
        ...rest,
      ),
  };
}

// A kind holds no colon: it ends where the first one stands.
const kindOf = (text: string) => `k${text.replaceAll(":", ";")}`;

export function hostileSuite({ session, at }: Bench): void {
  it("keeps 300 hostile kinds, keys, labels and link kinds out of every statement (N1)", async () => {
    const connection = openWorkspaceFile(at("hostile.caseweave"));
    const tell =
      (text: string): Telling =>
      (sink, row) => {
        const [a, b] = [sink.entity(kindOf(text), text, text, row), sink.entity("person", `p${text}`, text, row)];
        sink.link(text, a, b, row);
      };
    addSource(connection, "hostile", hostile.map(tell));
    const sent = new Set<string>();
    const spied = listening(session(), sent);
    await pushGraph({ db: connection, session: spied, graph: "hostile", dataVersion: 1 });
    const compared = await compareGraph({ db: connection, session: spied, graph: "hostile" });
    expect([compared.nodes, compared.links]).toMatchObject([{ same: 600, different: 0, onlyHere: 0, onlyThere: 0 }, { same: 300 }]);
    const reader = createNeo4jReader(spied, ownShape(spied, "hostile"));
    for (const text of hostile.slice(0, 30)) {
      const [from, to] = [`${kindOf(text)}:${text}`, `person:p${text}`];
      expect((await reader.readNodes([from]))[0]?.label).toBe(text);
      expect((await reader.findPaths({ from, to, links: [text.toLowerCase()], max: 3, allShortest: true })).paths).toEqual([[from, to]]);
      expect((await reader.searchNodes(text, null, 500)).length, text).toBeGreaterThan(0);
    }
    expect([...sent].filter((text) => hostile.some((bad) => text.includes(bad)))).toEqual([]);
    expect(sent.size).toBeLessThan(40);
    connection.close();
  }, 120_000);

  it("reads no label, type or property whose name could not stand in a statement (N1)", async () => {
    const sent = new Set<string>();
    const spied = listening(session(), sent);
    const labels = hostile.map((label) => ({ label, kind: "person", key: label, title: [label] }));
    const shape = createMappedShape(spied, { labels, types: hostile.map((type) => ({ type, weight: type })) });
    const reader = createNeo4jReader(spied, shape);
    expect(await reader.readCounts()).toEqual({ nodes: [], links: [] });
    expect(await reader.readNodes(["person:1"])).toEqual([]);
    expect(await reader.searchNodes("abc", null, 5)).toEqual([]);
    expect([...sent].filter((text) => hostile.some((bad) => text.includes(bad)))).toEqual([]);
  });

  it("refuses statements that write, load or call, before anything is sent; the session could not write either (N2)", async () => {
    const refused = [
      "CREATE (n)",
      "MATCH (n) DETACH DELETE n",
      "MATCH (n) SET n.x = 1 RETURN n",
      "MATCH (n) REMOVE n.x RETURN n",
      "MERGE (n:A) RETURN n",
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      "MATCH (n) CALL { WITH n CREATE (m) } RETURN 1",
      "CALL apoc.load.json('http://x') YIELD value RETURN value",
      "CALL dbms.listConfig()",
      "RETURN apoc.text.join(['a'], '')",
      "MATCH (n) FOREACH (x IN [1] | SET n.y = x)",
      "DROP CONSTRAINT caseweave_entity_id",
      "MATCH (n) RETURN n; MATCH (m) DELETE m",
      "MATCH (n) RETURN '\\u0027 DELETE n //",
      "ma/**/tch (n) de/**/lete n",
      "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS RETURN 1",
      "ALTER USER neo4j SET PASSWORD 'x'",
      "TERMINATE TRANSACTION 'a'",
      "",
    ];
    for (const text of refused) expect(() => checkCypher(text), text).toThrow(expect.objectContaining({ code: "query-refused" }));
    for (const text of [
      "MATCH (n) RETURN count(n)",
      "MATCH (n) WHERE n.name = 'delete; create' RETURN n // set",
      "CALL db.labels()",
      "MATCH (n) RETURN n.created AS x, n.set",
    ])
      expect(() => checkCypher(text), text).not.toThrow();
    await expect(session().read("CREATE (n:ShouldNotBe) RETURN n" as never)).rejects.toMatchObject({ code: "neo4j-failed" });
  });
}
