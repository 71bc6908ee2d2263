// The range over policies: an account that a policy does not reach receives nothing under it.
import { expect, it } from "vitest";
import { rangeMoney } from "../../../shared/trace/moneyRanges.ts";

const under = (received: Readonly<Record<string, string>>) => ({
  accounts: Object.entries(received).map(([entity, sum]) => ({
    entity,
    level: 1,
    received: sum,
    passedOn: "0.00",
    held: sum,
    firstAt: null,
    lastAt: null,
    name: "",
    bank: "",
    identity: null,
    numbers: [],
    outcome: "held" as const,
    bySeed: [],
  })),
});

it("takes the least and the most, and 0 where a policy passes an account by", () => {
  expect(rangeMoney([under({ a: "10.00", b: "3.00" }), under({ a: "7.50" }), under({ a: "12.01", b: "1.00" })])).toEqual([
    { entity: "a", least: "7.50", most: "12.01" },
    { entity: "b", least: "0.00", most: "3.00" },
  ]);
});
