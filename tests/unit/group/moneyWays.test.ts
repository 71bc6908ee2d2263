// How far from victims an account stands, and what was drawn or spent there, beside a slow, obvious twin.
import { describe, expect, it } from "vitest";
import { followMoney } from "../../../shared/group/rings/moneyWays.ts";
import { seededRandom } from "../../../shared/random.ts";
import { tellRingData } from "./ringData.ts";

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("the way of the money", () => {
  type Row = readonly [string, string, number, number];

  /**
   * By the definition, over and over: who lives by half on what an account of the level before passes on within two days, or passes on
   * four fifths of three payments. What the case states on day 0 came in too.
   */
  function slowLevels(named: readonly string[], stated: number, rows: readonly Row[], accounts: readonly string[]): Map<string, number> {
    const level = new Map(named.map((account) => [account, 1]));
    const arrivedAt = (account: string): Row[] =>
      level.get(account) === 1
        ? rows.filter(([, to]) => to === account)
        : rows.filter((row) => row[1] === account && level.get(row[0]) === level.get(account)! - 1 && isOnward(row));
    const sum = (list: readonly Row[]) => list.reduce((total, row) => total + row[2], 0);
    const isCovered = (arrivals: readonly Row[], [, , fen, day]: Row) =>
      sum(arrivals.filter((row) => row[3] <= day && row[3] >= day - 2)) >= fen / 2;
    const isOnward = (row: Row): boolean => {
      const byCase: Row[] = level.get(row[0]) === 1 ? [["", row[0], stated, 0]] : [];
      return isCovered([...arrivedAt(row[0]), ...byCase], row);
    };
    const passesOn = (account: string, own: readonly Row[]): boolean =>
      own.length >= 3 && sum(rows.filter((row) => row[0] === account && isCovered(own, row))) >= 0.8 * sum(own);
    for (let step = 1; step < 6; step++) {
      const next = accounts.filter((account) => {
        if (level.has(account)) return false;
        const all = rows.filter(([, to]) => to === account);
        const isBack = (row: Row) => arrivedAt(row[0]).some((earlier) => earlier[0] === account && earlier[3] < row[3]);
        const own = all.filter((row) => level.get(row[0]) === step && isOnward(row) && !isBack(row));
        return own.length > 0 && (sum(own) >= sum(all) / 2 || passesOn(account, own));
      });
      for (const account of next) level.set(account, step + 1);
    }
    return level;
  }

  it("gives each account the level of its slow twin", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(seed);
      const pick = (count: number) => Math.floor(random() * count);
      const accounts = range(9).map((i) => `account:${i}`);
      const rows = range(seed % 2 === 0 ? 16 : 34).map((i): Row => {
        const from = pick(9);
        return [accounts[from]!, accounts[(from + 1 + pick(8)) % 9]!, 1 + pick(9), pick(12) + i / 100];
      });
      const named = accounts.slice(0, 2);
      const data = tellRingData({
        cases: [{ day: 0, lossFen: seed % 7 }],
        involved: named.map((account) => [account, 0] as const),
        transfers: rows,
      });
      const { level } = followMoney(data);
      const slow = slowLevels(named, seed % 7, rows, accounts);
      expect([seed, data.refs.map((ref, v) => [ref, level[v]])]).toEqual([seed, data.refs.map((ref) => [ref, slow.get(ref) ?? 0])]);
    }
  });

  it("stops at public accounts and victims, and tells cash and platforms apart", () => {
    const data = tellRingData({
      cases: [{ day: 0 }],
      involved: [["account:mule", 0]],
      isPublic: ["account:pool"],
      isVictim: ["account:victim"],
      transfers: [
        ["account:victim", "account:mule", 100, 1],
        ["account:mule", "account:pool", 20, 1.1],
        ["account:mule", "cash", 30, 1.2],
        ["account:mule", "account:victim", 10, 1.3],
        ["account:mule", "account:next", 40, 9],
      ],
    });
    const { level, cashed, toPlatforms } = followMoney(data);
    const at = (ref: string) => data.refs.indexOf(`account:${ref}`);
    expect(["mule", "pool", "victim", "next"].map((ref) => level[at(ref)])).toEqual([1, 0, 0, 0]);
    expect([cashed.get(at("mule"))?.fen, toPlatforms.get(at("mule"))?.fen]).toEqual([30, 20]);
  });
});
