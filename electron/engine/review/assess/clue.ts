// Who of the workspace a clue names, and what stands for them: the rest of an identity, the other name of a purse, what a person owns.
import type { IdentifiedItem } from "../../../../shared/import/calls.ts";
import { extractBrief } from "../../../../shared/import/extractBrief.ts";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import type { ClueEntity, NamedBy } from "../../../../shared/review/assess/calls.ts";
import { type Masker, openMasker } from "../../../../shared/review/masker.ts";
import type { JobContext } from "../../handler.ts";
import { identifyPasted } from "../../import/identifyPasted.ts";
import { toldBy } from "../../link/guestOf.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { isCase } from "../../store/sqlite/tables/caseHead.ts";
import { listCasesOfIncident, listEntitiesById, listNamed, listOwnedBy } from "../../store/sqlite/tables/clueFacts.ts";
import { type EntityRecord, listEntitiesByKey, readEntity } from "../../store/sqlite/tables/entity.ts";
import { listPurse } from "../../store/sqlite/tables/freshFacts.ts";
import { listMemberIds } from "../../store/sqlite/tables/identityOf.ts";
import { findEntities, listEntitiesWithWords } from "../../store/sqlite/tables/search.ts";

export interface Clue {
  readonly text: string;
  readonly items: readonly IdentifiedItem[];
  readonly entities: readonly (ClueEntity & { readonly id: number })[];
  readonly leftOut: number;
  /** Cases that the text names by their number. */
  readonly caseNumbers: readonly string[];
  /** Series and rings that it names. */
  readonly named: readonly string[];
}

const mostEntities = 200;
/** Longer texts are no words of a search. */
const longestWords = 40;
const mostByWords = 20;

class Found {
  readonly list: (ClueEntity & { readonly id: number })[] = [];
  leftOut = 0;
  private readonly seen = new Set<number>();

  add({ id, kind, key, label }: EntityRecord, by: NamedBy, from: string | null = null): void {
    if (this.seen.has(id)) return;
    this.seen.add(id);
    if (this.list.length >= mostEntities) this.leftOut += 1;
    else this.list.push({ id, entity: entityRef(kind, key), kind, label, by, from });
  }
}

const linesOf = (text: string): string[] => text.split(/[\n\t]+/).map((line) => line.trim());
const isShort = (line: string): boolean => line !== "" && line.length <= longestWords;

/** `phone:138…`, or a key of whatever kind. */
function addByKey(db: ReadableDb, line: string, found: Found): void {
  const { kind, key } = parseEntityRef(line);
  const named = line.includes(":") ? readEntity(db, kind, key) : undefined;
  if (named) found.add(named, "key");
  for (const entity of listEntitiesByKey(db, line)) found.add(entity, "key");
}

/** What an import would take from the text as a brief: apps and accounts by name too. */
function addByBrief(db: ReadableDb, text: string, found: Found): void {
  for (const finding of extractBrief(text)) {
    const told = toldBy(finding);
    const entity = told && readEntity(db, told.kind, told.key);
    if (entity) found.add(entity, "identifier");
  }
}

function addByName(db: ReadableDb, name: string, found: Found): void {
  const ids = findEntities(db, name).map(({ id }) => id);
  for (const entity of listNamed(db, ids, name)) found.add(entity, "name");
}

/** Nothing else was found: what the search box would find by these words. */
function addByWords(db: ReadableDb, words: string, found: Found): void {
  for (const { id, kind, key, label } of findEntities(db, words).slice(0, mostByWords)) found.add({ id, kind, key, label }, "words");
}

function addWhatStandsFor(db: ReadableDb, found: Found): void {
  for (const { id, entity } of [...found.list]) {
    const own = [...new Set(listMemberIds(db, id).flatMap((member) => [member, ...listPurse(db, member)]))];
    for (const other of listEntitiesById(db, own)) found.add(other, "identity", entity);
  }
  const people = new Map(
    found.list.filter(({ kind }) => kind === "person" || kind === "organisation").map(({ id, entity }) => [id, entity]),
  );
  if (people.size === 0) return;
  for (const { owner, ...owned } of listOwnedBy(db, [...people.keys()], mostEntities)) found.add(owned, "owned", people.get(owner)!);
}

const mostNames = 100;
/** Shorter words are no incident numbers. */
const incidentForm = /^(?=.*\d{4})[A-Za-z0-9_-]{8,}$/;

/** Found in the search index: attributes have none by value. */
function casesNumbered(db: ReadableDb, word: string): readonly string[] {
  if (isCase(db, word)) return [word];
  return incidentForm.test(word) ? listCasesOfIncident(db, listEntitiesWithWords(db, word, 0).slice(0, mostByWords), word) : [];
}

/** Numbers of cases and incidents, series and rings, that stand in the text by themselves. */
function namesIn(db: ReadableDb, text: string): { readonly cases: readonly string[]; readonly named: readonly string[] } {
  const words = [...new Set(text.match(/[A-Za-z0-9][A-Za-z0-9_-]{2,39}/g) ?? [])].slice(0, mostNames);
  return {
    cases: words.flatMap((word) => casesNumbered(db, word)),
    named: words.flatMap((word) => (/^[SR]-\d+$/i.test(word) ? [word.toUpperCase()] : [])),
  };
}

/** A birth may not be later than today anywhere. */
const dayAfter = (now: number): number => Number(new Date(now + 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""));

type Context = Pick<JobContext, "db" | "clock">;

export const identifyClue = ({ db, clock }: Context, text: string, show: Masker): readonly IdentifiedItem[] =>
  identifyPasted(db, { text, strict: false, today: dayAfter(clock()) }, show);

/** Read open: names are looked up as they are. What leaves is masked with the rest of the answer. */
export function readClue(context: Context, text: string): Clue {
  const { db } = context;
  const items = identifyClue(context, text, openMasker);
  const found = new Found();
  for (const { known } of items) {
    const entity = known && parseEntityRef(known.entity);
    const record = entity && readEntity(db, entity.kind, entity.key);
    if (record) found.add(record, "identifier");
  }
  addByBrief(db, text, found);
  const lines = linesOf(text).filter(isShort);
  for (const line of lines) addByKey(db, line, found);
  for (const { kind, text: name } of items) if (kind === "person-name") addByName(db, name, found);
  if (lines.length === 1) addByName(db, lines[0]!, found);
  const { cases, named } = namesIn(db, text);
  if (found.list.length === 0 && cases.length === 0 && named.length === 0 && lines.length === 1 && linesOf(text).length === 1)
    addByWords(db, lines[0]!, found);
  addWhatStandsFor(db, found);
  const caseNumbers = [...new Set([...cases, ...found.list.filter(({ kind }) => kind === "case").map(({ entity }) => entity.slice(5))])];
  return { text, items, entities: found.list, leftOut: found.leftOut, caseNumbers, named };
}
