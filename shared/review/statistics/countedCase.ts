// What counting knows of a case: plain data, read in one pass. Identities and incident numbers are joined before: one case stands here once.
import { type CaseTimeKind, caseTimeKinds } from "../../model/caseTime.ts";
import type { SourceRow } from "../../model/source.ts";

export interface CaseMoment {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** False when only the day is known. */
  readonly hasClock: boolean;
  /** Minutes east of UTC. */
  readonly utcOffset: number;
}

export const moneyMeasures = ["loss", "stopped", "returned"] as const;
export type MoneyMeasure = (typeof moneyMeasures)[number];
/** Cases, and sums of money in 1/100 of the currency. */
export const measures = ["cases", ...moneyMeasures] as const;
export type Measure = (typeof measures)[number];

/** Which time of a case counts: when it happened, was reported, was filed; the next known one where it is not told. */
export const bases = caseTimeKinds;
export type Basis = CaseTimeKind;

export interface CountedCase {
  readonly number: string;
  /** Its entities in the store. */
  readonly ids: readonly number[];
  /** Rows that tell of the case, the first first. */
  readonly rows: readonly SourceRow[];
  readonly occurred: CaseMoment | null;
  /** End of the time in which it happened. */
  readonly until: number | null;
  readonly reported: CaseMoment | null;
  readonly filed: CaseMoment | null;
  readonly category: string;
  /** District of the scene, "" where nothing tells it. */
  readonly district: string;
  readonly address: string;
  readonly unit: string;
  readonly lure: string;
  readonly pay: string;
  /** Of the first victim, years at the time; null where nothing tells it. */
  readonly age: number | null;
  readonly sex: "male" | "female" | null;
  readonly money: Readonly<Partial<Record<MoneyMeasure, { readonly fen: number } & SourceRow>>>;
  /** Degrees, null on a plane or where no place is told. */
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const order: Readonly<Record<Basis, readonly Basis[]>> = {
  occurred: ["occurred", "reported", "filed"],
  reported: ["reported", "filed", "occurred"],
  filed: ["filed", "reported", "occurred"],
};

export function momentOf(one: CountedCase, basis: Basis): CaseMoment | null {
  for (const name of order[basis]) if (one[name] !== null) return one[name];
  return null;
}

const dayMilliseconds = 86_400_000;

/** Days since 1970 by the clock of the source: calendar days, whatever the hour. */
export const dayNumber = ({ at, utcOffset }: CaseMoment): number => Math.floor((at + utcOffset * 60_000) / dayMilliseconds);

/** 1/100 of the currency; 1 for a case itself. */
export const measured = (one: CountedCase, measure: Measure): number => (measure === "cases" ? 1 : (one.money[measure]?.fen ?? 0));
