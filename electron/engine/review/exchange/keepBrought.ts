// What comes with the rows of a bundle: where they are from, judgements, watches, a chart. All of it carries the number of the bundle, so that it can go again.
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { BundleBoard, BundleDecision, BundleWatch } from "../../../../shared/review/exchange/format.ts";
import type { JobContext } from "../../handler.ts";
import type { WritableDb } from "../../store/sqlite/database.ts";
import { insertBrought, insertForeignDecision, insertForeignSource, insertLeft, insertSeen } from "../../store/sqlite/tables/bundle.ts";
import { orderTellings, type TellingOrder } from "../../store/sqlite/tables/bundleOrder.ts";
import { listEntityIds } from "../../store/sqlite/tables/bundleScope.ts";
import { nextChartId, upsertChart } from "../../store/sqlite/tables/chart.ts";
import { insertDecision } from "../../store/sqlite/tables/decision.ts";
import { insertFindingTelling } from "../../store/sqlite/tables/finding.ts";
import { applyJudgementsTo } from "../../store/sqlite/tables/judgedIdentity.ts";
import { nextStoryboardId, upsertStoryboard } from "../../store/sqlite/tables/storyboard.ts";
import { insertWatch } from "../../store/sqlite/tables/watch.ts";
import { moveRefs } from "./gatherTask.ts";
import { type KnownOrigin, readOrigins, refArriving } from "./origins.ts";
import type { Plan } from "./plan.ts";
import { unitOf } from "./unit.ts";

type KeyIds = ReadonlyMap<string, number>;

/** The bundle's number here, and whose it is. */
interface BroughtBy {
  readonly id: number;
  readonly unit: string;
}

export function keepBrought(
  db: WritableDb,
  { id: bundleId, unit: unitFrom }: BroughtBy,
  plan: Plan,
  begun: readonly number[],
  keyIds: KeyIds,
  context: Pick<JobContext, "clock" | "db" | "workspace">,
): void {
  plan.sources.forEach(({ source }, ordinal) => {
    const { unit, origin, keyOrigin, entry, stored, told } = source;
    insertForeignSource(db, { sourceId: begun[ordinal]!, bundleId, unit, origin, keyOrigin, entry, stored, told });
  });
  keepDecisions(db, bundleId, plan.decisions, keyIds, context.clock());
  for (const watch of plan.watches) keepWatch(db, bundleId, watch, keyIds, context.clock());
  if (plan.chart !== null) {
    const id = nextChartId(db);
    const document = JSON.stringify(moveRefs(plan.chart.document, (ref) => refArriving(ref, keyIds)));
    upsertChart(db, { id, name: plan.chart.name, document, savedAt: context.clock() });
    insertBrought(db, "chart", id, bundleId, unitFrom);
  }
  for (const finding of plan.findings) insertFindingTelling(db, bundleId, finding);
  for (const board of plan.boards) keepBoard(db, { id: bundleId, unit: unitFrom }, board, keyIds, context.clock());
  for (const { origin, row, hash } of plan.left) insertLeft(db, origin, row, hash, bundleId);
  for (const { origin, told } of plan.seen) insertSeen(db, origin, bundleId, told);
  const touched = plan.touched.map((ref) => refArriving(ref, keyIds)).filter((ref) => ref !== null);
  const origins = readOrigins(db, unitOf(context));
  const moved = new Set(plan.seen.map(({ origin }) => origin));
  const sources = [...origins].filter(([id, { origin }]) => begun.includes(id) || moved.has(origin)).map(([id]) => id);
  orderTellings(db, listEntityIds(db, touched.map(parseEntityRef)), sources, orderOf(origins));
}

/** Source → when, by whom and as which source it was told first. */
export const orderOf = (origins: ReadonlyMap<number, KnownOrigin>): TellingOrder =>
  new Map([...origins].map(([id, { told }]) => [id, told]));

/** They are judged now and here, in the name of the unit; when they were made there stands beside them. */
function keepDecisions(db: WritableDb, bundleId: number, decisions: readonly BundleDecision[], keyIds: KeyIds, now: number): void {
  const identities: string[] = [];
  for (const { subject, a, b, verdict, reason, unit, at } of decisions) {
    const ends = subject === "pair" ? [a, b] : [refArriving(a, keyIds), refArriving(b, keyIds)];
    if (ends.some((end) => end === null)) continue;
    const [first, second] = (ends as string[]).sort();
    const id = insertDecision(db, { subject, a: first!, b: second!, verdict, reason, by: unit, at: now });
    insertForeignDecision(db, id, bundleId, unit, at);
    if (subject === "identity") identities.push(first!, second!);
  }
  if (identities.length > 0) applyJudgementsTo(db, identities);
}

function keepWatch(db: WritableDb, bundleId: number, watch: BundleWatch, keyIds: KeyIds, now: number): void {
  const { subject, label, reason, expiresAt, unit } = watch;
  const here = subject.kind === "entity" ? { ...subject, entity: refArriving(subject.entity, keyIds) ?? subject.entity } : subject;
  const id = insertWatch(db, { subject: here, label, reason, owner: unit, expiresAt, createdAt: now, createdBy: unit });
  insertBrought(db, "watch", String(id), bundleId, unit);
}

function keepBoard(db: WritableDb, bundle: BroughtBy, { name, board }: BundleBoard, keyIds: KeyIds, now: number): void {
  const id = nextStoryboardId(db);
  const document = JSON.stringify(moveRefs(board, (ref) => refArriving(ref, keyIds)));
  const lastScene = board.scenes.reduce((most, scene) => Math.max(most, Number(scene.id) || 0), 0);
  upsertStoryboard(db, { id, name, subject: board.subject, document, place: 0, lastScene, savedAt: now });
  insertBrought(db, "board", id, bundle.id, bundle.unit);
}
