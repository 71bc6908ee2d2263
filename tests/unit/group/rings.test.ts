// Rings: each step beside a slow, obvious twin on random small inputs, and a small ring told by hand with every role.
import { describe, expect, it } from "vitest";
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { findRings } from "../../../shared/group/rings/findRings.ts";
import { followMoney } from "../../../shared/group/rings/moneyWays.ts";
import { joinCommunities } from "../../../shared/group/rings/ringCommunities.ts";
import { weighPairs } from "../../../shared/group/rings/ringGraph.ts";
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

describe("communities", () => {
  /** Joins by asking every pair from the graph anew after each join. */
  function slowJoin(graph: Csr, part: readonly number[]): number[] {
    const own = [...part];
    const volumeOf = (p: number) =>
      range(graph.nodes)
        .filter((v) => own[v] === p)
        .reduce((sum, v) => sum + graph.outWeight.slice(graph.outStart[v]!, graph.outStart[v + 1]!).reduce((a, b) => a + b, 0), 0);
    while (true) {
      let [best, most]: [[number, number] | null, number] = [null, 0];
      const parts = [...new Set(own)].sort((a, b) => a - b);
      for (const p of parts)
        for (const q of parts.filter((other) => other > p)) {
          const [ends, others] = [new Set<number>(), new Set<number>()];
          let weight = 0;
          for (const v of range(graph.nodes).filter((node) => own[node] === p))
            for (let i = graph.outStart[v]!; i < graph.outStart[v + 1]!; i++)
              if (own[graph.target[i]!] === q) {
                weight += graph.outWeight[i]!;
                ends.add(v);
                others.add(graph.target[i]!);
              }
          const share = weight / Math.min(volumeOf(p), volumeOf(q));
          const joins = share >= 0.1 || (share >= 0.01 && ends.size >= 2 && others.size >= 2);
          if (weight > 0 && joins && share > most) [best, most] = [[p, q], share];
        }
      if (best === null) return own;
      own.forEach((p, v) => {
        if (p === best[1]) own[v] = best[0];
      });
    }
  }

  it("joins as its slow twin does", () => {
    for (let seed = 1; seed <= 80; seed++) {
      const random = seededRandom(seed);
      const nodes = 14;
      const edges = range(26).map(
        () => [Math.floor(random() * nodes), Math.floor(random() * nodes), 2 ** -Math.floor(random() * 9)] as const,
      );
      const list = { from: edges.map(([a]) => a), to: edges.map(([, b]) => b), weight: edges.map(([, , w]) => w) };
      const graph = buildCsr(nodes, list, false);
      const part = Int32Array.from(range(nodes), () => Math.floor(random() * 6));
      expect([seed, [...joinCommunities(graph, part)]]).toEqual([seed, slowJoin(graph, [...part])]);
    }
  });

  it("weighs a pair by what chance would give two of their degrees", () => {
    const star = range(40).map((i) => ({ a: 0, b: i + 1 }));
    const links = weighPairs("talk", [...star, { a: 50, b: 51 }, { a: 51, b: 50 }]);
    expect(links.map(({ a, b, bits }) => [Math.min(a, b), Math.max(a, b), bits])).toEqual([[50, 51, Math.log2(82)]]);
  });
});

/** Two cases; money from mules over a collector to cash; a work handset; a page; people who talk. */
const smallRing = () =>
  tellRingData({
    cases: [{ day: 20, series: "S-1", seriesBits: 5 }, { day: 25, series: "S-1", seriesBits: 5 }, { day: 40 }],
    involved: [
      ["account:m1", 0],
      ["account:m2", 1],
      ["phone:line", 0],
      ["phone:line", 1],
      ["netid:page", 0],
      ["netid:page", 1],
      ["account:other", 2],
    ],
    owns: [
      ["person:mule1", "account:m1"],
      ["person:mule2", "account:m2"],
      ["person:gather", "account:c"],
      ["person:draw", "account:x"],
      ["person:seller", "phone:line"],
    ],
    uses: [
      ["person:mule1", "phone:p1"],
      ["person:mule2", "phone:p2"],
      ["person:gather", "phone:p3"],
      ["person:draw", "phone:p4"],
    ],
    handsets: [
      ["phone:line", "device:work", 20, 26],
      ["phone:own", "device:work", 21, 25],
      ["phone:gear", "device:work", 17, 18],
      ["phone:tech", "device:techs", 10, 30],
    ],
    logins: [["netid:page", "device:techs"]],
    netTypes: { "netid:page": "domain" },
    transfers: [
      ["account:v1", "account:m1", 1000, 20],
      ["account:m1", "account:c", 900, 20.1],
      ["account:v2", "account:m2", 1000, 25],
      ["account:m2", "account:c", 900, 25.1],
      ["account:c", "account:x", 800, 25.2],
      ["account:x", "cash", 800, 25.3],
    ],
    calls: [
      ["phone:recruits", "phone:p1", 5],
      ["phone:recruits", "phone:p2", 6],
      ["phone:boss", "phone:recruits", 4],
      ["phone:boss", "phone:p3", 20],
      ["phone:boss", "phone:p4", 21],
      ["phone:boss", "phone:own", 21],
      ["phone:boss", "phone:gear", 15],
      ["phone:boss", "phone:tech", 15],
      ["phone:own", "phone:friend", 22],
      ["phone:line", "phone:friend", 22, "device:work"],
      ["phone:gear", "phone:shop", 17, "device:work"],
      ["phone:own", "phone:shop", 22, "device:work"],
      ["phone:line", "phone:95588", 22],
      ["phone:boss", "phone:95588", 22],
      ["phone:line", "phone:victim", 22],
      ["phone:own", "phone:victim", 22],
    ],
    isPublic: ["phone:95588"],
    isVictim: ["phone:victim"],
  });

describe("a ring", () => {
  it("holds those who act, each in his role, and nobody who only sold, was called or is public", () => {
    const data = smallRing();
    const { rings } = findRings(data);
    expect(rings).toHaveLength(1);
    const [ring] = rings;
    const roles = Object.fromEntries(ring!.members.map(({ node, why }) => [data.refs[node]!, why.role]));
    expect(roles).toEqual({
      "person:mule1": "mule",
      "person:mule2": "mule",
      "person:gather": "collector",
      "person:draw": "cash-out",
      "phone:own": "caller",
      "phone:gear": "equipment supplier",
      "phone:tech": "technical support",
      "phone:recruits": "recruiter",
      "phone:boss": "organiser",
      "phone:friend": "caller",
    });
    expect(ring!.cases).toEqual([0, 1]);
  });

  it("says why, with numbers, names and rows", () => {
    const data = smallRing();
    const why = (ref: string) => findRings(data).rings[0]!.members.find(({ nodes }) => nodes.some((v) => data.refs[v] === ref))!.why;
    expect(why("account:c")).toMatchObject({ reason: "collector", numbers: { payers: 2, fen: 1800 } });
    expect(why("account:x").numbers).toEqual({ fen: 800, times: 1 });
    expect(why("phone:recruits").numbers).toEqual({ mules: 2, early: 2, times: 6 });
    expect(why("phone:boss").numbers).toMatchObject({ people: 6, roles: 6 });
    for (const ref of ["account:c", "phone:boss", "phone:gear"]) expect(why(ref).sources.length).toBeGreaterThan(0);
  });

  it("lists who sold cards and numbers, beside the members", () => {
    const data = smallRing();
    const sellers = findRings(data).rings[0]!.sellers.map(({ node, sold }) => [data.refs[node], sold.map((v) => data.refs[v])]);
    expect(sellers.sort()).toEqual([
      ["person:mule1", ["account:m1"]],
      ["person:mule2", ["account:m2"]],
      ["person:seller", ["phone:line"]],
    ]);
  });

  it("tells its phases in days", () => {
    const [ring] = findRings(smallRing()).rings;
    const day = (at: number) => Math.round((at / 86_400_000) * 10) / 10;
    expect(ring!.phases.map(({ phase, from, until }) => [phase, day(from), day(until)])).toEqual([
      ["recruiting", 5, 6],
      ["active", 20, 25],
      ["cash-out", 25.3, 25.3],
      ["silence", 25.3, 100],
    ]);
  });

  it("holds who shared a room with two of its people, and not who did with one", () => {
    const crew = tellRingData({
      cases: [
        { day: 1, series: "S-1", seriesBits: 5 },
        { day: 2, series: "S-1", seriesBits: 5 },
      ],
      involved: [
        ["person:one", 0],
        ["person:two", 0],
        ["person:two", 1],
        ["person:one", 1],
      ],
      roommates: [
        ["person:one", "person:third"],
        ["person:two", "person:third"],
        ["person:one", "person:guest"],
      ],
    });
    const [ring] = findRings(crew).rings;
    const named = ring!.members.map(({ node }) => crew.refs[node]).sort();
    expect(named).toEqual(["person:one", "person:third", "person:two"]);
    expect(ring!.members.find(({ node }) => crew.refs[node] === "person:third")!.why).toMatchObject({
      reason: "member-room",
      numbers: { people: 2 },
    });
  });

  it("is no ring where only the linkage holds its cases together", () => {
    const data = tellRingData({
      cases: [
        { day: 1, series: "S-1", seriesBits: 9 },
        { day: 2, series: "S-1", seriesBits: 9 },
      ],
      involved: [
        ["account:a", 0],
        ["account:b", 1],
      ],
      owns: [
        ["person:a", "account:a"],
        ["person:b", "account:b"],
      ],
    });
    expect(findRings(data).rings).toEqual([]);
  });

  it("does not count a number that nobody holds and no transfer names, unless a second case names it", () => {
    const data = smallRing();
    const held = { ...data, refs: [...data.refs, "account:typo"], kinds: [...data.kinds, "account"], labels: [...data.labels, "typo"] };
    const ghost = data.refs.length;
    const named = (cases: readonly number[]) => ({
      ...held,
      netTypes: [...data.netTypes, ""],
      isPublic: Uint8Array.from([...data.isPublic, 0]),
      isVictim: Uint8Array.from([...data.isVictim, 0]),
      involved: [...data.involved, ...cases.map((number) => ({ entity: ghost, case: number, source: { sourceId: 1, row: 1 } }))],
    });
    const isMember = (cases: readonly number[]) => findRings(named(cases)).rings[0]!.members.some(({ node }) => node === ghost);
    expect([isMember([0]), isMember([0, 1])]).toEqual([false, true]);
  });

  it("is the same whatever the order of the facts", () => {
    const told = smallRing();
    const turned = { ...told, calls: told.calls.toReversed(), handsets: told.handsets.toReversed(), involved: told.involved.toReversed() };
    const summary = (data: typeof told) =>
      findRings(data).rings.map(({ members, cases }) => [cases, members.map(({ node, why }) => `${data.refs[node]} ${why.role}`).sort()]);
    expect(summary(turned)).toEqual(summary(told));
  });
});
