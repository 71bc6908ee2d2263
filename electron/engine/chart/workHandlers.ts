// Handlers of a chart that is worked on: autosave with its history, snapshots.
import { z } from "zod";
import { type ChartDocument, chartDocumentSchema, lookRuleSchema } from "../../../shared/chart/document.ts";
import { storedStepSchema } from "../../../shared/chart/stepSchema.ts";
import type { SnapshotItem, workCalls } from "../../../shared/chart/workCalls.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Handlers } from "../handler.ts";
import { deleteLooks, listLooks, upsertLooks } from "../store/sqlite/tables/chartLooks.ts";
import {
  deleteSnapshot,
  deleteWork,
  insertSnapshot,
  listSnapshots,
  listSteps,
  readLastWork,
  readSnapshot,
  readWork,
  replaceSteps,
  type SnapshotRow,
  upsertWork,
} from "../store/sqlite/tables/chartWork.ts";
import { keepClear } from "./keepClear.ts";

const documentOf = (text: string): ChartDocument => chartDocumentSchema.parse(JSON.parse(text));

const itemOf = ({ number, name, by, savedAt }: Omit<SnapshotRow, "document" | "chart">, entities: number): SnapshotItem => ({
  number,
  name,
  by,
  savedAt: isoTime(savedAt),
  entities,
});

export const workHandlers: Handlers<typeof workCalls> = {
  "chart.saveWork": ({ chart, session, name, document, first, from, steps, done }, { db, clock, show }) => {
    const before = readWork(db, chart);
    const savedAt = clock();
    if (from > first && before?.session !== session) return { isBehind: true, savedAt: isoTime(savedAt) };
    const clear = keepClear(
      before === undefined ? [] : [before.document, ...(from > first ? [] : listSteps(db, chart).map(({ step }) => step))],
      show,
    );
    upsertWork(db, { chart, session, name, document: JSON.stringify(clear(document)), done, savedAt });
    const texts = steps.map((step) => JSON.stringify(clear(step)));
    replaceSteps(db, chart, first, from, texts);
    return { isBehind: false, savedAt: isoTime(savedAt) };
  },
  "chart.readWork": ({ chart }, { db }) => {
    const work = chart === null ? readLastWork(db) : readWork(db, chart);
    if (!work) return null;
    const steps = listSteps(db, work.chart);
    return {
      id: work.chart,
      session: work.session,
      name: work.name,
      document: documentOf(work.document),
      first: steps[0]?.number ?? 0,
      steps: steps.map(({ step }) => storedStepSchema.parse(JSON.parse(step))),
      done: work.done,
      savedAt: isoTime(work.savedAt),
    };
  },
  "chart.dropWork": ({ chart }, { db }) => {
    deleteWork(db, chart);
    return { chart };
  },
  "chart.saveSnapshot": ({ chart, name, document }, { db, clock, user, show, changed }) => {
    const clear = keepClear([readWork(db, chart)?.document ?? ""], show);
    const row = { chart, name, document: JSON.stringify(clear(document)), by: user, savedAt: clock() };
    const number = insertSnapshot(db, row);
    changed("charts");
    return itemOf({ ...row, number }, document.nodes.length);
  },
  "chart.listSnapshots": ({ chart }, { db }) => listSnapshots(db, chart).map((row) => itemOf(row, row.entities)),
  "chart.readSnapshot": ({ chart, number }, { db }) => {
    const row = readSnapshot(db, chart, number);
    if (!row) throw new CaseweaveError("snapshot-unknown", { number });
    const document = documentOf(row.document);
    return { ...itemOf(row, document.nodes.length), document };
  },
  "chart.deleteSnapshot": ({ chart, number }, { db, changed }) => {
    if (!deleteSnapshot(db, chart, number)) throw new CaseweaveError("snapshot-unknown", { number });
    changed("charts");
    return { number };
  },
  "chart.listLooks": (_params, { db }) =>
    listLooks(db).map(({ name, rules }) => ({ name, rules: z.array(lookRuleSchema).parse(JSON.parse(rules)) })),
  "chart.saveLooks": ({ looks }, { db, clock, changed }) => {
    upsertLooks(db, looks.name, JSON.stringify(looks.rules), clock());
    changed("charts");
    return looks;
  },
  "chart.deleteLooks": ({ name }, { db, changed }) => {
    const wasKept = deleteLooks(db, name);
    changed("charts");
    return { wasKept };
  },
};
