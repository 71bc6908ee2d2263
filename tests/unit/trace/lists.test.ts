// The printed lists from one small trace: what is held, unknown, pooled; rounds, deadlines, shares of victims.
import { expect, it } from "vitest";
import { type listNames, moneyLists } from "../../../shared/trace/lists/index.ts";
import type { AccountDetails, ListContext } from "../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument, TracedAccount } from "../../../shared/trace/moneyDocument.ts";

const hour = 3_600_000;
const asOf = Date.parse("2026-11-22T12:00:00+08:00");

const account = (
  entity: string,
  held: string,
  outcome: "held" | "left",
  bySeed: readonly (readonly [number, string])[],
): TracedAccount => ({
  entity,
  name: "",
  bank: "",
  identity: null,
  level: 1,
  received: "1000.00",
  passedOn: "0.00",
  held,
  firstAt: null,
  lastAt: null,
  outcome,
  bySeed: bySeed.map(([seed, share]) => ({ seed, level: 1, received: share, held: share })),
});

const money: MoneyDocument = {
  policy: "fifo",
  currency: "CNY",
  seedAmount: "2000.00",
  seeds: [
    { transfer: 1, amount: "600.00", at: null, case: "A1" },
    { transfer: 2, amount: "1400.00", at: null, case: "A2" },
  ],
  accounted: { held: "800.00", withdrawn: "0.00", left: "1200.00" },
  accounts: [
    account("account:held", "500.00", "held", [
      [0, "200.00"],
      [1, "300.00"],
    ]),
    account("account:one", "300.00", "held", [[1, "300.00"]]),
    account("account:gone", "700.00", "left", [[1, "700.00"]]),
    account("account:pool", "500.00", "left", [[0, "500.00"]]),
    account("account:empty", "0.00", "held", []),
  ],
  flows: [
    {
      transfer: 1,
      from: "account:victim",
      to: "account:held",
      amount: "600.00",
      traced: "600.00",
      at: "2026-11-22T10:00:00+08:00",
      level: 1,
      own: false,
    },
    {
      transfer: 3,
      from: "account:held",
      to: "account:gone",
      amount: "700.00",
      traced: "700.00",
      at: "2026-11-22T11:30:00+08:00",
      level: 2,
      own: false,
    },
  ],
  next: [
    { entity: "account:gone", why: "", reason: "records-missing", amount: "700.00" },
    { entity: "account:pool", why: "", reason: "pool", amount: "500.00" },
  ],
};

function contextWith(change: Partial<Record<string, Partial<AccountDetails>>>): ListContext {
  return {
    money,
    asOf,
    accountOf: (entity) => ({ account: entity.slice(8), name: "", bank: "", stops: 0, frozenUntil: null, ...change[entity] }),
    transferOf: (transfer) => ({ reference: `R${transfer}`, sources: [{ sourceId: 1, row: transfer, source: "a.csv", sheet: null }] }),
    timeOf: (at) => new Date(at).toISOString(),
  };
}

const entities = (list: (typeof listNames)[number], change: Parameters<typeof contextWith>[0] = {}) =>
  moneyLists[list](contextWith(change)).map(({ entity, amount }) => [entity, amount]);

it("stops what may still be there, the largest first, never a pool, each with deadline, round and the row that brought the money", () => {
  expect(entities("stop")).toEqual([
    ["account:gone", "700.00"],
    ["account:held", "500.00"],
    ["account:one", "300.00"],
  ]);
  const [first] = moneyLists.stop(contextWith({ "account:gone": { stops: 1 } }));
  expect(first).toMatchObject({ round: 2, minutes: 30, references: ["R3"], deadline: new Date(asOf + 48 * hour).toISOString() });
  expect(first?.sources).toEqual([{ sourceId: 1, row: 3, source: "a.csv", sheet: null }]);
});

it("leaves out accounts that were stopped three times or are frozen", () => {
  expect(entities("stop", { "account:gone": { stops: 3 }, "account:one": { frozenUntil: asOf + hour } })).toEqual([
    ["account:held", "500.00"],
  ]);
});

it("freezes only where records show the money, six months on, and says where a freeze stands", () => {
  const lines = moneyLists.freeze(contextWith({ "account:one": { frozenUntil: asOf + hour } }));
  expect(lines.map(({ entity, reason }) => [entity, reason])).toEqual([
    ["account:held", "held"],
    ["account:one", "frozen"],
  ]);
  expect(lines[0]?.deadline?.slice(0, 10)).toBe("2027-05-22");
});

it("asks banks and platforms for what went out of sight", () => {
  expect(moneyLists.request(contextWith({})).map(({ entity, reason }) => [entity, reason])).toEqual([
    ["account:gone", "unknown"],
    ["account:pool", "pool"],
  ]);
});

it("returns to one victim what is traced to one, and to each their share where several are mixed", () => {
  expect(moneyLists.return(contextWith({})).map(({ case: owner, entity, amount, reason }) => [owner, entity, amount, reason])).toEqual([
    ["A1", "account:held", "200.00", "proportion"],
    ["A2", "account:held", "300.00", "proportion"],
    ["A2", "account:one", "300.00", "traced"],
  ]);
});
