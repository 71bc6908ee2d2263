// What a Neo4j server is and holds: asked before a graph is kept there or read from it.
import type { ServerHolding } from "../../../../shared/workspace/graphCalls.ts";
import { type Neo4jAddress, type Neo4jSession, withNeo4j } from "./connect.ts";
import { serverCypher } from "./cypher.ts";

export interface ServerCheck extends ServerHolding {
  readonly labels: readonly string[];
}

export const checkServer = (address: Neo4jAddress): Promise<ServerCheck> => withNeo4j(address, (session) => describeServer(session));

export async function describeServer(session: Neo4jSession): Promise<ServerCheck> {
  const [component] = await session.read(serverCypher.components);
  const count = async (statement: typeof serverCypher.countNodes) => Number((await session.read(statement))[0]?.["count"] ?? 0);
  return {
    uri: session.uri,
    server: String(component?.["name"] ?? ""),
    version: String(component?.["version"] ?? ""),
    edition: String(component?.["edition"] ?? ""),
    nodes: await count(serverCypher.countNodes),
    relationships: await count(serverCypher.countRelationships),
    labels: (await session.read(serverCypher.labels)).map(({ label }) => String(label)),
  };
}
