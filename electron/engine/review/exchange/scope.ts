// What a bundle is about: the entities of a series, a ring, a chart or a set of watches, and of these as little as tells why they belong together.
import { chartDocumentSchema } from "../../../../shared/chart/document.ts";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { BundleFinding } from "../../../../shared/review/exchange/finding.ts";
import type { BundleBoard, BundleChart, BundleWatch, ExchangeSubject } from "../../../../shared/review/exchange/format.ts";
import { refsOf, storyboardSchema } from "../../../../shared/review/storyboard.ts";
import { readSeriesDetail } from "../../group/readSeries.ts";
import { readStoredRing } from "../../group/storedRing.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { readUnitOf } from "../../store/sqlite/tables/bundle.ts";
import { listCardIds, listEntityIds, listJoinedIds } from "../../store/sqlite/tables/bundleScope.ts";
import { readChart } from "../../store/sqlite/tables/chart.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readLastRingRun, readRingRow } from "../../store/sqlite/tables/rings.ts";
import { listStoryboardRows } from "../../store/sqlite/tables/storyboard.ts";
import { listWatchRows } from "../../store/sqlite/tables/watch.ts";
import { type Leave, tellRing, tellSeries } from "./tellFindings.ts";

export interface Scope {
  /** Numbers of entities here. */
  readonly ids: readonly number[];
  readonly title: string;
  readonly watches: readonly BundleWatch[];
  readonly chart: BundleChart | null;
  /** What was found: the series or the ring itself. */
  readonly findings: readonly BundleFinding[];
  readonly boards: readonly BundleBoard[];
}

type ReadScope = (db: ReadableDb, of: string, leave: Leave) => Scope;

const nothing = { title: "", watches: [], chart: null, findings: [], boards: [] } as const;

const idsOf = (db: ReadableDb, refs: readonly string[]): number[] => listEntityIds(db, refs.map(parseEntityRef));
const withCards = (db: ReadableDb, ids: readonly number[]): number[] => [...new Set([...ids, ...listCardIds(db, ids)])];

/** Its cases, whatever a fact joins with one of them, the cards of those accounts, and what holds it together one step off. */
const ofSeries: ReadScope = (db, of, leave) => {
  const run = readLastGroupRun(db);
  const series = readSeriesDetail(db, of);
  if (!run || !series) throw new CaseweaveError("series-unknown", { series: of });
  const ids = idsOf(
    db,
    series.members.map((member) => `case:${member.case}`),
  );
  const grounds = idsOf(
    db,
    series.shared.flatMap(({ refs }) => refs),
  );
  return {
    ...nothing,
    ids: withCards(db, [...new Set([...ids, ...listJoinedIds(db, ids), ...grounds])]),
    title: series.title,
    findings: [tellSeries(series, run, leave)],
    boards: listBoards(db, ({ subject }) => subject === `series:${of}`),
  };
};

/** Its people with what is theirs, what they share, and its cases. */
const ofRing: ReadScope = (db, of, leave) => {
  const run = readLastRingRun(db);
  const row = run && readRingRow(db, run.id, of);
  if (!row) throw new CaseweaveError("ring-unknown", { ring: of });
  const ring = readStoredRing(row.detail);
  const people = ring.members.flatMap(({ entity, also }) => [entity, ...also.map((one) => one.entity)]);
  const refs = [...people, ...ring.shared.map(({ entity }) => entity), ...ring.cases.map((number) => `case:${number}`)];
  return {
    ...nothing,
    ids: withCards(db, idsOf(db, refs)),
    title: ring.namedBy?.label ?? ring.title,
    findings: [tellRing(ring, run, leave)],
  };
};

/** What stands on it; hypotheses, notes and places travel in its document, and with it the storyboards whose scenes show nothing else. */
const ofChart: ReadScope = (db, of) => {
  const row = readChart(db, of);
  if (!row) throw new CaseweaveError("chart-unknown", { chart: of });
  const document = JSON.parse(row.document) as Record<string, unknown>;
  const refs = chartDocumentSchema.parse(document).nodes.map(({ ref }) => ref);
  const shown = new Set(refs);
  const boards = listBoards(db, ({ board }) => board.scenes.length > 0 && refsOf(board).every((ref) => shown.has(ref)));
  return { ...nothing, ids: idsOf(db, refs), title: row.name, chart: { name: row.name, document }, boards };
};

interface OwnBoard extends BundleBoard {
  readonly subject: string;
}

function listBoards(db: ReadableDb, isChosen: (board: OwnBoard) => boolean): BundleBoard[] {
  return listStoryboardRows(db)
    .map(({ name, subject, document }) => ({ name, subject, board: storyboardSchema.parse(JSON.parse(document)) }))
    .filter(isChosen)
    .map(({ name, board }) => ({ name, board: { ...board, subject: "" } }));
}

/** What is watched and what is known of it. A series has another number elsewhere, so watches of series stay here. */
const ofWatches: ReadScope = (db, _of, { unit }) => {
  const rows = listWatchRows(db).filter(({ subject }) => subject.kind !== "series");
  const refs = rows.flatMap(({ subject }) => (subject.kind === "entity" ? [subject.entity] : []));
  const watches = rows.map(({ id, subject, label, reason, expiresAt }) => ({
    subject,
    label,
    reason,
    expiresAt,
    unit: readUnitOf(db, "watch", String(id)) ?? unit,
  }));
  return { ...nothing, ids: withCards(db, idsOf(db, refs)), watches };
};

const readers: Readonly<Record<Exclude<ExchangeSubject, "request">, ReadScope>> = {
  series: ofSeries,
  ring: ofRing,
  chart: ofChart,
  watches: ofWatches,
};

export const readScope = (db: ReadableDb, subject: Exclude<ExchangeSubject, "request">, of: string, leave: Leave): Scope => {
  const scope = readers[subject](db, of, leave);
  if (scope.ids.length === 0 && scope.watches.length === 0) throw new CaseweaveError("bundle-empty", { subject, of });
  return scope;
};
