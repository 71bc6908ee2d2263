// What nobody may see of a workspace while masking is on, and where a text shows it all the same.
import { openWorkspaceFile } from "../electron/engine/store/sqlite/open.ts";
import { sql } from "../electron/engine/store/sqlite/sql.ts";
import { isOrganisationName } from "../shared/import/kinds/name.ts";
import { isPublicEntity } from "../shared/link/publicEntities.ts";

/** Everything that must not be seen, read from the store without any of the masking code. */
export function readPersonal(path: string): string[] {
  const db = openWorkspaceFile(path, { readOnly: true });
  const entities = db.all<{ kind: string; key: string; label: string }>(sql`SELECT kind, key, label FROM entity`);
  const typed = db.all<{ key: string }>(sql`SELECT e.key FROM entity e JOIN attribute a ON a.entity_id = e.id
    WHERE a.name = 'netid.type' AND a.value IN ('qq', 'wechat')`);
  db.close();
  const values = entities
    .filter(({ kind, key, label }) => ["person", "phone", "account"].includes(kind) && !isPublicEntity(kind, key, label))
    .flatMap(({ kind, key, label }) => [
      ...(/^\d{8,}[\dX]$/.test(key) ? [key] : []),
      ...(kind !== "phone" && /^[\p{Script=Han}·]{2,}$/u.test(label) && label.length <= 4 && !isOrganisationName(label) ? [label] : []),
    ]);
  return [...new Set([...values, ...typed.map(({ key }) => key)])].sort();
}

/** Each of them that stands in the text, with what stands around it. */
export const findPersonal = (text: string, personal: readonly string[]): string[] =>
  personal
    .filter((one) => text.includes(one))
    .map((one) => `${one}: ${text.slice(Math.max(0, text.indexOf(one) - 20), text.indexOf(one) + 30)}`);
