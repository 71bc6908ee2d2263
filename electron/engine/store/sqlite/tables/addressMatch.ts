// Matches of written addresses: what the last run found, and what stands after the judgements of people.
import type { ReadableDb, WritableDb } from "../database.ts";
import { RowInserter } from "../rowInserter.ts";
import { rawSql, type Sql, sql, sqlJsonList } from "../sql.ts";
import { citedName } from "./citedName.ts";
import { ready } from "./entity.ts";
import { readMeta, writeMeta } from "./meta.ts";

export interface WrittenPlace {
  readonly id: number;
  readonly text: string;
  /** Of a standard address that the source names; "" where it names none. */
  readonly code: string;
}

/** Every place that is no standard address itself and that people live, stay or own at, or something happened at; towers and cameras have names
 * like addresses but are none. The address is told as an attribute or is the name. */
export const iterateWrittenPlaces = (db: ReadableDb) =>
  db.iterate<WrittenPlace>(sql`SELECT e.id,
      coalesce((SELECT a.value FROM attribute a WHERE a.entity_id = e.id AND a.name = 'place.address' AND a.source_id ${ready} ORDER BY a.id LIMIT 1), e.label) AS text,
      coalesce((SELECT a.value FROM attribute a WHERE a.entity_id = e.id AND a.name = 'address.statedCode' AND a.source_id ${ready} ORDER BY a.id LIMIT 1), '') AS code
    FROM entity e WHERE e.kind = 'place' AND e.source_id ${ready}
      AND NOT EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = e.id AND a.name = 'address.levels' AND a.source_id ${ready})
      AND (EXISTS (SELECT 1 FROM link l WHERE l.to_id = e.id AND l.kind IN ('lives-at', 'located-at', 'owns', 'at-place') AND l.source_id ${ready})
        OR EXISTS (SELECT 1 FROM stay t WHERE t.place_id = e.id AND t.source_id ${ready})
        OR EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = e.id AND a.name = 'place.address' AND a.source_id ${ready})) ORDER BY e.id`);

/** What a written address is asked with: it is matched again when this changes. */
export const askedWith = ({ text, code }: WrittenPlace): string => `${text}\u001f${code}`;

export interface AddressRunRow {
  readonly dataVersion: number;
  /** Of the tables that it matched against (`readTableMark`). */
  readonly mark: string;
  readonly at: number;
  readonly standard: number;
  readonly places: number;
  readonly seconds: number;
}

export interface FoundMatch {
  readonly place: number;
  readonly asked: string;
  /** Taken without a person; null where none was. */
  readonly found: number | null;
  readonly state: string;
  readonly reason: string | null;
  readonly level: string | null;
  readonly probability: number;
  readonly bits: number;
  /** JSON of `StoredOption`s. */
  readonly options: string;
}

export function writeAddressRun(db: WritableDb, { dataVersion, mark, at, standard, places, seconds }: AddressRunRow): void {
  db.run(sql`DELETE FROM address_run`);
  db.run(sql`INSERT INTO address_run (data_version, mark, at, standard, places, seconds)
    VALUES (${dataVersion}, ${mark}, ${at}, ${standard}, ${places}, ${seconds})`);
}

const columns = "place_id, found_id, standard_id, found_state, state, reason, level, probability, bits, options, asked, matched_version";

const listTaken = (db: ReadableDb, places: readonly number[]): string =>
  JSON.stringify(
    db.all(
      sql`SELECT place_id, standard_id FROM address_match WHERE place_id IN ${sqlJsonList(places)} AND standard_id IS NOT NULL ORDER BY 1`,
    ),
  );

/** Puts what was found in the place of what was known of the same written addresses; what people judged stands above it again. */
export function storeMatches(db: WritableDb, dataVersion: number, matches: readonly FoundMatch[]): void {
  const places = matches.map(({ place }) => place);
  const before = listTaken(db, places);
  db.run(sql`DELETE FROM address_match WHERE place_id IN ${sqlJsonList(places)}`);
  const rows = new RowInserter(db, `address_match (${columns})`, 12);
  for (const { place, found, state, reason, level, probability, bits, options, asked } of matches)
    rows.add(place, found, found, state, state, reason, level, probability, bits, options, asked, dataVersion);
  rows.flush();
  applyAddressJudgements(db, listRefs(db, places));
  if (listTaken(db, places) !== before) countAddressChange(db);
}

const listRefs = (db: ReadableDb, places: readonly number[]): readonly string[] =>
  db.all<{ ref: string }>(sql`SELECT kind || ':' || key AS ref FROM entity WHERE id IN ${sqlJsonList(places)}`).map(({ ref }) => ref);

/** What people said of written addresses (`place:KEY`) just now. */
export function judgeAddresses(db: WritableDb, refs: readonly string[]): void {
  const places = db
    .all<{ id: number }>(sql`SELECT id FROM entity WHERE kind = 'place' AND 'place:' || key IN ${sqlJsonList(refs)}`)
    .map(({ id }) => id);
  const before = listTaken(db, places);
  applyAddressJudgements(db, refs);
  if (listTaken(db, places) !== before) countAddressChange(db);
}

/** What is no written address any more. */
export function dropMatches(db: WritableDb, places: readonly number[]): void {
  if (places.length === 0) return;
  db.run(sql`DELETE FROM address_match WHERE place_id IN ${sqlJsonList(places)}`);
  countAddressChange(db);
}

/** The last table is gone: nothing is matched to anything. */
export function clearMatches(db: WritableDb): void {
  db.run(sql`DELETE FROM address_match`);
  db.run(sql`DELETE FROM address_run`);
  countAddressChange(db);
}

const stateKey = "addressState";

/** Grows whenever a written address is taken for another standard one than before. */
export const readAddressState = (db: ReadableDb): number => Number(readMeta(db, stateKey) ?? 0);
const countAddressChange = (db: WritableDb): void => writeMeta(db, stateKey, String(readAddressState(db) + 1));

export interface AskedRow {
  readonly id: number;
  readonly asked: string;
  readonly isSure: 0 | 1;
}

export const iterateAsked = (db: ReadableDb) =>
  db.iterate<AskedRow>(sql`SELECT place_id AS id, asked, found_state = 'sure' AS isSure FROM address_match ORDER BY place_id`);

export const readAddressRun = (db: ReadableDb) =>
  db.get<AddressRunRow>(
    sql`SELECT data_version AS dataVersion, mark, at, standard, places, seconds FROM address_run ORDER BY id DESC LIMIT 1`,
  ) ?? null;

/** States of what was matched with the facts of that version of the data or later. */
export const countMatchedSince = (db: ReadableDb, dataVersion: number) =>
  db.all<{ state: string; n: number }>(
    sql`SELECT state, count(*) AS n FROM address_match WHERE matched_version >= ${dataVersion} GROUP BY state`,
  );

export const countMatches = (db: ReadableDb) =>
  db.all<{ state: string; n: number }>(sql`SELECT state, count(*) AS n FROM address_match GROUP BY state`);

export interface MatchRow {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly standardId: number | null;
  readonly state: string;
  readonly reason: string | null;
  readonly level: string | null;
  readonly probability: number;
  readonly bits: number;
  readonly options: string;
  readonly sourceId: number;
  readonly row: number;
  readonly source: string;
  readonly sheet: string | null;
  /** Persons, organisations, cases and stays that stand there. */
  readonly told: number;
}

const matchColumns = sql`m.place_id AS id, e.key, e.label, m.standard_id AS standardId, m.state, m.reason, m.level, m.probability, m.bits, m.options,
  e.source_id AS sourceId, e.row, ${citedName} AS source, s.sheet,
  (SELECT count(*) FROM link l WHERE l.to_id = m.place_id AND l.kind <> 'part-of') + (SELECT count(*) FROM stay t WHERE t.place_id = m.place_id) AS told`;
const matchTables = rawSql("address_match m JOIN entity e ON e.id = m.place_id JOIN source s ON s.id = e.source_id AND s.state = 'ready'");

/** Doubtful ones that decide most first: those that most people stand at. `words` must stand in the written address. */
export function listMatchRows(db: ReadableDb, states: readonly string[], words: string, offset: number, limit: number): MatchRow[] {
  const where: Sql = sql`m.state IN ${sqlJsonList(states)} AND instr(e.label, ${words}) > 0`;
  return db.all<MatchRow>(
    sql`SELECT ${matchColumns} FROM ${matchTables} WHERE ${where} ORDER BY told DESC, m.place_id LIMIT ${limit} OFFSET ${offset}`,
  );
}

export const readMatchRow = (db: ReadableDb, place: number) =>
  db.get<MatchRow>(sql`SELECT ${matchColumns} FROM ${matchTables} WHERE m.place_id = ${place}`) ?? null;

/** The standard address of a place as it stands now: itself where it is one. */
export const readStandardOf = (db: ReadableDb, place: number): number | null =>
  db.get<{
    id: number | null;
  }>(sql`SELECT CASE WHEN EXISTS (SELECT 1 FROM attribute a WHERE a.entity_id = ${place} AND a.name = 'address.levels' AND a.source_id ${ready})
    THEN ${place} ELSE (SELECT standard_id FROM address_match WHERE place_id = ${place}) END AS id`)?.id ?? null;

export interface AddressJudgement {
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** The latest judgement of a written place (`place:KEY`). */
export const readAddressJudgement = (db: ReadableDb, place: string) =>
  db.get<AddressJudgement>(
    sql`SELECT a, b, verdict, reason, by, at FROM decision WHERE subject = 'address' AND a = ${place} ORDER BY id DESC LIMIT 1`,
  ) ?? null;

/** Lays the latest judgements over what the run found; null: of every place. */
export function applyAddressJudgements(db: WritableDb, places: readonly string[] | null): void {
  const rows = db.all<{ place: number; standard: number | null; verdict: string }>(sql`
    SELECT e.id AS place, s.id AS standard, d.verdict FROM decision d
    JOIN entity e ON e.kind = 'place' AND e.key = substr(d.a, 7) JOIN address_match m ON m.place_id = e.id
    LEFT JOIN entity s ON s.kind = 'place' AND s.key = substr(d.b, 7)
    WHERE d.id IN (SELECT max(id) FROM decision WHERE subject = 'address' GROUP BY a) AND ${places === null ? sql`1` : sql`d.a IN ${sqlJsonList(places)}`}`);
  for (const { place, standard, verdict } of rows) {
    if (verdict === "later") db.run(sql`UPDATE address_match SET state = found_state, standard_id = found_id WHERE place_id = ${place}`);
    else if (verdict === "reject") db.run(sql`UPDATE address_match SET state = 'refused', standard_id = NULL WHERE place_id = ${place}`);
    else if (standard !== null)
      db.run(sql`UPDATE address_match SET state = 'accepted', standard_id = ${standard} WHERE place_id = ${place}`);
  }
}

/** Places at which cases happened, with the path of the standard address that each is or is taken for. */
export const iterateScenePaths = (db: ReadableDb) =>
  db.iterate<{
    id: number;
    path: string;
  }>(sql`SELECT p.id, min(a.value) AS path FROM (SELECT DISTINCT to_id AS id FROM link WHERE kind = 'at-place' AND source_id ${ready}) p
    LEFT JOIN address_match m ON m.place_id = p.id
    JOIN attribute a ON a.entity_id = coalesce(m.standard_id, p.id) AND a.name = 'address.levels' AND a.source_id ${ready} GROUP BY p.id`);
