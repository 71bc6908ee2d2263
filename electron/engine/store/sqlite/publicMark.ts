// Public entities recognised inside SQLite, so that a hub's neighbours are counted where they are.
import type BetterSqlite3 from "better-sqlite3";
import { isPublicEntity, publicTables } from "../../../../shared/link/publicEntities.ts";

/** Every connection has it: 1 for a service number or a settlement account, else 0. */
export function addPublicMark(database: BetterSqlite3.Database): void {
  database.function("is_public", { deterministic: true }, (kind, key, label) =>
    isPublicEntity(String(kind), String(key), String(label)) ? 1 : 0,
  );
}

/** Few characters of which every name has one: the commonest first, until no name is left. */
export function coverNames(names: readonly string[]): string {
  let cover = "";
  for (let left = [...names]; left.length > 0; left = left.filter((name) => !name.includes(cover.at(-1)!))) {
    const seen = new Map<string, number>();
    for (const name of left) for (const letter of new Set(name)) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    cover += [...seen].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
  }
  return cover;
}

const mayBePool = [
  `e.label <> e.key AND e.label GLOB '*[${coverNames(publicTables.poolNames)}]*'`,
  ...publicTables.poolKeys.map((key) => `e.key GLOB '${key}*'`),
];

/** Whether entity `e` is public. Calling into JavaScript costs more than the rest of a row, so it is done for those only that may be. */
export const publicMark = `CASE WHEN e.kind = 'phone' AND NOT (length(e.key) = 11 AND e.key >= '13') OR e.kind = 'account' AND (${mayBePool.join(" OR ")})
  THEN is_public(e.kind, e.key, e.label) ELSE 0 END`;
