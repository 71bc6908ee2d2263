// The inspector for a graph that others keep: properties and links as the server has them, without rows, since no file of ours says them.
import type { EntityFacts } from "../../../shared/chart/calls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { GraphReader } from "../store/graphReader.ts";
import type { ServerGraph } from "../store/graphSource.ts";
import { readForeignProperties } from "../store/neo4j/mappedShape.ts";

const mostLinks = 200;

export async function readForeignEntity(graph: GraphReader, { address, mapping }: ServerGraph, ref: string): Promise<EntityFacts> {
  const [node] = await graph.readNodes([ref]);
  if (!node) throw new CaseweaveError("entity-unknown", { entity: ref });
  const { neighbours } = await graph.listNeighbours(ref, null, mostLinks, true);
  const near = new Map(neighbours.map(({ node: other }) => [other.ref, other]));
  const links = (await graph.readLinksAmong([ref, ...near.keys()])).filter(({ from, to }) => from === ref || to === ref);
  const properties = await readForeignProperties(address, mapping!, ref);
  return {
    ref,
    kind: node.kind,
    label: node.label,
    numbers: [],
    attributes: properties.map(([name, value]) => ({ name, value, origin: "neo4j", sources: [] })),
    links: links.map(({ kind, from, to }) => {
      const other = near.get(from === ref ? to : from)!;
      const { ref: otherRef, label: otherLabel, kind: otherKind } = other;
      return {
        kind,
        role: "",
        other: otherRef,
        otherLabel,
        otherKind,
        outgoing: from === ref,
        origin: "neo4j",
        attributes: [],
        sources: [],
      };
    }),
    events: [],
    eventCount: 0,
    firstAt: null,
    lastAt: null,
    cases: neighbours.filter(({ node: other }) => other.kind === "case").length,
    hub: publicReason(node.kind, parseEntityRef(ref).key, node.label),
    reused: [],
  };
}
