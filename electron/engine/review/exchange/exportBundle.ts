// Writes a bundle: gathered in a child, masked where asked for, packed, sealed; the audit keeps what left and under which hash.
import { randomBytes } from "node:crypto";
import { isoTime } from "../../../../shared/model/time.ts";
import { type ExchangeKind, type ExchangeSubject, exchangeVersion, type PartContent } from "../../../../shared/review/exchange/format.ts";
import type { BundleContents } from "../../../../shared/review/exchangeCalls.ts";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import type { JobContext } from "../../handler.ts";
import { readAuditHead } from "../../store/sqlite/tables/audit.ts";
import { insertBundle } from "../../store/sqlite/tables/bundle.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession } from "../printMark.ts";
import { packContent } from "./container.ts";
import type { Gathered, GatherTaskInput } from "./gatherTask.ts";
import { maskParts } from "./maskParts.ts";
import { factsOf } from "./rowHash.ts";
import { deriveHashKey, sealFile } from "./sealedFile.ts";
import { showGroup } from "./showPreview.ts";
import { unitOf } from "./unit.ts";

export interface ExportQuestion {
  readonly subject: Exclude<ExchangeSubject, "request">;
  readonly of: string;
  readonly password: string | null;
}

export async function gatherBundle(question: Omit<ExportQuestion, "password">, context: JobContext): Promise<Gathered> {
  const { path, key } = context.workspace;
  const input: GatherTaskInput = { path, key, unit: unitOf(context), subject: question.subject, of: question.of };
  return await context.jobs.run<Gathered>("gatherBundle", input, { signal: context.signal, report: context.report });
}

/** The parts as they travel: in a masked session with everything masked that names a person. */
export function partsLeaving(parts: PartContent, password: string | null, context: JobContext): PartContent {
  return isMaskedSession(context) ? maskParts(parts, context.show, password === null ? randomBytes(32) : deriveHashKey(password)) : parts;
}

export async function describeBundle(question: ExportQuestion, context: JobContext, limit: number): Promise<BundleContents> {
  const gathered = await gatherBundle(question, context);
  const { sources, rows, decisions, watches, chart, findings, boards, audit } = partsLeaving(gathered.parts, null, context);
  const hashed = rows.map((row) => ({ source: sources[row.source]!, row, hash: "" }));
  return {
    ...showGroup({ rows: hashed, decisions, watches, charts: Number(chart !== null), findings, boards: boards.length }, limit),
    unit: unitOf(context),
    about: question.subject,
    number: question.of,
    title: context.show.text(gathered.title),
    isMasked: isMaskedSession(context),
    entities: new Set(
      sources.flatMap(({ entities, keyOrigin }) => entities.map(([kind, key]) => `${kind}:${key}:${key.startsWith("#") ? keyOrigin : ""}`)),
    ).size,
    facts: rows.reduce((sum, row) => sum + factsOf(row), 0),
    auditLinks: audit.length,
  };
}

export interface Leaving {
  readonly kind: ExchangeKind;
  readonly subject: ExchangeSubject;
  readonly of: string;
  readonly title: string;
  readonly parts: PartContent;
  readonly password: string | null;
  readonly isMasked: boolean;
  /** What stays readable here: a request, an answer. */
  readonly content: string;
}

/** Seals the parts, and keeps in the audit and in the list what left. */
export function sealBundle({ kind, subject, of, title, parts, password, content, isMasked }: Leaving, context: JobContext): Buffer {
  const unit = unitOf(context);
  const head = readAuditHead(context.db);
  const writtenAt = isoTime(context.clock());
  const audit = { entry: head?.sequence ?? 0, hash: head?.hash ?? "" };
  const packed = packContent({ kind, unit, subject, of, title, writtenAt, isMasked, audit }, exchangeVersion, parts);
  const file = sealFile(packed.bytes, password);
  const counts = { rows: parts.rows.length, decisions: parts.decisions.length, watches: parts.watches.length };
  const detail = { bundle: packed.id, subject, of, isMasked, isEncrypted: password !== null, ...counts };
  context.commit({ action: "review.bundleLeft", detail }, ["exchange"], (db) =>
    insertBundle(db, {
      hash: packed.id,
      direction: "out",
      kind,
      unit,
      subject,
      of,
      title,
      writtenAt,
      isMasked: Number(isMasked),
      at: context.clock(),
      by: context.user,
      ...counts,
      content,
    }),
  );
  return file;
}

export async function exportBundle(question: ExportQuestion, context: JobContext): Promise<ExportedFile> {
  const gathered = await gatherBundle(question, context);
  const { subject, of, password } = question;
  const parts = partsLeaving(gathered.parts, password, context);
  const title = context.show.text(gathered.title);
  const file = sealBundle(
    { kind: "bundle", subject, of, title, parts, password, content: "", isMasked: isMaskedSession(context) },
    context,
  );
  const name = [unitOf(context), of === "" ? subject : of, title].filter(Boolean).join(" ");
  return exportedFile(name, "cwx", file, parts.rows.length, isMaskedSession(context));
}
