// Handlers of the calls of watching.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { WatchSubject } from "../../../../shared/review/watch/subject.ts";
import type { WatchItem, watchCalls } from "../../../../shared/review/watchCalls.ts";
import type { Params } from "../../../../shared/rpc/contract.ts";
import type { Handlers, WriteContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { countAlertStates, listAlertFactRows, listAlertRows, markAlert, readAlertRows } from "../../store/sqlite/tables/alert.ts";
import { tellNumbers } from "../../store/sqlite/tables/purse.ts";
import { listSources } from "../../store/sqlite/tables/source.ts";
import { countAlertsByWatch, endWatch, insertWatch, listWatchRows, readWatchRow } from "../../store/sqlite/tables/watch.ts";
import { raiseAlerts } from "./raiseAlerts.ts";
import { describeAlerts, describeFact, describeWatch, watchNumber } from "./readAlerts.ts";
import { readSubject } from "./readSubject.ts";
import { findStanding, requireReason, requireSeries, requireWatch } from "./requireWatch.ts";
import { manyHandlers } from "./watchMany.ts";

/** A series must exist; a thing is watched once. */
function checkSubject(db: ReadableDb, subject: WatchSubject, now: number): void {
  if (subject.kind === "series") requireSeries(db, subject.series);
  const watch = findStanding(db, subject, now);
  if (watch !== undefined) throw new CaseweaveError("watch-known", { watch });
}

function addWatch(params: Params<"review.addWatch">, { db, user, clock, changed }: WriteContext): WatchItem {
  const { label, owner, expiresAt } = params;
  const reason = requireReason(params.reason);
  const now = clock();
  const { subject, label: found } = readSubject(db, params.subject, now);
  checkSubject(db, subject, now);
  const id = insertWatch(db, {
    subject,
    label: label === "" ? found : label,
    reason,
    owner: owner === "" ? user : owner,
    expiresAt,
    createdAt: now,
    createdBy: user,
  });
  changed("watches");
  return tellNumbers(db, describeWatch(db, readWatchRow(db, id)!, undefined, now));
}

export const watchHandlers: Handlers<typeof watchCalls> = {
  ...manyHandlers,
  "review.addWatch": addWatch,
  "review.removeWatch": ({ watch, reason }, { db, clock, changed }) => {
    requireReason(reason);
    endWatch(db, requireWatch(db, watch).id, clock());
    changed("watches");
    return { watch };
  },
  "review.listWatches": (_params, { db, clock }) => {
    const counts = countAlertsByWatch(db);
    return tellNumbers(
      db,
      listWatchRows(db).map((watch) => describeWatch(db, watch, counts.get(watch.id), clock())),
    );
  },
  "review.listAlerts": ({ state, watch, limit }, { db }) => {
    const only = watch === undefined ? null : watchNumber(watch);
    if (only !== null && !readWatchRow(db, only)) throw new CaseweaveError("watch-unknown", { watch: watch! });
    return { items: describeAlerts(db, listAlertRows(db, { state, watch: only }, limit)), counts: countAlertStates(db) };
  },
  "review.listAlertFacts": ({ alert, after, limit }, { db }) => {
    const [row] = readAlertRows(db, [alert]);
    if (!row) throw new CaseweaveError("not-found", { what: `alert ${alert}` });
    return tellNumbers(
      db,
      listAlertFactRows(db, alert, after, limit).map((fact) => describeFact(db, fact, row)),
    );
  },
  "review.markAlerts": ({ alerts, state, reason }, { db, user, clock, changed }) => {
    const given = state === "dismissed" ? requireReason(reason) : reason.trim();
    for (const alert of alerts)
      if (!markAlert(db, alert, { state, by: user, at: clock(), reason: given }))
        throw new CaseweaveError("not-found", { what: `alert ${alert}` });
    changed("watches");
    return { alerts: alerts.length };
  },
  "review.checkWatches": async ({ sources }, context) => ({
    alerts: await raiseAlerts(context, sources ?? listSources(context.db).map(({ id }) => id), []),
  }),
};
