// Gathers a bundle in a child: facts are found by what they are about, so finding them by row reads whole tables.
import {
  type BundleBoard,
  type BundleDecision,
  type ExchangeSubject,
  emptyParts,
  type PartContent,
} from "../../../../shared/review/exchange/format.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { iterateAudit } from "../../store/sqlite/tables/audit.ts";
import { listNamesOf } from "../../store/sqlite/tables/bundleRows.ts";
import { listWantedRows } from "../../store/sqlite/tables/bundleScope.ts";
import { gatherRows } from "./gatherRows.ts";
import { readJudgements } from "./judgements.ts";
import { keyOriginsOf, readOrigins, refLeaving } from "./origins.ts";
import { readScope } from "./scope.ts";

export interface GatherTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly unit: string;
  readonly subject: Exclude<ExchangeSubject, "request">;
  readonly of: string;
}

export interface Gathered {
  readonly title: string;
  readonly parts: PartContent;
  /** Number of each source here, in the order of the parts' sources. */
  readonly sourceIds: readonly number[];
}

export const gatherTask: Task<GatherTaskInput, Gathered> = async ({ path, key, unit, subject, of }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const origins = readOrigins(db, unit);
    const keyOrigins = keyOriginsOf(origins);
    const scope = readScope(db, subject, of, { origins, keyOrigins, unit });
    const { sources, rows, sourceIds } = gatherRows(db, listWantedRows(db, scope.ids), { origins, unit, named: scope.ids });
    const decisions = decisionsAmong(db, scope.ids, keyOrigins, unit);
    const leave = (ref: string) => refLeaving(ref, keyOrigins);
    const watches = scope.watches.flatMap((watch) => {
      if (watch.subject.kind !== "entity") return [watch];
      const entity = leave(watch.subject.entity);
      return entity === null ? [] : [{ ...watch, subject: { ...watch.subject, entity } }];
    });
    const chart = scope.chart && { ...scope.chart, document: moveRefs(scope.chart.document, leave) as Record<string, unknown> };
    const boards = scope.boards.map(({ name, board }) => ({ name, board: moveRefs(board, leave) as BundleBoard["board"] }));
    const audit = listAuditLinks(
      db,
      sources.map(({ sha256 }) => sha256),
      decisions.map(({ at }) => at),
    );
    const { findings } = scope;
    return { title: scope.title, parts: { ...emptyParts, sources, rows, decisions, watches, chart, findings, boards, audit }, sourceIds };
  } finally {
    db.close();
  }
};

/** Judgements of which both ends travel. */
export function decisionsAmong(
  db: ReadableDb,
  ids: readonly number[],
  keyOrigins: ReadonlyMap<number, string>,
  unit: string,
): BundleDecision[] {
  const names = listNamesOf(db, ids);
  const refs = new Set(names.flatMap(({ kind, key }) => (kind === "case" ? [key] : [refLeaving(`${kind}:${key}`, keyOrigins) ?? ""])));
  return [...readJudgements(db, keyOrigins).values()]
    .filter(({ a, b }) => refs.has(a) && refs.has(b))
    .map((one) => ({ ...one, unit: one.unit ?? unit }))
    .sort((x, y) => (JSON.stringify([x.subject, x.a, x.b]) < JSON.stringify([y.subject, y.a, y.b]) ? -1 : 1));
}

/** References wherever they stand in a document. */
export function moveRefs(value: unknown, move: (ref: string) => string | null): unknown {
  if (typeof value === "string") return value.includes(":#") || value.includes(":@") ? (move(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => moveRefs(one, move));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, moveRefs(part, move)]));
}

/** Entries about these files and these judgements. */
function listAuditLinks(db: ReadableDb, hashes: readonly string[], moments: readonly number[]): PartContent["audit"] {
  const [files, times] = [new Set(hashes), new Set(moments)];
  const links: PartContent["audit"][number][] = [];
  for (const { sequence, at, action, detail, previous, hash } of iterateAudit(db)) {
    const isImport = action.startsWith("import.") && (detail.match(/[0-9a-f]{64}/g) ?? []).some((one) => files.has(one));
    const isJudgement = action.startsWith("review.recordDecision") && times.has(at);
    if (isImport || isJudgement) links.push({ entry: sequence, at, action, previous, hash });
  }
  return links;
}
