// Handlers of the calls of working with other units.
import { isoTime } from "../../../../shared/model/time.ts";
import type { AnswerSheet, RequestSheet } from "../../../../shared/review/exchange/format.ts";
import type { BundleHead } from "../../../../shared/review/exchange/preview.ts";
import type { BundleItem, exchangeCalls } from "../../../../shared/review/exchangeCalls.ts";
import type { Handlers, ReadContext } from "../../handler.ts";
import { tellOf } from "../../import/tellOf.ts";
import { type BundleRecord, listBundleRecords, listForeignSources } from "../../store/sqlite/tables/bundle.ts";
import { readMeta, writeMeta } from "../../store/sqlite/tables/meta.ts";
import { tellNumbers } from "../../store/sqlite/tables/purse.ts";
import { readSource } from "../../store/sqlite/tables/source.ts";
import { describeBundle, exportBundle } from "./exportBundle.ts";
import { compareBundle, mergeBundle } from "./importBundle.ts";
import { judgeFinding } from "./judgeFinding.ts";
import { listFindings, readFinding } from "./receivedFindings.ts";
import { removeBundle } from "./removeBundle.ts";
import { answerRequest, readRequest, writeRequest } from "./requests.ts";
import { unitKey, unitOf } from "./unit.ts";

function describeRecord(record: BundleRecord, sources: BundleItem["sources"]): BundleItem {
  const { id, hash, direction, kind, unit, subject, of, title, writtenAt, rows, decisions, watches } = record;
  const content = record.content === "" ? null : (JSON.parse(record.content) as unknown);
  return {
    bundle: id,
    hash,
    way: direction,
    bundleKind: kind,
    unit,
    about: subject,
    number: of,
    title,
    writtenAt,
    isMasked: record.isMasked === 1,
    recordedAt: isoTime(record.at),
    rows,
    decisions,
    watches,
    sources,
    isRemoved: record.removedAt !== null,
    request: kind === "request" ? (content as RequestSheet | null) : null,
    answer: kind === "answer" ? (content as AnswerSheet | null) : null,
  };
}

function listBundles({ db }: ReadContext): BundleItem[] {
  const brought = new Map<number, BundleItem["sources"][number][]>();
  for (const { sourceId, bundleId, unit } of listForeignSources(db)) {
    const { name, sheet, stored } = readSource(db, sourceId)!;
    brought.set(bundleId, [...(brought.get(bundleId) ?? []), { id: sourceId, source: name, sheet, unit, rows: stored }]);
  }
  return listBundleRecords(db).map((record) => describeRecord(record, brought.get(record.id) ?? []));
}

export const exchangeHandlers: Handlers<typeof exchangeCalls> = {
  "review.readUnit": (_params, context) => ({ unit: unitOf(context), isNamed: readMeta(context.db, unitKey) !== null }),
  "review.nameUnit": ({ unit }, { db, changed }) => {
    writeMeta(db, unitKey, unit);
    changed("exchange");
    return { unit, isNamed: true };
  },
  "review.describeBundle": ({ limit, ...question }, context) => describeBundle({ ...question, password: null }, context, limit),
  "review.exportBundle": (question, context) => exportBundle(question, context),
  "review.inspectBundle": async ({ path, password }, { jobs, signal, report }) =>
    await jobs.run<BundleHead>("inspectBundle", { file: path, passphrase: password }, { signal, report }),
  "review.previewBundle": async ({ path, limit, ...asked }, context) =>
    (await compareBundle({ file: path, ...asked }, limit, false, context)).preview,
  "review.importBundle": async ({ path, ...asked }, context) => {
    const merged = await context.exclusive(() => mergeBundle({ file: path, ...asked }, context));
    return { ...merged, ...(await tellOf(context, merged.sources)) };
  },
  "review.writeRequest": (question, context) => writeRequest(question, context),
  "review.readRequest": (question, context) => readRequest(question, context),
  "review.answerRequest": (question, context) => answerRequest(question, context),
  "review.listBundles": (_params, context) => listBundles(context),
  "review.listFindings": ({ findingKind }, { db }) => listFindings(db, findingKind),
  "review.readFinding": ({ finding }, context) => tellNumbers(context.db, readFinding(context.db, finding, unitOf(context))),
  "review.judgeFinding": (asked, context) => judgeFinding(context, asked),
  "review.removeBundle": ({ bundle, reason }, context) => context.exclusive(async () => removeBundle(context, bundle, reason)),
};
