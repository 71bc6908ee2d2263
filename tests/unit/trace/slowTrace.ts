// Fund tracing slow and obvious: every fen is one coin with an owner's colour. The product must agree with it, seed by seed.
import type { PolicyName } from "../../../shared/trace/policies/index.ts";

export interface SlowTransfer {
  readonly at: number;
  /** "" is cash. */
  readonly from: string;
  readonly to: string;
  readonly fen: number;
}

const clean = -1;
type Coins = number[];

/** The least clean money that keeps every account from going below zero. */
function openWith(transfers: readonly SlowTransfer[]): Map<string, Coins> {
  const balance = new Map<string, number>();
  const least = new Map<string, number>();
  const move = (name: string, fen: number) => {
    if (name === "") return;
    balance.set(name, (balance.get(name) ?? 0) + fen);
    least.set(name, Math.min(least.get(name) ?? 0, balance.get(name)!));
  };
  for (const { from, to, fen } of transfers) {
    move(from, -fen);
    move(to, fen);
  }
  return new Map([...least].map(([name, low]) => [name, new Array<number>(-low).fill(clean)]));
}

const countTraced = (coins: Coins) => coins.filter((coin) => coin !== clean).length;

/** Takes coins of a colour that `wanted` asks for, shared among the seeds by largest remainder. */
function takeMixed(purse: Coins, fen: number, traced: number): Coins {
  const seeds = [...new Set(purse.filter((coin) => coin !== clean))].sort((a, b) => a - b);
  const held = seeds.map((seed) => purse.filter((coin) => coin === seed).length);
  const all = held.reduce((sum, count) => sum + count, 0);
  const exact = held.map((count) => (all === 0 ? 0 : (traced * count) / all));
  const shares = exact.map(Math.floor);
  const missing = traced - shares.reduce((sum, share) => sum + share, 0);
  const order = exact.map((share, i) => ({ i, rest: share - Math.floor(share) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) shares[i]! += 1;
  const taken: Coins = [];
  seeds.forEach((seed, i) => {
    for (let n = 0; n < shares[i]!; n++) {
      purse.splice(purse.indexOf(seed), 1);
      taken.push(seed);
    }
  });
  while (taken.length < fen) {
    const at = purse.indexOf(clean);
    if (at >= 0) purse.splice(at, 1);
    taken.push(clean);
  }
  return taken;
}

const takers: Readonly<Record<PolicyName, (purse: Coins, fen: number) => Coins>> = {
  fifo: (purse, fen) => Array.from({ length: fen }, () => purse.shift() ?? clean),
  lifo: (purse, fen) => Array.from({ length: fen }, () => purse.pop() ?? clean),
  prorata: (purse, fen) => {
    const traced = countTraced(purse);
    return takeMixed(purse, fen, traced === 0 ? 0 : Math.floor((fen * traced) / Math.max(purse.length, fen) + 0.5));
  },
  "traced-first": (purse, fen) => takeMixed(purse, fen, Math.min(fen, countTraced(purse))),
  "clean-first": (purse, fen) =>
    takeMixed(purse, fen, Math.min(countTraced(purse), Math.max(0, fen - purse.filter((coin) => coin === clean).length))),
};

export interface SlowTrace {
  readonly withdrawn: readonly number[];
  /** `account seed` → coins of the seed that came and that are still there. */
  readonly received: ReadonlyMap<string, number>;
  readonly held: ReadonlyMap<string, number>;
  readonly brought: readonly number[];
}

/** `transfers` in time order; `seeds`: index → number of the seed. */
export function traceSlowly(transfers: readonly SlowTransfer[], seeds: ReadonlyMap<number, number>, policy: PolicyName): SlowTrace {
  const purses = openWith(transfers);
  const count = seeds.size;
  const [withdrawn, brought] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
  const received = new Map<string, number>();
  transfers.forEach(({ from, to, fen }, index) => {
    let coins = from === "" ? new Array<number>(fen).fill(clean) : takers[policy](purses.get(from)!, fen);
    const seed = seeds.get(index);
    if (seed !== undefined) {
      brought[seed]! += coins.filter((coin) => coin === clean).length;
      coins = coins.map((coin) => (coin === clean ? seed : coin));
    }
    for (const coin of coins) {
      if (coin === clean) continue;
      if (to === "") withdrawn[coin]! += 1;
      else received.set(`${to} ${coin}`, (received.get(`${to} ${coin}`) ?? 0) + 1);
    }
    if (to !== "") purses.get(to)!.push(...coins);
  });
  const held = new Map<string, number>();
  for (const [name, purse] of purses)
    for (const coin of purse) if (coin !== clean) held.set(`${name} ${coin}`, (held.get(`${name} ${coin}`) ?? 0) + 1);
  return { withdrawn, received, held, brought };
}
