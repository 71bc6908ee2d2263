// How many neighbours an entity has by link, way and kind: counted inside SQLite, so that a hub of 50,000 costs no more than walking its links.
import type { NeighbourCount } from "../../../../../shared/chart/calls.ts";
import { sortGroups } from "../../neighbours.ts";
import type { ReadableDb } from "../database.ts";
import { publicMark } from "../publicMark.ts";
import { rawSql, sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";

interface Side {
  readonly own: "from_id" | "to_id";
  readonly other: "from_id" | "to_id";
  readonly way: "out" | "in";
}

const sides: readonly Side[] = [
  { own: "from_id", other: "to_id", way: "out" },
  { own: "to_id", other: "from_id", way: "in" },
];

/** `present`: ids of entities that the chart shows. A link that several sources tell counts once. */
export function countNeighbours(db: ReadableDb, id: number, present: readonly number[]): NeighbourCount[] {
  const sums = new Map<string, NeighbourCount>();
  for (const count of sides.flatMap((side) => countSide(db, id, side, present))) {
    const key = `${count.link} ${count.direction} ${count.kind}`;
    const known = sums.get(key);
    sums.set(key, known === undefined ? count : addUp(known, count));
  }
  return sortGroups([...sums.values()]);
}

const addUp = (one: NeighbourCount, other: NeighbourCount): NeighbourCount => ({
  ...one,
  count: one.count + other.count,
  publicCount: one.publicCount + other.publicCount,
  onChart: one.onChart + other.onChart,
});

function countSide(db: ReadableDb, id: number, { own, other, way }: Side, present: readonly number[]): NeighbourCount[] {
  const shown = present.length === 0 ? sql`0` : sql`${rawSql(`g.${other}`)} IN ${sqlJsonList(present)}`;
  return db.all<NeighbourCount>(sql`
    SELECT link, direction, kind, count(*) AS count, sum(isPublic) AS publicCount, sum(isShown) AS onChart FROM (
      SELECT g.kind AS link, CASE WHEN max(g.directed) = 1 THEN ${way} ELSE 'both' END AS direction, e.kind AS kind,
        ${rawSql(publicMark)} AS isPublic, ${shown} AS isShown
      FROM edge g JOIN entity e ON e.id = ${rawSql(`g.${other}`)}
      WHERE ${rawSql(`g.${own}`)} = ${id} AND ${rawSql(`g.${other} <> g.${own}`)} AND g.source_id ${ready}
      GROUP BY ${rawSql(`g.${other}`)}, g.kind)
    GROUP BY link, direction, kind`);
}
