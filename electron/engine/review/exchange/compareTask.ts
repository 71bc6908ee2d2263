// Opens a bundle in a child, checks it, and holds it against the workspace: what is new, same, in conflict – and, for merging, what is to be written.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { AnswerSheet, BundleRow, BundleWatch, ExchangeContent, RequestSheet } from "../../../../shared/review/exchange/format.ts";
import type { BundleHead, BundlePreview, ConflictChoice } from "../../../../shared/review/exchange/preview.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { readAuditHash } from "../../store/sqlite/tables/audit.ts";
import { findBundle, isSeenBefore } from "../../store/sqlite/tables/bundle.ts";
import { listCharts, readChart } from "../../store/sqlite/tables/chart.ts";
import { findSameWatch } from "../../store/sqlite/tables/watch.ts";
import { compareBoards, compareFindings, settledApart } from "./compareFindings.ts";
import { type ComparedJudgements, compareJudgements } from "./compareJudgements.ts";
import { type ComparedRows, compareRows } from "./compareRows.ts";
import { refIn, unpackContent } from "./container.ts";
import { moveRefs } from "./gatherTask.ts";
import { readJudgements } from "./judgements.ts";
import { lookAtFindings } from "./lookAtFindings.ts";
import { type KnownOrigin, keyIdsOf, keyOriginsOf, readOrigins, refArriving } from "./origins.ts";
import { decideConflicts, type Plan } from "./plan.ts";
import { recogniseMasked } from "./recognise.ts";
import { factsOf } from "./rowHash.ts";
import { maxFileBytes, openFile, readSealedHead } from "./sealedFile.ts";
import { showConflicts, showGroup } from "./showPreview.ts";

export interface CompareTaskInput {
  readonly path: string;
  readonly key: string | null;
  /** Our own name. */
  readonly unit: string;
  readonly file: string;
  readonly passphrase: string | null;
  /** By the id of the conflict. */
  readonly choices: Readonly<Record<string, ConflictChoice>>;
  /** For judgements that nobody chose for. */
  readonly standard: ConflictChoice | null;
  readonly limit: number;
  /** What is to be written is told too; else only what is shown. */
  readonly isMerge: boolean;
  readonly now: number;
}

export interface Compared {
  readonly preview: BundlePreview;
  readonly plan: Plan;
}

export function readBundleFile(path: string): Buffer {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new CaseweaveError("file-missing", { file: basename(path), path });
  if (size > maxFileBytes) throw new CaseweaveError("bundle-too-large", { size, most: maxFileBytes });
  const bytes = Buffer.alloc(size);
  const handle = openSync(path, "r");
  try {
    for (let at = 0; at < size; ) {
      const read = readSync(handle, bytes, at, size - at, at);
      if (read === 0) break;
      at += read;
    }
  } catch (error) {
    throw new CaseweaveError("file-unreadable", { file: basename(path), path, reason: (error as NodeJS.ErrnoException).code ?? "" });
  } finally {
    closeSync(handle);
  }
  return bytes;
}

export function openBundle(path: string, passphrase: string | null): { readonly content: ExchangeContent; readonly head: BundleHead } {
  const file = readBundleFile(path);
  const { isEncrypted } = readSealedHead(file);
  const content = unpackContent(openFile(file, passphrase));
  return { content, head: headOf(content, isEncrypted) };
}

function headOf(content: ExchangeContent, isEncrypted: boolean): BundleHead {
  const { manifest, id, sources, rows, decisions, watches, chart, findings, boards, audit } = content;
  const { kind, unit, subject, of, title, writtenAt, isMasked } = manifest;
  return {
    hash: id,
    bundleKind: kind,
    unit,
    about: subject,
    number: of,
    title,
    writtenAt,
    isMasked,
    isEncrypted,
    auditEntry: manifest.audit.entry,
    auditHash: manifest.audit.hash,
    auditLinks: audit.length,
    sources: sources.length,
    rows: rows.length,
    entities: new Set(
      sources.flatMap(({ entities, keyOrigin }) => entities.map(([k, key]) => `${k}:${key.startsWith("#") ? keyOrigin : ""}${key}`)),
    ).size,
    facts: rows.reduce((sum, row) => sum + factsOf(row), 0),
    decisions: decisions.length,
    watches: watches.length,
    hasChart: chart !== null,
    findings: findings.length,
    boards: boards.length,
  };
}

/** How many links of the sender's audit stand in this workspace's: all of them where it is the sender's. */
export const countAuditLinks = (db: ReadableDb, { audit }: ExchangeContent): number =>
  audit.filter(({ entry, hash }) => readAuditHash(db, entry) === hash).length;

/** The head alone, without a workspace. */
export const inspectTask: Task<{ readonly file: string; readonly passphrase: string | null }, BundleHead> = async ({ file, passphrase }) =>
  openBundle(file, passphrase).head;

/** Rows of a planned source, a piece at a time: all of them in one message would keep the engine from everything else while it reads it. */
export interface PlannedRows {
  readonly ordinal: number;
  readonly rows: readonly BundleRow[];
}

const rowsAtOnce = 500;

export const compareTask: Task<CompareTaskInput, Compared, PlannedRows> = async (input, { emit }) => {
  const { content, head } = openBundle(input.file, input.passphrase);
  const db = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    const { preview, plan } = compareWith(db, content, head, input);
    for (const [ordinal, { rows }] of plan.sources.entries())
      for (let at = 0; at < rows.length; at += rowsAtOnce) await emit({ ordinal, rows: rows.slice(at, at + rowsAtOnce) });
    return { preview, plan: { ...plan, sources: plan.sources.map(({ source }) => ({ source, rows: [] })) } };
  } finally {
    db.close();
  }
};

interface Held {
  readonly rows: ComparedRows;
  readonly judgements: ComparedJudgements;
  readonly watches: ReturnType<typeof compareWatches>;
  readonly chart: ReturnType<typeof compareChart>;
  readonly findings: ReturnType<typeof compareFindings>;
  readonly boards: ReturnType<typeof compareBoards>;
}

/** Each part against what stands here. */
function holdAgainst(db: ReadableDb, content: ExchangeContent, origins: ReadonlyMap<number, KnownOrigin>, input: CompareTaskInput): Held {
  return {
    rows: compareRows(db, content, origins, input.unit),
    judgements: compareJudgements(content.decisions, readJudgements(db, keyOriginsOf(origins)), settledApart(db)),
    watches: compareWatches(db, content, origins, input.now),
    chart: compareChart(db, content, origins),
    findings: compareFindings(db, content.findings),
    boards: compareBoards(db, content, origins),
  };
}

function showHeld(held: Held, limit: number): Pick<BundlePreview, "fresh" | "same"> {
  const { rows, judgements, watches, chart, findings, boards } = held;
  const fresh = { rows: rows.fresh, decisions: judgements.fresh, watches: watches.fresh, charts: Number(chart.fresh !== null) };
  const same = { rows: rows.same, decisions: judgements.same, watches: watches.same, charts: Number(chart.same) };
  return {
    fresh: showGroup({ ...fresh, findings: findings.fresh, boards: boards.fresh.length }, limit),
    same: showGroup({ ...same, findings: findings.same, boards: boards.same }, limit),
  };
}

function compareWith(db: ReadableDb, content: ExchangeContent, head: BundleHead, input: CompareTaskInput): Compared {
  const { unit, choices, standard, limit, passphrase } = input;
  const origins = readOrigins(db, unit);
  const held = holdAgainst(db, content, origins, input);
  const { rows, judgements } = held;
  const isKnown = findBundle(db, head.hash, "in") !== undefined;
  const conflicts = showConflicts(db, rows, judgements, { unit, origins });
  const brought = { watches: held.watches.fresh, chart: held.chart.fresh, boards: held.boards.fresh };
  const findings = isKnown ? [] : content.findings;
  const plan = decideConflicts({ rows, judgements, ...brought, findings, content, conflicts, choices, standard });
  const { isMasked } = content.manifest;
  const recognised = isMasked ? recogniseMasked(db, content, [...rows.fresh, ...rows.same], passphrase) : null;
  const preview: BundlePreview = {
    bundle: head,
    isKnown,
    ...showHeld(held, limit),
    conflictCount: conflicts.length,
    conflicts: conflicts.slice(0, limit).map(({ shown }) => shown),
    recognised: recognised && recognised.map(({ name: _, ...thing }) => thing),
    looked: isMasked ? lookAtFindings(db, content.findings, recognised ?? [], limit) : [],
    request: content.request,
    answer: content.answer,
    asked: askedIn(db, content.answer),
  };
  const whole = { ...plan, seen: seenIn(db, content, origins), touched: touchedBy(content) };
  return { preview, plan: input.isMerge ? whole : { ...whole, sources: [], touched: [] } };
}

function askedIn(db: ReadableDb, answer: AnswerSheet | null): RequestSheet | null {
  const asked = answer && findBundle(db, answer.request, "out");
  return asked ? (JSON.parse(asked.content) as RequestSheet) : null;
}

const touchedBy = ({ sources }: ExchangeContent): string[] => [
  ...new Set(sources.flatMap((source) => source.entities.map((_, at) => refIn(source, at)))),
];

/** Sheets that both hold and the other unit imported earlier. */
function seenIn(db: ReadableDb, { sources, manifest }: ExchangeContent, origins: ReadonlyMap<number, KnownOrigin>): Plan["seen"] {
  if (manifest.isMasked) return [];
  const held = new Map([...origins.values()].map((one) => [one.origin, one.told]));
  return sources
    .filter(({ origin, told }) => told < (held.get(origin) ?? told) && !isSeenBefore(db, origin, told))
    .map(({ origin, told }) => ({ origin, told }));
}

function compareWatches(
  db: ReadableDb,
  { watches }: ExchangeContent,
  origins: ReadonlyMap<number, KnownOrigin>,
  now: number,
): { readonly fresh: readonly BundleWatch[]; readonly same: readonly BundleWatch[] } {
  const keyIds = keyIdsOf(origins);
  const fresh: BundleWatch[] = [];
  const same: BundleWatch[] = [];
  for (const watch of watches) {
    const { subject } = watch;
    const entity = subject.kind === "entity" ? (refArriving(subject.entity, keyIds) ?? subject.entity) : null;
    const here = entity === null ? subject : ({ kind: "entity", entity } as const);
    if (findSameWatch(db, here, now) === undefined) fresh.push(watch);
    else same.push(watch);
  }
  return { fresh, same };
}

/** A chart is the same when its document is, whatever it is called. */
function compareChart(db: ReadableDb, { chart }: ExchangeContent, origins: ReadonlyMap<number, KnownOrigin>) {
  if (chart === null) return { fresh: null, same: false };
  const keyIds = keyIdsOf(origins);
  const arriving = JSON.stringify(moveRefs(chart.document, (ref) => refArriving(ref, keyIds)));
  const same = listCharts(db).some(({ id }) => readChart(db, id)?.document === arriving);
  return { fresh: same ? null : chart, same };
}
