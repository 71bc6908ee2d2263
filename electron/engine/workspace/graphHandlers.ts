// Handlers of the calls about a graph on a Neo4j server.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ImportResult } from "../../../shared/import/calls.ts";
import type { GraphComparison, GraphState, graphCalls, PushResult, ServerReport } from "../../../shared/workspace/graphCalls.ts";
import { type GraphMapping, guessGraphMapping } from "../../../shared/workspace/graphMapping.ts";
import type { Handlers, JobContext } from "../handler.ts";
import { runImport } from "../import/runImport.ts";
import { tellOf } from "../import/tellOf.ts";
import { checkCypher } from "../store/neo4j/checkCypher.ts";
import { describeServer } from "../store/neo4j/checkServer.ts";
import { type Neo4jAddress, type Neo4jSession, withNeo4j } from "../store/neo4j/connect.ts";
import { analystCypher, pullCypher } from "../store/neo4j/cypher.ts";
import { guessMapping, readSchema } from "../store/neo4j/schema.ts";
import { countEntityKinds, countLinkKinds } from "../store/sqlite/tables/graphRows.ts";
import { readDataVersion, readMeta, writeMeta } from "../store/sqlite/tables/meta.ts";
import { type RememberedConnection, readConnection } from "./graphServer.ts";
import type { ServerTaskInput } from "./neo4jTask.ts";
import { pulledEntities, pulledLinks } from "./pulledTables.ts";
import { trustServer } from "./trustServer.ts";

const nameKey = "graphName";
const total = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

/** The name under which servers know this workspace's graph: drawn once, kept with the workspace. */
async function ownGraphName({ db, tidy }: JobContext): Promise<string> {
  const known = readMeta(db, nameKey);
  if (known !== null) return known;
  const name = `g-${randomUUID()}`;
  await tidy((writable) => writeMeta(writable, nameKey, name));
  return name;
}

function stateOf({ db, graphs }: Pick<JobContext, "db" | "graphs">): GraphState {
  const { server, travelled } = graphs;
  const last = server ? { ...server.address, graph: server.graph, mapping: server.mapping } : readConnection(db);
  return {
    store: server === null ? "workspace" : server.graph === null ? "foreign" : "pushed",
    uri: last?.uri ?? null,
    user: last?.user ?? null,
    database: last?.database ?? null,
    certificate: last?.certificate ?? null,
    graph: last?.graph ?? null,
    mapping: last?.mapping ?? null,
    travelled,
  };
}

interface PushNote {
  readonly graph: string;
  readonly dataVersion: number;
  readonly isDone: boolean;
}

async function readPushes(session: Neo4jSession, signal: AbortSignal): Promise<PushNote[]> {
  const rows = await session.read(pullCypher.graphs, {}, { signal });
  return rows.map(({ state }) => state as unknown as PushNote);
}

async function testServer(context: JobContext, address: Neo4jAddress): Promise<ServerReport> {
  const { db, signal } = context;
  const began = performance.now();
  return await withNeo4j(address, async (session) => {
    const { labels: _labels, ...server } = await describeServer(session);
    const milliseconds = Math.round(performance.now() - began);
    const own = readMeta(db, nameKey);
    const pushes = await readPushes(session, signal);
    const graphs: ServerReport["graphs"][number][] = [];
    for (const { graph } of pushes) {
      const [row] = await session.read(pullCypher.countNodes, { graph }, { signal });
      graphs.push({ graph, nodes: Number(row?.["count"] ?? 0), isOwn: graph === own });
    }
    const mine = pushes.find(({ graph }) => graph === own);
    const isDone = mine?.isDone ?? false;
    const { labels, types, refused } = await readSchema(session, signal);
    return {
      ...server,
      milliseconds,
      graphs,
      own: { isThere: mine !== undefined, isDone, isCurrent: isDone && mine?.dataVersion === readDataVersion(db) },
      mapping: guessGraphMapping(labels, types),
      refused,
      foreign: { nodes: total(labels), links: total(types) },
      here: { nodes: total(countEntityKinds(db)), links: total(countLinkKinds(db)) },
    };
  });
}

async function serverTask(context: JobContext, address: Neo4jAddress): Promise<ServerTaskInput> {
  const { db, workspace } = context;
  return { path: workspace.path, key: workspace.key, dataVersion: readDataVersion(db), address, graph: await ownGraphName(context) };
}

async function rememberConnection(context: JobContext, connection: RememberedConnection): Promise<void> {
  await context.tidy((db) => writeMeta(db, "graphServer", JSON.stringify(connection)));
}

/** A push is of use when questions can go there: so the connection is remembered with it. */
async function pushGraph(context: JobContext, address: Neo4jAddress): Promise<PushResult> {
  const { signal, report, jobs } = context;
  const task = await serverTask(context, address);
  const result = await jobs.run<PushResult>("pushGraph", task, { signal, report });
  const { uri, user, database, certificate } = address;
  await rememberConnection(context, { uri, user, database, certificate, graph: task.graph, mapping: null });
  return result;
}

async function compareGraph(context: JobContext, address: Neo4jAddress): Promise<GraphComparison> {
  const { db, signal, report, jobs } = context;
  const own = readMeta(db, nameKey);
  const pushes = own === null ? [] : await withNeo4j(address, (session) => readPushes(session, signal));
  if (!pushes.some(({ graph }) => graph === own)) throw new CaseweaveError("graph-not-pushed", { uri: address.uri });
  return await jobs.run<GraphComparison>("compareGraph", await serverTask(context, address), { signal, report });
}

interface Pull {
  readonly graph: string | null;
  readonly mapping: GraphMapping | null;
}

/** Through two tables in a folder that goes again: the import keeps their rows. */
async function pull(context: JobContext, address: Neo4jAddress, { graph, mapping }: Pull): Promise<ImportResult> {
  const { signal, report, jobs } = context;
  const folder = mkdtempSync(join(tmpdir(), "caseweave-pull-"));
  const host = new URL(address.uri).hostname;
  const [entitiesFile, linksFile] = [join(folder, `neo4j ${host} entities.csv`), join(folder, `neo4j ${host} links.csv`)];
  try {
    const read = mapping ?? (await withNeo4j(address, (session) => guessMapping(session, signal)));
    const task = { address, graph, mapping: read, entitiesFile, linksFile };
    const { nodes } = await jobs.run<{ nodes: number }>("pullGraph", task, { signal, report });
    if (nodes === 0) throw new CaseweaveError("graph-empty", { file: address.uri });
    const mappings = { [`${entitiesFile}||`]: pulledEntities, [`${linksFile}||`]: pulledLinks };
    const paths = [entitiesFile, linksFile];
    const sources = await runImport(context, { paths, mapping: null, mappings, as: null, skip: [], layouts: [] });
    return { sources, ...(await tellOf(context, sources)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Connect {
  readonly address: Neo4jAddress | null;
  readonly password: string;
  readonly mapping: GraphMapping | null;
}

async function connect(context: JobContext, { address, password, mapping }: Connect): Promise<GraphState> {
  const { db, graphs, signal } = context;
  const last = address ? { ...address, graph: mapping ? null : readMeta(db, nameKey), mapping } : readConnection(db);
  if (!last) throw new CaseweaveError("graph-not-connected");
  const { uri, user, database, certificate = null } = last;
  const whole = address ?? { uri, user, database, certificate, password };
  if (last.mapping === null) await requirePushed(whole, last.graph, signal);
  await graphs.connect({ address: whole, graph: last.mapping === null ? last.graph : null, mapping: last.mapping });
  await rememberConnection(context, { uri, user, database, certificate, graph: last.graph, mapping: last.mapping });
  return stateOf(context);
}

async function requirePushed(address: Neo4jAddress, name: string | null, signal: AbortSignal): Promise<void> {
  const pushes = await withNeo4j(address, (session) => readPushes(session, signal));
  if (!pushes.some(({ graph, isDone }) => graph === name && isDone)) throw new CaseweaveError("graph-not-pushed", { uri: address.uri });
}

async function queryGraph({ graphs, signal }: JobContext, text: string) {
  checkCypher(text);
  if (graphs.server === null) throw new CaseweaveError("graph-not-connected");
  const rows = await withNeo4j(graphs.server.address, (session) => session.read(analystCypher(text), {}, { signal }));
  const flat = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "string" || typeof value === "number" || value === null ? value : JSON.stringify(value),
      ]),
    ),
  );
  return { columns: Object.keys(flat[0] ?? {}), rows: flat };
}

export const graphHandlers: Handlers<typeof graphCalls> = {
  "workspace.readGraphState": (_params, context) => stateOf(context),
  "workspace.testServer": (address, context) => testServer(context, address),
  "workspace.trustServer": ({ uri, fingerprint }, { workspace }) => trustServer(workspace.path, uri, fingerprint),
  "workspace.pushGraph": (address, context) => pushGraph(context, address),
  "workspace.compareGraph": (address, context) => compareGraph(context, address),
  "workspace.pullGraph": ({ graph, mapping, ...address }, context) => pull(context, address, { graph, mapping }),
  "workspace.connectGraph": (params, context) => connect(context, params),
  "workspace.disconnectGraph": async (_params, context) => {
    await context.graphs.disconnect();
    return stateOf(context);
  },
  "workspace.queryGraph": ({ cypher }, context) => queryGraph(context, cypher),
};
