// Finds entities in the search index: parts of numbers with wildcards, words in order, pinyin and initials.
import type { ReadableDb } from "../database.ts";
import { sql, sqlJsonList } from "../sql.ts";
import { ready } from "./entity.ts";
import { spreadWords } from "./searchIndex.ts";

export interface FoundEntity {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly field: "key" | "words" | "pinyin";
}

/** Hits read from each index at most: enough to count and rank, bounded on two million entities. */
export const maxHits = 1000;

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

export function findEntities(db: ReadableDb, words: string): FoundEntity[] {
  const found = new Map<number, FoundEntity["field"]>();
  const note = (ids: readonly { id: number }[], field: FoundEntity["field"]) => {
    for (const { id } of ids) if (!found.has(id)) found.set(id, field);
  };
  note(findKeys(db, words.trim().toLowerCase()), "key");
  note(findWords(db, words), "words");
  note(findSpelling(db, words.trim().toLowerCase()), "pinyin");
  const rows = db.all<Omit<FoundEntity, "field">>(
    sql`SELECT id, kind, key, label FROM entity WHERE id IN ${sqlJsonList([...found.keys()])} AND source_id ${ready}`,
  );
  return rows.map((row) => ({ ...row, field: found.get(row.id)! }));
}

/** `138*2075` → parts of three characters and more narrow by trigram, then the whole pattern decides. */
function findKeys(db: ReadableDb, pattern: string): { id: number }[] {
  if (!/^[\p{L}\p{N}*?.:@_/#-]{2,}$/u.test(pattern)) return [];
  const parts = pattern.split(/[*?]+/).filter((part) => part.length >= 3);
  const glob = /[*?]/.test(pattern) ? `*${pattern}*` : `*${pattern}*`;
  const exact = db.all<{ id: number }>(sql`SELECT id FROM entity WHERE key = ${pattern} AND kind IN ${sqlJsonList(kindsOfKeys)}`);
  if (parts.length === 0) return exact;
  const match = parts.flatMap(trigrams).map(quote).join(" AND ");
  return [
    ...exact,
    ...db.all<{ id: number }>(
      sql`SELECT e.id FROM search_key k JOIN entity e ON e.id = k.rowid WHERE search_key MATCH ${match} AND lower(e.key) GLOB ${glob} LIMIT ${maxHits}`,
    ),
  ];
}

interface Ends {
  readonly head: string;
  readonly tail: string;
  readonly kinds: readonly string[];
}

/** Entities whose key begins and ends so, the hits of the index at most. */
export function findByEnds(db: ReadableDb, { head, tail, kinds }: Ends) {
  const match = [head, tail]
    .filter((part) => part.length >= 3)
    .flatMap(trigrams)
    .map(quote)
    .join(" AND ");
  if (match === "") return [];
  return db.all<Omit<FoundEntity, "field">>(sql`SELECT e.id, e.kind, e.key, e.label FROM search_key k JOIN entity e ON e.id = k.rowid
    WHERE search_key MATCH ${match} AND e.key GLOB ${`${head}*${tail}`} AND e.kind IN ${sqlJsonList(kinds)} AND e.source_id ${ready} LIMIT ${maxHits}`);
}

const kindsOfKeys = ["case", "person", "organisation", "phone", "account", "device", "netid", "vehicle", "place", "thing"];

/** detail=none keeps no positions, so a part is looked up by its trigrams and the pattern checked afterwards. */
const trigrams = (part: string): string[] => Array.from({ length: part.length - 2 }, (_, i) => part.slice(i, i + 3));

/** What the words ask of the index; null where they hold none. */
function wordsMatch(words: string): string | null {
  const parts = words
    .split(/\s+/)
    .map(spreadWords)
    .filter((part) => part !== "");
  if (parts.length === 0) return null;
  return `words : (${parts.map((part) => `${quote(part)}${/[\p{Script=Han}]$/u.test(part) ? "" : "*"}`).join(" AND ")})`;
}

/** All entities from a number on in which every word stands. */
export function listEntitiesWithWords(db: ReadableDb, words: string, from: number): number[] {
  const match = wordsMatch(words);
  if (match === null) return [];
  return db
    .all<{ id: number }>(sql`SELECT rowid AS id FROM search_text WHERE search_text MATCH ${match} AND rowid >= ${from} ORDER BY rowid`)
    .map(({ id }) => id);
}

/** Of some entities those in which every word stands. */
export function listOfWithWords(db: ReadableDb, words: string, ids: readonly number[]): { readonly id: number; readonly ref: string }[] {
  const match = wordsMatch(words);
  if (match === null || ids.length === 0) return [];
  return db.all(sql`SELECT e.id, e.kind || ':' || e.key AS ref FROM search_text t JOIN entity e ON e.id = t.rowid
    WHERE search_text MATCH ${match} AND t.rowid IN ${sqlJsonList(ids)} ORDER BY e.id`);
}

function findWords(db: ReadableDb, words: string): { id: number }[] {
  const match = wordsMatch(words);
  if (match === null) return [];
  return db.all<{ id: number }>(sql`SELECT rowid AS id FROM search_text WHERE search_text MATCH ${match} LIMIT ${maxHits}`);
}

function findSpelling(db: ReadableDb, words: string): { id: number }[] {
  const letters = words.replaceAll(/[\s']/g, "");
  if (!/^[a-z]{2,}$/.test(letters)) return [];
  return db.all<{ id: number }>(
    sql`SELECT rowid AS id FROM search_text WHERE search_text MATCH ${`pinyin : ${quote(letters)}*`} LIMIT ${maxHits}`,
  );
}
