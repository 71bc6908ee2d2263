// Judgements in words that another unit can read. What was judged of a case in a series becomes judgements of pairs, as grouping takes them (`groupState.ts`),
// because a series has another number in every workspace.
import type { BundleDecision } from "../../../../shared/review/exchange/format.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listSeriesJudgements, listStandingDecisions, type StandingDecision } from "../../store/sqlite/tables/bundle.ts";
import { readGroupState } from "../../store/sqlite/tables/groupState.ts";
import { refLeaving } from "./origins.ts";

export interface Judgement extends Omit<BundleDecision, "unit"> {
  /** Null: ours. */
  readonly unit: string | null;
}

/** The same whichever end is named first. */
export const judgementKey = ({ subject, a, b }: Pick<Judgement, "subject" | "a" | "b">): string =>
  JSON.stringify([subject, ...[a, b].sort()]);

/** What stands, by its key; undecided ones are none. */
export function readJudgements(db: ReadableDb, keyOrigins: ReadonlyMap<number, string>): ReadonlyMap<string, Judgement> {
  const standing = listStandingDecisions(db).flatMap((one) => toJudgement(one, keyOrigins));
  const all = new Map([...judgementsOfSeries(db), ...standing].map((one) => [judgementKey(one), one]));
  for (const [key, { verdict }] of all) if (verdict === "later") all.delete(key);
  return all;
}

function toJudgement(one: StandingDecision, keyOrigins: ReadonlyMap<number, string>): Judgement[] {
  const isPair = one.subject === "pair";
  const [a, b] = isPair ? [one.a, one.b] : [refLeaving(one.a, keyOrigins), refLeaving(one.b, keyOrigins)];
  if (a === null || b === null) return [];
  const { verdict, reason, at, unit } = one;
  return [{ subject: isPair ? "pair" : "identity", a, b, verdict, reason, at, unit }];
}

function judgementsOfSeries(db: ReadableDb): Judgement[] {
  const told = new Map(listSeriesJudgements(db).map((one) => [`${one.verdict} ${one.case}`, one]));
  const { mustLink, cannotLink } = readGroupState(db);
  const judge = (verdict: "confirm" | "reject", a: string, b: string, judged: string): Judgement => {
    const { reason = "", at = 0 } = told.get(`${verdict} ${judged}`) ?? {};
    return { subject: "pair", a, b, verdict, reason, at, unit: null };
  };
  return [...mustLink.map(([a, b]) => judge("confirm", a, b, b)), ...cannotLink.map(([a, b]) => judge("reject", a, b, a))];
}
