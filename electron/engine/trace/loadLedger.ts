// Reads the transfers of one currency into columns, cards joined to their accounts, and what is known of every account.
import { UnionFind } from "../../../shared/graph/unionFind.ts";
import { isPoolAccount } from "../../../shared/link/publicEntities.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import { buildLedger, type StoredTransfers } from "../../../shared/trace/buildLedger.ts";
import { isCashOutChannel } from "../../../shared/trace/cashOut.ts";
import type { IsOutgoingKnown, MoneyLedger } from "../../../shared/trace/ledger.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import * as rows from "../store/sqlite/tables/moneyLedger.ts";

const dayPrecision = 2;

export interface LoadedLedger {
  readonly ledger: MoneyLedger;
  readonly isKnown: IsOutgoingKnown;
  /** Account number → `kind:key` of the name that most transfers use. */
  readonly entityOf: (account: number) => string;
  /** Transfer id → place in the ledger. */
  readonly indexOf: (transfer: number) => number | undefined;
  /** People, as identities, who hold the account and further ones of this ledger. */
  readonly ownersOf: (account: number) => readonly string[];
  /** Entity id → account number; undefined where no transfer names it. */
  readonly accountOf: (entity: number) => number | undefined;
}

/** Accounts as numbers from 0, in the order in which transfers name them. */
class AccountNumbers {
  readonly numbers = new Map<number, number>();
  /** Uses of every entity name, to choose the one that is shown. */
  readonly uses = new Map<number, number>();
  private readonly joined = new UnionFind();

  constructor(db: ReadableDb) {
    for (const { a, b } of rows.listCardLinks(db)) this.joined.join(a, b);
  }

  use(entity: number | null): number {
    if (entity === null) return -1;
    this.uses.set(entity, (this.uses.get(entity) ?? 0) + 1);
    const root = this.joined.find(entity);
    const known = this.numbers.get(root);
    if (known !== undefined) return known;
    this.numbers.set(root, this.numbers.size);
    return this.numbers.size - 1;
  }

  find(entity: number): number | undefined {
    return this.numbers.get(this.joined.find(entity));
  }
}

export function loadLedger(db: ReadableDb, currency: string): LoadedLedger {
  const numbers = new AccountNumbers(db);
  const stored = readTransfers(db, currency, numbers);
  const names = nameAccounts(db, numbers);
  const ledger = buildLedger({ ...stored, accounts: numbers.numbers.size, isPool: names.isPool });
  return {
    ledger,
    indexOf: indexById(ledger.id),
    isKnown: knowOutgoing(db, numbers),
    entityOf: (account) => names.refs[account]!,
    accountOf: (entity) => numbers.find(entity),
    ownersOf: readOwners(db, numbers),
  };
}

function readOwners(db: ReadableDb, numbers: AccountNumbers): LoadedLedger["ownersOf"] {
  const owners = new Map<number, string[]>();
  for (const held of Map.groupBy(rows.listSharedOwners(db), ({ owner }) => owner).values()) {
    const accounts = new Set(held.flatMap(({ account }) => numbers.find(account) ?? []));
    if (accounts.size < 2) continue;
    const { kind, key } = held[0]!;
    for (const account of accounts) owners.set(account, [...(owners.get(account) ?? []), entityRef(kind, key)]);
  }
  return (account) => owners.get(account) ?? [];
}

/** Twelve bytes a transfer, where a map of millions would take several times that. */
function indexById(ids: Float64Array): (transfer: number) => number | undefined {
  const sorted = ids.slice().sort();
  const indexes = new Uint32Array(ids.length);
  const find = (id: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (let index = 0; index < ids.length; index++) indexes[find(ids[index]!)] = index;
  return (transfer) => {
    const place = find(transfer);
    return sorted[place] === transfer ? indexes[place] : undefined;
  };
}

function readTransfers(db: ReadableDb, currency: string, numbers: AccountNumbers): Omit<StoredTransfers, "accounts" | "isPool"> {
  const count = rows.countTransfers(db, currency);
  const columns = {
    count,
    id: new Float64Array(count),
    at: new Float64Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    fen: new Float64Array(count),
    balance: new Float64Array(count),
    side: new Uint8Array(count),
    isDayOnly: new Uint8Array(count),
    isCashOut: new Uint8Array(count),
  };
  const cashOut = new Map<string, boolean>();
  let i = 0;
  for (const row of rows.iterateTransfers(db, currency)) {
    columns.id[i] = row.id;
    columns.at[i] = row.at ?? Number.NEGATIVE_INFINITY;
    columns.from[i] = numbers.use(row.from);
    columns.to[i] = numbers.use(row.to);
    columns.fen[i] = row.fen;
    columns.balance[i] = row.balance ?? Number.NaN;
    columns.side[i] = row.side;
    columns.isDayOnly[i] = Number(row.precision === dayPrecision);
    const isOut = cashOut.get(row.channel) ?? isCashOutChannel(row.channel);
    cashOut.set(row.channel, isOut);
    columns.isCashOut[i] = Number(isOut && row.from !== null);
    i += 1;
  }
  return columns;
}

/** Of several names of one purse the most used is shown; any that belongs to a pool makes it one. */
function nameAccounts(db: ReadableDb, numbers: AccountNumbers): { refs: readonly string[]; isPool: Uint8Array } {
  const refs: string[] = [];
  const uses: number[] = [];
  const isPool = new Uint8Array(numbers.numbers.size);
  for (const { id, kind, key, label } of rows.iterateAccountNames(db)) {
    const account = numbers.find(id);
    if (account === undefined) continue;
    const used = numbers.uses.get(id) ?? 0;
    if (isPoolAccount(key, label)) isPool[account] = 1;
    if (refs[account] !== undefined && used <= uses[account]!) continue;
    refs[account] = entityRef(kind, key);
    uses[account] = used;
  }
  return { refs, isPool };
}

function knowOutgoing(db: ReadableDb, numbers: AccountNumbers): IsOutgoingKnown {
  const payers = new Set(rows.listLedgerPayers(db).map((entity) => numbers.find(entity)));
  const periods = new Map<number, { from: number; until: number }[]>();
  for (const { entity, from, until } of rows.listCoverage(db)) {
    const account = numbers.find(entity);
    if (account !== undefined) periods.set(account, [...(periods.get(account) ?? []), { from, until }]);
  }
  return (account, at) => payers.has(account) || (periods.get(account) ?? []).some(({ from, until }) => from <= at && at <= until);
}
