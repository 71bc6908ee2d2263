// Who of the workspace a clue names, and what stands for them: the rest of an identity, the other name of a purse, what a person owns.
import type { IdentifiedItem } from "../../../../shared/import/calls.ts";
import { extractBrief } from "../../../../shared/import/extractBrief.ts";
import { cleanAddressText } from "../../../../shared/import/kinds/address.ts";
import { entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import { type Assessment, type ClueEntity, type NamedBy, nearMetres } from "../../../../shared/review/assess/calls.ts";
import { findCoordinates, pointText, type WrittenPoint } from "../../../../shared/review/assess/coordinates.ts";
import { findDigitRuns } from "../../../../shared/review/assess/writtenDigits.ts";
import { type Masker, openMasker } from "../../../../shared/review/masker.ts";
import type { JobContext } from "../../handler.ts";
import { identifyPasted } from "../../import/identifyPasted.ts";
import { toldBy } from "../../link/guestOf.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { findCaseNumber, isCase } from "../../store/sqlite/tables/caseHead.ts";
import { listCasesOfIncident, listEntitiesById, listNamed, listOwnedBy } from "../../store/sqlite/tables/clueFacts.ts";
import { type EntityRecord, listEntitiesByKey, readEntity } from "../../store/sqlite/tables/entity.ts";
import { listMemberIds } from "../../store/sqlite/tables/identityOf.ts";
import { listSameIds } from "../../store/sqlite/tables/purse.ts";
import { findEntities, listEntitiesWithWords } from "../../store/sqlite/tables/search.ts";
import { createNearPlaces } from "../watch/nearPlaces.ts";
import { knownRuns, runItems } from "./digits.ts";
import { appsOf, meets, readTold, type Told, toldItems } from "./told.ts";

/** Whom the clue names, with every record that stands for the same thing: an account is one, whichever of its numbers was typed. */
export interface ClueThing extends ClueEntity {
  readonly records: readonly EntityRecord[];
}

export const idsOf = (things: readonly ClueThing[]): number[] => things.flatMap(({ records }) => records.map(({ id }) => id));
export const refsOf = (things: readonly ClueThing[]): string[] =>
  things.flatMap(({ records }) => records.map(({ kind, key }) => entityRef(kind, key)));

export interface Clue {
  readonly text: string;
  readonly items: readonly IdentifiedItem[];
  readonly entities: readonly ClueThing[];
  readonly leftOut: number;
  readonly searched: Assessment["searched"];
  /** Cases that the text leads to by themselves. */
  readonly caseNumbers: readonly string[];
  /** Those of them that it names: not the ones that only have its words. */
  readonly namedCases: readonly string[];
  /** Series and rings that it names. */
  readonly named: readonly string[];
  /** Apps, sums and times. */
  readonly told: Told;
}

const mostEntities = 200;
/** Longer texts are no words of a search. */
const longestWords = 40;
const mostByWords = 20;

type Thing = ClueEntity & { readonly records: EntityRecord[] };

class Found {
  readonly list: Thing[] = [];
  leftOut = 0;
  readonly searched = { keys: 0, names: 0, points: 0, words: false };
  private readonly seen = new Set<number>();
  /** Every number of an account that was found. */
  private readonly accounts = new Map<number, Thing>();
  private readonly db: ReadableDb;

  constructor(db: ReadableDb) {
    this.db = db;
  }

  add(record: EntityRecord, by: NamedBy, from: string | null = null): void {
    const { id, kind, key, label } = record;
    if (this.seen.has(id)) return;
    this.seen.add(id);
    const known = this.accounts.get(id);
    if (known) known.records.push(record);
    else if (this.list.length >= mostEntities) this.leftOut += 1;
    else {
      const thing = { entity: entityRef(kind, key), kind, label, by, from, records: [record] };
      this.list.push(thing);
      if (kind === "account") for (const same of listSameIds(this.db, id)) this.accounts.set(same, thing);
    }
  }
}

const linesOf = (text: string): string[] => text.split(/[\n\t]+/).map((line) => line.trim());
const isShort = (line: string): boolean => line !== "" && line.length <= longestWords;

/** `phone:138…`, or a key of whatever kind. */
function addByKey(db: ReadableDb, line: string, found: Found): void {
  found.searched.keys += 1;
  const { kind, key } = parseEntityRef(line);
  const named = line.includes(":") ? readEntity(db, kind, key) : undefined;
  if (named) found.add(named, "key");
  for (const entity of listEntitiesByKey(db, line)) found.add(entity, "key");
}

/** Long runs of digits, wherever they stand. */
function addByDigits(db: ReadableDb, text: string, found: Found): void {
  found.searched.keys += findDigitRuns(text).length;
  for (const { entities } of knownRuns(db, text)) for (const entity of entities) found.add(entity, "key");
}

/** Written addresses are kept without blanks, numerals in digits. */
function addByAddress(db: ReadableDb, text: string, found: Found): void {
  const key = cleanAddressText(text);
  for (const entity of listEntitiesByKey(db, key)) if (entity.kind === "place") found.add(entity, "key");
}

const mostNear = 20;

/** Points of the text as items of it, and the places that lie near them, the nearest first. */
function addByPoint(db: ReadableDb, points: readonly WrittenPoint[], found: Found): void {
  if (points.length === 0) return;
  found.searched.points = points.length;
  const near = createNearPlaces(db, nearMetres);
  for (const point of points) {
    const places = [...near(point, nearMetres)].sort((a, b) => a.metres - b.metres || a.place - b.place).slice(0, mostNear);
    const records = new Map(
      listEntitiesById(
        db,
        places.map(({ place }) => place),
      ).map((record) => [record.id, record]),
    );
    for (const { place } of places) {
      const record = records.get(place);
      if (record) found.add(record, "near");
    }
  }
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
  found.searched.names += 1;
  const ids = findEntities(db, name).map(({ id }) => id);
  for (const entity of listNamed(db, ids, name)) found.add(entity, "name");
}

/** Nothing else was found: what the search box would find by these words. */
function addByWords(db: ReadableDb, words: string, found: Found): void {
  found.searched.words = true;
  for (const { id, kind, key, label } of findEntities(db, words).slice(0, mostByWords)) found.add({ id, kind, key, label }, "words");
}

function addWhatStandsFor(db: ReadableDb, found: Found): void {
  for (const { records, entity } of [...found.list]) {
    const own = [...new Set(listMemberIds(db, records[0]!.id).flatMap((member) => listSameIds(db, member)))];
    for (const other of listEntitiesById(db, own)) found.add(other, "identity", entity);
  }
  const people = new Map(
    found.list.filter(({ kind }) => kind === "person" || kind === "organisation").map(({ records, entity }) => [records[0]!.id, entity]),
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

const pointItem = (text: string, point: WrittenPoint, show: Masker): IdentifiedItem => {
  // Masked to about a kilometre: a point tells an address as well as its words do.
  const isMasked = show !== openMasker;
  const [shown, normal] = isMasked ? [pointText(point, 2), pointText(point, 2)] : [text.slice(point.start, point.end), pointText(point)];
  const none = { facts: {}, reason: null, doubt: null, known: null, entityKind: null };
  const { start, end } = point;
  return { ...none, text: shown, start, end, kind: "coordinates", valid: true, normal, confidence: 0.9, rarityBits: 1 };
};

/** What the workspace knows is not told as what it fails to be; none inside another. */
function withRuns(told: readonly IdentifiedItem[], { known, unknown }: ReturnType<typeof runItems>): IdentifiedItem[] {
  const all = told.filter((item) => item.valid || !known.some((run) => meets(run, item)));
  const rest = told.filter((item) => !all.includes(item));
  for (const run of [...known, ...rest, ...unknown]) if (!all.some((item) => meets(item, run))) all.push(run);
  return all.sort((a, b) => a.start - b.start);
}

/** Points stand beside the identifiers of the text; digits of a point are no number of anything else. */
export function identifyClue({ db, clock }: Context, text: string, note: Told, show: Masker): readonly IdentifiedItem[] {
  const points = findCoordinates(text);
  const items = identifyPasted(db, { text, strict: false, today: dayAfter(clock()) }, show);
  // Seventeen letters and digits look like a chassis number with a wrong check digit: here they are a case's.
  const isCaseNumber = ({ start, end, valid }: IdentifiedItem) => !valid && findCaseNumber(db, text.slice(start, end)) !== null;
  const beside = [...points.map((point) => pointItem(text, point, show)), ...toldItems(db, text, note, show)];
  const identifiers = items.filter((item) => item.entityKind !== null || item.kind === "person-name");
  // A day is told with its hour; digits of a card are no sum.
  const own = beside.filter((one) => one.kind === "coordinates" || !identifiers.some((item) => meets(item, one)));
  const others = items.filter((item) => !isCaseNumber(item) && !own.some((one) => meets(item, one)));
  const told = [...others, ...own];
  return withRuns(told, runItems(db, text, show));
}

/** A cell that may be a name; a sheet has many. */
const nameForm = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,10})*$/u;
const mostNameCells = 30;

/** What the text says outright: identifiers, keys, addresses, points, names. */
function addWhatIsSaid(db: ReadableDb, text: string, items: readonly IdentifiedItem[], found: Found): void {
  for (const { known } of items) {
    const entity = known && parseEntityRef(known.entity);
    const record = entity && readEntity(db, entity.kind, entity.key);
    if (record) found.add(record, "identifier");
  }
  addByBrief(db, text, found);
  const lines = linesOf(text).filter(isShort);
  for (const line of lines) addByKey(db, line, found);
  addByDigits(db, text, found);
  for (const { kind, text: address } of items) if (kind === "address") addByAddress(db, address, found);
  addByPoint(db, findCoordinates(text), found);
  const told = items.flatMap(({ kind, text: name }) => (kind === "person-name" ? [name] : []));
  const cells = lines.length === 1 ? lines : lines.filter((line) => nameForm.test(line)).slice(0, mostNameCells);
  for (const name of new Set([...told, ...cells])) addByName(db, name, found);
}

/** Read open: names are looked up as they are. What leaves is masked with the rest of the answer. */
export function readClue(context: Context, text: string): Clue {
  const { db } = context;
  const told = readTold(context, text);
  const items = identifyClue(context, text, told, openMasker);
  const found = new Found(db);
  addWhatIsSaid(db, text, items, found);
  for (const app of appsOf(db, told)) found.add(app, "identifier");
  const lines = linesOf(text);
  const { cases, named } = namesIn(db, text);
  if (found.list.length === 0 && cases.length === 0 && named.length === 0 && lines.length === 1 && isShort(lines[0]!))
    addByWords(db, lines[0]!, found);
  addWhatStandsFor(db, found);
  const numbersOf = (things: readonly Thing[]) => things.filter(({ kind }) => kind === "case").map(({ entity }) => entity.slice(5));
  const caseNumbers = [...new Set([...cases, ...numbersOf(found.list)])];
  const namedCases = [...new Set([...cases, ...numbersOf(found.list.filter(({ by }) => by !== "words"))])];
  return { text, items, entities: found.list, leftOut: found.leftOut, searched: found.searched, caseNumbers, namedCases, named, told };
}
