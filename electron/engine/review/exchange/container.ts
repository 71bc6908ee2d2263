// The content of the file: the manifest as one line, then the parts in the order and with the lengths and hashes that it names. Parts are read into memory and
// nowhere else, so a name in a bundle can never become a path.
import { createHash } from "node:crypto";
import { z } from "zod";
import { CaseweaveError } from "../../../../shared/errors.ts";
import {
  type BundleRow,
  type BundleSource,
  type ExchangeContent,
  emptyParts,
  eventEnds,
  exchangeVersion,
  type Manifest,
  manifestSchema,
  type PartContent,
  type PartName,
  partNames,
  partSchemas,
} from "../../../../shared/review/exchange/format.ts";
import { damaged } from "./sealedFile.ts";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

type Told = Omit<Manifest, "format" | "version" | "parts">;

export interface Packed {
  readonly bytes: Buffer;
  /** SHA-256 of the manifest. */
  readonly id: string;
}

const isEmpty = (part: unknown): boolean => part === null || (Array.isArray(part) && part.length === 0);

export function packContent(told: Told, version: number, parts: PartContent): Packed {
  const written = partNames
    .filter((name) => !isEmpty(parts[name]))
    .map((name) => ({ name, bytes: Buffer.from(JSON.stringify(parts[name])) }));
  const manifest: Manifest = {
    format: "caseweave-exchange",
    version,
    ...told,
    parts: written.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) })),
  };
  const line = Buffer.from(JSON.stringify(manifest));
  return { bytes: Buffer.concat([line, Buffer.from("\n"), ...written.map(({ bytes }) => bytes)]), id: hashOf(line) };
}

export function unpackContent(content: Uint8Array): ExchangeContent {
  const end = content.indexOf(0x0a);
  const line = content.subarray(0, Math.max(end, 0));
  refuseNewer(line);
  const manifest = parse(line, manifestSchema, "manifest");
  const parts: Record<string, unknown> = { ...emptyParts };
  const seen = new Set<PartName>();
  let at = end + 1;
  for (const { name, bytes, sha256 } of manifest.parts) {
    const part = content.subarray(at, at + bytes);
    if (part.length !== bytes || seen.has(name) || hashOf(part) !== sha256) throw damaged(name);
    parts[name] = parse(part, partSchemas[name] as z.ZodType, name);
    seen.add(name);
    at += bytes;
  }
  if (at !== content.length) throw damaged("size");
  const read = { ...(parts as unknown as PartContent), manifest, id: hashOf(line) };
  checkPlaces(read);
  return read;
}

/** Said before the rest of it is looked at: a newer manifest may look otherwise. */
function refuseNewer(line: Uint8Array): void {
  const { version } = parse(line, z.looseObject({ version: z.int().min(1) }), "manifest");
  if (version > exchangeVersion) throw new CaseweaveError("bundle-newer", { version, known: exchangeVersion });
}

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw damaged(what);
  }
  const read = schema.safeParse(value);
  if (!read.success) throw damaged(`${what} ${read.error.issues[0]?.path.join(".") ?? ""}`.trim());
  return read.data;
}

/** Every row has its source, every fact its entity, every row stands once. */
function checkPlaces({ manifest, sources, rows, request, answer }: Omit<ExchangeContent, "id">): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const source = sources[row.source];
    if (source === undefined) throw damaged(`rows: row ${row.row} without a source`);
    const place = `${row.source} ${row.row}`;
    if (seen.has(place)) throw damaged(`rows: ${source.name} ${row.row} twice`);
    seen.add(place);
    if (!placesOf(row).every((at) => at < source.entities.length)) throw damaged(`rows: ${source.name} ${row.row} without an entity`);
  }
  for (const source of sources)
    if (source.coverage.some(([at]) => at >= source.entities.length)) throw damaged(`sources: ${source.name} without an entity`);
  if ((manifest.kind === "request") !== (request !== null) || (manifest.kind === "answer") !== (answer !== null)) throw damaged("kind");
}

/** All places that a row names. */
const placesOf = ({ attributes, links, events }: BundleRow): number[] => [
  ...attributes.map(([entity]) => entity),
  ...links.flatMap(({ from, to }) => [from, to]),
  ...events.flatMap(([table, values]) => eventEnds[table].map((at) => values[at]).filter((end) => typeof end === "number")),
];

/** `kind:key` of an entity of a source, readable by every unit: without a key it goes by the origin of its source. */
export function refIn(source: Pick<BundleSource, "entities" | "keyOrigin">, at: number): string {
  const [kind, key] = source.entities[at]!;
  return key.startsWith("#") ? `${kind}:@${source.keyOrigin}${key}` : `${kind}:${key}`;
}
