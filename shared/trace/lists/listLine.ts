// Lists that are used as printed: one line an account (or an account and a victim's case), with what stands behind it.
import type { Citation } from "../../model/source.ts";
import type { MoneyDocument } from "../moneyDocument.ts";

export interface ListLine {
  readonly rank: number;
  readonly entity: string;
  /** 账号: of a card whose account is known, the account. */
  readonly account: string;
  /** 卡号 and other numbers of the same account. */
  readonly cards: readonly string[];
  /** 户名, "" where no source tells. */
  readonly name: string;
  /** 开户行, as a source tells, else by the card's number. */
  readonly bank: string;
  /** 金额: what the list asks for, decimal: without what is stopped, frozen or returned for certain. */
  readonly amount: string;
  /** Traced money that the line is about, with that. */
  readonly traced: string;
  /** The least and the most of it under any policy: a range, no confidence interval. */
  readonly least: string;
  readonly most: string;
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
  /** The stop or freeze that stands on the account at the moment of the list. */
  readonly measure: StandingMeasure | null;
  /** Case whose victim the money belongs to. */
  readonly case: string | null;
  /** Whose money it is, the largest share first. */
  readonly claims: readonly Claim[];
  /** What to ask for, of which days; only where records are requested. */
  readonly requests: readonly RecordRequest[];
  readonly sources: readonly Citation[];
}

/** held: its records show that the money is still there · unknown: its records are not here · pool: ask the platform by order number ·
 *  traced: to one victim alone · proportion: shared among victims · frozen, stopped: a measure stands already ·
 *  recorded: cases record that it is stopped, frozen or returned · exhausted: stopped three times already ·
 *  service: of a bank’s fees or a service number, which no victim paid. */
export const listReasons = [
  "held",
  "unknown",
  "pool",
  "traced",
  "proportion",
  "frozen",
  "stopped",
  "recorded",
  "exhausted",
  "service",
] as const;
export type ListReason = (typeof listReasons)[number];

/** statement: 交易明细 · opening: 开户资料 · subaccounts: 关联子账户与强制措施 · login: 登录日志 (IP, MAC, device) · order: 支付订单明细. */
export const recordKinds = ["statement", "opening", "subaccounts", "login", "order"] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface RecordRequest {
  readonly record: RecordKind;
  /** First and last day, `2026-05-01`; null: since the account was opened. */
  readonly since: string | null;
  readonly until: string;
}

export interface StandingMeasure {
  readonly kind: "stop" | "freeze";
  /** ISO. */
  readonly until: string;
  /** Decimal; null where the whole account is held. */
  readonly amount: string | null;
}

/** The money of one case in one account. */
export interface Claim {
  /** null where the money was asked for by a transfer or an account. */
  readonly case: string | null;
  /** Names of those who lost it. */
  readonly victims: readonly string[];
  /** Accounts that paid it: where it goes back to. */
  readonly payers: readonly Payer[];
  /** All that was paid and is traced of the case, decimal, and when the first of it was. */
  readonly paid: string;
  readonly paidAt: string | null;
  /** What of it the line is about, decimal. */
  readonly share: string;
  /** What the case's sheet records, decimal, null where it says nothing. */
  readonly recorded: RecordedSums;
  /** The fewest transfers from a payment to this account, in time order. */
  readonly way: readonly WayStep[];
}

export interface Payer {
  readonly account: string;
  readonly cards: readonly string[];
  readonly name: string;
  readonly bank: string;
  readonly paid: string;
}

export interface RecordedSums {
  readonly stopped: string | null;
  readonly frozen: string | null;
  readonly returned: string | null;
  /** A stop of so long ago has run out if no freeze followed. */
  readonly isStopOver: boolean;
}

export interface WayStep {
  /** Who received it. */
  readonly account: string;
  readonly name: string;
  readonly bank: string;
  readonly at: string | null;
  /** The whole transfer, decimal. */
  readonly amount: string;
  readonly sources: readonly Citation[];
}

export interface AccountDetails {
  readonly account: string;
  readonly cards: readonly string[];
  readonly name: string;
  readonly bank: string;
  /** Stops that sources tell of. */
  readonly stops: number;
  /** What stands at the moment of the list; until in milliseconds since 1970, fen null where the whole account is held. */
  readonly stop: { readonly until: number; readonly fen: number | null } | null;
  readonly freeze: { readonly until: number; readonly fen: number | null } | null;
  /** Last moment that its statements cover, milliseconds since 1970. */
  readonly coveredUntil: number | null;
}

export interface TransferDetails {
  readonly reference: string;
  readonly sources: readonly Citation[];
}

export interface CaseDetails {
  readonly victims: readonly string[];
  /** Milliseconds since 1970. */
  readonly reportedAt: number | null;
  readonly lossFen: number | null;
  readonly stoppedFen: number | null;
  readonly frozenFen: number | null;
  readonly returnedFen: number | null;
}

export interface ListContext {
  readonly money: MoneyDocument;
  /** Moment of the list, milliseconds since 1970. */
  readonly asOf: number;
  readonly accountOf: (entity: string) => AccountDetails;
  readonly transferOf: (transfer: number) => TransferDetails;
  readonly caseOf: (number: string) => CaseDetails;
  /** Seeds, by number, whose money a transfer carried. */
  readonly seedsOf: (transfer: number) => readonly number[];
  /** The least and the most that an account holds of the traced money under any policy, decimal. */
  readonly rangeOf: (entity: string) => { readonly least: string; readonly most: string };
  readonly timeOf: (at: number) => string;
}

/** One list: the lines without rank, best first. */
export type MoneyList = (context: ListContext) => Omit<ListLine, "rank">[];
