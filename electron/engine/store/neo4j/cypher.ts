// Every statement that is sent to a Neo4j server stands here. Values are parameters; names are those that names.ts lets through.
import type { CypherName } from "./names.ts";

declare const stated: unique symbol;
export type Cypher = string & { readonly [stated]: true };

const cypher = (text: string): Cypher => text.replaceAll(/\s+/g, " ").trim() as Cypher;

/** Our own nodes also bear labels such as Person: a graph of others on the same server is read without them. */
const notOurs = "NOT n:CaseweaveEntity";

/** What the server is and holds. */
export const serverCypher = {
  components: cypher("CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0] AS version, edition"),
  countNodes: cypher("MATCH (n) RETURN count(n) AS count"),
  countRelationships: cypher("MATCH ()-[r]->() RETURN count(r) AS count"),
  labels: cypher("CALL db.labels() YIELD label RETURN label ORDER BY label"),
  types: cypher("CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type"),
  constraints: cypher(`SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type
    WHERE type IN ['UNIQUENESS', 'NODE_PROPERTY_UNIQUENESS', 'NODE_KEY'] AND size(properties) = 1
    RETURN labelsOrTypes[0] AS label, properties[0] AS property`),
  countLabel: (label: CypherName) => cypher(`MATCH (n:${label}) WHERE ${notOurs} RETURN count(n) AS count`),
  countType: (type: CypherName) => cypher(`MATCH ()-[r:${type}]->() RETURN count(r) AS count`),
  sampleLabel: (label: CypherName) => cypher(`MATCH (n:${label}) WHERE ${notOurs} RETURN properties(n) AS properties LIMIT $limit`),
  sampleType: (type: CypherName) =>
    cypher(`MATCH (a)-[r:${type}]->(b)
    RETURN labels(a) AS from, labels(b) AS to, properties(r) AS properties LIMIT $limit`),
};

/** The graph that `push` keeps: one label for all, ids of ours, constraints before the first row. */
export const pushCypher = {
  prepare: [
    cypher("CREATE CONSTRAINT caseweave_entity_id IF NOT EXISTS FOR (n:CaseweaveEntity) REQUIRE n.id IS UNIQUE"),
    cypher("CREATE CONSTRAINT caseweave_push_graph IF NOT EXISTS FOR (n:CaseweavePush) REQUIRE n.graph IS UNIQUE"),
    cypher("CREATE CONSTRAINT caseweave_lane_name IF NOT EXISTS FOR (n:CaseweaveLane) REQUIRE n.name IS UNIQUE"),
    cypher("CREATE INDEX caseweave_entity_graph IF NOT EXISTS FOR (n:CaseweaveEntity) ON (n.graph)"),
    cypher("CREATE TEXT INDEX caseweave_entity_search IF NOT EXISTS FOR (n:CaseweaveEntity) ON (n.search)"),
  ],
  awaitIndexes: cypher("CALL db.awaitIndexes(60)"),
  readState: cypher("MATCH (p:CaseweavePush {graph: $graph}) RETURN properties(p) AS state"),
  readLanes: cypher("MATCH (l:CaseweaveLane) WHERE l.graph = $graph RETURN properties(l) AS lane ORDER BY l.number"),
  findAny: cypher("MATCH (n:CaseweaveEntity {graph: $graph}) RETURN n.ref AS ref LIMIT 1"),
  /** Locks the note of the graph and tells then which push it is of. */
  takeGraph: cypher("MERGE (p:CaseweavePush {graph: $graph}) SET p.held = true WITH p RETURN coalesce(p.stamp, 0) AS stamp"),
  noteState: cypher("MERGE (p:CaseweavePush {graph: $graph}) SET p += $state"),
  dropLanes: cypher("MATCH (l:CaseweaveLane) WHERE l.graph = $graph DELETE l"),
  makeLanes: cypher("UNWIND $lanes AS lane CREATE (l:CaseweaveLane) SET l = lane"),
  /** Locks the lane first and looks then: a row that somebody else moved meanwhile does not come back. */
  takeLane: cypher(`MATCH (l:CaseweaveLane {name: $name}) SET l.held = true
    WITH l WHERE l.stamp = $stamp AND l.node = $node AND l.from = $from AND l.to = $to AND l.kind = $kind RETURN count(l) AS count`),
  moveLane: cypher("MATCH (l:CaseweaveLane {name: $name}) SET l += $lane"),
  /** For entities that cannot be there yet; `label`: one of our own kinds, so that other tools can colour by it. Rows are lists: names travel once. */
  createNodes: (label: CypherName | null) =>
    cypher(`UNWIND $rows AS row CREATE (n:CaseweaveEntity${label === null ? "" : `:${label}`} {id: $graph + '|' + row[0], graph: $graph, stamp: $stamp,
    ref: row[0], kind: row[1], key: row[2], label: row[3], subtype: row[4], note: row[5], firstAt: row[6], lastAt: row[7], search: row[8],
    isPublic: row[9]})
    RETURN count(*) AS count`),
  mergeNodes: (label: CypherName | null) =>
    cypher(`UNWIND $rows AS row MERGE (n:CaseweaveEntity {id: row.id})
    SET n = row${label === null ? "" : ` SET n:${label}`} RETURN count(*) AS count`),
  createLinks:
    cypher(`UNWIND $rows AS row MATCH (a:CaseweaveEntity {id: $graph + '|' + row[0]}) MATCH (b:CaseweaveEntity {id: $graph + '|' + row[1]})
    CREATE (a)-[:CASEWEAVE_LINK {id: row[2] + '|' + row[0] + '|' + row[1], stamp: $stamp, kind: row[2], directed: row[3], count: row[4], sum: row[5],
    weight: row[6], firstAt: row[7], lastAt: row[8]}]->(b) RETURN count(*) AS count`),
  mergeLinks: cypher(`UNWIND $rows AS row MATCH (a:CaseweaveEntity {id: row.a}) MATCH (b:CaseweaveEntity {id: row.b})
    MERGE (a)-[r:CASEWEAVE_LINK {id: row.link.id}]->(b) SET r = row.link RETURN count(*) AS count`),
  sweepLinks: cypher(`MATCH (:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->() WHERE r.stamp <> $stamp
    WITH r LIMIT $limit DELETE r RETURN count(r) AS count`),
  sweepNodes: cypher(`MATCH (n:CaseweaveEntity {graph: $graph}) WHERE n.stamp <> $stamp
    WITH n LIMIT $limit DETACH DELETE n RETURN count(n) AS count`),
};

const relationship = { own: "r:CASEWEAVE_LINK", any: "r" } as const;
/** Which relationships count: in our graph their kind says it, in another their type. */
const linkFilter = { own: "($links IS NULL OR toLower(r.kind) IN $links)", any: "type(r) IN $types" } as const;
const linkColumns = "type(r) AS type, properties(r) AS properties";

/** Questions by `elementId`, which lives for one answer only: outside of them an entity is `kind:key`. */
function questions(of: "own" | "any") {
  const r = relationship[of];
  const filter = linkFilter[of];
  const steps = of === "own" ? ":CASEWEAVE_LINK" : "";
  const walk = (finder: string, max: number | null) => `MATCH (a) WHERE elementId(a) = $from MATCH (b) WHERE elementId(b) = $to
    MATCH p = ${finder}((a)-[${steps}*${max === null ? "" : `..${Math.trunc(max)}`}]-(b)) WHERE all(r IN relationships(p) WHERE ${filter})`;
  return {
    nodes: cypher(`UNWIND $elements AS element MATCH (n) WHERE elementId(n) = element
      RETURN element, labels(n) AS labels, properties(n) AS properties`),
    // Two steps, so that the server expands from each node once instead of looking at every pair of the list.
    linksAmong: cypher(`MATCH (a) WHERE elementId(a) IN $elements WITH a MATCH (a)-[${r}]->(b) WHERE ${filter} AND a <> b
      WITH a, r, b WHERE elementId(b) IN $elements RETURN elementId(a) AS a, elementId(b) AS b, ${linkColumns}`),
    neighbours: cypher(`MATCH (a) WHERE elementId(a) = $element MATCH (a)-[${r}]-(b) WHERE ${filter} AND a <> b
      RETURN elementId(b) AS element, labels(b) AS labels, properties(b) AS node, startNode(r) = a AS outgoing, ${linkColumns}`),
    /** Paths as lists of elements; `max` is a whole number of ours; null: however long. */
    shortestPath: (max: number | null) => cypher(`${walk("shortestPath", max)} RETURN [n IN nodes(p) | elementId(n)] AS path`),
    allShortestPaths: (max: number | null) =>
      cypher(`${walk("allShortestPaths", max)}
      RETURN DISTINCT [n IN nodes(p) | elementId(n)] AS path LIMIT $limit`),
  };
}

export const ownCypher = {
  ...questions("own"),
  find: cypher("UNWIND $ids AS id MATCH (n:CaseweaveEntity {id: id}) RETURN n.ref AS ref, elementId(n) AS element"),
  /** Neighbours by kind of link, way and kind, counted there; the tables of public entities go along for graphs pushed before nodes bore the mark. */
  countNeighbours: cypher(`MATCH (a) WHERE elementId(a) = $element MATCH (a)-[r:CASEWEAVE_LINK]-(b) WHERE a <> b
    WITH r.kind AS link, CASE WHEN NOT r.directed THEN 'both' WHEN startNode(r) = a THEN 'out' ELSE 'in' END AS direction, b.kind AS kind,
      CASE WHEN b.isPublic IS NOT NULL THEN b.isPublic
        WHEN b.kind = 'phone' THEN b.key IN $numbers OR any(range IN $ranges WHERE b.key STARTS WITH range.prefix AND size(b.key) IN range.lengths)
        WHEN b.kind = 'account' THEN any(head IN $poolKeys WHERE b.key STARTS WITH head) OR any(name IN $poolNames WHERE b.label CONTAINS name)
        ELSE false END AS isPublic, b.ref IN $present AS isPresent
    RETURN link, direction, kind, count(*) AS count, sum(CASE WHEN isPublic THEN 1 ELSE 0 END) AS publicCount,
      sum(CASE WHEN isPresent THEN 1 ELSE 0 END) AS onChart`),
  countKinds: cypher("MATCH (n:CaseweaveEntity {graph: $graph}) RETURN n.kind AS kind, count(*) AS count"),
  countLinks: cypher("MATCH (:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->() RETURN r.kind AS kind, count(*) AS count"),
  search: cypher(`MATCH (n:CaseweaveEntity) WHERE n.search CONTAINS $part AND n.graph = $graph
    AND ($pattern IS NULL OR n.search =~ $pattern) AND ($kind IS NULL OR n.kind = $kind)
    RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.ref LIMIT $limit`),
  entities: cypher(`MATCH (n:CaseweaveEntity {graph: $graph}) WHERE n.kind = $kind AND n.ref > $after
    RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.ref LIMIT $limit`),
  // `id` is short and exact within one transaction, which a stream is; `elementId` would travel as fifty characters a time.
  projectedNodes: cypher(`MATCH (n:CaseweaveEntity {graph: $graph}) WHERE $kind IS NULL OR n.kind = $kind
    RETURN id(n) AS node, n.ref AS ref`),
  projectedLinks: cypher(`MATCH (a:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->(b)
    WHERE ${linkFilter.own} AND ($kind IS NULL OR (a.kind = $kind AND b.kind = $kind))
    RETURN id(a) AS a, id(b) AS b, r.weight AS weight, r.directed AS directed`),
  meetings: cypher(`MATCH (a:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->(p)<-[s:CASEWEAVE_LINK]-(b)
    WHERE r.kind IN $kinds AND s.kind IN $kinds AND a.ref < b.ref
    AND r.firstAt <= s.lastAt + $within AND s.firstAt <= r.lastAt + $within
    WITH a.ref AS a, b.ref AS b, count(DISTINCT p) AS places WHERE places >= $min
    RETURN a, b, places ORDER BY places DESC, a, b LIMIT $limit`),
};

/** Ours beside theirs, for `check`. */
export const compareCypher = {
  nodes: cypher("UNWIND $ids AS id MATCH (n:CaseweaveEntity {id: id}) RETURN id, properties(n) AS properties"),
  links: cypher(`UNWIND $rows AS row MATCH (:CaseweaveEntity {id: row.a})-[r:CASEWEAVE_LINK {id: row.id}]->(:CaseweaveEntity {id: row.b})
    RETURN row.id AS id, properties(r) AS properties`),
  nodeNames: cypher("MATCH (n:CaseweaveEntity {graph: $graph}) RETURN n.ref AS name"),
  linkNames: cypher(
    "MATCH (:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->() RETURN r.kind AS kind, startNode(r).ref AS `from`, endNode(r).ref AS `to`",
  ),
};

/** A pushed graph as tables, for `pull`. */
export const pullCypher = {
  graphs: cypher("MATCH (p:CaseweavePush) RETURN properties(p) AS state ORDER BY p.graph"),
  countNodes: cypher("MATCH (n:CaseweaveEntity {graph: $graph}) RETURN count(n) AS count"),
  nodes: cypher("MATCH (n:CaseweaveEntity {graph: $graph}) RETURN n.ref AS ref, n.label AS label, n.note AS note"),
  links: cypher(`MATCH (a:CaseweaveEntity {graph: $graph})-[r:CASEWEAVE_LINK]->(b)
    RETURN a.ref AS a, b.ref AS b, r.kind AS kind, r.weight AS weight, r.directed AS directed`),
};

/** A graph that others keep, read through a mapping of its labels. */
export const mappedCypher = {
  ...questions("any"),
  find: (label: CypherName, key: CypherName) =>
    cypher(`UNWIND $keys AS key MATCH (n:${label}) WHERE n.${key} = key AND ${notOurs}
    RETURN toString(n.${key}) AS key, elementId(n) AS element`),
  /** Records without a key are named by their element: such a name holds as long as the record does. */
  findElements: cypher("UNWIND $elements AS element MATCH (n) WHERE elementId(n) = element RETURN element"),
  search: (label: CypherName) =>
    cypher(`MATCH (n:${label})
    WHERE ${notOurs} AND any(name IN $properties WHERE any(value IN [] + n[name] WHERE
      toLower(toStringOrNull(value)) CONTAINS $part AND ($pattern IS NULL OR toLower(toStringOrNull(value)) =~ $pattern)))
    RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties LIMIT $limit`),
  entities: (label: CypherName) =>
    cypher(`MATCH (n:${label}) WHERE ${notOurs}
    RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties`),
  projectedNodes: (label: CypherName) =>
    cypher(`MATCH (n:${label}) WHERE ${notOurs}
    RETURN id(n) AS node, elementId(n) AS element, labels(n) AS labels, properties(n) AS properties`),
  projectedLinks: (type: CypherName) =>
    cypher(`MATCH (a)-[r:${type}]->(b)
    RETURN id(a) AS a, id(b) AS b, CASE WHEN $weight IS NULL THEN 1 ELSE r[$weight] END AS weight`),
  meetings: cypher(`MATCH (a)-[r]->(p)<-[s]-(b) WHERE type(r) IN $types AND type(s) IN $types AND elementId(a) < elementId(b)
    WITH a, b, count(DISTINCT p) AS places WHERE places >= $min RETURN elementId(a) AS a, elementId(b) AS b, places
    ORDER BY places DESC LIMIT $limit`),
  allLinks: (type: CypherName) =>
    cypher(`MATCH (a)-[r:${type}]->(b)
    RETURN elementId(a) AS a, elementId(b) AS b, properties(r) AS properties`),
};

/** What an analyst typed, after checkCypher.ts has found that it only reads. */
export const analystCypher = (text: string): Cypher => text as Cypher;
