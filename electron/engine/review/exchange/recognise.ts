// A masked bundle names entities by keyed hashes: who has the passphrase and the same number in clear recognises it, nobody else does.
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { BundleFinding } from "../../../../shared/review/exchange/finding.ts";
import { type BundleRow, type ExchangeContent, eventEnds } from "../../../../shared/review/exchange/format.ts";
import type { RecognisedThing } from "../../../../shared/review/exchange/preview.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { iterateEntities } from "../../store/sqlite/tables/bundleRows.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import type { HashedRow } from "./compareRows.ts";
import { deriveHashKey, keyedHash } from "./sealedFile.ts";
import { showSheets } from "./showPreview.ts";

export const maskedMark = "~";
const tokenLength = 32;
/** Rows of the bundle that are shown of one thing. */
const rowsOfThing = 50;

/** `~` and half of the hash; without a passphrase a mark that nobody can reckon. */
export const maskedKey = (key: Buffer, kind: string, value: string): string =>
  `${maskedMark}${keyedHash(key, kind, value).slice(0, tokenLength)}`;

/** What the bundle calls a thing, and the rows of it that say something of it. */
interface Written {
  written: string;
  readonly rows: HashedRow[];
}

/** Entities of a row, by their place in the list of its source. */
function placesIn({ attributes, links, events }: BundleRow): ReadonlySet<number> {
  const places = new Set(attributes.map(([entity]) => entity));
  for (const { from, to } of links) places.add(from).add(to);
  for (const [table, values] of events)
    for (const end of eventEnds[table]) {
      const place = values[end];
      if (typeof place === "number") places.add(place);
    }
  return places;
}

/** By `kind key` as the bundle has it: masked keys, and case numbers, which are in clear. */
function thingsIn({ sources, findings }: ExchangeContent, rows: readonly HashedRow[]): ReadonlyMap<string, Written> {
  const found = new Map<string, Written>();
  const isNamed = (kind: string, key: string) => key.startsWith(maskedMark) || kind === "case";
  for (const { entities } of sources)
    for (const [kind, key, label] of entities)
      if (isNamed(kind, key) && !found.has(`${kind} ${key}`)) found.set(`${kind} ${key}`, { written: label, rows: [] });
  for (const { entity, kind, label } of findings.flatMap(({ found }) => namedIn(found))) {
    const { key } = parseEntityRef(entity);
    if (isNamed(kind, key) && !found.has(`${kind} ${key}`)) found.set(`${kind} ${key}`, { written: label, rows: [] });
  }
  for (const one of rows)
    for (const place of placesIn(one.row)) {
      const [kind, key] = one.source.entities[place]!;
      found.get(`${kind} ${key}`)?.rows.push(one);
    }
  return found;
}

/** Whoever and whatever a finding lists; what its reasons name beside them its rows name too. */
const namedIn = (found: BundleFinding["found"]): readonly Pick<RecognisedThing, "entity" | "kind" | "label">[] =>
  found.kind === "series" ? found.shared : [...found.members, ...found.shared];

/** With the name that the bundle has for it. */
export type Recognised = RecognisedThing & { readonly name: string };

function* heldHere(db: ReadableDb, things: ReadonlyMap<string, Written>, hashKey: Buffer): Generator<Recognised> {
  const names = [...things.keys()];
  for (const name of names.filter((one) => one.startsWith("case "))) {
    const known = readEntity(db, "case", name.slice("case ".length));
    if (known) yield { ...describe("case", known.key, known.label, things.get(name)!), name };
  }
  const kinds = new Set(names.map((one) => one.slice(0, one.indexOf(" "))).filter((kind) => kind !== "case"));
  for (const { kind, key, label } of iterateEntities(db, [...kinds])) {
    const name = `${kind} ${maskedKey(hashKey, kind, key)}`;
    const thing = things.get(name);
    if (thing) yield { ...describe(kind, key, label, thing), name };
  }
}

const describe = (kind: string, key: string, label: string, { written, rows }: Written): RecognisedThing => ({
  entity: `${kind}:${key}`,
  kind,
  label,
  written,
  rows: rows.length,
  sheets: showSheets(rows, rowsOfThing),
});

/** Those of most rows first; null where the bundle has no passphrase: its marks say nothing. */
export function recogniseMasked(
  db: ReadableDb,
  content: ExchangeContent,
  rows: readonly HashedRow[],
  passphrase: string | null,
): readonly Recognised[] | null {
  if (passphrase === null) return null;
  const found = [...heldHere(db, thingsIn(content, rows), deriveHashKey(passphrase))];
  return found.sort((a, b) => b.rows - a.rows || (a.entity < b.entity ? -1 : 1));
}
