// The verification bundle of a report: the documents, every statement with the rows that say it, the files with their hashes, a manifest. Its last bytes are
// the hash of all bytes before them, so a change anywhere shows without the workspace; with it the rows themselves are read again.
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { CitedSource } from "../../../../shared/review/paper/citation.ts";
import type { Sentence } from "../../../../shared/review/paper/paper.ts";
import type { JobContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readAuditHead } from "../../store/sqlite/tables/audit.ts";
import { readRawRows, readSource } from "../../store/sqlite/tables/source.ts";
import { zipPackage } from "../writeExport/zipPackage.ts";

const hashOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const digestBytes = 64;

interface Evidence {
  readonly source: number;
  readonly row: number;
  readonly column: string | null;
  /** "" in a masked bundle. */
  readonly cell: string;
  /** SHA-256 of the row's cells as JSON: tells without showing them whether they are still the same. */
  readonly rowHash: string;
}

interface Statement {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export interface BundleFacts {
  readonly title: string;
  readonly documents: Readonly<Record<string, Uint8Array>>;
  readonly statements: readonly Sentence[];
  readonly sources: readonly CitedSource[];
  readonly isMasked: boolean;
  readonly job: Pick<JobContext, "db" | "clock">;
}

const rowHashOf = (db: ReadableDb, source: number, row: number): string =>
  hashOf(JSON.stringify(readRawRows(db, source, row, 1)[0]?.cells ?? null));

export function writeBundle({ title, documents, statements, sources, isMasked, job }: BundleFacts): Uint8Array {
  const { db, clock } = job;
  const hashes = new Map<string, string>();
  const rowHash = (source: number, row: number): string => {
    const key = `${source} ${row}`;
    const hash = hashes.get(key) ?? rowHashOf(db, source, row);
    hashes.set(key, hash);
    return hash;
  };
  const told = statements.map(
    ({ text, citations }): Statement => ({
      text,
      evidence: citations.map(({ sourceId, row, column, cell }) => ({
        source: sourceId,
        row,
        column,
        cell,
        rowHash: rowHash(sourceId, row),
      })),
    }),
  );
  const parts: Record<string, Uint8Array> = {
    ...documents,
    "statements.json": Buffer.from(`${JSON.stringify(told, null, 1)}\n`),
    "sources.json": Buffer.from(`${JSON.stringify(sources, null, 1)}\n`),
  };
  const head = readAuditHead(db);
  const manifest = {
    format: "caseweave-report-bundle-1",
    title,
    writtenAt: isoTime(clock()),
    isMasked,
    audit: { entry: head?.sequence ?? 0, hash: head?.hash ?? "" },
    parts: Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, { alg: "sha256", hash: hashOf(bytes) }])),
  };
  return seal(zipPackage({ ...parts, "manifest.json": `${JSON.stringify(manifest, null, 1)}\n` }, 0));
}

/** The zip's own comment, its last field, holds the hash of everything before it. */
function seal(zip: Uint8Array): Uint8Array {
  const sealed = Buffer.concat([zip, Buffer.alloc(digestBytes)]);
  sealed.writeUInt16LE(digestBytes, zip.length - 2);
  sealed.write(hashOf(sealed.subarray(0, zip.length)), zip.length, "latin1");
  return sealed;
}

export interface BundleCheck {
  readonly intact: boolean;
  readonly title: string;
  readonly writtenAt: string;
  readonly statements: number;
  readonly citations: number;
  /** What does not hold, code and place. */
  readonly problems: readonly string[];
}

interface Manifest {
  readonly format: string;
  readonly title: string;
  readonly writtenAt: string;
  readonly parts: Readonly<Record<string, { readonly alg: string; readonly hash: string }>>;
}

const isSealed = (bytes: Uint8Array): boolean => {
  const body = bytes.subarray(0, -digestBytes);
  return bytes.length > digestBytes && hashOf(body) === Buffer.from(bytes.subarray(-digestBytes)).toString("latin1");
};

function checkParts(files: Readonly<Record<string, Uint8Array>>, { parts }: Manifest): string[] {
  const missing = Object.entries(parts).filter(([name, { hash }]) => files[name] === undefined || hashOf(files[name]) !== hash);
  const foreign = Object.keys(files).filter((name) => name !== "manifest.json" && !(name in parts));
  return [...missing.map(([name]) => `part ${name}`), ...foreign.map((name) => `foreign ${name}`)];
}

function checkStatements(statements: readonly Statement[], sources: readonly CitedSource[]): string[] {
  const known = new Set(sources.map(({ id }) => id));
  return statements.flatMap(({ evidence }, i) => [
    ...(evidence.length === 0 ? [`statement ${i + 1} uncited`] : []),
    ...evidence.filter(({ source }) => !known.has(source)).map(({ source }) => `statement ${i + 1} source ${source}`),
  ]);
}

/** The files and rows as the workspace holds them now. */
function checkWorkspace(db: ReadableDb, statements: readonly Statement[], sources: readonly CitedSource[]): string[] {
  const changed = sources.filter(({ id, sha256 }) => readSource(db, id)?.sha256 !== sha256).map(({ id }) => `source ${id}`);
  const rows = new Map(statements.flatMap(({ evidence }) => evidence).map((one) => [`${one.source} ${one.row}`, one]));
  const wrong = [...rows.values()].filter(({ source, row, rowHash }) => rowHashOf(db, source, row) !== rowHash);
  return [...changed, ...wrong.map(({ source, row }) => `row ${source}:${row}`)];
}

/** Checks a bundle by itself, and against the workspace that it came from where one is given. */
export function verifyBundle(bytes: Uint8Array, db: ReadableDb | null): BundleCheck {
  if (!isSealed(bytes)) return { intact: false, title: "", writtenAt: "", statements: 0, citations: 0, problems: ["seal"] };
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch (error) {
    throw new CaseweaveError("report-unreadable", {}, { cause: error });
  }
  const json = <T>(name: string): T => JSON.parse(strFromU8(files[name] ?? new Uint8Array([0x7b, 0x7d]))) as T;
  const manifest = json<Manifest>("manifest.json");
  if (manifest.format !== "caseweave-report-bundle-1") throw new CaseweaveError("report-unreadable");
  const [statements, sources] = [json<Statement[]>("statements.json"), json<CitedSource[]>("sources.json")];
  const problems = [
    ...checkParts(files, manifest),
    ...checkStatements(statements, sources),
    ...(db === null ? [] : checkWorkspace(db, statements, sources)),
  ];
  return {
    intact: problems.length === 0,
    title: manifest.title,
    writtenAt: manifest.writtenAt,
    statements: statements.length,
    citations: statements.reduce((sum, { evidence }) => sum + evidence.length, 0),
    problems,
  };
}
