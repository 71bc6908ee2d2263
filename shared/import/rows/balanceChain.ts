// Decides from the running balance which way money went: the balance after a row, less the balance before it, is plus or minus the
// amount. Sheets run oldest first (the row before holds the balance before) or newest first (the next row of the account does).
import { readMoney } from "../cells/money.ts";
import { ownText } from "../cells/ownText.ts";
import type { Side } from "../cells/words.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";

const farthestPeek = 400;

export class BalanceChain {
  private readonly plan: RowPlan;
  private readonly balance: (cells: Cells) => string;
  private readonly amount: (cells: Cells) => string;
  private readonly accountOf: (cells: Cells) => string;
  private readonly last = new Map<string, { fen: number }>();
  readonly isStated: boolean;

  constructor(plan: RowPlan) {
    this.plan = plan;
    this.isStated = plan.has("balance");
    this.balance = plan.text("balance");
    this.amount = plan.text("amount");
    const [account, card] = [plan.text("own.account"), plan.text("own.card")];
    this.accountOf = (cells) => account(cells) || card(cells);
  }

  /** NaN where the row states none. */
  read(cells: Cells): number {
    return this.isStated ? readMoney(this.balance(cells)) : Number.NaN;
  }

  remember(cells: Cells, balanceFen: number): void {
    if (Number.isNaN(balanceFen)) return;
    const account = this.accountOf(cells);
    const last = this.last.get(account);
    if (last) last.fen = balanceFen;
    else this.last.set(ownText(account), { fen: balanceFen });
  }

  decide(cells: Cells, _account: string, fen: number): Side {
    const after = this.read(cells);
    if (Number.isNaN(after) || fen === 0) return "";
    const account = this.accountOf(cells);
    const before = this.last.get(account)?.fen;
    const byPrevious = before === undefined ? "" : sideOfStep(after - before, fen);
    if (byPrevious !== "") return byPrevious;
    const next = this.nextBalance(account);
    return Number.isNaN(next) ? "" : sideOfStep(after - next, fen);
  }

  private nextBalance(account: string): number {
    for (let offset = 1; offset <= farthestPeek; offset++) {
      const cells = this.plan.peek(offset);
      if (cells === undefined) return Number.NaN;
      if (this.accountOf(cells) === account) return this.read(cells);
    }
    return Number.NaN;
  }

  /** The side of each sample row, "" where its neighbours do not tell. */
  decideSample(): readonly Side[] {
    const { sample } = this.plan.context;
    return sample.map((cells, i) => {
      const [after, fen] = [this.read(cells), Math.abs(readMoney(this.amount(cells)))];
      const step = (other: Cells | undefined) => (other === undefined ? "" : sideOfStep(after - this.read(other), fen));
      return step(sample[i - 1]) || step(sample[i + 1]);
    });
  }
}

/** NaN never equals anything, so unknown balances decide nothing. */
const sideOfStep = (step: number, fen: number): Side => (fen === 0 ? "" : step === fen ? "in" : step === -fen ? "out" : "");
