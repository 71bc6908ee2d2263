// What a Neo4j server is and holds: asked before a graph is kept there or read from it.

import { type Neo4jAddress, withNeo4j } from "./connect.ts";
import { cypher } from "./cypher.ts";

export interface ServerCheck {
  readonly uri: string;
  readonly server: string;
  readonly version: string;
  readonly edition: string;
  readonly nodes: number;
  readonly relationships: number;
  readonly labels: readonly string[];
}

export function checkServer(address: Neo4jAddress): Promise<ServerCheck> {
  return withNeo4j(address, async (ask) => {
    const [component] = await ask(cypher.components);
    const count = async (text: string) => Number((await ask(text))[0]?.get("count") ?? 0);
    return {
      uri: address.uri,
      server: String(component?.get("name") ?? ""),
      version: String(component?.get("version") ?? ""),
      edition: String(component?.get("edition") ?? ""),
      nodes: await count(cypher.countNodes),
      relationships: await count(cypher.countRelationships),
      labels: (await ask(cypher.labels)).map((record) => String(record.get("label"))),
    };
  });
}
