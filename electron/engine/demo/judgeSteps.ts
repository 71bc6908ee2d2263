// Judges what each stage made of the demo data: what was planted, what was found, what of it is right. Asked through the same calls as everybody's.
import type { SeriesItem } from "../../../shared/group/calls.ts";
import type { FoundMotif } from "../../../shared/group/motifCalls.ts";
import type { RingDetail, RingItem } from "../../../shared/group/ringCalls.ts";
import type { SourceItem } from "../../../shared/import/calls.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";
import { fenOf } from "../../../shared/model/money.ts";
import type { IdentityRecordLine } from "../../../shared/resolve/calls.ts";
import type { NumberChangeLine } from "../../../shared/trace/calls.ts";
import type { MoneyDocument } from "../../../shared/trace/moneyDocument.ts";
import type { QueryResult } from "../../../shared/workspace/queryResult.ts";
import { cardNamesQuery, caseNumbersQuery } from "../store/sqlite/selfTestQueries.ts";
import { judgeRings, type RingAnswer, type RingFigures } from "./judgeRings.ts";
import type { DemoTruth } from "./truth.ts";

export type Ask = <T>(name: string, params: object) => Promise<T>;

export interface Judged {
  readonly planted: number;
  readonly found: number;
  readonly right: number;
}

function compare(planted: ReadonlySet<string>, found: ReadonlySet<string>): Judged {
  return { planted: planted.size, found: found.size, right: [...found].filter((one) => planted.has(one)).length };
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function pairsWithin(groups: Iterable<readonly string[]>): Set<string> {
  const pairs = new Set<string>();
  for (const group of groups) for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) pairs.add(pairKey(a, b));
  return pairs;
}

const rowsOf = async (ask: Ask, sql: string) => (await ask<QueryResult>("workspace.queryViews", { sql })).rows;

/** Case numbers in the workspace; incident numbers of planted twins count as their case. */
export async function judgeImport(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const incidents = new Map(truth.twins.map((twin) => [twin.incident, twin.case]));
  const rows = await rowsOf(ask, caseNumbersQuery);
  return compare(new Set(truth.cases), new Set(rows.map(({ key }) => incidents.get(String(key)) ?? String(key))));
}

/** Pairs of rows of the register that are one person. */
export async function judgeResolve(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const files = new Set(truth.duplicates.map(({ file }) => file));
  const sources = await ask<readonly SourceItem[]>("import.listSources", {});
  const groups: string[][] = [];
  for (const { id, name } of sources.filter((one) => files.has(one.name))) {
    const records = await ask<readonly IdentityRecordLine[]>("resolve.listRecords", { sourceId: id });
    const byIdentity = Map.groupBy(records, ({ identity }) => identity);
    groups.push(...[...byIdentity.values()].map((own) => own.map(({ row }) => `${name}#${row}`)));
  }
  const planted = new Set(truth.duplicates.map(({ file, rows: [a, b] }) => pairKey(`${file}#${a}`, `${file}#${b}`)));
  return compare(planted, pairsWithin(groups));
}

/** Even odds: from here on a pair is told as linked. */
const toldPosterior = 0.5;

export async function judgePairs(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const scores = await ask<readonly PairScore[]>("link.scorePairs", {});
  const told = scores.filter(({ posterior }) => posterior >= toldPosterior).map(({ a, b }) => pairKey(a, b));
  return compare(pairsWithin(truth.series.map(({ cases }) => cases)), new Set(told));
}

export async function judgeSeries(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const { series } = await ask<{ readonly series: readonly SeriesItem[] }>("group.listSeries", {});
  return compare(pairsWithin(truth.series.map(({ cases }) => cases)), pairsWithin(series.map(({ cases }) => cases)));
}

export async function readRingFigures(ask: Ask, truth: DemoTruth): Promise<RingFigures> {
  const { rings } = await ask<{ readonly rings: readonly RingItem[] }>("group.listRings", {});
  const answers: RingAnswer[] = [];
  for (const { ring } of rings) {
    const { members, sellers } = await ask<RingDetail>("group.readRing", { ring });
    answers.push({
      ring,
      sellers,
      members: members.map(({ entity, also, role }) => ({ entity, role, also: also.map((one) => one.entity) })),
    });
  }
  return judgeRings(truth.rings, answers);
}

/** Every name of an account: card and number are one. */
async function accountNames(ask: Ask): Promise<(ref: string) => string> {
  const rows = await rowsOf(ask, cardNamesQuery);
  const names = new Map<string, string>();
  const nameOf = (ref: string): string => {
    const next = names.get(ref);
    return next === undefined ? ref : nameOf(next);
  };
  for (const { card, account } of rows) {
    const [first, later] = [nameOf(`account:${card}`), nameOf(`account:${account}`)].sort();
    if (first !== later) names.set(later!, first!);
  }
  return nameOf;
}

/** Accounts that money only passes through. */
export async function judgeMotifs(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const { motifs } = await ask<{ readonly motifs: readonly FoundMotif[] }>("group.findMotifs", { kinds: ["fast-in-fast-out"] });
  const nameOf = await accountNames(ask);
  return compare(new Set(truth.passThrough.map(nameOf)), new Set(motifs.flatMap(({ accounts }) => accounts.map(nameOf))));
}

const mostTraced = 5;
/** Below a thousand yuan it is the holder's own spending. */
const leastFen = 100_000;

/** Second-level accounts of the largest series with money, traced from the series' cases. */
export async function judgeMoney(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const nameOf = await accountNames(ask);
  const pools = new Set(truth.settlementAccounts.map(nameOf));
  const largest = truth.series
    .filter(({ clues }) => clues.secondLevel.length > 0)
    .toSorted((a, b) => b.cases.length - a.cases.length || (a.id < b.id ? -1 : 1))
    .slice(0, mostTraced);
  const sum = { planted: 0, found: 0, right: 0 };
  for (const series of largest) {
    const trace = await ask<MoneyDocument>("trace.traceMoney", { from: series.cases.map((number) => `case:${number}`) });
    const found = trace.accounts
      .filter(({ level, received }) => level === 2 && (fenOf(received) ?? 0) >= leastFen)
      .map(({ entity }) => nameOf(entity));
    const accounts = truth.rings.find(({ id }) => id === series.ring)?.accounts ?? [];
    const planted = accounts
      .filter((account) => account.role === "second-level" && account.series.includes(series.id))
      .map(({ ref }) => nameOf(ref));
    const judged = compare(new Set(planted), new Set(found.filter((ref) => !pools.has(ref))));
    sum.planted += judged.planted;
    sum.found += judged.found;
    sum.right += judged.right;
  }
  return sum;
}

/** As many changes as were planted, the likeliest first. */
export async function judgeNumbers(ask: Ask, truth: DemoTruth): Promise<Judged> {
  const planted = new Set(truth.numberChanges.map((change) => `${change.old} ${change.new}`));
  const { lines } = await ask<{ readonly lines: readonly NumberChangeLine[] }>("trace.findNumberChanges", {});
  const told = lines.filter(({ assigned }) => assigned).slice(0, planted.size);
  return compare(planted, new Set(told.map((line) => `${line.old} ${line.new}`)));
}
