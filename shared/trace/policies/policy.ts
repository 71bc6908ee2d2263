// A policy decides which money leaves an account first. One file a policy, registered in index.ts.
import type { Parts } from "../parts.ts";

/** What one account holds while the events are replayed. */
export interface Holdings {
  add(parts: Parts): void;
  /** Takes `fen`; what the account does not hold is made up with clean money. */
  take(fen: number): Parts;
}

export type Policy = (openingFen: number) => Holdings;
