// Takes a bundle out whole: its sources as any source goes (decisions 018 and 030), its watches and chart, and its judgements, each of which is answered by
// one that says again what was judged before – decisions are only ever added to.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { JobContext } from "../../handler.ts";
import { withdrawFamily } from "../../import/reimportSource.ts";
import { discardLater } from "../../import/runImport.ts";
import type { WritableDb } from "../../store/sqlite/database.ts";
import {
  type BundleRecord,
  deleteLeft,
  listBrought,
  listSourcesOfBundle,
  listStandingDecisions,
  markBundleRemoved,
  readBundleRecord,
  readDecisionBefore,
} from "../../store/sqlite/tables/bundle.ts";
import { listTouched, orderTellings } from "../../store/sqlite/tables/bundleOrder.ts";
import { deleteChart } from "../../store/sqlite/tables/chart.ts";
import { insertDecision } from "../../store/sqlite/tables/decision.ts";
import { deleteTellingsOf } from "../../store/sqlite/tables/finding.ts";
import { applyJudgementsTo } from "../../store/sqlite/tables/judgedIdentity.ts";
import { readSource } from "../../store/sqlite/tables/source.ts";
import { deleteStoryboard } from "../../store/sqlite/tables/storyboard.ts";
import { endWatch } from "../../store/sqlite/tables/watch.ts";
import { orderOf } from "./keepBrought.ts";
import { readOrigins } from "./origins.ts";
import { unitOf } from "./unit.ts";

export interface RemovedBundle {
  readonly bundle: number;
  readonly sources: number;
  readonly facts: number;
  readonly decisions: number;
  readonly watches: number;
  readonly charts: number;
  readonly boards: number;
  readonly findings: number;
}

const minReason = 2;

function requireBundle(context: JobContext, id: number): BundleRecord {
  const record = readBundleRecord(context.db, id);
  if (record?.direction !== "in" || record.removedAt !== null) throw new CaseweaveError("bundle-unknown", { bundle: id });
  return record;
}

/** To be called while no other writing job runs. */
export function removeBundle(context: JobContext, id: number, reason: string): RemovedBundle {
  if (reason.trim().length < minReason) throw new CaseweaveError("reason-missing");
  const { hash, unit } = requireBundle(context, id);
  const sources = listSourcesOfBundle(context.db, id);
  const detail = { bundle: hash, unit, reason, sources };
  const touched = listTouched(context.db, sources);
  const removed = context.commit(
    { action: "review.bundleRemoved", detail },
    ["facts", "decisions", "watches", "charts", "storyboards", "group", "exchange"],
    (db) => {
      const facts = sources
        .toReversed()
        .reduce((sum, source) => sum + (readSource(db, source) ? withdrawFamily(db, source, context.clock()) : 0), 0);
      const watches = listBrought(db, "watch", id);
      for (const watch of watches) endWatch(db, Number(watch), context.clock());
      const charts = listBrought(db, "chart", id).filter((chart) => deleteChart(db, chart));
      const boards = listBrought(db, "board", id);
      for (const board of boards) deleteStoryboard(db, board);
      const findings = deleteTellingsOf(db, id);
      const origins = readOrigins(db, unitOf(context));
      const foreign = [...origins].filter(([, known]) => known.foreign !== null).map(([source]) => source);
      orderTellings(db, touched, foreign, orderOf(origins));
      const decisions = takeDecisionsBack(db, id, reason, context);
      deleteLeft(db, id);
      markBundleRemoved(db, id, context.clock());
      return { facts, decisions, watches: watches.length, charts: charts.length, boards: boards.length, findings };
    },
  );
  discardLater(context);
  return { bundle: id, sources: sources.length, ...removed };
}

function takeDecisionsBack(db: WritableDb, id: number, reason: string, { user, clock }: JobContext): number {
  const own = listStandingDecisions(db).filter(({ bundleId }) => bundleId === id);
  const identities: string[] = [];
  for (const decision of own) {
    const { subject, a, b } = decision;
    const before = readDecisionBefore(db, decision);
    insertDecision(db, {
      subject: subject === "pair" ? "pair" : "identity",
      a,
      b,
      verdict: before?.verdict ?? "later",
      reason: before?.reason ?? reason,
      by: user,
      at: clock(),
    });
    if (subject === "identity") identities.push(a, b);
  }
  if (identities.length > 0) applyJudgementsTo(db, identities);
  return own.length;
}
