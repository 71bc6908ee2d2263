// Rings: each step beside a slow, obvious twin on random small inputs, and a small ring told by hand with every role.
import { describe, expect, it } from "vitest";
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { findRings } from "../../../shared/group/rings/findRings.ts";
import { joinCommunities } from "../../../shared/group/rings/ringCommunities.ts";
import { weighPairs } from "../../../shared/group/rings/ringGraph.ts";
import { seededRandom } from "../../../shared/random.ts";
import { tellRingData } from "./ringData.ts";

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

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
    const refs = [...data.refs, "account:typo"];
    const held = { ...data, refs, names: refs, kinds: [...data.kinds, "account"], labels: [...data.labels, "typo"] };
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
