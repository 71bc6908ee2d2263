// Graph questions answered from the edge table.
import type { NeighbourCount } from "../../../../shared/chart/calls.ts";
import type { ChartLink } from "../../../../shared/chart/elements.ts";
import { isPublicEntity } from "../../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { GraphReader, Neighbour, NeighbourGroup } from "../graphReader.ts";
import type { ReadableDb } from "./database.ts";
import { sql, sqlJsonList } from "./sql.ts";
import { findIds, readChartNodes } from "./tables/chartNode.ts";
import { readEntity, ready } from "./tables/entity.ts";

interface EdgeRow {
  readonly other: number;
  readonly kind: string;
  readonly direction: "out" | "in" | "both";
  readonly otherKind: string;
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly sum: number;
}

export function createSqliteGraphReader(db: ReadableDb): GraphReader {
  return {
    readNodes: (refs) => readChartNodes(db, refs),
    readLinksAmong: (refs) => readLinksAmong(db, refs),
    countNeighbours: (ref, present) => countNeighbours(listEdges(db, idOf(db, ref)), present),
    listNeighbours: (ref, groups, limit, withPublic) => listNeighbours(db, ref, groups, limit, withPublic),
  };
}

function idOf(db: ReadableDb, ref: string): number {
  const { kind, key } = parseEntityRef(ref);
  return readEntity(db, kind, key)?.id ?? -1;
}

function readLinksAmong(db: ReadableDb, refs: readonly string[]): ChartLink[] {
  const refOf = new Map(findIds(db, refs).map(({ id, kind, key }) => [id, `${kind}:${key}`]));
  const ids = sqlJsonList([...refOf.keys()]);
  // The plus keeps SQLite from trying every pair of the two lists in the index.
  const rows = db.all<{
    from: number;
    to: number;
    kind: string;
    directed: number;
    count: number;
    sum: number;
    first: number | null;
    last: number | null;
  }>(sql`
    SELECT from_id AS "from", to_id AS "to", kind, max(directed) AS directed, sum(count) AS count, sum(sum) AS sum, min(first_at) AS first, max(last_at) AS last
    FROM edge WHERE from_id IN ${ids} AND +to_id IN ${ids} AND from_id <> to_id AND source_id ${ready} GROUP BY from_id, to_id, kind`);
  return rows.map((row) => {
    const from = refOf.get(row.from)!;
    const to = refOf.get(row.to)!;
    const money = row.kind === "transfer" ? row.sum : null;
    return {
      id: `${row.kind}|${from}|${to}`,
      from,
      to,
      kind: row.kind,
      directed: row.directed === 1,
      count: row.count,
      sum: money,
      firstAt: row.first,
      lastAt: row.last,
      confirmed: true,
    };
  });
}

function listEdges(db: ReadableDb, id: number): EdgeRow[] {
  const side = (own: "from_id" | "to_id", other: "from_id" | "to_id", direction: string) => ({
    text: `SELECT g.${other} AS other, g.kind, CASE WHEN max(g.directed) = 1 THEN '${direction}' ELSE 'both' END AS direction, e.kind AS otherKind, e.key, e.label,
      sum(g.count) AS count, sum(g.sum) AS sum FROM edge g JOIN entity e ON e.id = g.${other}
      WHERE g.${own} = ? AND g.${other} <> g.${own} AND g.source_id NOT IN (SELECT id FROM source WHERE state = 'loading') GROUP BY g.${other}, g.kind`,
    values: [id],
  });
  return [...db.all<EdgeRow>(side("from_id", "to_id", "out")), ...db.all<EdgeRow>(side("to_id", "from_id", "in"))];
}

const groupKey = (edge: { kind: string; direction: string; otherKind: string }) => `${edge.kind}|${edge.direction}|${edge.otherKind}`;

function countNeighbours(edges: readonly EdgeRow[], present: ReadonlySet<string>): NeighbourCount[] {
  const groups = new Map<string, { -readonly [Field in keyof NeighbourCount]: NeighbourCount[Field] }>();
  for (const edge of edges) {
    const key = groupKey(edge);
    const group = groups.get(key) ?? {
      link: edge.kind,
      direction: edge.direction,
      kind: edge.otherKind,
      count: 0,
      publicCount: 0,
      onChart: 0,
    };
    group.count += 1;
    if (isPublicEntity(edge.otherKind, edge.key, edge.label)) group.publicCount += 1;
    if (present.has(`${edge.otherKind}:${edge.key}`)) group.onChart += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || groupOrder(a, b));
}

const groupOrder = (a: NeighbourCount, b: NeighbourCount) => {
  const left = `${a.link} ${a.direction} ${a.kind}`;
  const right = `${b.link} ${b.direction} ${b.kind}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

function listNeighbours(
  db: ReadableDb,
  ref: string,
  groups: readonly NeighbourGroup[] | null,
  limit: number,
  withPublic: boolean,
): { neighbours: Neighbour[]; total: number } {
  const wanted = groups && new Set(groups.map(({ link, direction, kind }) => groupKey({ kind: link, direction, otherKind: kind })));
  const chosen = listEdges(db, idOf(db, ref)).filter(
    (edge) => (!wanted || wanted.has(groupKey(edge))) && (withPublic || !isPublicEntity(edge.otherKind, edge.key, edge.label)),
  );
  const strength = new Map<string, number>();
  for (const edge of chosen) {
    const other = `${edge.otherKind}:${edge.key}`;
    strength.set(other, (strength.get(other) ?? 0) + edge.count);
  }
  const ordered = [...strength].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const nodes = readChartNodes(
    db,
    ordered.slice(0, limit).map(([other]) => other),
  );
  const neighbours = nodes.map((node) => ({ node, strength: strength.get(node.ref)! }));
  return { neighbours, total: ordered.length };
}
