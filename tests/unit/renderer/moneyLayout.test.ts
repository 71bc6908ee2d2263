// The picture of a money trace: nothing overlaps, nothing leaves the frame, bands fit into their boxes, streams are followed both ways.
import { expect, it } from "vitest";
import { layOutMoney, streamOf } from "../../../renderer/views/trace/money/moneyLayout.ts";
import type { MoneyDocument, TracedAccount } from "../../../shared/trace/moneyDocument.ts";

const account = (entity: string, level: number, received: string, held: string): TracedAccount => ({
  entity,
  name: "",
  bank: "",
  identity: null,
  numbers: [],
  level,
  received,
  passedOn: "0.00",
  held,
  firstAt: null,
  lastAt: null,
  outcome: "held",
  bySeed: [],
});

const flow = (transfer: number, from: string, to: string | null, traced: string, level: number) => ({
  transfer,
  from,
  to,
  amount: traced,
  traced,
  at: null,
  level,
  own: false,
});

const many = Array.from({ length: 14 }, (_, i) => account(`account:m${i}`, 2, `${100 - i}.00`, "0.00"));

const money: MoneyDocument = {
  policy: "fifo",
  currency: "CNY",
  seedAmount: "1500.00",
  cases: [],
  seeds: [
    { transfer: 1, amount: "1000.00", at: null, case: "A1" },
    { transfer: 2, amount: "500.00", at: null, case: "A2" },
  ],
  coverage: [],
  accounted: { held: "0.00", withdrawn: "200.00", left: "1300.00" },
  accounts: [account("account:a", 1, "1000.00", "0.00"), account("account:b", 1, "500.00", "500.00"), ...many],
  flows: [
    flow(1, "account:v", "account:a", "1000.00", 1),
    flow(2, "account:w", "account:b", "500.00", 1),
    ...many.map(({ entity, received }, i) => flow(10 + i, "account:a", entity, received, 2)),
    flow(50, "account:a", null, "200.00", 2),
  ],
  next: [],
};

it("keeps boxes apart and inside, the small ones of a level together", () => {
  const { boxes, columns } = layOutMoney(money);
  expect(columns.map(({ accounts }) => accounts)).toEqual([2, 14]);
  for (const column of [0, 1, 2]) {
    const own = boxes.filter((box) => box.column === column).toSorted((a, b) => a.top - b.top);
    own.forEach((box, i) => {
      expect(box.top + box.height).toBeLessThanOrEqual(100.001);
      if (i > 0) expect(box.top).toBeGreaterThan(own[i - 1]!.top + own[i - 1]!.height);
    });
  }
  expect(boxes.find(({ key }) => key === "rest 2")?.count).toBe(5);
});

it("fits bands into the boxes that they join and counts what was drawn", () => {
  const picture = layOutMoney(money);
  for (const box of picture.boxes) {
    const outgoing = picture.bands.filter(({ from }) => from === box.key).reduce((sum, { fromHeight }) => sum + fromHeight, 0);
    const incoming = picture.bands.filter(({ to }) => to === box.key).reduce((sum, { toHeight }) => sum + toHeight, 0);
    expect(outgoing).toBeLessThanOrEqual(box.height * 1.4);
    expect(incoming).toBeLessThanOrEqual(box.height * 1.001);
  }
  expect(picture.boxes.find(({ key }) => key === "account:a")?.ends).toEqual({ held: 0, withdrawn: 20_000, left: 0 });
});

it("lights what lies up- and downstream, not what lies beside", () => {
  const picture = layOutMoney(money);
  expect(streamOf(picture, "account:m0")).toEqual(new Set(["account:m0", "account:a", "case A1"]));
  expect(streamOf(picture, "account:b")).toEqual(new Set(["account:b", "case A2"]));
});
