// What stands under several numbers – a card and its account, records of one person –, with every name it has.
import { entityRef } from "../../../../../shared/model/entity.ts";
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { type EntityRecord, ready } from "./entity.ts";

export interface JoinedName extends EntityRecord {
  /** 1: a case names it. */
  readonly isNamed: number;
}

export const iterateJoinedNames = (db: ReadableDb, ids: readonly number[]) =>
  db.iterate<JoinedName>(sql`SELECT e.id, e.kind, e.key, e.label,
    EXISTS (SELECT 1 FROM link l WHERE l.from_id = e.id AND l.kind = 'involved-in' AND l.source_id ${ready}) AS isNamed
    FROM entity e WHERE e.id IN ${sqlJsonList(ids)}`);

/** All that is one with an entity, itself included: other numbers of a purse, and the rest of an identity. By kind and key. */
export const listAllNames = (db: ReadableDb, refs: readonly string[]) =>
  db.all<EntityRecord & { readonly of: string }>(sql`WITH RECURSIVE
    asked AS (SELECT j.value AS of, e.id FROM json_each(${JSON.stringify(refs)}) j
      JOIN entity e ON e.kind = substr(j.value, 1, instr(j.value, ':') - 1) AND e.key = substr(j.value, instr(j.value, ':') + 1) AND e.source_id ${ready}),
    name (of, id) AS (SELECT of, id FROM asked
      UNION SELECT n.of, o.entity_id FROM name n JOIN identity_member m ON m.entity_id = n.id JOIN identity_member o ON o.identity_id = m.identity_id
      UNION SELECT n.of, l.to_id FROM name n JOIN link l ON l.from_id = n.id AND l.kind IN ('card-of', 'same-as') AND l.source_id ${ready}
      UNION SELECT n.of, l.from_id FROM name n JOIN link l ON l.to_id = n.id AND l.kind IN ('card-of', 'same-as') AND l.source_id ${ready})
    SELECT n.of, e.id, e.kind, e.key, e.label FROM name n JOIN entity e ON e.id = n.id ORDER BY n.of, e.kind, e.key`);

export type Names = ReadonlyMap<string, readonly EntityRecord[]>;

/** By what was asked; what nobody knows is not among them. */
export const readAllNames = (db: ReadableDb, refs: readonly string[]): Names => Map.groupBy(listAllNames(db, refs), ({ of }) => of);

/** The same as references. */
export const readNumbers = (db: ReadableDb, refs: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map([...readAllNames(db, refs)].map(([ref, names]) => [ref, names.map(({ kind, key }) => entityRef(kind, key))]));
