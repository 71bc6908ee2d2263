// Opens another unit's question in a child and looks each identifier up: in clear by its key, hashed by reckoning the hash of everything of its kind that we hold.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import { type AnswerDetail, emptyParts, type PartContent, type RequestItem } from "../../../../shared/review/exchange/format.ts";
import type { BundleHead } from "../../../../shared/review/exchange/preview.ts";
import type { RequestHit } from "../../../../shared/review/exchangeCalls.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { countKnownOf } from "../../store/sqlite/tables/bundleHits.ts";
import { iterateEntities } from "../../store/sqlite/tables/bundleRows.ts";
import { listJoinedIds, listWantedRows } from "../../store/sqlite/tables/bundleScope.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { openBundle } from "./compareTask.ts";
import { gatherRows } from "./gatherRows.ts";
import { decisionsAmong } from "./gatherTask.ts";
import { keyOriginsOf, readOrigins } from "./origins.ts";
import { deriveHashKey, keyedHash } from "./sealedFile.ts";

export interface AnswerTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly unit: string;
  readonly file: string;
  readonly passphrase: string | null;
  readonly detail: AnswerDetail;
  /** Of these items only; null: of all. */
  readonly numbers: readonly number[] | null;
}

export interface Answered {
  readonly head: BundleHead;
  readonly note: string;
  readonly isHashed: boolean;
  readonly hits: readonly RequestHit[];
  /** What travels with the answer where rows are told. */
  readonly parts: PartContent;
}

interface Found {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

export const answerTask: Task<AnswerTaskInput, Answered> = async (input) => {
  const { content, head } = openBundle(input.file, input.passphrase);
  const { request } = content;
  if (request === null) throw new CaseweaveError("bundle-not-request");
  const db = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    const found = findItems(db, request.items, input.passphrase);
    const hits = request.items.map((item) => hitOf(db, item, found.get(item.number)));
    const chosen = request.items.filter(({ number }) => input.numbers === null || input.numbers.includes(number));
    const ids = chosen.flatMap(({ number }) => found.get(number)?.id ?? []);
    const parts = input.detail === "rows" && ids.length > 0 ? gatherParts(db, ids, input.unit) : emptyParts;
    return { head, note: request.note, isHashed: request.isHashed, hits, parts };
  } finally {
    db.close();
  }
};

function findItems(db: ReadableDb, items: readonly RequestItem[], passphrase: string | null): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>();
  const hashed = new Map<string, number>();
  for (const { number, kind, key, hash } of items) {
    const known = key === null ? undefined : readEntity(db, kind, key);
    if (known) found.set(number, known);
    if (hash !== null) hashed.set(`${kind} ${hash}`, number);
  }
  if (hashed.size === 0) return found;
  if (passphrase === null) throw new CaseweaveError("bundle-passphrase-missing");
  const hashKey = deriveHashKey(passphrase);
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  for (const { kind, key } of iterateEntities(db, kinds)) {
    const number = hashed.get(`${kind} ${keyedHash(hashKey, kind, key)}`);
    if (number !== undefined) found.set(number, { ...readEntity(db, kind, key)! });
  }
  return found;
}

function hitOf(db: ReadableDb, { number, kind, key }: RequestItem, found: Found | undefined): RequestHit {
  const asked = key === null ? null : `${kind}:${key}`;
  const nothing = {
    number,
    kind,
    asked,
    isKnown: false,
    entity: null,
    label: "",
    cases: 0,
    series: 0,
    rows: 0,
    firstAt: null,
    lastAt: null,
  };
  if (found === undefined) return nothing;
  const { firstAt, lastAt, ...counts } = countKnownOf(db, found.id);
  const time = (at: number | null) => (at === null ? null : isoTime(at));
  return {
    ...nothing,
    isKnown: true,
    entity: `${kind}:${found.key}`,
    label: found.label,
    ...counts,
    firstAt: time(firstAt),
    lastAt: time(lastAt),
  };
}

/** What is said of the hits and of what a fact joins with them. */
function gatherParts(db: ReadableDb, hits: readonly number[], unit: string): PartContent {
  const origins = readOrigins(db, unit);
  const ids = [...new Set([...hits, ...listJoinedIds(db, hits)])];
  const { sources, rows } = gatherRows(db, listWantedRows(db, ids), { origins, unit, named: ids });
  return { ...emptyParts, sources, rows, decisions: decisionsAmong(db, ids, keyOriginsOf(origins), unit) };
}
