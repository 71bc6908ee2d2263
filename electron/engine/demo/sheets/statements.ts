// What a bank's statement of one account says: its transfers in time order with the running balance, as that bank saw them.
import { hashText } from "../../../../shared/random.ts";
import { day } from "../clock.ts";
import type { County } from "../county.ts";
import type { Account, Transfer } from "../model.ts";

export interface StatementLine {
  readonly transfer: Transfer;
  readonly at: number;
  readonly isIncoming: boolean;
  readonly amountFen: number;
  readonly balanceFen: number;
  readonly other: Account | null;
  /** The number under which the bank knows the other side: its card, sometimes the account behind the card. */
  readonly otherNumber: string;
  /** "" where this bank does not print it. */
  readonly reference: string;
}

export interface Statement {
  readonly owner: Account;
  readonly lines: readonly StatementLine[];
}

/** The receiving bank books some seconds later; one side in three leaves the serial number out. */
function lineOf(owner: Account, transfer: Transfer): Omit<StatementLine, "balanceFen"> {
  const isReceiver = transfer.to === owner;
  const isIncoming = transfer.state === "reversal" ? !isReceiver : isReceiver;
  const other = isReceiver ? transfer.from : transfer.to;
  const hash = hashText(`${transfer.reference}${isReceiver ? "in" : "out"}`);
  const otherNumber = other === null ? "" : hash % 5 === 0 ? other.number : other.card;
  return {
    transfer,
    isIncoming,
    other,
    otherNumber,
    at: transfer.at + (isReceiver && transfer.from !== null ? (hash % 20) * 1000 : 0),
    amountFen: transfer.amountFen,
    reference: hash % 3 === 0 ? "" : transfer.reference,
  };
}

function withBalances(owner: Account, lines: readonly Omit<StatementLine, "balanceFen">[]): StatementLine[] {
  const change = (line: Omit<StatementLine, "balanceFen">): number =>
    line.transfer.state === "failed" ? 0 : line.isIncoming ? line.amountFen : -line.amountFen;
  let sum = 0;
  let lowest = 0;
  for (const line of lines) {
    sum += change(line);
    lowest = Math.min(lowest, sum);
  }
  let balance = -lowest + (hashText(owner.card) % 90_000);
  return lines.map((line) => {
    balance += change(line);
    return { ...line, balanceFen: balance };
  });
}

export function createStatements(county: County): Statement[] {
  const byOwner = new Map<Account, Omit<StatementLine, "balanceFen">[]>(county.money.owners.map((owner) => [owner, []]));
  for (const transfer of county.money.transfers) {
    for (const account of [transfer.from, transfer.to]) if (account) byOwner.get(account)?.push(lineOf(account, transfer));
  }
  return [...byOwner].map(([owner, lines]) => ({
    owner,
    lines: withBalances(
      owner,
      lines.sort((a, b) => a.at - b.at),
    ),
  }));
}

/** The lines of a query period, whose balances go on from what was before. */
export const since = (statement: Statement, from: number): Statement => ({
  owner: statement.owner,
  lines: statement.lines.filter((line) => line.at >= from),
});

/** Feedback packages reach back 90 days before the query. */
export const feedbackStart = (county: County): number => county.end - 120 * day;
