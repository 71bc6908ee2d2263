// Fees and hotlines stand on no stop list, and are told; whatever a victim paid does, whatever it is called.
import { expect, it } from "vitest";
import { moneyLists } from "../../../shared/trace/lists/index.ts";
import type { AccountDetails, ListContext } from "../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument, TracedAccount } from "../../../shared/trace/moneyDocument.ts";

const mule = "account:6222021718908930546";

interface Told {
  readonly key: string;
  readonly name?: string;
  readonly paid: string;
  /** Straight from the victim. */
  readonly isPaidByVictim?: boolean;
}

function contextOf(told: readonly Told[]): ListContext {
  const flowOf = ({ key, paid, isPaidByVictim = false }: Told, i: number): MoneyDocument["flows"][number] => ({
    transfer: 2 + i,
    from: isPaidByVictim ? "account:victim" : mule,
    to: `account:${key}`,
    amount: paid,
    traced: paid,
    at: "2026-11-22T10:30:00+08:00",
    level: isPaidByVictim ? 1 : 2,
    own: false,
  });
  const accountOf = ({ key, paid, isPaidByVictim = false }: Told, i: number): TracedAccount => {
    const level = isPaidByVictim ? 1 : 2;
    const seed = isPaidByVictim ? told.slice(0, i + 1).filter((one) => one.isPaidByVictim).length : 0;
    const sums = { received: paid, passedOn: "0.00", held: paid };
    const named = { entity: `account:${key}`, name: "", bank: "", numbers: [], identity: null, firstAt: null, lastAt: null };
    return { ...named, ...sums, level, outcome: "left", bySeed: [{ seed, level, received: paid, held: paid }] };
  };
  const victims = told.flatMap((one, i) => (one.isPaidByVictim ? [{ transfer: 2 + i, amount: one.paid, at: null, case: "A1" }] : []));
  const first = {
    transfer: 1,
    from: "account:victim",
    to: mule,
    amount: "500.00",
    traced: "500.00",
    at: "2026-11-22T10:00:00+08:00",
    level: 1,
  };
  const money = {
    policy: "fifo",
    currency: "CNY",
    seedAmount: "500.00",
    cases: [],
    coverage: [],
    seeds: [{ transfer: 1, amount: "500.00", at: null, case: "A1" }, ...victims],
    accounted: { held: "0.00", withdrawn: "0.00", left: "500.00" },
    accounts: told.map(accountOf),
    flows: [first, ...told.map(flowOf)],
    next: [],
  } as unknown as MoneyDocument;
  const details = (entity: string): AccountDetails => {
    const key = entity.slice("account:".length);
    const name = told.find((one) => one.key === key)?.name ?? "";
    return { account: key, cards: [], name, bank: "", stops: 0, stop: null, freeze: null, coveredUntil: null };
  };
  const none = { victims: [], reportedAt: null, lossFen: null, stoppedFen: null, frozenFen: null, returnedFen: null };
  return {
    money,
    seedsOf: () => [0],
    asOf: Date.parse("2026-11-22T12:00:00+08:00"),
    accountOf: details,
    caseOf: () => none,
    transferOf: (id: number) => ({ reference: `F${id}`, sources: [] }),
    rangeOf: () => ({ least: "0.00", most: "0.00" }),
    timeOf: (at: number) => new Date(at).toISOString(),
  } as unknown as ListContext;
}

const keysOf = (list: "stop" | "secured", told: readonly Told[]) =>
  moneyLists[list](contextOf(told)).map(({ account, amount, reason }) => `${account} ${amount} ${reason}`);

const fees: readonly Told[] = [
  { key: "95588", paid: "0.35" },
  { key: "243300999", name: "手续费收入", paid: "2.00" },
  { key: "243300888", name: "应付利息", paid: "0.02" },
];

it("leaves hotlines and accounts of fees out of the stop list, and tells each with its reason", () => {
  expect(keysOf("stop", fees)).toEqual([]);
  expect(keysOf("secured", fees)).toEqual(["243300999 2.00 service", "95588 0.35 service", "243300888 0.02 service"]);
});

it("keeps an ordinary account with a small sum, and whatever is paid more than a fee", () => {
  const kept: readonly Told[] = [
    { key: "6222021718908930549", name: "苏国兰", paid: "1.44" },
    { key: "243300777", name: "刷单手续费返还", paid: "50.01" },
    { key: "95599", paid: "300.00" },
    { key: "4008123456", paid: "3.00" },
  ];
  expect(keysOf("stop", kept).length).toBe(4);
  expect(keysOf("secured", kept)).toEqual([]);
});

it("never leaves out an account that a victim paid, whatever it is called", () => {
  const paid = fees.map((one) => ({ ...one, isPaidByVictim: true }));
  expect(keysOf("stop", paid).length).toBe(3);
  expect(keysOf("secured", paid)).toEqual([]);
});
