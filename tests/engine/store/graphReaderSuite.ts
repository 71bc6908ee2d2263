// What every store of graphs must answer alike: run on SQLite, and on a real Neo4j server that the same workspace was pushed to.
import { expect, it } from "vitest";
import type { GraphReader, ProjectionBatch } from "../../../electron/engine/store/graphReader.ts";
import { streamGraph } from "../../../electron/engine/store/projectGraph.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { seededRandom } from "../../../shared/random.ts";
import { aCall, aCase, addSource, aPerson, aStay, aTransfer, minute, noon, type Telling } from "../../builders.ts";

const day = 24 * 60 * minute;

/** Random transfers among numbered accounts: `[from, to]`. */
export function drawPairs(seed: number, accounts: number, count: number): [string, string][] {
  const random = seededRandom(seed);
  const pick = () => `9${Math.floor(random() * accounts)}`;
  return Array.from({ length: count }, () => [pick(), pick()] as [string, string]).filter(([a, b]) => a !== b);
}

const drawn = drawPairs(11, 60, 90);

/** Cases, people, accounts, stays; a service number; two sources that tell of the same pair; a random part beside. */
export function fillWorkspace(connection: Connection): void {
  addSource(connection, "cases", [
    aPerson({ key: "P1", name: "何某芳" }),
    aPerson({ key: "P2", name: "李四" }),
    aCase({ number: "A1", suspect: "P1", account: "1001" }),
    aCase({ number: "A2", suspect: "P2", account: "1001" }),
    aCall({ from: "13800138000", to: "95588", at: noon }),
    aCall({ from: "13800138000", to: "13900139000", at: noon + minute }),
  ]);
  addSource(connection, "ledger", [
    aTransfer({ from: "1001", to: "2002", at: noon, amountFen: 100_00 }),
    aTransfer({ from: "1001", to: "2002", at: noon + day, amountFen: 50_00 }),
    aTransfer({ from: "2002", to: "3003", at: noon + minute, amountFen: 120_00 }),
    aTransfer({ from: "1001", to: "4004", at: noon, amountFen: 1_00 }),
    aTransfer({ from: "4004", to: "3003", at: noon, amountFen: 1_00 }),
    aTransfer({ from: "7007", to: "8008", at: noon, amountFen: 1_00 }),
  ]);
  addSource(connection, "again", [
    aTransfer({ from: "1001", to: "2002", at: noon + 2 * day, amountFen: 7_00, reference: "Z" }),
    aCase({ number: "A1", suspect: "P1", account: "1001" }),
  ]);
  addSource(connection, "stays", [
    ...["Inn", "Lodge"].flatMap((place, i) => ["P1", "P2"].map((person) => aStay({ person, place, at: noon + i * day }))),
    aStay({ person: "P3", place: "Inn", at: noon + 40 * day }),
  ]);
  addSource(
    connection,
    "drawn",
    drawn.map(([from, to], i): Telling => aTransfer({ from, to, at: noon + i * minute, reference: `D${i}` })),
  );
}

/** The slow twin: breadth first over the pairs as they were drawn. */
function distance(from: string, to: string): number | null {
  let front = new Set([from]);
  const seen = new Set(front);
  for (let steps = 0; front.size > 0; steps++) {
    if (front.has(to)) return steps;
    const next = new Set<string>();
    for (const [a, b] of drawn)
      for (const [x, y] of [
        [a, b],
        [b, a],
      ] as const)
        if (front.has(x) && !seen.has(y)) next.add(y);
    for (const one of next) seen.add(one);
    front = next;
  }
  return null;
}

const sorted = <T>(list: readonly T[]) => [...list].map((one) => JSON.stringify(one)).sort();

export function graphReaderSuite(store: string, open: () => GraphReader): void {
  it(`${store}: counts entities and links by kind`, async () => {
    const { nodes, links } = await open().readCounts();
    const random = new Set(drawn.flat()).size;
    expect(nodes.find(({ kind }) => kind === "account")!.count).toBe(6 + random);
    expect(nodes.find(({ kind }) => kind === "person")).toEqual({ kind: "person", count: 3 });
    expect(links.find(({ kind }) => kind === "transfer")!.count).toBe(5 + new Set(drawn.map(([a, b]) => `${a} ${b}`)).size);
    expect(links.find(({ kind }) => kind === "stay")).toEqual({ kind: "stay", count: 5 });
  });

  it(`${store}: reads the nodes that exist, in the order asked for`, async () => {
    const nodes = await open().readNodes(["person:P1", "account:none", "account:1001", "case:A1"]);
    expect(nodes.map(({ ref, kind, label }) => [ref, kind, label])).toEqual([
      ["person:P1", "person", "何某芳"],
      ["account:1001", "account", "1001"],
      ["case:A1", "case", "A1"],
    ]);
    expect(nodes[1]!.firstAt).toBe(noon);
  });

  it(`${store}: adds up what several sources tell of a pair`, async () => {
    const links = await open().readLinksAmong(["account:1001", "account:2002", "account:none"]);
    expect(links).toEqual([
      {
        id: "transfer|account:1001|account:2002",
        from: "account:1001",
        to: "account:2002",
        kind: "transfer",
        directed: true,
        count: 3,
        sum: 157_00,
        firstAt: noon,
        lastAt: noon + 2 * day,
        confirmed: true,
      },
    ]);
    // A link is one, however many files tell it.
    expect(await open().readLinksAmong(["case:A1", "person:P1"])).toMatchObject([{ kind: "involved-in", count: 1 }]);
  });

  it(`${store}: counts neighbours by link, direction and kind, service numbers apart`, async () => {
    const reader = open();
    expect(await reader.countNeighbours("account:1001", new Set(["account:4004"]))).toEqual([
      { link: "involved-in", direction: "out", kind: "case", count: 2, publicCount: 0, onChart: 0 },
      { link: "transfer", direction: "out", kind: "account", count: 2, publicCount: 0, onChart: 1 },
    ]);
    expect(await reader.countNeighbours("phone:13800138000", new Set())).toEqual([
      { link: "call", direction: "out", kind: "phone", count: 2, publicCount: 1, onChart: 0 },
    ]);
    expect(await reader.countNeighbours("account:none", new Set())).toEqual([]);
  });

  it(`${store}: lists neighbours strongest first, within groups and a limit`, async () => {
    const reader = open();
    const all = await reader.listNeighbours("account:1001", null, 10, false);
    expect(all.neighbours.map(({ node, strength }) => [node.ref, strength])).toEqual([
      ["account:2002", 3],
      ["account:4004", 1],
      ["case:A1", 1],
      ["case:A2", 1],
    ]);
    const some = await reader.listNeighbours("account:1001", [{ link: "transfer", direction: "out", kind: "account" }], 1, false);
    expect([some.neighbours.map(({ node }) => node.ref), some.total]).toEqual([["account:2002"], 2]);
    expect((await reader.listNeighbours("phone:13800138000", null, 10, false)).total).toBe(1);
    expect((await reader.listNeighbours("phone:13800138000", null, 10, true)).total).toBe(2);
  });

  it(`${store}: finds all shortest paths, over chosen kinds of link, within so many steps`, async () => {
    const reader = open();
    const ask = (question: object) =>
      reader.findPaths({ from: "account:1001", to: "account:3003", links: null, max: 6, allShortest: true, ...question });
    const both = [
      ["account:1001", "account:2002", "account:3003"],
      ["account:1001", "account:4004", "account:3003"],
    ];
    expect(sorted((await ask({})).paths)).toEqual(sorted(both));
    expect((await ask({ allShortest: false })).paths[0]).toHaveLength(3);
    expect((await ask({ max: 1 })).paths).toEqual([]);
    expect((await ask({ max: null, to: "account:8008" })).paths).toEqual([]);
    expect((await ask({ links: ["call"] })).paths).toEqual([]);
    expect((await ask({ links: ["transfer"] })).paths).toHaveLength(2);
    await expect(ask({ to: "account:none" })).rejects.toMatchObject({ code: "entity-unknown" });
  });

  it(`${store}: agrees with a slow twin on the length of paths in a random graph`, async () => {
    const reader = open();
    const names = [...new Set(drawn.flat())].sort();
    for (const [i, from] of names.slice(0, 8).entries())
      for (const to of names.slice(-3 - (i % 2))) {
        const { paths } = await reader.findPaths({
          from: `account:${from}`,
          to: `account:${to}`,
          links: null,
          max: null,
          allShortest: false,
        });
        expect([from, to, paths[0] ? paths[0].length - 1 : null]).toEqual([from, to, distance(from, to)]);
      }
  });

  it(`${store}: connects several entities by what lies between them`, async () => {
    const network = await open().findNetwork({ entities: ["account:1001", "account:3003", "account:8008"], links: null, max: 4 });
    expect(network.pairs).toEqual([
      { a: "account:1001", b: "account:3003", length: 2 },
      { a: "account:1001", b: "account:8008", length: null },
      { a: "account:3003", b: "account:8008", length: null },
    ]);
    expect(network.nodes).toEqual(["account:1001", "account:2002", "account:3003", "account:4004", "account:8008"]);
    expect(network.steps).toEqual([
      ["account:1001", "account:2002"],
      ["account:1001", "account:4004"],
      ["account:2002", "account:3003"],
      ["account:3003", "account:4004"],
    ]);
  });

  it(`${store}: finds by part of a number, wildcards, name, pinyin and initials`, async () => {
    const reader = open();
    const find = async (words: string, kind: string | null = null) => (await reader.searchNodes(words, kind, 10)).map(({ ref }) => ref);
    expect(await find("1380013")).toEqual(["phone:13800138000"]);
    expect(await find("139*9000")).toEqual(["phone:13900139000"]);
    expect(await find("1390013900?")).toEqual(["phone:13900139000"]);
    expect(await find("何某芳")).toEqual(["person:P1"]);
    expect(await find("hemou")).toEqual(["person:P1"]);
    expect(await find("hmf")).toEqual(["person:P1"]);
    expect(await find("hmf", "case")).toEqual([]);
    expect(await find("没有这样的人")).toEqual([]);
  });

  it(`${store}: lists entities of a kind page by page`, async () => {
    const reader = open();
    const pages: string[] = [];
    for (let after = ""; ; ) {
      const page = await reader.listEntities("account", after, 7);
      if (page.length === 0) break;
      pages.push(...page.map(({ ref }) => ref));
      after = pages.at(-1)!;
    }
    expect(pages).toEqual([...new Set(pages)].sort());
    expect(pages).toHaveLength(6 + new Set(drawn.flat()).size);
  });

  it(`${store}: streams a projection with weights, and tells how many links travelled`, async () => {
    const reader = open();
    const { projected, travelled } = await streamGraph(reader, { kind: "account", links: ["transfer"], isUndirected: false });
    const { graph, nodeOf } = projected;
    const [from, to] = [nodeOf.get("account:1001")!, nodeOf.get("account:2002")!];
    const place = graph.target.indexOf(to, graph.outStart[from]!);
    expect(graph.outWeight[place]).toBe(157);
    expect(graph.isDirected).toBe(true);
    expect(graph.edges).toBe(5 + new Set(drawn.map(([a, b]) => `${a} ${b}`)).size);
    expect(travelled).toBeGreaterThanOrEqual(graph.edges);
    const calls: ProjectionBatch[] = [];
    for await (const batch of reader.streamProjection({ kind: "phone", links: ["call"] })) calls.push(batch);
    expect(calls.flatMap(({ nodes }) => nodes).sort()).toEqual(["phone:13800138000", "phone:13900139000", "phone:95588"]);
  });

  it(`${store}: names who may have met by places shared in touching periods`, async () => {
    const reader = open();
    expect(await reader.listMeetingCandidates({ min: 2, within: 30 * minute, limit: 10 })).toEqual([
      { a: "person:P1", b: "person:P2", places: 2 },
    ]);
    expect(await reader.listMeetingCandidates({ min: 1, within: 41 * day, limit: 10 })).toHaveLength(3);
  });
}
