// Where a child reads the graph: in the workspace file, or on the server that the workspace is connected to.
import type { GraphMapping } from "../../../shared/workspace/graphMapping.ts";
import type { GraphReader } from "./graphReader.ts";
import { type Neo4jAddress, type Neo4jSession, openNeo4j } from "./neo4j/connect.ts";
import { createMappedShape } from "./neo4j/mappedShape.ts";
import { createNeo4jReader } from "./neo4j/neo4jReader.ts";
import { ownShape } from "./neo4j/ownShape.ts";
import type { ProjectedGraph } from "./projectGraph.ts";
import type { ReadableDb } from "./sqlite/database.ts";
import { openWorkspaceFile } from "./sqlite/open.ts";
import { createSqliteGraphReader } from "./sqlite/sqliteGraphReader.ts";

/** A graph on a server: one that a workspace pushed, by its name, or somebody else's by a mapping. */
export interface ServerGraph {
  readonly address: Neo4jAddress;
  readonly graph: string | null;
  readonly mapping: GraphMapping | null;
}

export interface GraphSource {
  readonly path: string;
  readonly key: string | null;
  /** Version of the facts: the same finds the graph of the question before. */
  readonly dataVersion: number;
  /** null: the workspace itself. */
  readonly server: ServerGraph | null;
}

export interface OpenGraph {
  readonly reader: GraphReader;
  /** The facts behind the graph; null when they are not in this workspace. */
  readonly db: ReadableDb | null;
}

interface Options {
  readonly signal: AbortSignal;
  readonly readProjected?: (db: ReadableDb, links: readonly string[] | null) => ProjectedGraph;
}

export async function withGraphSource<T>(source: GraphSource, options: Options, work: (graph: OpenGraph) => Promise<T>): Promise<T> {
  const session = source.server && openNeo4j(source.server.address);
  const db = openWorkspaceFile(source.path, { readOnly: true, key: source.key });
  try {
    if (!session) {
      const { readProjected } = options;
      return await work({ reader: createSqliteGraphReader(db, readProjected && ((links) => readProjected(db, links))), db });
    }
    return await work({
      reader: await openServerReader(session, source.server, options.signal),
      db: source.server.graph === null ? null : db,
    });
  } finally {
    db.close();
    await session?.close();
  }
}

export async function openServerReader(session: Neo4jSession, server: ServerGraph, signal?: AbortSignal): Promise<GraphReader> {
  const shape = server.graph === null ? createMappedShape(session, server.mapping!, signal) : ownShape(session, server.graph, signal);
  return createNeo4jReader(session, shape, signal);
}
