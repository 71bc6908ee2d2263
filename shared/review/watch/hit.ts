// A new fact that fits a watch. Its text names the fact by what it says, never by a row number: told again, or imported again, it is the same.
import type { HitCode } from "../../model/alert.ts";
import type { EntityRef } from "../../model/entity.ts";

/** What a hit says beside its time; what does not apply is left out. */
export interface HitDetail {
  /** Whom it is about: the watched one, or one of its identity, or who was found. */
  readonly entity: EntityRef;
  readonly other?: EntityRef;
  readonly place?: EntityRef;
  /** Whole hundredths of the currency. */
  readonly fen?: number;
  readonly currency?: string;
  readonly seconds?: number;
  /** Of a link: its kind and role. */
  readonly link?: string;
  readonly role?: string;
  /** Of a link: both ends by what they are called everywhere, where a number of an account is not that. */
  readonly pair?: string;
  readonly series?: string;
  readonly bits?: number;
  /** Payers, metres, share in percent, minutes: what a rule measured. */
  readonly count?: number;
  readonly metres?: number;
  readonly percent?: number;
  readonly minutes?: number;
}

export interface Hit {
  readonly watch: number;
  readonly code: HitCode;
  readonly fact: string;
  /** Milliseconds since 1970; null where the fact has no time. */
  readonly at: number | null;
  readonly utcOffset: number;
  readonly sourceId: number;
  readonly row: number;
  readonly detail: HitDetail;
}

/** `transfer|6217…|6222…|1763…|120000`: parts in the order in which they tell the fact. */
export const factText = (...parts: readonly (string | number | null | undefined)[]): string => parts.map((part) => part ?? "").join("|");
