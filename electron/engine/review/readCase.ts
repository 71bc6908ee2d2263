// A case on one page: what its rows say, its series, and the open alerts that speak of it.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { SeriesItem } from "../../../shared/group/calls.ts";
import type { CasePage } from "../../../shared/review/caseCalls.ts";
import { readEntityFacts } from "../chart/readEntityFacts.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readAlertRows } from "../store/sqlite/tables/alert.ts";
import { findCaseNumber } from "../store/sqlite/tables/caseHead.ts";
import { listOpenAlertsAbout } from "../store/sqlite/tables/clueFacts.ts";
import { readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readSeriesOfCase, readSeriesRow } from "../store/sqlite/tables/series.ts";
import { describeAlerts } from "./watch/readAlerts.ts";

const mostAlerts = 20;

function seriesOf(db: ReadableDb, number: string): CasePage["series"] {
  const run = readLastGroupRun(db);
  const series = run ? readSeriesOfCase(db, run.id, number) : null;
  const row = run && series !== null ? readSeriesRow(db, run.id, series) : undefined;
  if (!row) return null;
  const { cases, loss } = JSON.parse(row.detail) as SeriesItem;
  return { series: row.id, title: row.title, cases: cases.length, loss };
}

export function readCasePage(db: ReadableDb, asked: string): CasePage {
  const number = findCaseNumber(db, asked);
  if (number === null) throw new CaseweaveError("case-unknown", { case: asked });
  const facts = readEntityFacts(db, `case:${number}`, 0);
  const about = [facts.ref, ...facts.links.map(({ other }) => other)];
  return {
    case: number,
    facts,
    series: seriesOf(db, number),
    alerts: describeAlerts(db, readAlertRows(db, listOpenAlertsAbout(db, about, mostAlerts))),
  };
}
