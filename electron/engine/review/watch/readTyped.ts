// What a typed text names: an entity that the workspace knows by that key, or the one valid identifier in it.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { identifyText } from "../../../../shared/import/identifyText.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listEntitiesByKey } from "../../store/sqlite/tables/entity.ts";

/** yyyymmdd of the UTC day after now: a birth may not be later than today anywhere. */
const dayAfter = (now: number): number => Number(new Date(now + 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""));

export function readTyped(db: ReadableDb, text: string, now: number): WatchSubject {
  const known = listEntitiesByKey(db, text);
  if (known.length === 1) return { kind: "entity", entity: entityRef(known[0]!.kind, known[0]!.key) };
  const found = identifyText(text, { strict: false, today: dayAfter(now) }).flatMap(({ valid, entityKind, normal }) =>
    valid && entityKind !== null && normal !== null ? [entityRef(entityKind, normal)] : [],
  );
  const [entity] = found;
  if (found.length !== 1 || entity === undefined) throw new CaseweaveError("watch-unclear", { text, count: found.length });
  return { kind: "entity", entity };
}
