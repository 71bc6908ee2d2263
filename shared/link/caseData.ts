// What linking knows of cases: plain data, built from the store in one pass, handed to pure functions.
import type { Citation } from "../model/source.ts";
import type { WeightEdits } from "./weightEdits.ts";

/** offender: used by or against the law-breaker's side; victim: the victim's own; neutral: merely mentioned. */
export type IdentifierRole = "offender" | "victim" | "neutral";

/** One identifier of a case. Entities joined by card-of, same-as or same handset stand under one canonical reference. */
export interface CaseIdentifier {
  /** Canonical `kind:key`. */
  readonly entity: string;
  readonly kind: string;
  /** Kind of net identity (ip, domain, app, qq, wechat …), else "". */
  readonly subtype: string;
  readonly label: string;
  readonly role: IdentifierRole;
  readonly origin: "column" | "brief";
  readonly citations: readonly Citation[];
}

/** An entity one step from an identifier of the case: second-level account, handset behind a number, co-payee. */
export interface NearIdentifier {
  /** The identifier of the case that the step starts from. */
  readonly via: string;
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** transfer, call, uses, owns … */
  readonly step: string;
  readonly at: number | null;
  readonly citations: readonly Citation[];
}

/** Where a case happened in the standard table: paths down to the road number or estate, the building, the unit; null where it tells no further. */
export interface StandardSpot {
  readonly lot: string;
  readonly building: string | null;
  readonly unit: string | null;
}

export interface ModusField {
  readonly name: string;
  /** One value: categorical; several: a set of tags. Sorted. */
  readonly values: readonly string[];
}

/** A row that speaks of the case, and the attributes whose values here it states (`case.type`, `modus`, `place` …). */
export interface CaseRow extends Citation {
  readonly states: readonly string[];
}

export interface CaseRecord {
  readonly number: string;
  readonly type: string | null;
  readonly unit: string | null;
  /** When it happened, milliseconds UTC; from = until for a point in time. */
  readonly from: number | null;
  readonly until: number | null;
  /** Where nothing tells when it happened: it was over by then, as it was reported or filed. */
  readonly overBy?: number;
  /** False when only the day is known (hour says nothing). */
  readonly hasClock: boolean;
  /** Longitude and latitude in degrees, or x and y on a plane. */
  readonly x: number | null;
  readonly y: number | null;
  readonly planar: boolean;
  readonly place: string | null;
  /** Absent where its place is not matched to a standard address. */
  readonly standard?: StandardSpot;
  /** 1/100 of the currency. */
  readonly lossFen: number | null;
  readonly modus: readonly ModusField[];
  readonly brief: string | null;
  readonly identifiers: readonly CaseIdentifier[];
  readonly near: readonly NearIdentifier[];
  /** References of persons named as suspects: the label of solved cases, never evidence. */
  readonly suspects: readonly string[];
  /** Sorted as citations are. */
  readonly rows: readonly CaseRow[];
  /** Minutes east of UTC for reading hour and weekday. */
  readonly utcOffset: number;
}

export interface PairVerdict {
  readonly a: string;
  readonly b: string;
  readonly verdict: "confirm" | "reject" | "later";
  readonly reason: string;
}

/** An identifier that weighs nothing, and why: public number, settlement account, analyst's list. */
export interface Exclusion {
  readonly entity: string;
  readonly reason: string;
}

export interface LinkInput {
  /** Sorted by number. */
  readonly cases: readonly CaseRecord[];
  readonly verdicts: readonly PairVerdict[];
  readonly exclusions: readonly Exclusion[];
  /** Series of the last run, case number → series: what a case is held against. Empty at first; no weight hangs on them. */
  readonly series: Readonly<Record<string, string>>;
  /** Other numbers of a case (incident numbers) → the number it stands under in `cases`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Prior and counts set by hand. */
  readonly edits?: WeightEdits;
}

/** What a case says without its suspects, and without what is reached through them: the label is never evidence. */
export function besideSuspects(record: CaseRecord): CaseRecord {
  if (record.suspects.length === 0) return record;
  const named = new Set(record.suspects);
  return {
    ...record,
    identifiers: record.identifiers.filter(({ entity }) => !named.has(entity)),
    near: record.near.filter(({ via, entity }) => !named.has(via) && !named.has(entity)),
  };
}
