// Alerts and watches as everybody shows them: with the names of what they are about, and the source row of each fact.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { AlertFact, AlertItem } from "../../../../shared/model/alert.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import { decimalOf } from "../../../../shared/model/money.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { WatchItem } from "../../../../shared/review/watchCalls.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type AlertFactRow, type AlertRow, listAlertFactRows } from "../../store/sqlite/tables/alert.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { tellNumbers } from "../../store/sqlite/tables/purse.ts";
import { readLastRunOf, readSeriesRow } from "../../store/sqlite/tables/series.ts";
import { readWatchRow, type WatchCounts, type WatchRow } from "../../store/sqlite/tables/watch.ts";
import { followSeries } from "./followSeries.ts";
import { labelOf, readGist } from "./gist.ts";

export const watchName = (id: number): string => `W-${id}`;

export function watchNumber(name: string): number {
  const match = /^W-(\d+)$/i.exec(name.trim());
  if (!match) throw new CaseweaveError("watch-unknown", { watch: name });
  return Number(match[1]);
}

const entityOf = ({ subject }: WatchRow): string | null => (subject.kind === "entity" ? subject.entity : null);

function placeOf({ subject }: WatchRow): AlertItem["place"] {
  if (subject.kind !== "place") return null;
  const { longitude, latitude, metres } = subject;
  return { longitude, latitude, metres };
}

/** As it was called, else what the workspace calls it; empty for places and rules, which screens say in words. */
function shownLabel(db: ReadableDb, { label, subject }: WatchRow): string {
  if (subject.kind === "series" && (label === "" || label === subject.series)) return seriesLabel(db, subject.series);
  if (label !== "") return label;
  if (subject.kind === "entity") return labelOf(db, subject.entity);
  return subject.kind === "words" ? subject.words : "";
}

/** Its number, and its title where the last grouping has it. */
function seriesLabel(db: ReadableDb, series: string): string {
  const run = readLastRunOf(db, series);
  const row = run === undefined ? undefined : readSeriesRow(db, run, series);
  return row === undefined ? series : `${series} ${row.title}`;
}

export function describeFact(
  db: ReadableDb,
  { at, utcOffset, sourceId, row, source, sheet, detail }: AlertFactRow,
  alert: AlertRow,
): AlertFact {
  const { entity, other, place, fen, currency } = detail;
  const placeKey = place ?? null;
  return {
    at: at === null ? null : isoTime(at, utcOffset),
    code: alert.code,
    entity,
    label: labelOf(db, entity),
    other: other ?? null,
    otherLabel: other === undefined ? "" : labelOf(db, other),
    where: placeKey === null ? null : { place: placeKey, label: labelOf(db, placeKey) },
    amount: fen === undefined ? null : decimalOf(fen),
    currency: currency ?? null,
    seconds: detail.seconds ?? null,
    link: detail.link ?? null,
    role: detail.role ?? null,
    series: detail.series ?? null,
    bits: detail.bits ?? null,
    count: detail.count ?? null,
    metres: detail.metres ?? null,
    percent: detail.percent ?? null,
    minutes: detail.minutes ?? null,
    sourceId,
    source,
    sheet,
    row,
  };
}

/** Facts that a line of a list carries. */
const newestFacts = 3;

const timeOf = (at: number | null): string | null => (at === null ? null : isoTime(at));

function describeAlert(db: ReadableDb, alert: AlertRow): AlertItem {
  const watch = readWatchRow(db, alert.watch)!;
  return {
    id: alert.id,
    watch: watchName(alert.watch),
    kind: watch.subject.kind,
    entity: entityOf(watch),
    label: shownLabel(db, watch),
    rule: watch.subject.kind === "rule" ? watch.subject.rule : null,
    place: placeOf(watch),
    owner: watch.owner,
    code: alert.code,
    raisedAt: isoTime(alert.raisedAt),
    facts: alert.facts,
    amount: alert.fen === null || alert.currency === null ? null : decimalOf(alert.fen),
    currency: alert.currency,
    firstAt: timeOf(alert.firstAt),
    lastAt: timeOf(alert.lastAt),
    gist: readGist(db, alert),
    newest: listAlertFactRows(db, alert.id, 0, newestFacts).map((fact) => describeFact(db, fact, alert)),
    state: alert.state,
    stateBy: alert.stateBy,
    stateAt: timeOf(alert.stateAt),
    stateReason: alert.stateReason,
  };
}

export const describeAlerts = (db: ReadableDb, alerts: readonly AlertRow[]): AlertItem[] =>
  tellNumbers(
    db,
    alerts.map((alert) => describeAlert(db, alert)),
  );

const noAlerts: WatchCounts = { alerts: 0, newAlerts: 0, lastAt: null };

export function describeWatch(db: ReadableDb, watch: WatchRow, counts: WatchCounts = noAlerts, now: number = 0): WatchItem {
  const entity = entityOf(watch);
  const named = entity === null ? null : parseEntityRef(entity);
  const series = watch.subject.kind === "series" ? followSeries(db, watch.subject.series) : "";
  return {
    id: watchName(watch.id),
    kind: watch.subject.kind,
    subject: watch.subject,
    entity,
    label: shownLabel(db, watch),
    isKnown: series !== null && (named === null || readEntity(db, named.kind, named.key) !== undefined),
    follows: watch.subject.kind === "series" && series !== watch.subject.series ? series : null,
    reason: watch.reason,
    owner: watch.owner,
    expiresAt: timeOf(watch.expiresAt),
    isExpired: watch.expiresAt !== null && watch.expiresAt <= now,
    createdAt: isoTime(watch.createdAt),
    createdBy: watch.createdBy,
    alerts: counts.alerts,
    newAlerts: counts.newAlerts,
    lastAlertAt: timeOf(counts.lastAt),
  };
}
