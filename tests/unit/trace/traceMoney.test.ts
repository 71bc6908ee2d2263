// Fund tracing against a slow twin that moves single coins, and what must hold at every moment.
import { expect, it } from "vitest";
import { seededRandom } from "../../../shared/random.ts";
import { buildLedger } from "../../../shared/trace/buildLedger.ts";
import { policyNames } from "../../../shared/trace/policies/index.ts";
import { type MoneyTrace, traceMoney } from "../../../shared/trace/traceMoney.ts";
import { type SlowTransfer, traceSlowly } from "./slowTrace.ts";

const accounts = ["a", "b", "c", "d", "e"];

function randomLedger(seed: number): { transfers: SlowTransfer[]; seeds: Map<number, number> } {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const transfers = Array.from({ length: 10 + pick(25) }, (_, at): SlowTransfer => {
    const from = pick(accounts.length);
    const to = (from + 1 + pick(accounts.length - 1)) % accounts.length;
    const kind = random();
    return { at, from: kind < 0.1 ? "" : accounts[from]!, to: kind > 0.9 ? "" : accounts[to]!, fen: 1 + pick(40) };
  });
  const chosen = new Set(Array.from({ length: 1 + pick(3) }, () => pick(transfers.length)));
  return { transfers, seeds: new Map([...chosen].sort((a, b) => a - b).map((index, seed) => [index, seed])) };
}

function ledgerOf(transfers: readonly SlowTransfer[]) {
  const count = transfers.length;
  const place = (name: string) => accounts.indexOf(name);
  return buildLedger({
    count,
    accounts: accounts.length,
    id: Float64Array.from(transfers, (_, i) => i + 1),
    at: Float64Array.from(transfers, ({ at }) => at),
    from: Int32Array.from(transfers, ({ from }) => place(from)),
    to: Int32Array.from(transfers, ({ to }) => place(to)),
    fen: Float64Array.from(transfers, ({ fen }) => fen),
    balance: new Float64Array(count).fill(Number.NaN),
    side: new Uint8Array(count),
    isDayOnly: new Uint8Array(count),
    isCashOut: new Uint8Array(count),
    isPool: new Uint8Array(accounts.length),
  });
}

function flatten({ accounts: reached }: MoneyTrace, value: "received" | "held"): Map<string, number> {
  const flat = new Map<string, number>();
  for (const [account, { bySeed }] of reached)
    for (const [seed, part] of bySeed) {
      const fen = value === "received" ? part.received : part.received - part.passedOn;
      if (fen !== 0) flat.set(`${accounts[account]} ${seed}`, fen);
    }
  return flat;
}

const sorted = (map: ReadonlyMap<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

for (const policy of policyNames)
  it(`agrees with single coins, seed by seed, under ${policy}`, () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { transfers, seeds } = randomLedger(seed);
      const fast = traceMoney(ledgerOf(transfers), { policy, seeds, seedCount: seeds.size, until: null });
      const slow = traceSlowly(transfers, seeds, policy);
      expect(fast.seedFen, `ledger ${seed}`).toEqual(slow.brought);
      expect(fast.withdrawnFen, `ledger ${seed}`).toEqual(slow.withdrawn);
      expect(sorted(flatten(fast, "received")), `ledger ${seed}`).toEqual(sorted(slow.received));
      expect(sorted(flatten(fast, "held")), `ledger ${seed}`).toEqual(sorted(slow.held));
    }
  });

it("loses nothing at any moment: what seeds brought is held or withdrawn", () => {
  for (const policy of policyNames)
    for (let until = 0; until < 20; until++) {
      const { transfers, seeds } = randomLedger(7);
      const trace = traceMoney(ledgerOf(transfers), { policy, seeds, seedCount: seeds.size, until });
      const held = [...trace.accounts.values()].reduce((sum, { received, passedOn }) => sum + received - passedOn, 0);
      const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
      expect(held + total(trace.withdrawnFen), `${policy} until ${until}`).toBe(total(trace.seedFen));
    }
});
