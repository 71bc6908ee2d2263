// A row of a statement as pairing sees it: who told it, when, how much, and what it says of the other side.

export interface PaymentRow {
  readonly sourceId: number;
  /** Further sources that tell the same row; the first one is not among them. */
  readonly alsoTold: readonly number[];
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Day of the source's own clock, counted from 1970. */
  readonly day: number;
  /** The source tells the time of day. */
  readonly hasClock: boolean;
  /** 1/100 of the currency, above 0. */
  readonly fen: number;
  readonly memo: string;
  /** Serial number; "" where the source gives none. */
  readonly reference: string;
  /** The account that the statement is of. */
  readonly owner: PaymentEnd;
  /** The other side as this statement names it; null where it names no number, or that of a settlement pool. */
  readonly other: PaymentEnd | null;
}

export interface PaymentEnd {
  /** Card and account of one purse have one number here; -1 where the statement does not say whose it is. */
  readonly purse: number;
  /** As printed, possibly with stars. */
  readonly key: string;
  /** Holder; "" where nobody names one. */
  readonly name: string;
}

/** Outflows and inflows of one currency. */
export interface Books {
  readonly paid: readonly PaymentRow[];
  readonly received: readonly PaymentRow[];
}
