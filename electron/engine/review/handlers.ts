// Handlers of the review calls: decisions, files to hand out.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { DecisionSubject } from "../../../shared/model/decision.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { reviewCalls } from "../../../shared/review/calls.ts";
import type { Handlers } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { isCase } from "../store/sqlite/tables/caseHead.ts";
import { insertDecision, listDecisions, readDecision } from "../store/sqlite/tables/decision.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readSeriesRow } from "../store/sqlite/tables/series.ts";
import { exportChart } from "./exportChart.ts";
import { exportList } from "./exportList.ts";
import { exportReport } from "./report/exportReport.ts";

const minReason = 2;

/** Checks that what is judged exists, and puts a pair in the order that it is stored in. */
const subjects: Record<DecisionSubject, (db: ReadableDb, a: string, b: string) => readonly [string, string]> = {
  pair: (db, a, b) => {
    for (const number of [a, b]) if (!isCase(db, number)) throw new CaseweaveError("case-unknown", { case: number });
    return a < b ? [a, b] : [b, a];
  },
  series: (db, series, number) => {
    const run = readLastGroupRun(db);
    if (!run || !readSeriesRow(db, run.id, series)) throw new CaseweaveError("series-unknown", { series });
    if (!isCase(db, number)) throw new CaseweaveError("case-unknown", { case: number });
    return [series, number];
  },
  identity: (db, a, b) => {
    for (const ref of [a, b]) {
      const { kind, key } = parseEntityRef(ref);
      if (!readEntity(db, kind, key)) throw new CaseweaveError("entity-unknown", { entity: ref });
    }
    return a < b ? [a, b] : [b, a];
  },
};

/** The key of an entity; a case or a series is its own label. */
const labelOf = (name: string): string => (name.includes(":") ? parseEntityRef(name).key : name);

export const reviewHandlers: Handlers<typeof reviewCalls> = {
  "review.exportList": exportList,
  "review.exportChart": exportChart,
  "review.writeReport": exportReport,
  "review.recordDecision": ({ subject, a, b, verdict, reason }, { db, user, clock, changed }) => {
    if (reason.trim().length < minReason) throw new CaseweaveError("reason-missing");
    const [first, second] = subjects[subject](db, a, b);
    const before = readDecision(db, subject, first, second);
    const decision = insertDecision(db, { subject, a: first, b: second, verdict, reason: reason.trim(), by: user, at: clock() });
    changed("decisions");
    const code = before ? "superseded" : "recorded";
    return { decision, changed: [{ code, values: { a: first, b: second, verdict, before: before?.verdict ?? "" } }] };
  },
  "review.listDecisions": ({ limit }, { db }) =>
    listDecisions(db, limit).map((decision) => ({ ...decision, labelA: labelOf(decision.a), labelB: labelOf(decision.b) })),
};
