// Grouping in a child: clusters the linked cases, names the series and says what changed since the version before.
import { clusterSeries, type SeriesResult } from "../../../shared/group/series.ts";
import type { CaseRecord } from "../../../shared/link/caseData.ts";
import { explainPair } from "../../../shared/link/explainPair.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";
import type { PreparedLink } from "../../../shared/link/prepared.ts";
import { decimalOf } from "../../../shared/model/money.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Task } from "../jobs/task.ts";
import { type LinkTaskInput, prepareOnce } from "../link/linkTask.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { readGroupState } from "../store/sqlite/tables/groupState.ts";
import type { MemberRow, SeriesRow } from "../store/sqlite/tables/series.ts";
import type { StoredSeries } from "./readSeries.ts";
import { seriesTitle } from "./seriesTitle.ts";

export interface GroupTaskResult {
  readonly series: readonly SeriesRow[];
  readonly members: readonly MemberRow[];
  /** Series → what is new in it: `+case`, `-case`, or `new`. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
}

export const groupTask: Task<LinkTaskInput, GroupTaskResult> = async (input, context) => {
  const prepared = prepareOnce(input, context);
  const connection = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  const state = readGroupState(connection);
  connection.close();
  context.report({ phase: "group", done: 0, total: prepared.tables.table.count, perSecond: null, secondsLeft: null, subject: "" });
  const run = clusterSeries(prepared, state);
  const before = new Map(state.earlier.map(({ series, cases }) => [series, cases]));
  return {
    series: run.series.map((one) => ({
      id: one.series,
      title: seriesTitle(recordsOf(prepared, one)),
      detail: JSON.stringify(describe(prepared, one)),
    })),
    members: run.series.flatMap(({ series, members }) =>
      members.map(
        (member): MemberRow => ({
          series,
          case: member.case,
          bits: member.bits,
          membership: member.membership,
          state: member.isCore ? "core" : "borderline",
        }),
      ),
    ),
    changes: Object.fromEntries(
      run.series.map(({ series, members }) => [
        series,
        listChanges(
          before.get(series),
          members.map((member) => member.case),
        ),
      ]),
    ),
  };
};

function listChanges(before: readonly string[] | undefined, now: readonly string[]): string[] {
  if (!before) return ["new"];
  const old = new Set(before);
  const current = new Set(now);
  return [
    ...now.filter((number) => !old.has(number)).map((number) => `+${number}`),
    ...before.filter((number) => !current.has(number)).map((number) => `-${number}`),
  ];
}

function recordsOf({ tables }: PreparedLink, { members }: SeriesResult): CaseRecord[] {
  return members.map((member) => tables.table.records[tables.table.indexOf.get(member.case)!]!);
}

function describe(prepared: PreparedLink, result: SeriesResult): StoredSeries {
  const records = recordsOf(prepared, result);
  const times = records.flatMap(({ from, until, overBy, utcOffset }) => {
    const start = from ?? until ?? overBy;
    return start === undefined ? [] : [{ from: start, until: until ?? start, utcOffset }];
  });
  const first = times.reduce((least, time) => (time.from < least.from ? time : least), times[0]!);
  const last = times.reduce((most, time) => (time.until > most.until ? time : most), times[0]!);
  const isIn = (state: boolean) => result.members.filter(({ isCore }) => isCore === state).map((member) => member.case);
  return {
    series: result.series,
    title: seriesTitle(records),
    cases: result.members.map((member) => member.case),
    core: isIn(true),
    borderline: isIn(false),
    cohesionBits: round(result.cohesionBits),
    weakest: { ...result.weakest, bits: round(result.weakest.bits) },
    firstAt: times.length > 0 ? isoTime(first.from, first.utcOffset) : null,
    lastAt: times.length > 0 ? isoTime(last.until, last.utcOffset) : null,
    loss: decimalOf(records.reduce((sum, { lossFen }) => sum + (lossFen ?? 0), 0)),
    confirmed: countConfirmed(prepared, result),
    splitBy: describeSplit(prepared, result),
    basis: summariseBasis(prepared, result),
  };
}

const round = (bits: number) => Math.round(bits * 100) / 100;

function countConfirmed({ input }: PreparedLink, { members }: SeriesResult): number {
  const own = new Set(members.map((member) => member.case));
  const confirmed = input.verdicts.filter(({ a, b, verdict }) => verdict === "confirm" && own.has(a) && own.has(b));
  return new Set(confirmed.flatMap(({ a, b }) => [a, b])).size;
}

function describeSplit({ tables }: PreparedLink, { splitBy }: SeriesResult): StoredSeries["splitBy"] {
  if (!splitBy) return null;
  const known = tables.identifiers.entities[tables.identifiers.idOf.get(splitBy.entity) ?? -1];
  return { ...splitBy, label: known?.label ?? splitBy.entity.slice(splitBy.entity.indexOf(":") + 1) };
}

/** Pairs of a large series are summed over its first members only: the shares settle long before. */
const maxBasisMembers = 30;

function summariseBasis(prepared: PreparedLink, { members }: SeriesResult): StoredSeries["basis"] {
  const numbers = members.slice(0, maxBasisMembers).map((member) => member.case);
  const sums = new Map<string, { pairs: number; bits: number }>();
  for (const score of numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => explainPair(prepared, a, b)))) addBasis(sums, score);
  return [...sums]
    .map(([basis, { pairs, bits }]) => ({ basis, pairs, bits: round(bits) }))
    .sort((x, y) => y.bits - x.bits || (x.basis < y.basis ? -1 : 1));
}

function addBasis(sums: Map<string, { pairs: number; bits: number }>, { evidence }: PairScore): void {
  const byBasis = new Map<string, number>();
  for (const bar of evidence) if (bar.bits > 0) byBasis.set(bar.basis, (byBasis.get(bar.basis) ?? 0) + bar.bits);
  for (const [basis, bits] of byBasis) {
    const sum = sums.get(basis) ?? { pairs: 0, bits: 0 };
    sums.set(basis, { pairs: sum.pairs + 1, bits: sum.bits + bits });
  }
}
