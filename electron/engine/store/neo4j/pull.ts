// Writes a graph of a server as two tables, entities and links, for the import to read: so what is fetched has a source, rows and an undo like any file.

import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import type { GraphMapping } from "../../../../shared/workspace/graphMapping.ts";
import type { Neo4jSession } from "./connect.ts";
import { mappedCypher, pullCypher } from "./cypher.ts";
import { MappedNames, mappedNode } from "./mappedShape.ts";
import type { Plain, Row } from "./plainValue.ts";

export interface PullInput {
  /** Name of a pushed graph; null: what the mapping reads. */
  readonly graph: string | null;
  readonly mapping: GraphMapping;
  readonly entitiesFile: string;
  readonly linksFile: string;
}

interface Options {
  readonly signal: AbortSignal;
  readonly report: (done: number) => void;
}

interface PulledNode {
  readonly element: string;
  readonly ref: string;
  readonly label: string;
  readonly properties: Row;
}

interface PulledLink {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly weight: Plain;
  readonly directed: boolean;
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const cell = (value: Plain | undefined): string =>
  quote(value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

class Table {
  rows = 0;
  private readonly file: WriteStream;

  constructor(path: string, headings: readonly string[]) {
    this.file = createWriteStream(path);
    this.file.write(`${headings.map(quote).join(",")}\n`);
  }

  async add(cells: readonly (Plain | undefined)[]): Promise<void> {
    this.rows += 1;
    if (!this.file.write(`${cells.map(cell).join(",")}\n`)) await once(this.file, "drain");
  }

  async close(): Promise<void> {
    this.file.end();
    await once(this.file, "close");
  }
}

/** Two passes over the entities: the first finds which properties there are, since a table needs its headings first. */
export async function pullGraph(
  session: Neo4jSession,
  input: PullInput,
  { signal, report }: Options,
): Promise<{ nodes: number; links: number }> {
  const nodes = () => (input.graph === null ? readMapped(session, input.mapping, signal) : readPushed(session, input.graph, signal));
  const headings = new Set<string>();
  for await (const { properties } of nodes()) for (const name of Object.keys(properties)) headings.add(name);
  const columns = [...headings].sort();
  const entities = new Table(input.entitiesFile, ["entity kind", "entity key", "entity label", ...columns]);
  const refs = new Map<string, string>();
  for await (const { element, ref, label, properties } of nodes()) {
    if (refs.has(element)) continue; // a record with two labels
    refs.set(element, ref);
    const { kind, key } = parseEntityRef(ref);
    await entities.add([kind, key, label === key ? "" : label, ...columns.map((name) => properties[name])]);
    if (entities.rows % 1000 === 0) report(entities.rows);
  }
  await entities.close();
  const links = new Table(input.linksFile, ["from kind", "from key", "to kind", "to key", "link kind", "directed", "weight"]);
  const streams = input.graph === null ? readMappedLinks(session, input.mapping, signal) : readPushedLinks(session, input.graph, signal);
  for await (const { a, b, kind, weight, directed } of streams) {
    const [from, to] = [refs.get(a), refs.get(b)];
    if (from === undefined || to === undefined) continue; // an end whose label the mapping leaves out
    const [x, y] = [parseEntityRef(from), parseEntityRef(to)];
    await links.add([x.kind, x.key, y.kind, y.key, kind, String(directed), weight]);
    if (links.rows % 1000 === 0) report(entities.rows + links.rows);
  }
  await links.close();
  return { nodes: entities.rows, links: links.rows };
}

async function* readPushed(session: Neo4jSession, graph: string, signal: AbortSignal): AsyncGenerator<PulledNode> {
  for await (const { ref, label, note } of session.stream(pullCypher.nodes, { graph }, { signal }))
    yield {
      element: String(ref),
      ref: String(ref),
      label: String(label ?? ""),
      properties: note === "" || note === null ? {} : { note: note! },
    };
}

async function* readPushedLinks(session: Neo4jSession, graph: string, signal: AbortSignal): AsyncGenerator<PulledLink> {
  for await (const { a, b, kind, weight, directed } of session.stream(pullCypher.links, { graph }, { signal }))
    yield { a: String(a), b: String(b), kind: String(kind), weight: weight ?? null, directed: directed !== false };
}

async function* readMapped(session: Neo4jSession, mapping: GraphMapping, signal: AbortSignal): AsyncGenerator<PulledNode> {
  const names = new MappedNames(mapping);
  for (const { label } of names.labels)
    for await (const row of session.stream(mappedCypher.entities(names.label(label)), {}, { signal })) {
      const element = String(row["element"]);
      const properties = row["properties"] as Row;
      const node = mappedNode(names, element, row["labels"] as readonly string[], properties);
      yield { element, ref: entityRef(node.kind, parseEntityRef(node.ref).key), label: node.label, properties };
    }
}

async function* readMappedLinks(session: Neo4jSession, mapping: GraphMapping, signal: AbortSignal): AsyncGenerator<PulledLink> {
  const names = new MappedNames(mapping);
  for (const type of names.types) {
    const weight = names.weightOf(type);
    for await (const row of session.stream(mappedCypher.allLinks(names.type(type)), {}, { signal }))
      yield {
        a: String(row["a"]),
        b: String(row["b"]),
        kind: type,
        weight: weight === null ? null : ((row["properties"] as Row)[weight] ?? null),
        directed: true,
      };
  }
}
