// The graph that this engine's questions go to: the workspace's own, or one on a server. Who is connected is known to the running engine only.
import type { GraphMapping } from "../../../shared/workspace/graphMapping.ts";
import type { GraphReader } from "../store/graphReader.ts";
import { type GraphSource, openServerReader, type ServerGraph } from "../store/graphSource.ts";
import { openNeo4j } from "../store/neo4j/connect.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readDataVersion, readMeta } from "../store/sqlite/tables/meta.ts";

export interface GraphSwitch {
  readonly reader: GraphReader;
  readonly server: ServerGraph | null;
  /** Links that a server sent for the last question that needed the whole graph. */
  travelled: number | null;
  connect(server: ServerGraph): Promise<void>;
  /** Back to the workspace itself. */
  disconnect(): Promise<void>;
}

export function createGraphSwitch(own: GraphReader): GraphSwitch {
  let current: { reader: GraphReader; server: ServerGraph; close: () => Promise<void> } | null = null;
  const disconnect = async () => {
    const last = current;
    current = null;
    await last?.close();
  };
  return {
    travelled: null,
    get reader() {
      return current?.reader ?? own;
    },
    get server() {
      return current?.server ?? null;
    },
    connect: async (server) => {
      await disconnect();
      const session = openNeo4j(server.address);
      current = { reader: await openServerReader(session, server), server, close: () => session.close() };
    },
    disconnect,
  };
}

interface OpenGraph {
  readonly db: ReadableDb;
  readonly workspace: { readonly path: string; readonly key: string | null };
  readonly graphs: GraphSwitch;
}

/** What a child needs to read the same graph. */
export const graphSourceOf = ({ db, workspace: { path, key }, graphs }: OpenGraph): GraphSource => ({
  path,
  key,
  dataVersion: readDataVersion(db),
  server: graphs.server,
});

/** What a workspace keeps of a connection: never the password. */
export interface RememberedConnection {
  readonly uri: string;
  readonly user: string;
  readonly database: string | null;
  readonly certificate?: string | null | undefined;
  readonly graph: string | null;
  readonly mapping: GraphMapping | null;
}

export function readConnection(db: ReadableDb): RememberedConnection | null {
  const text = readMeta(db, "graphServer");
  return text === null ? null : (JSON.parse(text) as RememberedConnection);
}

/** Whether questions go to a graph whose facts are not in this workspace. */
export const isForeign = (server: ServerGraph | null): server is ServerGraph => server !== null && server.graph === null;
