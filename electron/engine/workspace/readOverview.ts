// The start page: what to do first, last night's cases with their best series, series that changed, where work stopped.
import type { SeriesItem } from "../../../shared/group/calls.ts";
import { silenceOf } from "../../../shared/group/silence.ts";
import { reusedCode } from "../../../shared/import/reusedNumber.ts";
import { decimalOf, fenOf } from "../../../shared/model/money.ts";
import { defaultUtcOffset, isoTime, parseIsoTime } from "../../../shared/model/time.ts";
import { compareTasks, taskName, tasksAt } from "../../../shared/review/task/task.ts";
import type { NewCase, Overview, SeriesTrend, TodoItem } from "../../../shared/workspace/calls.ts";
import { listReused } from "../import/readReused.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { haveAddressesMovedSince } from "../store/sqlite/tables/addressSeen.ts";
import { type CaseHead, listNewestCases, readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { listCaseIds, listDoubtedNumbers } from "../store/sqlite/tables/caseTellings.ts";
import { listCharts } from "../store/sqlite/tables/chart.ts";
import { countEntities, countNewestEntities, countSources, readCaseSpan } from "../store/sqlite/tables/counts.ts";
import { allPairs, countPairs, listPairRows, readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { listPairVerdicts, readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { listAllMembers, listSeriesRows, type MemberRow } from "../store/sqlite/tables/series.ts";
import { listTaskEntries } from "../store/sqlite/tables/task.ts";

const maxNewCases = 12;
const maxTrends = 8;
const weekMilliseconds = 7 * 86_400_000;
const weekCount = 12;

interface Grouped {
  readonly members: readonly MemberRow[];
  readonly seriesOf: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, SeriesItem>;
}

export function readOverview(db: ReadableDb, now: number): Overview {
  const grouped = readGrouped(db);
  const newest = listNewestCases(db, maxNewCases);
  const newCases = newest.map((head) => describeNewCase(db, head, grouped));
  const chart = listCharts(db)[0];
  const { lastAt } = countSources(db);
  return {
    todo: [...listOverdue(db, now), ...listTodo(db, newCases, grouped)],
    newCases,
    newLoss: decimalOf(newest.reduce((sum, { loss }) => sum + (fenOf(loss) ?? 0), 0)),
    added: countNewestEntities(db),
    trends: listTrends(db, grouped),
    lastChart: chart ? { id: chart.id, name: chart.name, at: isoTime(chart.savedAt, defaultUtcOffset), entities: chart.entities } : null,
    lastImportAt: lastAt === null ? null : isoTime(lastAt, defaultUtcOffset),
  };
}

function readGrouped(db: ReadableDb): Grouped {
  const run = readLastGroupRun(db);
  const members = run ? listAllMembers(db, run.id) : [];
  const items = run ? listSeriesRows(db, run.id).map((row) => JSON.parse(row.detail) as SeriesItem) : [];
  return {
    members,
    seriesOf: new Map(members.filter(({ state }) => state !== "waiting").map((member) => [member.case, member.series])),
    items: new Map(items.map((item) => [item.series, item])),
  };
}

/** The best pair of a new case with a case of a series says how well it fits. */
function describeNewCase(db: ReadableDb, head: CaseHead, grouped: Grouped): NewCase {
  const run = readLastLinkRun(db);
  const filter = { state: "all", minBits: -50, case: head.number, newSources: null, offset: 0, limit: 20 } as const;
  const pairs = run ? listPairRows(db, run.id, filter) : [];
  const own = grouped.seriesOf.get(head.number);
  const best =
    pairs.find((pair) => grouped.seriesOf.get(pair.a === head.number ? pair.b : pair.a) === own && own !== undefined) ?? pairs[0];
  return {
    case: head.number,
    at: head.at,
    atKind: head.atKind,
    type: head.type,
    loss: head.loss,
    otherLosses: head.otherLosses,
    place: head.place,
    series: own ?? null,
    posterior: best?.posterior ?? null,
    bits: best?.bits ?? null,
  };
}

/** Matches weaker than this are no news: strong, in the words of the pair list. */
const minMatchBits = 4;
const maxMatches = 3;
const maxSeries = 2;

const matchOf = (one: NewCase): TodoItem => ({
  kind: "match",
  values: { case: one.case, series: one.series!, bits: Math.round((one.bits ?? 0) * 10) / 10 },
  stage: "link",
  subject: one.case,
});

/** Series in which nothing was judged yet, the greatest loss first. */
function listOpenSeries({ items }: Grouped): TodoItem[] {
  return [...items.values()]
    .filter(({ confirmed, cases }) => confirmed === 0 && cases.length > 2)
    .sort((a, b) => (fenOf(b.loss) ?? 0) - (fenOf(a.loss) ?? 0) || b.cases.length - a.cases.length || (a.series < b.series ? -1 : 1))
    .slice(0, maxSeries)
    .map(({ series, title, cases, loss }) => ({
      kind: "series",
      values: { series, title, cases: cases.length, loss },
      stage: "group",
      subject: series,
    }));
}

/** What somebody promised and did not keep comes before everything: one line, the oldest told. */
function listOverdue(db: ReadableDb, now: number): TodoItem[] {
  const overdue = tasksAt(listTaskEntries(db), now)
    .filter(({ isOverdue }) => isOverdue)
    .sort(compareTasks);
  const [oldest] = overdue;
  if (oldest === undefined) return [];
  const { text, owner, due } = oldest.last;
  const subject = overdue.length === 1 ? `task/${taskName(oldest.first.number)}` : "task";
  return [{ kind: "overdue", values: { count: overdue.length, text, owner, due: due ?? "" }, stage: "review", subject }];
}

/** Numbers that imports doubted and that still tell of two cases: one line, going to the newest sheet. */
function listReusedNumbers(db: ReadableDb): TodoItem[] {
  const found = listReused(db, listCaseIds(db, listDoubtedNumbers(db, reusedCode)));
  const newest = Math.max(...found.map(({ here }) => here.sourceId));
  const first = found.find(({ here }) => here.sourceId === newest);
  if (first === undefined) return [];
  return [
    {
      kind: "reused",
      values: { count: found.length, number: first.here.number, source: first.hereSource },
      stage: "import",
      subject: `source:${newest}`,
    },
  ];
}

/** Most urgent first: strong matches of last night's cases that nobody has judged yet, results out of date, series and pairs to judge, rows that were refused. */
function listTodo(db: ReadableDb, newCases: readonly NewCase[], grouped: Grouped): TodoItem[] {
  const run = readLastLinkRun(db);
  const version = readDataVersion(db);
  const { rejected, sources } = countSources(db);
  const cases = countEntities(db)["case"] ?? 0;
  const judged = new Set(listPairVerdicts(db).flatMap(({ a, b }) => [a, b]));
  const todo: TodoItem[] = newCases
    .filter((one) => one.series !== null && (one.bits ?? 0) >= minMatchBits && !judged.has(one.case))
    .sort((a, b) => b.bits! - a.bits! || (a.case < b.case ? -1 : 1))
    .slice(0, maxMatches)
    .map(matchOf);
  if (cases > 0 && !run) todo.push({ kind: "unlinked", values: {}, stage: "link", subject: "" });
  if (run && (run.dataVersion < version || haveAddressesMovedSince(db, "pairs")))
    todo.push({ kind: "stale", values: { versions: version - run.dataVersion }, stage: "link", subject: "" });
  todo.push(...listReusedNumbers(db), ...listOpenSeries(grouped));
  if (run) {
    const pairs = countPairs(db, run.id, allPairs);
    if (pairs.all > pairs.judged) todo.push({ kind: "pairs", values: { count: pairs.all - pairs.judged }, stage: "link", subject: "" });
  }
  if (rejected > 0) todo.push({ kind: "rejects", values: { count: rejected, sources }, stage: "import", subject: "" });
  return todo;
}

function listTrends(db: ReadableDb, grouped: Grouped): SeriesTrend[] {
  const { last } = readCaseSpan(db);
  const end = parseIsoTime(last)?.at;
  if (end === undefined) return [];
  const byLast = [...grouped.items.values()]
    .filter(({ cases }) => cases.length > 2)
    .sort((a, b) => ((a.lastAt ?? "") < (b.lastAt ?? "") ? 1 : -1) || b.cases.length - a.cases.length);
  return byLast.slice(0, maxTrends).map((item) => describeTrend(db, item, end));
}

const dayOf = (at: number): number => Math.floor((at + defaultUtcOffset * 60_000) / 86_400_000);

function describeTrend(db: ReadableDb, item: SeriesItem, end: number): SeriesTrend {
  const weeks = new Array<number>(weekCount).fill(0);
  const days: number[] = [];
  for (const head of readCaseHeads(db, item.cases).values()) {
    const at = parseIsoTime(head.at)?.at;
    if (at === undefined) continue;
    days.push(dayOf(at));
    const week = weekCount - 1 - Math.floor((end - at) / weekMilliseconds);
    if (week >= 0) weeks[Math.min(week, weekCount - 1)]! += 1;
  }
  return {
    series: item.series,
    title: item.title,
    cases: item.cases.length,
    weeks,
    borderline: item.borderline.length,
    silentDays:
      silenceOf(
        days.sort((a, b) => a - b),
        dayOf(end),
      )?.silentDays ?? null,
  };
}
