// Paths and connecting networks asked of a real workspace, before and after its facts change.
import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { Connections, FoundPath } from "../../../shared/chart/pathCalls.ts";
import { addSource, aTransfer, minute, noon } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;

afterEach(async () => {
  await engine?.close();
  engine = null;
});

const context = { signal: new AbortController().signal, report: () => {} };
const ask = async <T>(name: string, parameters: unknown) => (await engine!.dispatch(name, parameters, context)) as T;
const findPaths = async (parameters: object) =>
  (await ask<{ paths: FoundPath[] }>("chart.findPaths", { from: "account:1", to: "account:4", ...parameters })).paths;

/** 1 → 2 → 4 against time, 1 → 3 → 5 → 4 with it. */
async function openTransfers(): Promise<string> {
  const path = at("paths.caseweave");
  const connection = openWorkspaceFile(path);
  addSource(connection, "ledger", [
    aTransfer({ from: "1", to: "2", at: noon + 9 * minute }),
    aTransfer({ from: "2", to: "4", at: noon + minute }),
    aTransfer({ from: "1", to: "3", at: noon + 2 * minute }),
    aTransfer({ from: "3", to: "5", at: noon + 3 * minute }),
    aTransfer({ from: "5", to: "4", at: noon + 4 * minute }),
  ]);
  connection.close();
  engine = await createEngine({ workspacePath: path });
  return path;
}

it("finds the shortest path, the best ones, and the one that never goes back in time", async () => {
  await openTransfers();
  const [direct, around] = [
    ["account:1", "account:2", "account:4"],
    ["account:1", "account:3", "account:5", "account:4"],
  ];
  const one = await findPaths({});
  expect(one.map(({ nodes }) => nodes)).toEqual([direct]);
  expect(one[0]!.links.map(({ kind, from, to, count }) => ({ kind, from, to, count }))).toEqual([
    { kind: "transfer", from: "account:1", to: "account:2", count: 1 },
    { kind: "transfer", from: "account:2", to: "account:4", count: 1 },
  ]);
  expect((await findPaths({ best: 5 })).map(({ nodes }) => nodes)).toEqual([direct, around]);
  const [timed] = await findPaths({ inTime: true });
  expect(timed!.nodes).toEqual(around);
  expect(timed!.links.map(({ firstAt }) => Date.parse(firstAt!) - noon)).toEqual([2 * minute, 3 * minute, 4 * minute]);
  expect(await findPaths({ links: ["CALL"] })).toEqual([]);
  expect(await findPaths({ max: 1 })).toEqual([]);
});

it("goes round what is excluded, and says so where nothing else leads there", async () => {
  await openTransfers();
  const around = ["account:1", "account:3", "account:5", "account:4"];
  expect((await findPaths({ without: ["account:2"] })).map(({ nodes }) => nodes)).toEqual([around]);
  expect((await findPaths({ without: ["account:2"], best: 5 })).map(({ nodes }) => nodes)).toEqual([around]);
  expect(await findPaths({ without: ["account:3"], inTime: true })).toEqual([]);
  const why = async (parameters: object) =>
    (await ask<{ why: string }>("chart.findPaths", { from: "account:1", to: "account:4", ...parameters })).why;
  expect(await why({ without: ["account:2", "account:5"] })).toBe("excluded");
  expect(await why({ without: ["account:2"], max: 2 })).toBe("too-long");
  expect(await why({ without: ["account:1", "account:4"] })).toBeNull();
  const { pairs } = await ask<Connections>("chart.findConnections", {
    entities: ["account:1", "account:4"],
    without: ["account:2", "account:3"],
  });
  expect(pairs).toEqual([{ a: "account:1", b: "account:4", length: null, why: "excluded" }]);
});

it("connects several entities by what lies between them", async () => {
  const path = await openTransfers();
  await engine!.close();
  const connection = openWorkspaceFile(path);
  addSource(connection, "beside", [aTransfer({ from: "2", to: "3" }), aTransfer({ from: "2", to: "9" })]);
  connection.close();
  engine = await createEngine({ workspacePath: path });
  const network = await ask<Connections>("chart.findConnections", { entities: ["account:1", "account:4", "account:5"] });
  expect(network.pairs.map(({ a, b, length }) => `${a} ${b} ${length}`)).toEqual([
    "account:1 account:4 2",
    "account:1 account:5 2",
    "account:4 account:5 1",
  ]);
  expect(network.nodes.map(({ ref }) => ref)).toEqual([1, 2, 3, 4, 5].map((key) => `account:${key}`));
  expect(network.links).toHaveLength(5);
});

it("reads the graph anew when the facts have changed", async () => {
  const path = await openTransfers();
  await engine!.close();
  const connection = openWorkspaceFile(path);
  const { id: sourceId } = addSource(connection, "more", [aTransfer({ from: "1", to: "4", reference: "T9" })]);
  connection.close();
  engine = await createEngine({ workspacePath: path });
  expect((await findPaths({}))[0]!.length).toBe(1);
  await ask("import.removeSource", { sourceId, reason: "重复" });
  expect((await findPaths({}))[0]!.length).toBe(2);
});
