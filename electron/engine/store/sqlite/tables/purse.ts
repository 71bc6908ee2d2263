// One account under all its numbers. Files use its card or the number behind it: whatever shows an account calls it by the first of these – lists, money,
// charts, series, rings, clues and alerts alike.
import { entityRef, parseEntityRef } from "../../../../../shared/model/entity.ts";
import type { ReadableDb } from "../database.ts";
import { type Sql, sql } from "../sql.ts";
import { readEntity, ready } from "./entity.ts";

export interface PurseNumber {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

/** What links of cards, and of the same, join to an entity, itself with it. */
const joinedTo = (entity: number): Sql => sql`WITH RECURSIVE purse(id) AS (SELECT ${entity}
      UNION SELECT CASE WHEN l.from_id = p.id THEN l.to_id ELSE l.from_id END FROM purse p JOIN link l ON (l.from_id = p.id OR l.to_id = p.id)
        AND l.kind IN ('card-of', 'same-as') AND l.source_id ${ready})`;

/** An account and every other number of its purse: the account that cards belong to first, whichever of them was asked. */
export const listPurse = (db: ReadableDb, entity: number): PurseNumber[] =>
  db.all<PurseNumber>(sql`${joinedTo(entity)} SELECT e.id, e.key, e.label FROM purse JOIN entity e ON e.id = purse.id AND e.kind = 'account'
    ORDER BY EXISTS (SELECT 1 FROM link l WHERE l.to_id = e.id AND l.kind = 'card-of' AND l.source_id ${ready}) DESC, e.key`);

/** An entity of any kind and what stands for the same. */
export const listSameIds = (db: ReadableDb, entity: number): readonly number[] =>
  db.all<{ id: number }>(sql`${joinedTo(entity)} SELECT id FROM purse ORDER BY id`).map(({ id }) => id);

/** The account, then its cards. A sub-account is the account with digits behind it: who has the one has the other. */
export function numbersOf(purse: readonly PurseNumber[]): readonly string[] {
  const [first, ...others] = purse.map(({ key }) => key);
  return first === undefined ? [] : [first, ...others.filter((one) => !one.startsWith(first))];
}

function purseOf(db: ReadableDb, ref: string): readonly PurseNumber[] {
  const { kind, key } = parseEntityRef(ref);
  const entity = kind === "account" ? readEntity(db, kind, key) : undefined;
  return entity ? listPurse(db, entity.id) : [];
}

/** All numbers of the account that a reference names; none where it has one number, or is no account. */
export function accountNumbers(db: ReadableDb, ref: string): readonly string[] {
  const purse = purseOf(db, ref);
  return purse.length < 2 ? [] : numbersOf(purse);
}

/** Every reference of the same account, the one by which it is called first; of anything else its own. */
export function accountRefs(db: ReadableDb, ref: string): readonly string[] {
  const purse = purseOf(db, ref);
  return purse.length < 2 ? [ref] : purse.map(({ key }) => entityRef("account", key));
}

const isAccount = (value: unknown): value is string => typeof value === "string" && value.startsWith(entityRef("account", ""));

type Shape = Readonly<Record<string, unknown>>;

/** Which field then holds all numbers, and what names the account: of evidence the first of its entities. */
const fields: readonly (readonly [numbers: string, named: (shape: Shape) => unknown])[] = [
  ["numbers", ({ entity, entities }) => entity ?? (Array.isArray(entities) ? entities[0] : undefined)],
  ["otherNumbers", ({ other }) => other],
];

/** What is watched is handed back as it stands. */
const untouched = "subject";

/** An answer in which every account that has several numbers carries them, wherever it stands. */
export function tellNumbers<Answer>(db: ReadableDb, answer: Answer): Answer {
  const known = new Map<string, readonly string[]>();
  const numbersFor = (ref: string) => known.get(ref) ?? known.set(ref, accountNumbers(db, ref)).get(ref)!;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    const shape = value as Shape;
    const told = fields.flatMap(([numbers, named]) => {
      const ref = named(shape);
      const all = isAccount(ref) ? numbersFor(ref) : [];
      return all.length === 0 ? [] : [[numbers, all] as const];
    });
    return Object.fromEntries([...Object.entries(shape).map(([name, part]) => [name, name === untouched ? part : walk(part)]), ...told]);
  };
  return walk(answer) as Answer;
}
