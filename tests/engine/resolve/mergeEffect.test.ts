// What a merge does to linkage is shown before it is done; un-merging brings every fact, chart and pair back as it was.
import { afterEach, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { aCase, addSource, aPerson, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const aCaller =
  (person: string, number: string): Telling =>
  (sink, row) =>
    sink.link("involved-in", sink.entity("person", person, "", row), sink.entity("case", number, number, row), row, { role: "caller" });

/** Thirty cases with a caller each; two callers may be one person. The two are suspects of a case each as well. */
async function openCases() {
  const path = at("effect.caseweave");
  const connection = openWorkspaceFile(path);
  const callers = Array.from({ length: 30 }, (_, i) => `P${i + 1}`);
  addSource(connection, "cases", [
    ...callers.map((key, i) => aCaller(key, `A${i + 1}`)),
    aCase({ number: "B1", suspect: "P1" }),
    aCase({ number: "B2", suspect: "P2" }),
    ...callers.map((key, i) => aPerson({ key, name: i < 2 ? "周小舟" : `吴${String.fromCharCode(0x4e00 + 7 * i)}` })),
  ]);
  connection.close();
  let now = Date.parse("2026-03-01T08:00:00Z");
  engine = await createEngine({ workspacePath: path, user: "tester", clock: () => (now += 1000) });
  const opened = engine;
  return async <Name extends CallName>(name: Name, params: Input<Name>) =>
    (await opened.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
}

const [a, b] = ["person:P1", "person:P2"];
type Call = Awaited<ReturnType<typeof openCases>>;

const bitsOf = async (call: Call) => (await call("link.scorePairs", { pairs: [["A1", "A2"]] }))[0]!.bits;

const judge = async (call: Call, verdict: "confirm" | "reject" | "later"): Promise<unknown> =>
  await call("review.recordDecision", { subject: "identity", a, b, verdict, reason: "same photograph" });

describe("the effect of a merge", () => {
  it("is told before: the pair of cases that comes up, with its bits; and by un-merging the pair that goes", async () => {
    const call = await openCases();
    const before = await bitsOf(call);
    const minBits = before + 1;
    const effect = await call("link.previewMerge", { a, b, minBits });
    expect(effect).toMatchObject({ gained: 1, lost: 0, suspectGained: 1, leftOut: 0, pairs: [{ a: "A1", b: "A2" }] });
    expect(effect.pairs[0]!.before).toBeCloseTo(before, 6);
    await judge(call, "confirm");
    expect(await bitsOf(call)).toBeGreaterThan(minBits);
    expect(await call("link.previewMerge", { a, b, verdict: "reject", minBits })).toMatchObject({
      gained: 0,
      lost: 1,
      suspectLost: 1,
    });
  }, 120_000);

  it("is nothing where the two are of no case together, and an unknown one is refused", async () => {
    const call = await openCases();
    expect(await call("link.previewMerge", { a, b: a })).toMatchObject({ gained: 0, lost: 0, compared: 0 });
    await expect(call("link.previewMerge", { a, b: "person:nobody" })).rejects.toMatchObject({ code: "entity-unknown" });
  }, 120_000);

  it("goes with an un-merge months later: facts, chart and pair stand as before", async () => {
    const call = await openCases();
    const document = {
      version: 1 as const,
      nodes: [
        { ref: a, x: 3, y: 4 },
        { ref: b, x: 9, y: 4 },
      ],
      links: [],
      filter: { hiddenKinds: [], from: null, until: null },
    };
    await call("chart.saveChart", { id: "C-1", name: "图", document });
    const facts = async () =>
      await Promise.all(
        ["v_entity", "v_attribute", "v_link"].map(
          async (view) => (await call("workspace.queryViews", { sql: `SELECT * FROM ${view} ORDER BY 1, 2, 3` })).rows,
        ),
      );
    await call("resolve.runResolution", {});
    const [facts0, bits0, chart0] = [await facts(), await bitsOf(call), await call("chart.readChart", { id: "C-1" })];
    await judge(call, "confirm");
    expect((await call("resolve.listClusters", {})).items.map(({ members }) => members.map(({ entity }) => entity))).toEqual([[a, b]]);
    expect(await facts()).toEqual(facts0);
    await call("resolve.runResolution", {});
    await judge(call, "later");
    expect((await call("resolve.listClusters", {})).all).toBe(0);
    expect(await facts()).toEqual(facts0);
    expect(await call("chart.readChart", { id: "C-1" })).toEqual(chart0);
    expect(await bitsOf(call)).toBeCloseTo(bits0, 6);
  }, 120_000);

  it("is what happens: pairs above the bits come and go as told, and un-merging puts the run's own pairs back", async () => {
    const call = await openCases();
    await call("resolve.runResolution", {});
    await call("link.runLinkage", {});
    await call("group.runSeries", {});
    const list = async () => (await call("link.listPairs", { state: "all", minBits: null, limit: 1000 })).items;
    const above = async (bits: number) => (await list()).filter((pair) => pair.bits >= bits).length;
    const before = await list();
    const bits = before.find((pair) => pair.a === "A1" && pair.b === "A2")?.bits ?? (await bitsOf(call));
    for (const minBits of [bits + 0.5, 0, 2, 10]) {
      const standing = await above(minBits);
      const told = await call("link.previewMerge", { a, b, minBits });
      if (minBits === bits + 0.5) expect(told.gained).toBe(1);
      await judge(call, "confirm");
      expect((await call("link.listPairs", {})).identitiesMoved).toBe(true);
      expect((await call("group.listSeries", {})).stale).toBe(true);
      expect(await call("link.followIdentities", {})).toMatchObject({ cases: 4, leftOut: 0, needsRun: false });
      expect((await call("link.listPairs", {})).identitiesMoved).toBe(false);
      expect((await above(minBits)) - standing, `at ${minBits} bits`).toBe(told.gained - told.lost);
      const now = new Map((await list()).map((pair) => [`${pair.a} ${pair.b}`, pair.bits]));
      for (const pair of told.pairs) expect(now.get(`${pair.a} ${pair.b}`) ?? Number.NEGATIVE_INFINITY).toBeCloseTo(pair.after, 9);
      await judge(call, "later");
      await call("link.followIdentities", {});
      expect(await list()).toEqual(before);
      expect((await call("group.listSeries", {})).stale).toBe(false);
    }
  }, 240_000);
});
