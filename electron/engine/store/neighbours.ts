// Neighbours as both stores count and list them, from the links of one entity.
import type { NeighbourCount } from "../../../shared/chart/calls.ts";
import { isPublicEntity } from "../../../shared/link/publicEntities.ts";
import type { NeighbourGroup, NeighbourOrder } from "./graphReader.ts";

export interface NeighbourEdge {
  readonly kind: string;
  readonly direction: "out" | "in" | "both";
  readonly otherKind: string;
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** ms UTC of the last event or the end of the link; null: timeless. */
  readonly lastAt: number | null;
}

const groupKey = (edge: { kind: string; direction: string; otherKind: string }) => `${edge.kind}|${edge.direction}|${edge.otherKind}`;
const refOf = ({ otherKind, key }: NeighbourEdge) => `${otherKind}:${key}`;

export function countByGroup(edges: readonly NeighbourEdge[], present: ReadonlySet<string>): NeighbourCount[] {
  const groups = new Map<string, { -readonly [Field in keyof NeighbourCount]: NeighbourCount[Field] }>();
  for (const edge of edges) {
    const key = groupKey(edge);
    const { kind: link, direction, otherKind: kind } = edge;
    const group = groups.get(key) ?? { link, direction, kind, count: 0, publicCount: 0, onChart: 0 };
    group.count += 1;
    if (isPublicEntity(edge.otherKind, edge.key, edge.label)) group.publicCount += 1;
    if (present.has(refOf(edge))) group.onChart += 1;
    groups.set(key, group);
  }
  return sortGroups([...groups.values()]);
}

export const sortGroups = (groups: readonly NeighbourCount[]): NeighbourCount[] =>
  groups.toSorted((a, b) => b.count - a.count || groupOrder(a, b));

const groupOrder = (a: NeighbourCount, b: NeighbourCount) => {
  const left = `${a.link} ${a.direction} ${a.kind}`;
  const right = `${b.link} ${b.direction} ${b.kind}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Neighbours with their strength (the sum of counts): strongest first, or those first that were last heard of. */
export function rankNeighbours(
  edges: readonly NeighbourEdge[],
  groups: readonly NeighbourGroup[] | null,
  withPublic: boolean,
  order: NeighbourOrder = "strongest",
): (readonly [ref: string, strength: number])[] {
  const wanted = groups && new Set(groups.map(({ link, direction, kind }) => groupKey({ kind: link, direction, otherKind: kind })));
  const strength = new Map<string, number>();
  const last = new Map<string, number>();
  for (const edge of edges) {
    if (wanted && !wanted.has(groupKey(edge))) continue;
    if (!withPublic && isPublicEntity(edge.otherKind, edge.key, edge.label)) continue;
    strength.set(refOf(edge), (strength.get(refOf(edge)) ?? 0) + edge.count);
    last.set(refOf(edge), Math.max(last.get(refOf(edge)) ?? Number.NEGATIVE_INFINITY, edge.lastAt ?? Number.NEGATIVE_INFINITY));
  }
  const later = (a: string, b: string) => (last.get(a) === last.get(b) ? 0 : last.get(b)! > last.get(a)! ? 1 : -1);
  return [...strength].sort(([a, x], [b, y]) => (order === "newest" ? later(a, b) : 0) || y - x || (a < b ? -1 : 1));
}
