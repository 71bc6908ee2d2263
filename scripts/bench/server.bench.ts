// Expand, path and network on a Neo4j server beside SQLite and our core, on a made-up graph of 1,000,000 entities and 5,000,000 links.
// BENCH_SERVER=entities,links makes it smaller; BENCH_GRAPH=file takes an edge list (two names a line, # begins a comment) instead;
// BENCH_WORKSPACE=file a workspace that is there. Without Java or Maven only SQLite is measured, and the run says so.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { GraphReader } from "../../electron/engine/store/graphReader.ts";
import { openNeo4j } from "../../electron/engine/store/neo4j/connect.ts";
import { createNeo4jReader } from "../../electron/engine/store/neo4j/neo4jReader.ts";
import { ownShape } from "../../electron/engine/store/neo4j/ownShape.ts";
import { pushGraph } from "../../electron/engine/store/neo4j/push.ts";
import { type ProjectedGraph, projectGraph } from "../../electron/engine/store/projectGraph.ts";
import type { Connection } from "../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../electron/engine/store/sqlite/sql.ts";
import { createSqliteGraphReader } from "../../electron/engine/store/sqlite/sqliteGraphReader.ts";
import { seededRandom } from "../../shared/random.ts";
import { prepareServer, startServer } from "../neo4j/server.ts";
import { printFigure, quantile, timed } from "./figure.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-bench-"));
const [entities = 1_000_000, links = 5_000_000] = (process.env["BENCH_SERVER"] ?? "").split(",").filter(Boolean).map(Number);
const rounds = 12;

/** Ends drawn with a power law: few hubs, many entities with few links. */
function* drawPairs(): Generator<readonly [number, number]> {
  const random = seededRandom(7);
  for (let i = 0; i < links; i++) yield [Math.floor(entities * random() ** 3), Math.floor(entities * random())];
}

function* readPairs(path: string): Generator<readonly [number, number]> {
  const bytes = readFileSync(path);
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => numbers.get(name) ?? numbers.set(name, numbers.size).get(name)!;
  for (const line of (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n")) {
    const [a, b] = line.trim().split(/\s+/);
    if (a && b && !a.startsWith("#")) yield [numberOf(a), numberOf(b)];
  }
}

/** Straight into the tables: what is measured is asking, not importing. */
function fillWorkspace(path: string, pairs: Iterable<readonly [number, number]>): Connection {
  const connection = openWorkspaceFile(path);
  connection.write((db) => {
    db.run(sql`INSERT INTO source (id, name, size, sha256, header_row, headings, row_kind, layout, confidence, doubts, mapping, utc_offset, state, imported_at, imported_by)
      VALUES (1, 'drawn', 1, 'drawn', 1, '[]', 'link', 'drawn', 1, '[]', '{}', 480, 'ready', 0, 'bench')`);
    const entity = db.prepare("INSERT OR IGNORE INTO entity (id, kind, key, label, source_id, row) VALUES (?, 'account', ?, ?, 1, 1)");
    const edge = db.prepare(
      "INSERT OR IGNORE INTO edge (from_id, to_id, kind, source_id, directed, count, sum) VALUES (?, ?, 'call', 1, 1, 1, 0)",
    );
    const seen = new Set<number>();
    for (const pair of pairs) {
      for (const end of pair) {
        if (!seen.has(end)) entity.run(end + 1, String(end), String(end));
        seen.add(end);
      }
      edge.run(pair[0] + 1, pair[1] + 1);
    }
  });
  return connection;
}

interface Asked {
  readonly hub: string;
  readonly others: readonly string[];
}

function chooseEntities(connection: Connection): Asked {
  const ref = ({ kind, key }: { kind: string; key: string }) => `${kind}:${key}`;
  const [hub] = connection.all<{ kind: string; key: string }>(sql`SELECT e.kind, e.key FROM entity e
    WHERE e.id = (SELECT from_id FROM edge GROUP BY from_id ORDER BY count(*) DESC LIMIT 1)`);
  const all = connection.all<{ kind: string; key: string }>(sql`SELECT DISTINCT e.kind, e.key FROM entity e JOIN edge g ON g.to_id = e.id
    ORDER BY (e.id * 7919) % 104729 LIMIT ${rounds * 2}`);
  return { hub: ref(hub!), others: all.map(ref) };
}

async function median(work: (round: number) => Promise<unknown>): Promise<number> {
  await work(0);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await timed(() => work(round))).seconds * 1000);
  return quantile(times, 0.5);
}

async function measure(store: string, reader: GraphReader, { hub, others }: Asked): Promise<void> {
  const show = (figure: string, value: number, budget: number | null) =>
    printFigure({ bench: `server-${store}`, figure, value, unit: "ms", budget });
  const pair = (round: number) => [others[round * 2]!, others[round * 2 + 1]!] as const;
  show("expand", await median((round) => reader.listNeighbours(others[round]!, null, 200, true)), null);
  show("countsOfLargestHub", await median(() => reader.countNeighbours(hub, new Set())), 50);
  show(
    "shortestPath",
    await median((round) => {
      const [from, to] = pair(round);
      return reader.findPaths({ from, to, links: null, max: 6, allShortest: false });
    }),
    100,
  );
  show("networkOfThree", await median((round) => reader.findNetwork({ entities: [hub, ...pair(round)], links: null, max: 4 })), null);
}

async function measureServer(connection: Connection, asked: Asked): Promise<void> {
  const missing = prepareServer();
  if (missing !== null) {
    console.error(`no Neo4j server (${missing}): only SQLite was measured`);
    return;
  }
  const server = await startServer(join(folder, "home"), { heap: "3g", pageCache: 3072, isBusy: true });
  const session = openNeo4j({ uri: server.uri, user: "neo4j", password: "", database: null });
  const { seconds, value } = await timed(() => pushGraph({ db: connection, session, graph: "bench", dataVersion: 1 }));
  const sum = value.nodes + value.links;
  printFigure({
    bench: "server-neo4j",
    figure: "push",
    value: seconds,
    unit: "s",
    note: `${sum} nodes and links, ${Math.round(sum / seconds)}/s`,
  });
  await measure("neo4j", createNeo4jReader(session, ownShape(session, "bench")), asked);
  await session.close();
  await server.stop();
}

const given = process.env["BENCH_WORKSPACE"];
const list = process.env["BENCH_GRAPH"];
try {
  const connection = given
    ? openWorkspaceFile(given, { readOnly: true })
    : fillWorkspace(join(folder, "drawn.caseweave"), list ? readPairs(list) : drawPairs());
  const asked = chooseEntities(connection);
  let projected: ProjectedGraph | null = null;
  const read = await timed(() => projectGraph(connection, { kind: null, links: null, isUndirected: true }));
  projected = read.value;
  printFigure({
    bench: "server-sqlite",
    figure: "readIntoCore",
    value: read.seconds,
    unit: "s",
    note: `${projected.graph.nodes} nodes, ${projected.graph.edges / 2} links`,
  });
  await measure(
    "sqlite",
    createSqliteGraphReader(connection, () => projected!),
    asked,
  );
  await measureServer(connection, asked);
  connection.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
