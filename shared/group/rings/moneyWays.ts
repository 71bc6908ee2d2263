// The way of the cases' money: accounts that the cases name are level 1; whoever mostly lives on what they pass on within two days is the next level.
import type { SourceRow } from "../../model/source.ts";
import type { RingData, RingTransfers, Tie } from "./ringData.ts";

export interface Sum {
  readonly fen: number;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly source: SourceRow;
}

export interface MoneyWays {
  /** 0: not on the way. */
  readonly level: Int32Array;
  /** Passed on from account to account, with the sum in fen. */
  readonly passed: readonly (Tie & { readonly fen: number })[];
  /** Cash drawn, by account on the way. */
  readonly cashed: ReadonlyMap<number, Sum>;
  /** Passed on to payment platforms, by account. */
  readonly toPlatforms: ReadonlyMap<number, Sum>;
  /** Received while on the way, fen. */
  readonly received: ReadonlyMap<number, number>;
}

const windowMs = 48 * 3_600_000;
/** Of a transfer, how much must be covered by what came in just before. */
const coveredShare = 0.5;
/** Of all that an account received, how much must come from the way. */
const livedShare = 0.5;
/** Of what reached an account from the way, how much goes on within the window, and how often money reached it. */
const passedShare = 0.8;
const leastArrivals = 3;
const mostLevels = 6;

interface Index {
  readonly outOf: readonly (readonly number[])[];
  readonly into: readonly (readonly number[])[];
}

function indexTransfers(nodes: number, { count, from, to }: RingTransfers): Index {
  const outOf: number[][] = Array.from({ length: nodes }, () => []);
  const into: number[][] = Array.from({ length: nodes }, () => []);
  for (let i = 0; i < count; i++) {
    if (from[i]! >= 0) outOf[from[i]!]!.push(i);
    if (to[i]! >= 0) into[to[i]!]!.push(i);
  }
  return { outOf, into };
}

/** Money that came in, by transfer or as a case states it. */
interface Arrival {
  readonly at: number;
  readonly fen: number;
}

/** Transfers out of an account that what came in within the window before covers by half. Both lists in time order. */
function findOnward({ at, fen }: RingTransfers, incoming: readonly Arrival[], outgoing: readonly number[]): number[] {
  const onward: number[] = [];
  let [head, tail, sum] = [0, 0, 0];
  for (const i of outgoing) {
    while (head < incoming.length && incoming[head]!.at <= at[i]!) sum += incoming[head++]!.fen;
    while (tail < head && incoming[tail]!.at < at[i]! - windowMs) sum -= incoming[tail++]!.fen;
    if (fen[i]! > 0 && sum >= coveredShare * fen[i]!) onward.push(i);
  }
  return onward;
}

/** What the cases say was paid to an account and when: often no statement of it is at hand, only those of where the money went on to. */
function listStated({ involved, cases }: RingData): Map<number, Arrival[]> {
  const stated = new Map<number, Arrival[]>();
  const seen = new Set<string>();
  for (const { entity, case: number } of involved) {
    const { at, lossFen } = cases[number]!;
    if (at === null || lossFen === null || seen.has(`${entity} ${number}`)) continue;
    seen.add(`${entity} ${number}`);
    stated.get(entity)?.push({ at, fen: lossFen }) ?? stated.set(entity, [{ at, fen: lossFen }]);
  }
  return stated;
}

function addTo(sums: Map<number, Sum>, account: number, { fen, at, sourceId, row }: RingTransfers, i: number): void {
  const known = sums.get(account);
  const time = at[i]!;
  sums.set(account, {
    fen: (known?.fen ?? 0) + fen[i]!,
    count: (known?.count ?? 0) + 1,
    first: known?.first ?? time,
    last: time,
    source: known?.source ?? { sourceId: sourceId[i]!, row: row[i]! },
  });
}

const sumOf = (fen: Float64Array, transfers: readonly number[]) => transfers.reduce((sum, i) => sum + fen[i]!, 0);

/** What the walk gathers as it goes. */
interface Walk extends Pick<MoneyWays, "level"> {
  readonly data: RingData;
  readonly index: Index;
  readonly cashed: Map<number, Sum>;
  readonly toPlatforms: Map<number, Sum>;
  readonly received: Map<number, number>;
  readonly onward: number[];
  readonly stated: ReadonlyMap<number, readonly Arrival[]>;
  /** What came to an account from the level before; for level 1 all that came from accounts. */
  readonly arrived: Map<number, readonly number[]>;
}

export function followMoney(data: RingData): MoneyWays {
  const walk = startWalk(data);
  let frontier: readonly number[] = [...walk.arrived.keys()];
  for (let level = 1; frontier.length > 0 && level <= mostLevels; level++) {
    const reached = new Map<number, number[]>();
    for (const account of frontier) leaveAccount(walk, account, reached);
    frontier = enterLevel(walk, level + 1, reached);
  }
  const { level, cashed, toPlatforms, received, onward } = walk;
  return { level, passed: joinPassed(data.transfers, onward), cashed, toPlatforms, received };
}

function startWalk(data: RingData): Walk {
  const { transfers, isPublic, kinds } = data;
  const index = indexTransfers(kinds.length, transfers);
  const level = new Int32Array(kinds.length);
  for (const { entity } of data.involved) if (kinds[entity] === "account" && isPublic[entity] === 0) level[entity] = 1;
  const arrived = new Map<number, number[]>();
  level.forEach((own, v) => {
    if (own === 1)
      arrived.set(
        v,
        index.into[v]!.filter((i) => transfers.from[i]! >= 0),
      );
  });
  return {
    data,
    index,
    level,
    arrived,
    cashed: new Map(),
    toPlatforms: new Map(),
    received: new Map(),
    onward: [],
    stated: listStated(data),
  };
}

/** Who paid in before and gets money back is a payer, mostly a victim, not the next level. */
const isPaidBack = ({ from, at }: RingTransfers, incoming: readonly number[], to: number, i: number): boolean =>
  incoming.some((earlier) => at[earlier]! <= at[i]! && from[earlier] === to);

/** Where the money of an account goes: to cash, to platforms, to accounts that may be the next level. */
function leaveAccount(
  { data, index, arrived, cashed, toPlatforms, received, stated }: Walk,
  account: number,
  reached: Map<number, number[]>,
): void {
  const { transfers, isPublic, isVictim } = data;
  const incoming = arrived.get(account)!;
  received.set(account, sumOf(transfers.fen, incoming));
  const arrivals = [...incoming.map((i) => ({ at: transfers.at[i]!, fen: transfers.fen[i]! })), ...(stated.get(account) ?? [])];
  arrivals.sort((a, b) => a.at - b.at);
  for (const i of findOnward(transfers, arrivals, index.outOf[account]!)) {
    const to = transfers.to[i]!;
    if (to < 0) addTo(cashed, account, transfers, i);
    else if (isPublic[to] === 1) addTo(toPlatforms, account, transfers, i);
    else if (isVictim[to] === 0 && to !== account && !isPaidBack(transfers, incoming, to, i))
      reached.get(to)?.push(i) ?? reached.set(to, [i]);
  }
}

/** Whoever has wages beside it is on the way too when he passes on nearly all that reached him, several times over. */
function passesOn(transfers: RingTransfers, incoming: readonly number[], outgoing: readonly number[]): boolean {
  const { at, fen } = transfers;
  const arrivals = incoming.map((i) => ({ at: at[i]!, fen: fen[i]! })).sort((a, b) => a.at - b.at);
  const onward = findOnward(transfers, arrivals, outgoing);
  return incoming.length >= leastArrivals && sumOf(fen, onward) >= passedShare * sumOf(fen, incoming);
}

/** Accounts that live by half on what reached them, or pass it on; to those of an earlier level the money came back. */
function enterLevel({ data, index, level, arrived, onward }: Walk, next: number, reached: ReadonlyMap<number, number[]>): number[] {
  const { fen } = data.transfers;
  const entered: number[] = [];
  for (const [account, incoming] of reached) {
    const isKnown = level[account] !== 0;
    const livesOnIt = sumOf(fen, incoming) >= livedShare * sumOf(fen, index.into[account]!);
    if (!isKnown && !livesOnIt && !passesOn(data.transfers, incoming, index.outOf[account]!)) continue;
    onward.push(...incoming);
    if (isKnown) continue;
    level[account] = next;
    arrived.set(
      account,
      incoming.sort((a, b) => a - b),
    );
    entered.push(account);
  }
  return entered;
}

function joinPassed(transfers: RingTransfers, onward: readonly number[]): MoneyWays["passed"] {
  const pairs = new Map<string, Tie & { readonly fen: number }>();
  for (const i of [...onward].sort((a, b) => a - b)) {
    const [from, to, at] = [transfers.from[i]!, transfers.to[i]!, transfers.at[i]!];
    const key = `${from} ${to}`;
    const known = pairs.get(key);
    pairs.set(key, {
      from,
      to,
      count: (known?.count ?? 0) + 1,
      fen: (known?.fen ?? 0) + transfers.fen[i]!,
      first: known?.first ?? at,
      last: at,
      source: known?.source ?? { sourceId: transfers.sourceId[i]!, row: transfers.row[i]! },
    });
  }
  return [...pairs.values()];
}
