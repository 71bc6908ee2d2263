// What a bundle is about: the entities of a series, a ring, a chart or a set of watches, and of these as little as tells why they belong together.
import { chartDocumentSchema } from "../../../../shared/chart/document.ts";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { BundleChart, BundleWatch, ExchangeSubject } from "../../../../shared/review/exchange/format.ts";
import { readStoredRing } from "../../group/storedRing.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readUnitOf } from "../../store/sqlite/tables/bundle.ts";
import { listCardIds, listEntityIds, listJoinedIds } from "../../store/sqlite/tables/bundleScope.ts";
import { readChart } from "../../store/sqlite/tables/chart.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readLastRingRun, readRingRow } from "../../store/sqlite/tables/rings.ts";
import { listMembers, readSeriesRow } from "../../store/sqlite/tables/series.ts";
import { listWatchRows } from "../../store/sqlite/tables/watch.ts";

export interface Scope {
  /** Numbers of entities here. */
  readonly ids: readonly number[];
  readonly title: string;
  readonly watches: readonly BundleWatch[];
  readonly chart: BundleChart | null;
}

type ReadScope = (db: ReadableDb, of: string, unit: string) => Scope;

const idsOf = (db: ReadableDb, refs: readonly string[]): number[] => listEntityIds(db, refs.map(parseEntityRef));
const withCards = (db: ReadableDb, ids: readonly number[]): number[] => [...new Set([...ids, ...listCardIds(db, ids)])];

/** Its cases, whatever a fact joins with one of them, and the cards of those accounts. */
const ofSeries: ReadScope = (db, of) => {
  const run = readLastGroupRun(db);
  const series = run && readSeriesRow(db, run.id, of);
  if (!run || !series) throw new CaseweaveError("series-unknown", { series: of });
  const cases = listMembers(db, run.id, of).map((member) => `case:${member.case}`);
  const ids = idsOf(db, cases);
  return { ids: withCards(db, [...ids, ...listJoinedIds(db, ids)]), title: series.title, watches: [], chart: null };
};

/** Its people with what is theirs, what they share, and its cases. */
const ofRing: ReadScope = (db, of) => {
  const run = readLastRingRun(db);
  const row = run && readRingRow(db, run.id, of);
  if (!row) throw new CaseweaveError("ring-unknown", { ring: of });
  const ring = readStoredRing(row.detail);
  const people = ring.members.flatMap(({ entity, also }) => [entity, ...also.map((one) => one.entity)]);
  const refs = [...people, ...ring.shared.map(({ entity }) => entity), ...ring.cases.map((number) => `case:${number}`)];
  return { ids: withCards(db, idsOf(db, refs)), title: ring.namedBy?.label ?? ring.title, watches: [], chart: null };
};

/** What stands on it; hypotheses, notes and places travel in its document. */
const ofChart: ReadScope = (db, of) => {
  const row = readChart(db, of);
  if (!row) throw new CaseweaveError("chart-unknown", { chart: of });
  const document = JSON.parse(row.document) as Record<string, unknown>;
  const refs = chartDocumentSchema.parse(document).nodes.map(({ ref }) => ref);
  return { ids: idsOf(db, refs), title: row.name, watches: [], chart: { name: row.name, document } };
};

/** What is watched and what is known of it. A series has another number elsewhere, so watches of series stay here. */
const ofWatches: ReadScope = (db, _of, unit) => {
  const rows = listWatchRows(db).filter(({ subject }) => subject.kind !== "series");
  const refs = rows.flatMap(({ subject }) => (subject.kind === "entity" ? [subject.entity] : []));
  const watches = rows.map(({ id, subject, label, reason, expiresAt }) => ({
    subject,
    label,
    reason,
    expiresAt,
    unit: readUnitOf(db, "watch", String(id)) ?? unit,
  }));
  return { ids: withCards(db, idsOf(db, refs)), title: "", watches, chart: null };
};

const readers: Readonly<Record<Exclude<ExchangeSubject, "request">, ReadScope>> = {
  series: ofSeries,
  ring: ofRing,
  chart: ofChart,
  watches: ofWatches,
};

export const readScope = (db: ReadableDb, subject: Exclude<ExchangeSubject, "request">, of: string, unit: string): Scope => {
  const scope = readers[subject](db, of, unit);
  if (scope.ids.length === 0 && scope.watches.length === 0) throw new CaseweaveError("bundle-empty", { subject, of });
  return scope;
};
