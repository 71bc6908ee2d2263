// The search index: one character a token for Chinese, names in pinyin and initials, parts of numbers by trigram.
import { pinyin } from "pinyin-pro";
import type { ReadableDb, WritableDb } from "../database.ts";
import { RowInserter } from "../rowInserter.ts";
import { sql, sqlJsonList } from "../sql.ts";

/** Attributes whose words are found; everything else is reached through keys and labels. */
export const searchedAttributes = [
  "case.brief",
  "case.type",
  "case.title",
  "person.name",
  "account.holder",
  "account.bank",
  "place.address",
  "case.incidentNumber",
  "organisation.name",
];
const maxPinyinCharacters = 12;

/** 惠享购App 2 → "惠 享 购 app 2": what both the index and a query are made of. */
export function spreadWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Script=Han}]/gu, (character) => ` ${character} `)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** 何某芳 → "hemoufang hmf": full spelling and initials of a short name; ü as v, the way it is typed. */
export function spellName(label: string): string {
  if (label.length > maxPinyinCharacters || !/\p{Script=Han}/u.test(label)) return "";
  const syllables = pinyin(label, { toneType: "none", type: "array", surname: "head", nonZh: "consecutive", v: true });
  return `${syllables.join("").toLowerCase()} ${syllables
    .map((syllable) => syllable[0] ?? "")
    .join("")
    .toLowerCase()}`;
}

interface Row {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly words: string | null;
}

/** Names and banks come again and again: what is made of a text is remembered, the oldest forgotten first. */
function remembering(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size >= maxRemembered) made.delete(made.keys().next().value!);
    const value = make(text);
    made.set(text, value);
    return value;
  };
}

const maxRemembered = 5_000;

const spread = remembering(spreadWords);
const spell = remembering(spellName);

/** Entities among `ids` of which the source says a searched word that no ready source says: only they must be indexed anew. */
export const listNewlyWorded = (db: ReadableDb, sourceId: number, ids: readonly number[]): number[] =>
  db
    .all<{ id: number }>(sql`SELECT DISTINCT a.entity_id AS id FROM attribute a
      WHERE a.entity_id IN ${sqlJsonList(ids)} AND +a.name IN ${sqlJsonList(searchedAttributes)} AND a.source_id = ${sourceId}
        AND NOT EXISTS (SELECT 1 FROM attribute o JOIN source s ON s.id = o.source_id AND s.state = 'ready'
          WHERE o.entity_id = a.entity_id AND o.value = a.value AND +o.name IN ${sqlJsonList(searchedAttributes)})`)
    .map(({ id }) => id);

/** Indexes the given entities anew. `isNew` entities were never in the index; the key of one that was never changes. */
export function indexEntities(db: WritableDb, ids: readonly number[], isNew: (id: number) => boolean): void {
  const known = ids.filter((id) => !isNew(id));
  if (known.length > 0) db.run(sql`DELETE FROM search_text WHERE rowid IN ${sqlJsonList(known)}`);
  const texts = new RowInserter(db, "search_text (rowid, words, pinyin)", 3);
  const keys = new RowInserter(db, "search_key (rowid, key)", 2);
  for (const row of readRows(db, ids)) {
    const name = row.label === row.key ? "" : row.label;
    const words = spread(`${name} ${row.words ?? ""}`);
    const spelling = spell(name);
    if (words !== "" || spelling !== "") texts.add(row.id, words, spelling);
    if (isNew(row.id)) keys.add(row.id, row.key.toLowerCase());
  }
  texts.flush();
  keys.flush();
}

const readRows = (db: ReadableDb, ids: readonly number[]) =>
  db.all<Row>(sql`SELECT e.id, e.key, e.label, (SELECT group_concat(value, ' ') FROM (SELECT DISTINCT a.value FROM attribute a
      WHERE a.entity_id = e.id AND a.name IN ${sqlJsonList(searchedAttributes)} ORDER BY a.id LIMIT 20)) AS words
    FROM entity e WHERE e.id IN ${sqlJsonList(ids)} ORDER BY e.id`);
