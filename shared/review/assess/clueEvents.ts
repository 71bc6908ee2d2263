// What a clue's entities did: their money, calls and movements, and transfers that a note may tell of.
import type { Numbered } from "../../model/entity.ts";
import type { Citation } from "../../model/source.ts";

export interface Sum {
  readonly currency: string;
  readonly amount: string;
  readonly count: number;
}

export interface Counterparty {
  /** Null: cash, or a side that no row names. */
  readonly other: string | null;
  readonly otherLabel: string;
  /** As `numbers`, of `other`. */
  readonly otherNumbers?: readonly string[];
  readonly in: readonly Sum[];
  readonly out: readonly Sum[];
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly sources: readonly Citation[];
}

/** Money in and out of one account; failed and reversed transfers are no money. */
export interface ClueMoney extends Numbered {
  readonly entity: string;
  readonly label: string;
  readonly in: readonly Sum[];
  readonly out: readonly Sum[];
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** The biggest ones by what passed both ways, and how many there are. */
  readonly others: readonly Counterparty[];
  readonly otherCount: number;
}

export interface CallContact {
  readonly other: string | null;
  readonly otherLabel: string;
  readonly in: number;
  readonly out: number;
  readonly seconds: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly sources: readonly Citation[];
}

export interface ClueCalls {
  readonly entity: string;
  readonly label: string;
  readonly in: number;
  readonly out: number;
  readonly seconds: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly others: readonly CallContact[];
  readonly otherCount: number;
}

export interface ClueMovement {
  readonly movement: "stay" | "capture" | "login";
  readonly entity: string;
  readonly label: string;
  readonly at: string | null;
  readonly until: string | null;
  readonly where: { readonly place: string; readonly label: string } | null;
  /** Room of a stay. */
  readonly room: string;
  readonly sources: readonly Citation[];
}

/** An account, or who pays where a statement knows a name alone. */
export interface PaymentSide extends Numbered {
  readonly entity: string;
  readonly label: string;
}

/** One transfer of the sum, or several of one payer that add up to it. */
export interface FittingPayment {
  /** Null: cash, a side that no row names, or several. */
  readonly payer: PaymentSide | null;
  readonly payee: PaymentSide | null;
  readonly count: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** The clue names one of its sides. */
  readonly isOwn: boolean;
  /** About one of the times that the text names. */
  readonly isInTime: boolean;
  readonly sources: readonly Citation[];
}

/** A sum that the text names, and the transfers that it may tell of; several may fit. */
export interface CluePayment {
  /** `38600.00`, with the currency where it is not yuan. */
  readonly sum: string;
  /** The windows of time that were searched, `2026-11-25 15:00–16:00`. */
  readonly moments: readonly string[];
  readonly fits: readonly FittingPayment[];
  readonly count: number;
}
