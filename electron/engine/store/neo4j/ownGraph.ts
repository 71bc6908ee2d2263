// How our own graph stands in Neo4j: one node an entity, one relationship a pair and kind, ids made of the graph's name and ours.
import type { ChartLink, ChartNode } from "../../../../shared/chart/elements.ts";
import { isPublicEntity } from "../../../../shared/link/publicEntities.ts";
import { entityKinds, entityRef } from "../../../../shared/model/entity.ts";
import type { GraphLink } from "../sqlite/tables/graphRows.ts";
import { spellName } from "../sqlite/tables/searchIndex.ts";
import { allowName, type CypherName } from "./names.ts";
import type { Plain } from "./plainValue.ts";

export interface OwnNode {
  readonly id: string;
  readonly graph: string;
  readonly ref: string;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly subtype: string;
  readonly note: string;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Key, label and spelling in small letters: what search looks through. */
  readonly search: string;
  /** A service number or a settlement account: marked here, so that the server need not look every neighbour up in our tables. */
  readonly isPublic: boolean;
}

export interface OwnLink {
  readonly id: string;
  readonly kind: string;
  readonly directed: boolean;
  readonly count: number;
  readonly sum: number;
  readonly weight: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

export const nodeId = (graph: string, ref: string): string => `${graph}|${ref}`;

export function toOwnNode(graph: string, key: string, node: ChartNode): OwnNode {
  const { ref, kind, label, subtype, note, firstAt, lastAt } = node;
  const search = `${key}\n${label === key ? "" : `${label}\n${spellName(label)}`}`.toLowerCase();
  return {
    id: nodeId(graph, ref),
    graph,
    ref,
    kind,
    key,
    label,
    subtype,
    note,
    firstAt,
    lastAt,
    search,
    isPublic: isPublicEntity(kind, key, label),
  };
}

export function toOwnLink(graph: string, link: GraphLink): { a: string; b: string; link: OwnLink } {
  const from = entityRef(link.fromKind, link.fromKey);
  const to = entityRef(link.toKind, link.toKey);
  const { kind, count, sum, weight, firstAt, lastAt } = link;
  return {
    a: nodeId(graph, from),
    b: nodeId(graph, to),
    link: { id: `${kind}|${from}|${to}`, kind, directed: link.directed === 1, count, sum, weight, firstAt, lastAt },
  };
}

/** As `createNodes` and `createLinks` take them: lists in one order, so that the names need not travel with every row. */
export const nodeRow = ({ ref, kind, key, label, subtype, note, firstAt, lastAt, search, isPublic }: OwnNode) =>
  [ref, kind, key, label, subtype, note, firstAt, lastAt, search, isPublic] as const;

export function linkRow(link: GraphLink) {
  const { kind, count, sum, weight, firstAt, lastAt } = link;
  const [from, to] = [entityRef(link.fromKind, link.fromKey), entityRef(link.toKind, link.toKey)];
  return [from, to, kind, link.directed === 1, count, sum, weight, firstAt, lastAt] as const;
}

const labelOf = (kind: string) => `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
const ownLabels = entityKinds.map(labelOf);

/** The label by which other tools colour a kind of ours; none for kinds that a source named itself. */
export const kindLabel = (kind: string): CypherName | null =>
  (entityKinds as readonly string[]).includes(kind) ? allowName(labelOf(kind), ownLabels) : null;

type Properties = Readonly<Record<string, Plain>>;

const text = (value: Plain | undefined) => (value === null || value === undefined ? "" : String(value));
const time = (value: Plain | undefined) => (typeof value === "number" ? value : null);

export const fromOwnNode = (properties: Properties): ChartNode => ({
  ref: text(properties["ref"]),
  kind: text(properties["kind"]),
  subtype: text(properties["subtype"]),
  label: text(properties["label"]),
  note: text(properties["note"]),
  firstAt: time(properties["firstAt"]),
  lastAt: time(properties["lastAt"]),
});

export function fromOwnLink(from: string, to: string, properties: Properties): ChartLink {
  const kind = text(properties["kind"]);
  return {
    id: `${kind}|${from}|${to}`,
    from,
    to,
    kind,
    directed: properties["directed"] === true,
    count: Number(properties["count"] ?? 1),
    sum: kind === "transfer" ? Number(properties["sum"] ?? 0) : null,
    firstAt: time(properties["firstAt"]),
    lastAt: time(properties["lastAt"]),
    confirmed: true,
  };
}
