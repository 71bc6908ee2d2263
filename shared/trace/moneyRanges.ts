// How far an account's traced money could be off: the least and the most under any policy. A range, no confidence interval.
import { decimalOf, fenOf } from "../model/money.ts";
import type { MoneyDocument } from "./moneyDocument.ts";

export interface MoneyRange {
  readonly entity: string;
  readonly least: string;
  readonly most: string;
}

/** documents: one a policy. An account that a policy does not reach receives 0 under it. */
export function rangeMoney(documents: readonly Pick<MoneyDocument, "accounts">[]): MoneyRange[] {
  const received = new Map<string, number[]>();
  documents.forEach(({ accounts }, policy) => {
    for (const account of accounts) {
      const list = received.get(account.entity) ?? documents.map(() => 0);
      list[policy] = fenOf(account.received)!;
      received.set(account.entity, list);
    }
  });
  return [...received].map(([entity, fen]) => ({ entity, least: decimalOf(Math.min(...fen)), most: decimalOf(Math.max(...fen)) }));
}
