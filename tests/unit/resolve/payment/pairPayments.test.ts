// Payments of two banks' books: planted pairs are found, the sure part is right, shares are what a slow twin of the same formulas gives.
import { describe, expect, it } from "vitest";
import { judgedBooks } from "../../../../scripts/bench/judgedBooks.ts";
import { seededRandom } from "../../../../shared/random.ts";
import { assignGreedily, shareOut, sharesOf } from "../../../../shared/resolve/payment/assign.ts";
import { endLevel } from "../../../../shared/resolve/payment/ends.ts";
import { bandOfRatio, bands, equalAmount } from "../../../../shared/resolve/payment/features.ts";
import { type KeptPairs, keepBest, ratioOf, weighingOf } from "../../../../shared/resolve/payment/keptPairs.ts";
import { unlearned } from "../../../../shared/resolve/payment/learnModel.ts";
import { listMemos, MemoComparer, tidyMemo } from "../../../../shared/resolve/payment/memos.ts";
import { pairPayments } from "../../../../shared/resolve/payment/pairPayments.ts";
import type { PaymentRow } from "../../../../shared/resolve/payment/payment.ts";
import { amountRarity, memoChances } from "../../../../shared/resolve/payment/rarity.ts";
import { startModel } from "../../../../shared/resolve/payment/weights.ts";
import { PaymentWindow } from "../../../../shared/resolve/payment/window.ts";

const day = 86_400_000;

const aRow = (facts: Partial<PaymentRow> = {}): PaymentRow => ({
  sourceId: 1,
  alsoTold: [],
  at: 20_000 * day,
  day: 20_000,
  hasClock: false,
  fen: 100_000,
  memo: "",
  reference: "",
  owner: { purse: 1, key: "6217001", name: "" },
  other: null,
  ...facts,
});

function judge(seed: number, shape: Parameters<typeof judgedBooks>[1]) {
  const { books, partners } = judgedBooks(seed, shape);
  const { suggestions } = pairPayments(books);
  const isRight = (one: { paid: number; received: number }) => partners.get(one.paid) === one.received;
  const sure = suggestions.filter(({ isSure }) => isSure);
  return {
    found: suggestions.filter(isRight).length / partners.size,
    sure: sure.length / partners.size,
    wrong: sure.filter((one) => !isRight(one)).length,
    suggestions,
  };
}

describe("pairs of two books", () => {
  it.each([1, 2])("are found with fees, late days and other words, and what is sure is right (seed %i)", (seed) => {
    const { found, sure, wrong } = judge(seed, { payments: 400 });
    expect(found).toBeGreaterThan(0.95);
    expect(sure).toBeGreaterThan(0.6);
    expect(wrong).toBeLessThanOrEqual(1);
  });

  it("are found without any memo, and when rows of others are three times as many", () => {
    expect(judge(3, { payments: 400, hasMemos: false })).toMatchObject({ wrong: expect.toSatisfy((n: number) => n <= 1) });
    const crowded = judge(4, { payments: 300, alone: 3 });
    expect(crowded.found).toBeGreaterThan(0.9);
    expect(crowded.wrong).toBeLessThanOrEqual(1);
  });

  it("are few and honest where a thousand rows are the same hundred yuan", () => {
    const rows = (sourceId: number) =>
      Array.from({ length: 1000 }, (_, i) =>
        aRow({
          sourceId,
          fen: 10_000,
          day: 20_000 + (i % 30),
          at: (20_000 + (i % 30)) * day,
          owner: { purse: sourceId, key: `${sourceId}`, name: "" },
        }),
      );
    const { suggestions } = pairPayments({ paid: rows(1), received: rows(2) });
    expect(suggestions.filter(({ isSure }) => isSure)).toEqual([]);
  });

  it("are none of one source, of one purse, or outside of days and amounts", () => {
    const paid = [aRow()];
    const partner = { sourceId: 2, owner: { purse: 2, key: "6228001", name: "" } };
    const pairOf = (facts: Partial<PaymentRow>) => pairPayments({ paid, received: [aRow({ ...partner, ...facts })] }).candidates;
    expect(pairOf({})).toBe(1);
    expect(pairOf({ sourceId: 1 })).toBe(0);
    expect(pairOf({ alsoTold: [1] })).toBe(0);
    expect(pairOf({ owner: { purse: 1, key: "6217001", name: "" } })).toBe(0);
    expect([pairOf({ day: 19_998 }), pairOf({ day: 19_997 }), pairOf({ day: 20_031 }), pairOf({ day: 20_032 })]).toEqual([1, 0, 1, 0]);
    expect([pairOf({ fen: 82_000 }), pairOf({ fen: 81_000 }), pairOf({ fen: 122_000 }), pairOf({ fen: 123_000 })]).toEqual([1, 0, 1, 0]);
  });

  it("are none of money that a third account passes on, however soon and whole", () => {
    const names = ["甲", "乙", "丙"].map((name, purse) => ({ purse, key: `62170${purse}`, name }));
    const rows = (sourceId: number, owner: number, other: number, later: number) =>
      Array.from({ length: 60 }, (_, i) =>
        aRow({
          sourceId,
          hasClock: true,
          day: 20_000 + i,
          at: (20_000 + i) * day + later,
          fen: 100_000 + 777 * i,
          owner: names[owner]!,
          other: names[other]!,
        }),
      );
    // 甲 pays 乙, and three minutes later 丙 has it from 乙.
    const { candidates, suggestions } = pairPayments({ paid: rows(1, 0, 1, 0), received: rows(2, 2, 1, 180_000) });
    expect([candidates, suggestions.length]).toEqual([0, 0]);
  });

  it("are never sure against another account's word, and leave what people rejected", () => {
    const { books } = judgedBooks(5, { payments: 60 });
    const first = pairPayments(books).suggestions[0]!;
    const again = pairPayments(books, new Set([`${first.paid} ${first.received}`])).suggestions;
    expect(again.some(({ paid, received }) => paid === first.paid && received === first.received)).toBe(false);
    const other = { purse: 77_777, key: "9999", name: "某人" };
    const against = { ...books, paid: books.paid.map((row, i) => (i === first.paid ? { ...row, other } : row)) };
    expect(pairPayments(against).suggestions.find(({ paid }) => paid === first.paid)?.isSure ?? false).toBe(false);
  });

  it("are none where a book is empty, and the same in every run", () => {
    expect(pairPayments({ paid: [], received: [aRow()] }).suggestions).toEqual([]);
    expect(pairPayments({ paid: [aRow()], received: [] }).suggestions).toEqual([]);
    const { books } = judgedBooks(6, { payments: 80 });
    expect(pairPayments(books)).toEqual(pairPayments(books));
  });

  it("carry bars that add up to their bits", () => {
    for (const { bars, bits } of judge(7, { payments: 100 }).suggestions)
      expect(bars.reduce((sum, bar) => sum + bar.bits, 0)).toBeCloseTo(bits, 6);
  });
});

describe("levels", () => {
  it("put ratios into bands from far less to far more, the finest about one", () => {
    expect(bandOfRatio(-0.2)).toBe(1);
    expect(bandOfRatio(0)).toBe((bands + 1) / 2);
    expect(bandOfRatio(0.2)).toBe(bands);
    const ratios = Array.from({ length: 401 }, (_, i) => -0.2 + i / 1000);
    expect(ratios.map(bandOfRatio)).toEqual(ratios.map(bandOfRatio).toSorted((a, b) => a - b));
    expect(equalAmount).toBe(0);
  });

  it("hold the named account against the owner, stars and holders included", () => {
    const owner = { purse: 5, key: "6217000012345678", name: "张三" };
    expect(endLevel(null, owner)).toBe(0);
    expect(endLevel({ purse: 5, key: "x", name: "" }, owner)).toBe(1);
    expect(endLevel({ purse: 6, key: "6217****5678", name: "" }, owner)).toBe(2);
    expect(endLevel({ purse: 6, key: "6217****5679", name: "" }, owner)).toBe(3);
    expect(endLevel({ purse: 6, key: "1", name: "张三" }, owner)).toBe(2);
    expect(endLevel({ purse: 6, key: "1", name: "李四" }, owner)).toBe(3);
  });
});

/** Longest common subsequence by the book. */
function slowCommon(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
  return table[a.length]![b.length]!;
}

it("memos are as alike as the slow Indel ratio of words or sorted words says, short and long", () => {
  const random = seededRandom(9);
  const word = () => Array.from({ length: 1 + Math.floor(random() * 6) }, () => "货款还服务费甲乙ab12"[Math.floor(random() * 12)]).join("");
  const texts = Array.from({ length: 160 }, (_, i) => Array.from({ length: 1 + (i % 25) }, word).join(" "));
  const memos = listMemos([texts]);
  const comparer = new MemoComparer(memos);
  const sorted = (text: string) => text.split(" ").sort().join(" ");
  const slow = (a: string, b: string) => (2 * Math.max(slowCommon(a, b), slowCommon(sorted(a), sorted(b)))) / (a.length + b.length);
  const levelOf = (ratio: number) => 1 + [0.93, 0.84, 0.72, 0.6, 0.45].filter((edge) => ratio < edge).length;
  for (let i = 0; i < memos.tidied.length; i += 3)
    for (let j = 0; j < memos.tidied.length; j += 7) {
      const [a, b] = [memos.tidied[i]!, memos.tidied[j]!];
      expect(comparer.levelOf(i, j), `${a} | ${b}`).toBe(i === j ? 0 : levelOf(slow(a, b)));
    }
  expect([tidyMemo("  货款－１２月（急）"), tidyMemo("无"), tidyMemo("N/A")]).toEqual(["货款 12月 急", "", ""]);
});

/** Every way of pairing, tried one by one: the weight of those with a pair, as a share of all. */
function slowShares(odds: readonly (readonly number[])[]): number[][] {
  const sums = odds.map((row) => row.map(() => 0));
  let all = 0;
  const walk = (i: number, weight: number, taken: readonly number[]): void => {
    if (i === odds.length) {
      all += weight;
      for (const [row, column] of taken.entries()) if (column >= 0) sums[row]![column]! += weight;
      return;
    }
    walk(i + 1, weight, [...taken, -1]);
    for (const [j, one] of odds[i]!.entries()) if (one > 0 && !taken.includes(j)) walk(i + 1, weight * one, [...taken, j]);
  };
  walk(0, 1, []);
  return sums.map((row) => row.map((sum) => sum / all));
}

function fastShares(odds: readonly (readonly number[])[]): number[][] {
  const places = odds.flatMap((row, i) => row.flatMap((one, j) => (one > 0 ? [{ i, j, one }] : [])));
  const starts = Int32Array.from({ length: odds.length + 1 }, (_, i) => places.filter((place) => place.i < i).length);
  const pairs = { starts, received: Int32Array.from(places, ({ j }) => j) };
  const shares = sharesOf(
    Float32Array.from(places, ({ one }) => one),
    pairs,
    { paid: odds.length, received: odds[0]!.length },
  );
  return odds.map((row, i) => row.map((_, j) => shares[places.findIndex((place) => place.i === i && place.j === j)] ?? 0));
}

describe("shares", () => {
  it("are those of all ways of pairing where rivals stand in no circle, however strong", () => {
    expect(fastShares([[1000]])[0]![0]).toBeCloseTo(1000 / 1001, 5);
    const random = seededRandom(5);
    for (let round = 0; round < 40; round++) {
      const strength = () => 2 ** (20 * random() - 6);
      // A chain: each row shares one partner with the next.
      const chain = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (__, j) => (j === i || j === i + 1 ? strength() : 0)));
      const [fast, slow] = [fastShares(chain), slowShares(chain)];
      for (const [i, row] of slow.entries()) for (const [j, share] of row.entries()) expect(fast[i]![j]).toBeCloseTo(share, 2);
    }
  });

  it("are near those where everybody is everybody's rival, and favour the same pairs", () => {
    const random = seededRandom(6);
    for (let round = 0; round < 40; round++) {
      const odds = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => 2 ** (8 * random() - 4)));
      const [fast, slow] = [fastShares(odds), slowShares(odds)];
      for (const [i, row] of slow.entries())
        for (const [j, share] of row.entries()) expect(Math.abs(fast[i]![j]! - share)).toBeLessThan(0.12);
    }
  });
});

it("no better pair is left over when the best is taken first", () => {
  const { books } = judgedBooks(8, { payments: 40, days: 10 });
  const span = new PaymentWindow(books);
  const rarity = { memo: memoChances(span), amount: amountRarity(span) };
  let all = 0;
  const kept: KeptPairs = keepBest(span, weighingOf(startModel, rarity), 200, () => {
    all += 1;
  });
  expect(kept.received.length).toBe(all);
  const shares = shareOut(kept, rarity, { paid: books.paid.length, received: books.received.length }, unlearned(startModel, 30), all);
  const assigned = assignGreedily(kept, shares, 0.01);
  expect(assigned.length).toBeGreaterThan(25);
  const [ofPaid, ofReceived] = [
    new Map(assigned.map((one) => [one.paid, one.share])),
    new Map(assigned.map((one) => [one.received, one.share])),
  ];
  for (let i = 0; i < books.paid.length; i++)
    for (let place = kept.starts[i]!; place < kept.starts[i + 1]!; place++)
      if (shares[place]! >= 0.01)
        expect(Math.max(ofPaid.get(i) ?? 0, ofReceived.get(kept.received[place]!) ?? 0)).toBeGreaterThanOrEqual(shares[place]!);
});

it("keeps the best of each row and no more, whatever scores alike", () => {
  const { books } = judgedBooks(9, { payments: 200, days: 20, round: 1, hasMemos: false });
  const span = new PaymentWindow(books);
  const weighing = weighingOf(startModel, { memo: memoChances(span), amount: amountRarity(span) });
  const most = 12;
  const kept = keepBest(span, weighing, most, () => {});
  const seen = keepBest(span, weighing, 10_000, () => {});
  expect(kept.received.length).toBeLessThan(seen.received.length);
  expect(kept.received.length).toBeLessThanOrEqual(most * (books.paid.length + books.received.length));
  for (let i = 0; i < books.paid.length; i++) {
    const bestOf = ({ starts, span: windows, code }: KeptPairs) =>
      Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) =>
        ratioOf(weighing, i, windows[starts[i]! + k]!, code[starts[i]! + k]!),
      ).toSorted((a, b) => b - a);
    const [some, every] = [bestOf(kept), bestOf(seen)];
    expect(some.length).toBeGreaterThanOrEqual(Math.min(most, every.length));
    for (const [k, ratio] of every.slice(0, most).entries()) expect(some[k]! / ratio).toBeGreaterThan(0.78); // within one bin of a third of a bit
  }
});
