// The shape of a graph that somebody else keeps: labels become kinds, a property the key, relationships links; read only, records without a key by their element.
import type { ChartLink, ChartNode } from "../../../../shared/chart/elements.ts";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import type { GraphMapping, LabelMapping } from "../../../../shared/workspace/graphMapping.ts";
import { type KindCount, type Projection, type ProjectionBatch, sightingKinds } from "../graphReader.ts";
import { searchPattern } from "../searchPattern.ts";
import { type Neo4jAddress, type Neo4jSession, withNeo4j } from "./connect.ts";
import { mappedCypher, serverCypher } from "./cypher.ts";
import { allowName, isSafeName } from "./names.ts";
import type { GraphShape } from "./neo4jReader.ts";
import type { Plain, Row } from "./plainValue.ts";
import { streamBatches } from "./streamBatches.ts";

/** Labels and types that this mapping may put into a statement. */
export class MappedNames {
  readonly labels: readonly LabelMapping[];
  readonly types: readonly string[];
  private readonly mapping: GraphMapping;

  constructor(mapping: GraphMapping) {
    this.mapping = mapping;
    this.labels = mapping.labels.filter(({ label, key }) => isSafeName(label) && (key === null || isSafeName(key)));
    this.types = mapping.types.map(({ type }) => type).filter(isSafeName);
  }

  label = (name: string) =>
    allowName(
      name,
      this.labels.map(({ label }) => label),
    );
  key = (name: string) =>
    allowName(
      name,
      this.labels.flatMap(({ key }) => key ?? []),
    );
  type = (name: string) => allowName(name, this.types);
  ofKind = (kind: string) => this.labels.filter((one) => one.kind === kind);
  /** The mapping of a record: its first label that has one. */
  of = (labels: readonly string[]): LabelMapping | undefined => this.labels.find(({ label }) => labels.includes(label));
  weightOf = (type: string): string | null => this.mapping.types.find((one) => one.type === type)?.weight ?? null;
  typesOf = (links: readonly string[] | null) => this.types.filter((type) => links === null || links.includes(type.toLowerCase()));
}

const text = (value: Plain | undefined): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** The server's own name of a record; it holds as long as the record does. */
const elementName = /^\d+:[0-9a-f-]{36}:\d+$/;

/** A text or a whole number, by which a record can be found again; lists, fractions and yes or no name none. */
const nameOf = (value: Plain | undefined): string => (typeof value === "string" || Number.isSafeInteger(value) ? String(value) : "");

/** `kind:key`; a record without a key goes by its element. */
export function mappedNode(names: MappedNames, element: string, labels: readonly string[], properties: Row): ChartNode {
  const found = names.of(labels);
  const kind = found?.kind ?? "thing";
  const own = found?.key ? nameOf(properties[found.key]) : "";
  const key = own === "" ? element : own;
  const title = (found?.title ?? []).map((name) => text(properties[name])).filter(Boolean);
  const label = title.join(" ") || (own === "" ? labels.join(" ") : own);
  return { ref: entityRef(kind, key), kind, subtype: "", label, note: "", firstAt: null, lastAt: null };
}

function mappedLink(from: string, to: string, type: string): ChartLink {
  return {
    id: `${type}|${from}|${to}`,
    from,
    to,
    kind: type,
    directed: true,
    count: 1,
    sum: null,
    firstAt: null,
    lastAt: null,
    confirmed: true,
  };
}

export function createMappedShape(session: Neo4jSession, mapping: GraphMapping, signal?: AbortSignal): GraphShape {
  const names = new MappedNames(mapping);
  const toNode = (element: string, labels: readonly string[], properties: Row) => mappedNode(names, element, labels, properties);
  const nodeOf = (row: Row) => toNode(String(row["element"]), row["labels"] as readonly string[], row["properties"] as Row);
  return {
    statements: mappedCypher,
    linkParameters: (links) => ({ types: names.typesOf(links) }),
    find: (refs) => findElements(session, names, refs, signal),
    toNode,
    toLink: (from, to, type) => mappedLink(from, to, type),
    readCounts: () => readCounts(session, names, signal),
    searchNodes: (words, kind, limit) => searchNodes(session, names, nodeOf, { words, kind, limit, signal }),
    listEntities: (kind, after, limit) => listEntities(session, names, nodeOf, { kind, after, limit, signal }),
    streamProjection: (projection) => streamProjection(session, names, nodeOf, projection, signal),
    listMeetingCandidates: async ({ min, limit }) => {
      const types = names.typesOf([...sightingKinds]);
      const rows = await session.read(mappedCypher.meetings, { types, min, limit }, { signal });
      const elements = [...new Set(rows.flatMap(({ a, b }) => [String(a), String(b)]))];
      const nodes = new Map(
        (await session.read(mappedCypher.nodes, { elements }, { signal })).map((row) => [String(row["element"]), nodeOf(row).ref]),
      );
      return rows.map(({ a, b, places }) => ({ a: nodes.get(String(a))!, b: nodes.get(String(b))!, places: Number(places) }));
    },
  };
}

async function findElements(
  session: Neo4jSession,
  names: MappedNames,
  refs: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const elements = refs
    .map(parseEntityRef)
    .flatMap(({ kind, key }) => (elementName.test(key) ? [{ ref: entityRef(kind, key), element: key }] : []));
  const known = new Set(
    (await session.read(mappedCypher.findElements, { elements: elements.map(({ element }) => element) }, { signal })).map((row) =>
      String(row["element"]),
    ),
  );
  for (const { ref, element } of elements) if (known.has(element)) found.set(ref, element);
  for (const { label, kind, key } of names.labels) {
    const keys =
      key === null ? [] : refs.map(parseEntityRef).flatMap((ref) => (ref.kind === kind && !elementName.test(ref.key) ? [ref.key] : []));
    if (key === null || keys.length === 0) continue;
    const rows = await session.read(mappedCypher.find(names.label(label), names.key(key)), { keys: keys.flatMap(asStored) }, { signal });
    for (const row of rows)
      if (!found.has(entityRef(kind, String(row["key"])))) found.set(entityRef(kind, String(row["key"])), String(row["element"]));
  }
  return found;
}

const largest = 2n ** 63n;

/** A key that looks like a whole number may be stored as one, of 64 bits there. */
function asStored(key: string): (string | bigint)[] {
  if (!/^-?(0|[1-9]\d{0,18})$/.test(key)) return [key];
  const whole = BigInt(key);
  return whole >= -largest && whole < largest ? [key, whole] : [key];
}

async function readCounts(session: Neo4jSession, names: MappedNames, signal?: AbortSignal) {
  const count = async (statement: Parameters<Neo4jSession["read"]>[0]) =>
    Number((await session.read(statement, {}, { signal }))[0]?.["count"] ?? 0);
  const nodes = new Map<string, number>();
  for (const { label, kind } of names.labels)
    nodes.set(kind, (nodes.get(kind) ?? 0) + (await count(serverCypher.countLabel(names.label(label)))));
  const links: KindCount[] = [];
  for (const type of names.types) links.push({ kind: type, count: await count(serverCypher.countType(names.type(type))) });
  const byKind = (a: KindCount, b: KindCount) => (a.kind < b.kind ? -1 : 1);
  return {
    nodes: [...nodes].map(([kind, sum]) => ({ kind, count: sum })).sort(byKind),
    links: links.filter(({ count: n }) => n > 0).sort(byKind),
  };
}

interface Search {
  readonly words: string;
  readonly kind: string | null;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

async function searchNodes(
  session: Neo4jSession,
  names: MappedNames,
  nodeOf: (row: Row) => ChartNode,
  { words, kind, limit, signal }: Search,
): Promise<ChartNode[]> {
  const typed = searchPattern(words);
  if (typed === null) return [];
  const found: ChartNode[] = [];
  for (const { label, key, title } of kind === null ? names.labels : names.ofKind(kind)) {
    const properties = [...new Set([...(key === null ? [] : [key]), ...title])];
    const rows =
      properties.length === 0
        ? []
        : await session.read(mappedCypher.search(names.label(label)), { ...typed, properties, limit }, { signal });
    found.push(...rows.map(nodeOf));
  }
  return found.sort((a, b) => (a.ref < b.ref ? -1 : 1)).slice(0, limit);
}

interface Page {
  readonly kind: string;
  readonly after: string;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

async function listEntities(
  session: Neo4jSession,
  names: MappedNames,
  nodeOf: (row: Row) => ChartNode,
  { kind, after, limit, signal }: Page,
): Promise<ChartNode[]> {
  const nodes = new Map<string, ChartNode>();
  for (const { label } of names.ofKind(kind))
    for await (const row of session.stream(mappedCypher.entities(names.label(label)), {}, { signal })) {
      const node = nodeOf(row);
      if (node.ref > after) nodes.set(node.ref, node);
    }
  return [...nodes.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)).slice(0, limit);
}

async function* streamProjection(
  session: Neo4jSession,
  names: MappedNames,
  nodeOf: (row: Row) => ChartNode,
  { kind, links }: Projection,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProjectionBatch> {
  const labels = kind === null ? names.labels : names.ofKind(kind);
  const nodes = chain(labels.map(({ label }) => session.stream(mappedCypher.projectedNodes(names.label(label)), {}, { signal })));
  const streams = names
    .typesOf(links)
    .map((type) => session.stream(mappedCypher.projectedLinks(names.type(type)), { weight: names.weightOf(type) }, { signal }));
  yield* streamBatches(nodes, streams, (row) => nodeOf(row).ref);
}

async function* chain(streams: readonly AsyncIterable<Row>[]): AsyncGenerator<Row> {
  for (const stream of streams) yield* stream;
}

/** Properties of one record, by name. */
export async function readForeignProperties(
  address: Neo4jAddress,
  mapping: GraphMapping,
  ref: string,
): Promise<(readonly [string, string])[]> {
  return await withNeo4j(address, async (session) => {
    const elements = [...(await createMappedShape(session, mapping).find([ref])).values()];
    const [row] = await session.read(mappedCypher.nodes, { elements });
    const properties = Object.entries((row?.["properties"] ?? {}) as Row);
    return properties.map(([name, value]) => [name, text(value)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}
