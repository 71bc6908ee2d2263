// Matches the written addresses in a child that only reads; the engine stores what comes back.
import { AddressTable, type StandardRow } from "../../../../shared/resolve/address/addressTable.ts";
import { type AddressMatch, matchAddress } from "../../../../shared/resolve/address/matchAddress.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { askedWith, type FoundMatch, type WrittenPlace } from "../../store/sqlite/tables/addressMatch.ts";
import { iterateStandard, iterateStandardNames, readTableMark } from "../../store/sqlite/tables/standardAddress.ts";
import { selectPlaces, type Which } from "./waitingPlaces.ts";

export interface LookTaskInput {
  readonly path: string;
  readonly key: string | null;
}

export interface MatchTaskInput extends LookTaskInput {
  readonly which: Which;
  /** How many there are, where that is known. */
  readonly total: number | null;
}

export interface Looked {
  readonly waiting: number;
  readonly mark: string;
  /** Numbers of places that are no written address any more. */
  readonly gone: readonly number[];
}

export interface Matched extends Omit<Looked, "waiting"> {
  readonly standard: number;
}

/** Candidate as it is stored: the number of its place. */
export interface StoredOption {
  readonly id: number;
  readonly bits: number;
  readonly probability: number;
  readonly bars: AddressMatch["candidates"][number]["bars"];
}

const matchesAtOnce = 1000;

function readTable(db: ReadableDb): AddressTable {
  const rows = new Map<number, StandardRow & { codes: string[]; aliases: string[] }>();
  for (const { id, path } of iterateStandard(db)) rows.set(id, { id, path, codes: [], aliases: [] });
  for (const { id, value } of iterateStandardNames(db, "address.code")) rows.get(id)?.codes.push(value);
  for (const { id, value } of iterateStandardNames(db, "address.alias")) rows.get(id)?.aliases.push(value);
  return new AddressTable([...rows.values()]);
}

/** The table as last read in this child: a hundred new addresses need not wait for a hundred thousand standard ones. */
let warm: { readonly state: string; readonly table: AddressTable } | null = null;

function readTableOnce(db: ReadableDb, path: string, mark: string): AddressTable {
  const state = `${path} ${mark}`;
  if (warm?.state !== state) warm = { state, table: readTable(db) };
  return warm.table;
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

function toFound(written: WrittenPlace, { state, reason, level, candidates }: AddressMatch): FoundMatch {
  const best = candidates[0];
  const options = candidates.map(
    ({ node, bits, probability, bars }): StoredOption => ({
      id: node.id,
      bits: rounded(bits, 2),
      probability: rounded(probability, 4),
      bars: bars.map((bar) => ({ ...bar, bits: rounded(bar.bits, 2) })),
    }),
  );
  return {
    place: written.id,
    asked: askedWith(written),
    found: state === "sure" && best ? best.node.id : null,
    state,
    reason,
    level,
    probability: rounded(best?.probability ?? 0, 4),
    bits: rounded(best?.bits ?? 0, 2),
    options: JSON.stringify(options),
  };
}

/** What waits, without the table being read. */
export const lookTask: Task<LookTaskInput, Looked> = async ({ path, key }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const places = selectPlaces(db, "waiting");
    let waiting = 0;
    for (let next = places.next(); ; next = places.next()) {
      if (next.done) return { waiting, mark: readTableMark(db), gone: next.value };
      waiting += 1;
    }
  } finally {
    db.close();
  }
};

export const matchTask: Task<MatchTaskInput, Matched, readonly FoundMatch[]> = async ({ path, key, which, total }, context) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  const report = (done: number) => context.report({ phase: "addresses", subject: "", done, total, perSecond: null, secondsLeft: null });
  try {
    report(0);
    const mark = readTableMark(db);
    const table = readTableOnce(db, path, mark);
    const places = selectPlaces(db, which);
    let [batch, done] = [[] as FoundMatch[], 0];
    for (let next = places.next(); ; next = places.next()) {
      const isEnough = next.done || batch.length >= matchesAtOnce;
      if (isEnough && batch.length > 0) {
        done += batch.length;
        await context.emit(batch);
        report(done);
        batch = [];
      }
      if (next.done) return { standard: table.nodes.length, mark, gone: next.value };
      batch.push(toFound(next.value, matchAddress(table, next.value.text, next.value.code)));
    }
  } finally {
    db.close();
  }
};
