// The printed lists from one small trace: what is held, unknown, pooled; rounds, deadlines, shares of victims.
import { expect, it } from "vitest";
import { type listNames, moneyLists } from "../../../shared/trace/lists/index.ts";
import type { AccountDetails, CaseDetails, ListContext } from "../../../shared/trace/lists/listLine.ts";
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
  numbers: [],
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
  cases: [],
  seeds: [
    { transfer: 1, amount: "600.00", at: null, case: "A1" },
    { transfer: 2, amount: "1400.00", at: null, case: "A2" },
  ],
  coverage: [],
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

const nothingKnown = { cards: [], name: "", bank: "", stops: 0, stop: null, freeze: null, coveredUntil: null };
const nothingRecorded = { victims: [], reportedAt: null, lossFen: null, stoppedFen: null, frozenFen: null, returnedFen: null };

function contextWith(
  change: Partial<Record<string, Partial<AccountDetails>>>,
  cases: Partial<Record<string, Partial<CaseDetails>>> = {},
): ListContext {
  return {
    money,
    asOf,
    accountOf: (entity) => ({ account: entity.slice(8), ...nothingKnown, ...change[entity] }),
    caseOf: (number) => ({ ...nothingRecorded, ...cases[number] }),
    seedsOf: (transfer) => ({ 1: [0, 1], 3: [1] })[transfer] ?? [],
    rangeOf: () => ({ least: "100.00", most: "700.00" }),
    transferOf: (transfer) => ({ reference: `R${transfer}`, sources: [{ sourceId: 1, row: transfer, source: "a.csv", sheet: null }] }),
    timeOf: (at) => new Date(at).toISOString(),
  };
}

const entities = (list: (typeof listNames)[number], ...change: Partial<Parameters<typeof contextWith>>) =>
  moneyLists[list](contextWith(change[0] ?? {}, change[1])).map(({ entity, amount }) => [entity, amount]);

const fen = (yuan: number) => yuan * 100;
const frozen = { freeze: { until: asOf + hour, fen: null } };

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

it("asks for no stop of accounts that were stopped three times or are frozen, and lists them as held back", () => {
  const change = { "account:gone": { stops: 3 }, "account:one": frozen };
  expect(entities("stop", change)).toEqual([["account:held", "500.00"]]);
  expect(moneyLists.secured(contextWith(change)).map(({ entity, reason }) => [entity, reason])).toEqual([
    ["account:gone", "exhausted"],
    ["account:one", "frozen"],
  ]);
});

it("asks for no stop where one stands, and only for the rest where it holds a part", () => {
  const until = asOf + 3 * hour;
  const change = { "account:gone": { stops: 1, stop: { until, fen: null } }, "account:held": { stops: 1, stop: { until, fen: fen(120) } } };
  const [held, one] = moneyLists.stop(contextWith(change));
  expect([held, one].map((line) => [line?.entity, line?.amount, line?.traced])).toEqual([
    ["account:held", "380.00", "500.00"],
    ["account:one", "300.00", "300.00"],
  ]);
  expect(held?.measure).toEqual({ kind: "stop", until: new Date(until).toISOString(), amount: "120.00" });
  expect(moneyLists.secured(contextWith(change))).toMatchObject([
    { entity: "account:gone", reason: "stopped", deadline: new Date(until).toISOString(), amount: "700.00" },
  ]);
});

// A2 has 300 in held, 300 in one, 700 in gone; A1 has 200 in held and 500 at the pool.
it("takes off what a case records as held back only where it must lie, whatever else of the case is held back", () => {
  // 1,100 of A2's 1,300 are frozen: at least 100 of held, 100 of one, 500 of gone are among them.
  expect(entities("stop", {}, { A2: { frozenFen: fen(1100) } })).toEqual([
    ["account:held", "400.00"],
    ["account:gone", "200.00"],
    ["account:one", "200.00"],
  ]);
  // Another 400 of its loss are not traced: they may be what is frozen.
  expect(entities("stop", {}, { A2: { frozenFen: fen(1100), lossFen: fen(1800) } })).toEqual([
    ["account:gone", "600.00"],
    ["account:held", "500.00"],
    ["account:one", "300.00"],
  ]);
  expect(entities("secured", {}, { A2: { frozenFen: fen(1300) } })).toEqual([
    ["account:gone", "700.00"],
    ["account:one", "300.00"],
  ]);
});

it("counts a recorded stop for six days after the report, a recorded freeze on", () => {
  const days = (count: number) => ({ reportedAt: asOf - count * 24 * hour });
  expect(entities("secured", {}, { A2: { stoppedFen: fen(1300), ...days(5) } }).length).toBe(2);
  expect(entities("secured", {}, { A2: { stoppedFen: fen(1300), ...days(7) } })).toEqual([]);
  expect(entities("secured", {}, { A2: { stoppedFen: fen(1300), frozenFen: fen(1300), ...days(70) } }).length).toBe(2);
  const [line] = moneyLists.stop(contextWith({}, { A2: { stoppedFen: fen(1300), ...days(7) } }));
  expect(line?.claims[0]?.recorded).toEqual({ stopped: "1300.00", frozen: null, returned: null, isStopOver: true });
});

it("names case, victim, what was paid from where and when, what of it is here, and the way by its transfers", () => {
  const context = contextWith(
    { "account:victim": { name: "王丽", bank: "工商银行" }, "account:held": { name: "李娜" } },
    { A2: { victims: ["王丽"], returnedFen: fen(10) } },
  );
  const held = moneyLists.stop(context).find(({ entity }) => entity === "account:held");
  expect(held?.claims.map((claim) => [claim.case, claim.share])).toEqual([
    ["A2", "300.00"],
    ["A1", "200.00"],
  ]);
  expect(held?.claims[1]).toMatchObject({
    payers: [{ account: "victim", name: "王丽", bank: "工商银行", paid: "600.00" }],
    paid: "600.00",
    way: [{ account: "held", name: "李娜", amount: "600.00", at: "2026-11-22T10:00:00+08:00", sources: [{ sourceId: 1, row: 1 }] }],
  });
  expect(held?.claims[0]?.victims).toEqual(["王丽"]);
});

it("asks banks for days from the first traced money or from where their statements end, platforms by the days of the payments", () => {
  const context = contextWith({ "account:gone": { coveredUntil: Date.parse("2026-11-20T00:00:00Z") } });
  const requests = moneyLists
    .request(context)
    .map(({ entity, requests: asked }) => [entity, asked.map(({ record, since }) => [record, since])]);
  expect(requests).toEqual([
    [
      "account:gone",
      [
        ["statement", "2026-11-20"],
        ["opening", null],
        ["subaccounts", null],
        ["login", "2026-11-20"],
      ],
    ],
    [
      "account:pool",
      [
        ["order", null],
        ["opening", null],
      ],
    ],
  ]);
});

it("returns what is not returned yet", () => {
  const lines = moneyLists.return(contextWith({}, { A2: { returnedFen: fen(1200) } }));
  expect(lines.map(({ case: owner, entity, amount, traced }) => [owner, entity, amount, traced])).toEqual([
    ["A1", "account:held", "200.00", "200.00"],
    ["A2", "account:held", "100.00", "300.00"],
    ["A2", "account:one", "100.00", "300.00"],
  ]);
  expect(lines.every(({ case: owner, claims }) => claims.length === 1 && claims[0]?.case === owner)).toBe(true);
});

it("freezes only where records show the money, six months on, and says where a freeze stands", () => {
  const lines = moneyLists.freeze(contextWith({ "account:one": frozen }));
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
