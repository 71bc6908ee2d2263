// By what two units know the same sheet, and the same record without a key: the file's hash, its place in an archive, its sheet, and what its rows are.
import { createHash } from "node:crypto";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type ForeignSource, listForeignSources, listSeen } from "../../store/sqlite/tables/bundle.ts";
import { listSources, type SourceRecord } from "../../store/sqlite/tables/source.ts";

export interface KnownOrigin {
  readonly source: SourceRecord;
  readonly origin: string;
  readonly keyOrigin: string;
  /** Null: imported here. */
  readonly foreign: ForeignSource | null;
  readonly entry: string | null;
  readonly stored: number;
  /** Moment, unit and number of the first import that we know of: sorts as text. */
  readonly told: string;
}

const originOf = ({ sha256, entry, sheet, rowKind }: SourceRecord): string =>
  createHash("sha256")
    .update(JSON.stringify([sha256, entry, sheet, rowKind]))
    .digest("hex")
    .slice(0, 32);

const toldKey = ({ importedAt, id }: SourceRecord, unit: string): string =>
  `${String(importedAt).padStart(15, "0")} ${unit} ${String(id).padStart(9, "0")}`;
const earlier = (told: string, other: string | undefined): string => (other !== undefined && other < told ? other : told);

/** Every source of the workspace with what other units know it by, by its number. */
export function readOrigins(db: ReadableDb, unit: string): ReadonlyMap<number, KnownOrigin> {
  const foreign = new Map(listForeignSources(db).map((one) => [one.sourceId, one]));
  const seen = listSeen(db);
  const sources = listSources(db).toSorted((a, b) => a.id - b.id);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const rootOf = (source: SourceRecord): SourceRecord => {
    const above = source.corrects === null ? undefined : byId.get(source.corrects);
    return above === undefined ? source : rootOf(above);
  };
  return new Map(
    sources.map((source) => {
      const from = foreign.get(source.id) ?? null;
      const origin = from?.origin ?? originOf(source);
      const keyOrigin = from?.keyOrigin ?? originOf(rootOf(source));
      const { entry, stored, told } = from ?? { entry: source.entry, stored: source.stored, told: toldKey(source, unit) };
      const known: KnownOrigin = { source, origin, keyOrigin, foreign: from, entry, stored, told: earlier(told, seen.get(origin)) };
      return [source.id, known];
    }),
  );
}

/** The number in the keys of this family's records without a key, where we hold any of it. */
export function keyIdsOf(origins: ReadonlyMap<number, KnownOrigin>): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const { keyOrigin, source } of origins.values()) if (!ids.has(keyOrigin)) ids.set(keyOrigin, source.keyId);
  return ids;
}

const keyless = /^#(\d+)-(.*)$/s;

/** `#5-3-victim` of any source → `#3-victim`. */
export const bareKey = (key: string): string => {
  const parts = keyless.exec(key);
  return parts === null ? key : `#${parts[2]}`;
};

/** `person:#5-3` ↔ `person:@origin#3`: a reference that leaves, and one that came. Null where we hold nothing of its source. */
export function refLeaving(ref: string, keyOrigins: ReadonlyMap<number, string>): string | null {
  const colon = ref.indexOf(":");
  const parts = keyless.exec(ref.slice(colon + 1));
  if (colon < 0 || parts === null) return ref;
  const origin = keyOrigins.get(Number(parts[1]));
  return origin === undefined ? null : `${ref.slice(0, colon)}:@${origin}#${parts[2]}`;
}

export function refArriving(ref: string, keyIds: ReadonlyMap<string, number>): string | null {
  const parts = /^([^:]+):@([0-9a-f]{32})#(.*)$/s.exec(ref);
  if (parts === null) return ref;
  const id = keyIds.get(parts[2]!);
  return id === undefined ? null : `${parts[1]}:#${id}-${parts[3]}`;
}

export const keyOriginsOf = (origins: ReadonlyMap<number, KnownOrigin>): ReadonlyMap<number, string> =>
  new Map([...origins.values()].map(({ source, keyOrigin }) => [source.keyId, keyOrigin]));
