// Entities that only one source tells of leave their identities with it; the rest of an identity goes by its lowest number, as when an entity is deleted.
import type { WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";

/** The number that an identity goes by stands in two columns: as it was found, and as it was judged. */
const heads = ["identity_id", "found_id"] as const;

export function forgetIdentitiesOf(db: WritableDb, sourceId: number): void {
  const gone = sql`SELECT m.entity_id FROM identity_member m JOIN entity e ON e.id = m.entity_id WHERE e.source_id = ${sourceId}`;
  const ids = db.all<{ id: number }>(sql`SELECT entity_id AS id FROM (${gone}) ORDER BY 1`).map(({ id }) => id);
  if (ids.length === 0) return;
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  db.run(sql`DELETE FROM identity_pair WHERE a IN ${list} OR b IN ${list}`);
  db.run(sql`DELETE FROM identity_member WHERE entity_id IN ${list}`);
  for (const column of heads) {
    const head = rawSql(column);
    db.run(sql`UPDATE identity_member SET ${head} = h.next FROM
      (SELECT ${head} AS old, min(entity_id) AS next FROM identity_member WHERE ${head} IN ${list} GROUP BY ${head}) h WHERE identity_member.${head} = h.old`);
  }
}
