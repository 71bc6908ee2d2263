// Lists that are used as printed: one line an account (or an account and a victim's case), with what stands behind it.
import type { Citation } from "../../model/source.ts";
import type { MoneyDocument } from "../moneyDocument.ts";

export interface ListLine {
  readonly rank: number;
  readonly entity: string;
  /** 账号. */
  readonly account: string;
  /** 户名, "" where no source tells. */
  readonly name: string;
  /** 开户行, as a source tells, else by the card's number. */
  readonly bank: string;
  /** 金额: what the list is about, decimal. */
  readonly amount: string;
  readonly currency: string;
  /** 时间: when traced money last came in, ISO. */
  readonly at: string | null;
  /** Minutes since then, at the moment of the list. */
  readonly minutes: number | null;
  /** 流水号 of the transfers that brought it, largest first. */
  readonly references: readonly string[];
  /** Until when the measure holds when it is taken at the moment of the list, ISO. */
  readonly deadline: string | null;
  /** 1 for a first measure of the kind; null where rounds do not count. */
  readonly round: number | null;
  readonly reason: ListReason;
  /** Case whose victim the money belongs to. */
  readonly case: string | null;
  readonly sources: readonly Citation[];
}

/** held: its records show that the money is still there · unknown: its records are not here · pool: ask the platform by order number ·
 *  traced: to one victim alone · proportion: shared among victims · frozen: a freeze stands already. */
export const listReasons = ["held", "unknown", "pool", "traced", "proportion", "frozen"] as const;
export type ListReason = (typeof listReasons)[number];

export interface AccountDetails {
  readonly account: string;
  readonly name: string;
  readonly bank: string;
  /** Stops that sources tell of. */
  readonly stops: number;
  /** End of a freeze that still stands at the moment of the list, milliseconds since 1970. */
  readonly frozenUntil: number | null;
}

export interface TransferDetails {
  readonly reference: string;
  readonly sources: readonly Citation[];
}

export interface ListContext {
  readonly money: MoneyDocument;
  /** Moment of the list, milliseconds since 1970. */
  readonly asOf: number;
  readonly accountOf: (entity: string) => AccountDetails;
  readonly transferOf: (transfer: number) => TransferDetails;
  readonly timeOf: (at: number) => string;
}

/** One list: the lines without rank, best first. */
export type MoneyList = (context: ListContext) => Omit<ListLine, "rank">[];
