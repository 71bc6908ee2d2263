// Questions about identifiers: written here for another unit, answered here for another unit.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import {
  type AnswerDetail,
  type AnswerSheet,
  emptyParts,
  type RequestItem,
  type RequestSheet,
} from "../../../../shared/review/exchange/format.ts";
import type { AskedRequest, RequestHit } from "../../../../shared/review/exchangeCalls.ts";
import type { ExportedFile } from "../../../../shared/review/exportCalls.ts";
import type { JobContext } from "../../handler.ts";
import { exportedFile } from "../exportedFile.ts";
import { isMaskedSession } from "../printMark.ts";
import { readTyped } from "../watch/readTyped.ts";
import type { Answered, AnswerTaskInput } from "./answerTask.ts";
import { partsLeaving, sealBundle } from "./exportBundle.ts";
import { deriveHashKey, keyedHash } from "./sealedFile.ts";
import { unitOf } from "./unit.ts";

export interface RequestQuestion {
  readonly texts: readonly string[];
  readonly isHashed: boolean;
  readonly note: string;
  readonly password: string | null;
}

/** Each line names one thing: `kind:key`, what the workspace knows by that key, or the one valid identifier in it. */
function readItems(texts: readonly string[], context: JobContext): RequestItem[] {
  const refs = texts.flatMap((text, at) => (text.trim() === "" ? [] : [refOf(text.trim(), at + 1, context)]));
  if (refs.length === 0) throw new CaseweaveError("request-unclear", { line: 1, text: "" });
  return [...new Set(refs)].map((ref, at) => ({ number: at + 1, ...parseEntityRef(ref), hash: null }));
}

function refOf(text: string, line: number, { db, clock }: JobContext): string {
  if (/^[a-z]+:(?!#)./u.test(text)) return text;
  try {
    const subject = readTyped(db, text, clock());
    if (subject.kind === "entity" && !parseEntityRef(subject.entity).key.startsWith("#")) return subject.entity;
  } catch (error) {
    if (!(error instanceof CaseweaveError)) throw error;
  }
  throw new CaseweaveError("request-unclear", { line, text });
}

export async function writeRequest({ texts, isHashed, note, password }: RequestQuestion, context: JobContext): Promise<ExportedFile> {
  if (isHashed && password === null) throw new CaseweaveError("bundle-passphrase-missing");
  const items = readItems(texts, context);
  const hashKey = isHashed ? deriveHashKey(password!) : null;
  const leaving = items.map((item) => (hashKey === null ? item : { ...item, key: null, hash: keyedHash(hashKey, item.kind, item.key!) }));
  const request: RequestSheet = { note, isHashed, items: leaving };
  const kept: RequestSheet = { note, isHashed, items };
  const file = sealBundle(
    {
      kind: "request",
      subject: "request",
      of: "",
      title: note,
      parts: { ...emptyParts, request },
      password,
      content: JSON.stringify(kept),
      isMasked: false,
    },
    context,
  );
  return exportedFile(`${unitOf(context)} request ${items.length}`, "cwx", file, items.length, false);
}

export interface AnswerQuestion {
  readonly path: string;
  readonly password: string | null;
  readonly detail: AnswerDetail;
  readonly numbers: readonly number[] | null;
}

async function lookUp({ path: file, password, detail, numbers }: AnswerQuestion, context: JobContext): Promise<Answered> {
  const { path, key } = context.workspace;
  const input: AnswerTaskInput = { path, key, unit: unitOf(context), file, passphrase: password, detail, numbers };
  return await context.jobs.run<Answered>("answerRequest", input, { signal: context.signal, report: context.report });
}

export async function readRequest(question: Pick<AnswerQuestion, "path" | "password">, context: JobContext): Promise<AskedRequest> {
  const { head, note, isHashed, hits } = await lookUp({ ...question, detail: "counts", numbers: null }, context);
  return { head, note, isHashed, hits };
}

/** As much of a hit as the answer is to say. */
function tell({ number, isKnown, cases, series, rows, firstAt, lastAt }: RequestHit, detail: AnswerDetail): AnswerSheet["items"][number] {
  const silent = { number, isKnown, cases: null, series: null, rows: null, firstAt: null, lastAt: null };
  return detail === "yes-no" || !isKnown ? silent : { number, isKnown, cases, series, rows, firstAt, lastAt };
}

export async function answerRequest(question: AnswerQuestion & { readonly note: string }, context: JobContext): Promise<ExportedFile> {
  const { head, hits, parts } = await lookUp(question, context);
  const { detail, numbers, note, password } = question;
  const told = hits.filter(({ number }) => numbers === null || numbers.includes(number));
  const answer: AnswerSheet = { request: head.hash, detail, note, items: told.map((hit) => tell(hit, detail)) };
  const leaving = partsLeaving(parts, password, context);
  const file = sealBundle(
    {
      kind: "answer",
      subject: "request",
      of: "",
      title: head.title,
      parts: { ...leaving, answer },
      password,
      content: JSON.stringify(answer),
      isMasked: isMaskedSession(context) && parts.rows.length > 0,
    },
    context,
  );
  return exportedFile(`${unitOf(context)} answer ${told.length}`, "cwx", file, told.length, isMaskedSession(context));
}
