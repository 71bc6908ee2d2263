// Replays transfers in order and follows the money of the seeds, to the fen: at every moment held + withdrawn + left = what the seeds brought.
// Rules: the tracing rules of law (first in first out, pro rata, lowest intermediate balance) as the command line's page fixes them.
import type { MoneyLedger } from "./ledger.ts";
import { addPart, clean, cleanParts, noParts, type Parts, seedsIn, tracedOf } from "./parts.ts";
import { type PolicyName, policies } from "./policies/index.ts";
import type { Holdings } from "./policies/policy.ts";
import { findTouched } from "./touched.ts";

export interface MoneyTrace {
  /** What each seed brought, 1/100 of the currency: its amount without what already was traced money. */
  readonly seedFen: readonly number[];
  readonly withdrawnFen: readonly number[];
  /** By account of the ledger, in the order in which traced money reached them. */
  readonly accounts: ReadonlyMap<number, AccountMoney>;
  readonly flows: readonly Flow[];
}

export interface AccountMoney {
  readonly received: number;
  readonly passedOn: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** By seed: what it brought here and what of it is still here, 1/100 of the currency. */
  readonly bySeed: ReadonlyMap<number, SeedMoney>;
}

export interface SeedMoney {
  readonly level: number;
  readonly received: number;
  readonly passedOn: number;
}

/** One transfer that carried traced money. */
export interface Flow {
  /** Index in the ledger. */
  readonly index: number;
  readonly traced: number;
  /** Level of the receiver; of cash drawn: one more than the payer's. */
  readonly level: number;
  /** Seeds whose money it carried, in the order in which it left. */
  readonly seeds: readonly number[];
}

export interface TraceOptions {
  readonly policy: PolicyName;
  /** Seed transfers: index in the ledger → number of the seed. */
  readonly seeds: ReadonlyMap<number, number>;
  readonly seedCount: number;
  /** Last moment that is replayed, milliseconds since 1970; null: to the end. */
  readonly until: number | null;
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type SeedDraft = Draft<SeedMoney>;
interface AccountDraft extends Draft<Omit<AccountMoney, "bySeed">> {
  readonly bySeed: Map<number, SeedDraft>;
}

class Replay {
  readonly seedFen: number[];
  readonly withdrawnFen: number[];
  readonly accounts = new Map<number, AccountDraft>();
  readonly flows: Flow[] = [];
  /** Accounts that traced money has reached. */
  private readonly holdings: (Holdings | undefined)[];
  /** What all others hold, all of it clean and so one sum under any policy: few of millions of transfers need more. */
  private readonly cleanFen: Float64Array;
  private readonly ledger: MoneyLedger;
  private readonly options: TraceOptions;

  constructor(ledger: MoneyLedger, options: TraceOptions) {
    this.ledger = ledger;
    this.options = options;
    this.seedFen = new Array<number>(options.seedCount).fill(0);
    this.withdrawnFen = new Array<number>(options.seedCount).fill(0);
    this.holdings = new Array<Holdings | undefined>(ledger.accounts);
    this.cleanFen = ledger.opening.slice();
  }

  /** One transfer: takes its parts from the payer, marks what a seed brings, gives them to the receiver. */
  step(index: number, isFromTouched: boolean): void {
    const { from, fen, at } = this.ledger;
    const payer = from[index]!;
    const seed = this.options.seeds.get(index);
    if (seed === undefined && (payer < 0 || this.holdings[payer] === undefined)) {
      this.moveClean(index, isFromTouched);
      return;
    }
    let parts = this.pay(payer, fen[index]!, isFromTouched);
    let level = 1;
    const carried = tracedOf(parts);
    if (carried > 0) level = this.notePaid(payer, parts, at[index]!) + 1;
    if (seed !== undefined) {
      parts = this.markSeed(parts, seed);
      level = 1;
    }
    this.receive(index, parts, level);
  }

  /** A payer without traced money pays clean money: what it lacks is made up. */
  private moveClean(index: number, isFromTouched: boolean): void {
    const { from, to, fen, isCashOut, isPool } = this.ledger;
    const [payer, receiver, amount] = [from[index]!, to[index]!, fen[index]!];
    if (payer >= 0 && isFromTouched) this.cleanFen[payer] = Math.max(0, this.cleanFen[payer]! - amount);
    if (receiver < 0 || isCashOut[index] || isPool[receiver]) return;
    const held = this.holdings[receiver];
    if (held) held.add(cleanParts(amount));
    else this.cleanFen[receiver]! += amount;
  }

  private pay(payer: number, fen: number, isTouched: boolean): Parts {
    if (payer < 0 || !isTouched || this.ledger.isPool[payer]) return cleanParts(fen);
    const held = this.holdings[payer];
    if (held) return held.take(fen);
    this.cleanFen[payer] = Math.max(0, this.cleanFen[payer]! - fen);
    return cleanParts(fen);
  }

  private holdingsOf(account: number): Holdings {
    const known = this.holdings[account];
    if (known) return known;
    const fresh = policies[this.options.policy](this.cleanFen[account]!);
    this.holdings[account] = fresh;
    return fresh;
  }

  /** Books what leaves an account; its level there: the least of the seeds that leave. */
  private notePaid(payer: number, parts: Parts, at: number): number {
    const account = this.accounts.get(payer)!;
    let level = Number.MAX_SAFE_INTEGER;
    for (let i = 0; i < parts.fen.length; i++) {
      if (parts.seed[i] === clean) continue;
      const bySeed = account.bySeed.get(parts.seed[i]!)!;
      bySeed.passedOn += parts.fen[i]!;
      account.passedOn += parts.fen[i]!;
      level = Math.min(level, bySeed.level);
    }
    account.lastAt = Math.max(account.lastAt, at);
    return level;
  }

  /** Clean parts of a seed transfer become the seed's; traced ones keep theirs. */
  private markSeed(parts: Parts, seed: number): Parts {
    const marked = noParts();
    parts.fen.forEach((fen, i) => {
      const isClean = parts.seed[i] === clean;
      if (isClean) this.seedFen[seed]! += fen;
      addPart(marked, fen, isClean ? seed : parts.seed[i]!);
    });
    return marked;
  }

  private receive(index: number, parts: Parts, level: number): void {
    const { to, fen, isCashOut, isPool } = this.ledger;
    const receiver = to[index]!;
    const traced = tracedOf(parts);
    if (traced > 0) this.flows.push({ index, traced, level, seeds: seedsIn(parts) });
    if (receiver < 0 || isCashOut[index]) this.noteWithdrawn(parts);
    else {
      if (traced > 0) this.noteReceived(index, receiver, parts);
      if (isPool[receiver]) return;
      if (traced > 0 || this.holdings[receiver]) this.holdingsOf(receiver).add(parts);
      else this.cleanFen[receiver]! += fen[index]!;
    }
  }

  private noteWithdrawn({ fen, seed }: Parts): void {
    for (let i = 0; i < fen.length; i++) if (seed[i] !== clean) this.withdrawnFen[seed[i]!]! += fen[i]!;
  }

  private noteReceived(index: number, receiver: number, { fen, seed }: Parts): void {
    const at = this.ledger.at[index]!;
    const account = this.accounts.get(receiver) ?? {
      received: 0,
      passedOn: 0,
      firstAt: at,
      lastAt: at,
      bySeed: new Map<number, SeedDraft>(),
    };
    this.accounts.set(receiver, account);
    for (let i = 0; i < fen.length; i++) {
      if (seed[i] === clean) continue;
      const level = this.levelAfter(index, seed[i]!);
      const known = account.bySeed.get(seed[i]!);
      account.received += fen[i]!;
      if (known) {
        known.received += fen[i]!;
        known.level = Math.min(known.level, level);
      } else account.bySeed.set(seed[i]!, { level, received: fen[i]!, passedOn: 0 });
    }
    account.lastAt = Math.max(account.lastAt, at);
  }

  /** One more than the payer's; the receiver of a seed's own transfer is 1. */
  private levelAfter(index: number, seed: number): number {
    if (this.options.seeds.get(index) === seed) return 1;
    return (this.accounts.get(this.ledger.from[index]!)?.bySeed.get(seed)?.level ?? 0) + 1;
  }
}

/** Seeds beyond `until` bring nothing. */
export function traceMoney(ledger: MoneyLedger, options: TraceOptions): MoneyTrace {
  const touched = findTouched(ledger, options);
  const replay = new Replay(ledger, options);
  const { from, to, at } = ledger;
  const end = options.until ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < ledger.count && !(at[i]! > end); i++) {
    const isFromTouched = from[i]! >= 0 && touched[from[i]!] === 1;
    const isToTouched = to[i]! >= 0 && touched[to[i]!] === 1;
    if (isFromTouched || isToTouched || options.seeds.has(i)) replay.step(i, isFromTouched);
  }
  return replay;
}
