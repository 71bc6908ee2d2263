// One row of a ledger or statement → one transfer with its two accounts.
import { readMoney } from "../cells/money.ts";
import { currencyOf, isReversalText, outcomeOf, type Side } from "../cells/words.ts";
import type { TransferRow } from "../eventColumns.ts";
import type { FactSink } from "../factSink.ts";
import type { RowReason } from "../facts.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { type RowFailure, type RowWriter, reject } from "../targets/target.ts";
import { BalanceChain } from "./balanceChain.ts";
import { type CoverageTally, coverageOf } from "./coverage.ts";
import { compileNoReply } from "./noReply.ts";
import { compileParty, type PartyReader, withName } from "./parties.ts";
import { ReversalPairs } from "./reversalPairs.ts";
import { compileAmount } from "./transferAmount.ts";
import { compileChannel, compileTraces } from "./transferDetails.ts";

const state = { done: 0, failed: 1, reversed: 2, reversal: 3, neutral: 4 } as const;

/** Shared by both forms: time, currency, outcome, texts. */
function compileCommon(plan: RowPlan) {
  const time = plan.time("time");
  const currency = plan.text("currency");
  const success = plan.text("success");
  const type = plan.text("type");
  const memo = plan.text("memo");
  const memos = plan.columns("memo");
  const reference = plan.text("reference");
  const channel = compileChannel(plan);
  const hasSuccess = plan.has("success");
  const currencies = new Map<string, string>();
  const memoOf =
    memos.length < 2
      ? memo
      : (cells: Cells) =>
          memos
            .map(({ get }) => get(cells))
            .filter((text) => text !== "")
            .join(" ");
  const currencyCode = (cells: Cells): string => {
    const text = currency(cells);
    let code = currencies.get(text);
    if (code === undefined) {
      code = text === "" ? "XXX" : currencyOf(text);
      if (currencies.size < 1_000) currencies.set(text, code);
    }
    return code;
  };
  const outcome = (cells: Cells) => (hasSuccess ? outcomeOf(success(cells)) : "done");
  const textOf = (cells: Cells, name: string): string => withName(name, withName(type(cells), memoOf(cells)));
  return { time, currencyCode, outcome, textOf, reference, channel };
}

export function compileTransfer(plan: RowPlan): RowWriter {
  return isTwoSided(plan) ? compileLedger(plan) : compileStatement(plan);
}

export const isTwoSided = (plan: RowPlan): boolean => plan.has("from.account") || plan.has("to.account");

const timeFailure = (verdict: "missing" | "invalid", plan: RowPlan): RowFailure =>
  reject(verdict === "missing" ? "time-missing" : "time-invalid", plan.has("time") ? "time" : "time.date");

function compileLedger(plan: RowPlan): RowWriter {
  const common = compileCommon(plan);
  const amount = plan.text("amount");
  const [from, to] = [compileParty(plan, "from"), compileParty(plan, "to")];
  const traces = compileTraces(plan);
  const reversals = new ReversalPairs(plan);
  const write = (cells: Cells, row: number, sink: FactSink): RowFailure | null => {
    const verdict = common.time.read(cells);
    if (verdict !== "ok") return timeFailure(verdict, plan);
    const text = amount(cells);
    const fen = readMoney(text);
    if (Number.isNaN(fen)) return reject(text === "" ? "amount-missing" : "amount-invalid", "amount");
    const [payer, payee] = [from.keyOf(cells), to.keyOf(cells)];
    if (payer === null || payee === null) return reject("precision-lost", payer === null ? "from.account" : "to.account");
    if (payer === "" && payee === "") return reject("party-missing", "from.account");
    const { at, precision } = common.time.reader;
    const [fromIndex, toIndex] = [from.write(cells, payer, row, sink), to.write(cells, payee, row, sink)];
    traces(cells, fromIndex, row, sink);
    const memo = common.textOf(cells, withName(payer === "" ? from.nameOf(cells) : "", payee === "" ? to.nameOf(cells) : ""));
    const isBack = fen < 0;
    const transfer: TransferRow = {
      at,
      precision,
      from: isBack ? toIndex : fromIndex,
      to: isBack ? fromIndex : toIndex,
      amountFen: Math.abs(fen),
      balanceFen: Number.NaN,
      state: state[common.outcome(cells)],
      side: 0,
      currency: common.currencyCode(cells),
      channel: common.channel(cells),
      reference: common.reference(cells),
      memo,
      row,
    };
    reversals.push(sink, sink.transfer(transfer), isReversalText(memo));
    return null;
  };
  return { write };
}

function compileStatement(plan: RowPlan): RowWriter {
  const common = compileCommon(plan);
  const chain = new BalanceChain(plan);
  const amount = compileAmount(plan, chain);
  const [own, other] = [compileParty(plan, "own", "#own"), compileParty(plan, "counterparty")];
  const traces = compileTraces(plan);
  const reversals = new ReversalPairs(plan);
  const coverage: CoverageTally = coverageOf(plan, "account", "transfer");
  if (!plan.has("own.account") && !plan.has("own.card")) plan.doubts.add("own-account-unknown", "", "");
  const unanswered = compileUnanswered(plan, own);
  const write = (cells: Cells, row: number, sink: FactSink): RowFailure | null => {
    const verdict = common.time.read(cells);
    if (verdict === "missing" && unanswered(cells, row, sink)) return null;
    if (verdict !== "ok") return timeFailure(verdict, plan);
    const [account, counterparty] = [own.keyOf(cells), other.keyOf(cells)];
    if (account === null || counterparty === null)
      return reject("precision-lost", account === null ? lostTarget(plan, "own") : lostTarget(plan, "counterparty"));
    const outcome = common.outcome(cells);
    const money = amount.read(cells, account);
    const balanceFen = chain.read(cells);
    // A row that is rejected for its side still tells the balance before the next one.
    chain.remember(cells, balanceFen);
    if (money !== "ok" && !(money === "direction-unknown" && outcome !== "done")) return reject(money as RowReason, amount.target);
    const { at, precision } = common.time.reader;
    const [ownIndex, otherIndex] = [own.write(cells, account, row, sink), other.write(cells, counterparty, row, sink)];
    traces(cells, ownIndex, row, sink);
    const memo = common.textOf(cells, counterparty === "" ? other.nameOf(cells) : "");
    const isNeutral = amount.side === "neutral" && outcome === "done";
    const facts = { at, precision, amountFen: amount.fen, balanceFen, state: isNeutral ? state.neutral : state[outcome], memo, row };
    const texts = { currency: common.currencyCode(cells), channel: common.channel(cells), reference: common.reference(cells) };
    const transfer = { ...facts, ...texts, ...endsOf(isPaid(amount.side, memo), ownIndex, otherIndex) };
    reversals.push(sink, sink.transfer(transfer), isReversalText(memo));
    coverage.add(account, at, precision);
    return null;
  };
  return { write, finish: (sink) => coverage.write(sink) };
}

/** A row of a query package without time and amount, only with the reason why nothing came: a fact of the account that was asked for. */
function compileUnanswered(plan: RowPlan, own: PartyReader): (cells: Cells, row: number, sink: FactSink) => boolean {
  const [reason, bank, amount] = [plan.text("query.reason"), plan.text("own.bank"), plan.text("amount")];
  const noReply = compileNoReply(plan);
  return (cells, row, sink) => {
    const account = reason(cells) === "" || amount(cells) !== "" ? "" : own.keyOf(cells);
    if (account === "" || account === null) return false;
    noReply(own.write(cells, account, row, sink), bank(cells), reason(cells), account, row, sink);
    return true;
  };
}

const endsOf = (isOut: boolean, own: number, other: number) =>
  isOut ? { from: own, to: other, side: 1 } : { from: other, to: own, side: 2 };

const lostTarget = (plan: RowPlan, side: string): string => (plan.has(`${side}.account`) ? `${side}.account` : `${side}.card`);

/** A neutral row says no side: what comes back to the owner is received, everything else paid. */
function isPaid(side: Side, memo: string): boolean {
  if (side === "neutral") return !/退款|转入|赎回|卖出|refund/i.test(memo);
  return side !== "in";
}
