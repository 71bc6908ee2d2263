// What the owner of a statement received and paid, by currency. Only transfers that moved money count.
import { decimalOf } from "../model/money.ts";
import type { MoneyTotals } from "./calls.ts";
import type { TransferFacts } from "./facts.ts";

interface Sum {
  count: number;
  inFen: number;
  outFen: number;
}

const done = 0;
const paid = 1;
const received = 2;

export class TotalsTally {
  private readonly sums = new Map<string, Sum>();

  add(transfers: TransferFacts): void {
    for (let i = 0; i < transfers.row.length; i++) {
      const sum = this.sumOf(transfers.currency[i]!);
      sum.count++;
      if (transfers.state[i] !== done) continue;
      if (transfers.side[i] === paid) sum.outFen += transfers.amountFen[i]!;
      else if (transfers.side[i] === received) sum.inFen += transfers.amountFen[i]!;
    }
  }

  private sumOf(currency: string): Sum {
    let sum = this.sums.get(currency);
    if (sum === undefined) {
      sum = { count: 0, inFen: 0, outFen: 0 };
      this.sums.set(currency, sum);
    }
    return sum;
  }

  /** Currency of most rows first. */
  list(): readonly MoneyTotals[] {
    return [...this.sums]
      .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
      .map(([currency, { count, inFen, outFen }]) => ({ count, in: decimalOf(inFen), out: decimalOf(outFen), currency }));
  }
}
