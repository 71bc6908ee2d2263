// Amount and side of a statement's row: two columns, a word, a sign, or the running balance.

import { readMoney } from "../cells/money.ts";
import { type Side, sideOf } from "../cells/words.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import type { BalanceChain } from "./balanceChain.ts";

export interface AmountReader {
  /** Never negative. */
  fen: number;
  side: Side;
  /** Cell and target to blame when reading failed. */
  target: string;
  read(cells: Cells, account: string): "ok" | "amount-missing" | "amount-invalid" | "direction-unknown";
}

export function compileAmount(plan: RowPlan, chain: BalanceChain): AmountReader {
  return plan.has("debit") || plan.has("credit") ? new TwoColumns(plan, chain) : new OneColumn(plan, chain);
}

/** A column each for what left and what came in. */
class TwoColumns implements AmountReader {
  fen = 0;
  side: Side = "";
  target = "debit";
  private readonly debit;
  private readonly credit;
  private readonly amount: OneColumn | null;

  constructor(plan: RowPlan, chain: BalanceChain) {
    this.debit = plan.text("debit");
    this.credit = plan.text("credit");
    this.amount = plan.has("amount") ? new OneColumn(plan, chain) : null;
  }

  read(cells: Cells, account: string) {
    const [debit, credit] = [this.debit(cells), this.credit(cells)];
    if (debit === "" && credit === "") return this.readAmount(cells, account);
    const [out, received] = [debit === "" ? 0 : readMoney(debit), credit === "" ? 0 : readMoney(credit)];
    this.target = Number.isNaN(out) ? "debit" : "credit";
    if (Number.isNaN(out) || Number.isNaN(received)) return "amount-invalid";
    if (out !== 0 && received !== 0) return "direction-unknown";
    const net = received - out;
    this.fen = Math.abs(net);
    this.side = net === 0 ? (debit === "" ? "in" : "out") : net > 0 ? "in" : "out";
    return "ok";
  }

  private readAmount(cells: Cells, account: string) {
    this.target = "debit";
    if (this.amount === null) return "amount-missing";
    const verdict = this.amount.read(cells, account);
    [this.fen, this.side, this.target] = [this.amount.fen, this.amount.side, this.amount.target];
    return verdict;
  }
}

/** One amount, with a word or a sign for the side. */
class OneColumn implements AmountReader {
  fen = 0;
  side: Side = "";
  target = "amount";
  private readonly amount;
  private readonly word;
  private readonly isSigned: boolean;
  private readonly chain: BalanceChain;
  private readonly rawWord: (cells: Cells) => string;

  constructor(plan: RowPlan, chain: BalanceChain) {
    this.chain = chain;
    this.amount = plan.text("amount");
    this.word = plan.text("direction");
    const [column] = plan.columns("direction");
    // "/" stands for neutral here, so the cell is also read as written.
    this.rawWord = column ? (cells) => this.word(cells) || (cells[column.index] ?? "").trim() : this.word;
    this.isSigned = hasTellingSigns(plan, this.amount, this.rawWord, chain);
  }

  read(cells: Cells, account: string) {
    this.target = "amount";
    const text = this.amount(cells);
    if (text === "") return "amount-missing";
    const value = readMoney(text);
    if (Number.isNaN(value)) return "amount-invalid";
    this.fen = Math.abs(value);
    this.side = this.sideOfRow(cells, value, account);
    this.target = "direction";
    return this.side === "" ? "direction-unknown" : "ok";
  }

  private sideOfRow(cells: Cells, value: number, account: string): Side {
    const word = sideOf(this.rawWord(cells));
    if (word === "neutral") return word;
    if (this.isSigned && value !== 0) return value < 0 ? "out" : "in";
    // A negative amount takes back what the word says.
    if (word !== "") return value < 0 ? (word === "out" ? "in" : "out") : word;
    if (value < 0) return "out";
    const decided = this.chain.decide(cells, account, this.fen);
    return decided === "" && (this.isSigned || value === 0) ? "in" : decided;
  }
}

/** Whether minus means paid: rows whose word says "out" carry it; without words, any row does or the balance shows that all came in. */
function hasTellingSigns(plan: RowPlan, amount: (cells: Cells) => string, word: (cells: Cells) => string, chain: BalanceChain): boolean {
  if (plan.format.signed !== undefined) return plan.format.signed;
  let [negativeOut, positiveOut, negative, decidedOut] = [0, 0, 0, 0];
  for (const cells of plan.context.sample) {
    const value = readMoney(amount(cells));
    if (Number.isNaN(value) || value === 0) continue;
    if (value < 0) negative++;
    if (sideOf(word(cells)) === "out") value < 0 ? negativeOut++ : positiveOut++;
  }
  if (negativeOut + positiveOut > 0) return negativeOut > positiveOut;
  if (plan.hasColumn("direction")) return negative > 0;
  if (negative > 0 || !plan.has("balance")) return true;
  for (const side of chain.decideSample()) if (side === "out") decidedOut++;
  return decidedOut === 0 && plan.context.sample.length > 0 && chain.decideSample().some((side) => side === "in");
}
