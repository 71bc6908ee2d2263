// What fund tracing reads: all transfers of one currency in replay order, accounts as numbers from 0, and what is known of each account.

/** How traced money ends at an account. */
export const accountKnowledge = { unknown: 0, known: 1, pool: 2 } as const;

export interface MoneyLedger {
  readonly count: number;
  readonly accounts: number;
  /** The product's number of each transfer (`transfer:ID`). */
  readonly id: Float64Array;
  /** Milliseconds since 1970, UTC. */
  readonly at: Float64Array;
  /** Account that paid, -1: cash paid in. */
  readonly from: Int32Array;
  /** Account that received, -1: cash drawn. */
  readonly to: Int32Array;
  /** 1/100 of the currency, never negative. */
  readonly fen: Float64Array;
  /** 1 where the channel takes the money out of the banks: cash, card terminal, crypto exchange. */
  readonly isCashOut: Uint8Array;
  /** Clean money that each account opens with, 1/100 of the currency. */
  readonly opening: Float64Array;
  /** 1 for pool accounts: what arrives there has left. */
  readonly isPool: Uint8Array;
}

/** Whether records show what an account did after `at`: its own statement covers the time, or a ledger without an owner lets it pay. */
export type IsOutgoingKnown = (account: number, at: number) => boolean;
