// Resolution through the engine: a sheet in, identities out; merged, kept apart and explained on a real workspace file.
import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { inventPeople, pairwiseF1 } from "../../unit/resolve/inventedPeople.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const fields = ["person.givenName", "person.surname", "person.birthDate", "person.address.city", "person.phone"] as const;
const people = inventPeople(80, 21);

async function openWithPeople() {
  const file = at("people.csv");
  writeFileSync(file, [fields.join(","), ...people.map(({ values }) => fields.map((field) => values[field] ?? "").join(","))].join("\n"));
  engine = await createEngine({ workspacePath: at("people.caseweave"), user: "tester", clock: ticking() });
  const opened = engine;
  const call = async <Name extends CallName>(name: Name, params: Input<Name>) =>
    (await opened.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
  const mapping = { name: "people", rowKind: "person" as const, columns: Object.fromEntries(fields.map((field) => [field, field])) };
  await call("import.storeFiles", { paths: [file], mapping, rejectFolder: at("") });
  return call;
}

const ticking = () => {
  let now = Date.parse("2025-03-01T08:00:00Z");
  return () => (now += 1000);
};

type CallEngine = Awaited<ReturnType<typeof openWithPeople>>;

async function identities(call: CallEngine) {
  await call("resolve.runResolution", {});
  return await call("resolve.listRecords", { sourceId: 1 });
}

describe("resolve", () => {
  it("prints every record with the identity it belongs to, and the same again", async () => {
    const call = await openWithPeople();
    const lines = await identities(call);
    expect(lines.map(({ row }) => row)).toEqual(people.map((_, i) => i + 1));
    const names = [...new Set(lines.map(({ identity }) => identity))];
    expect(
      pairwiseF1(
        people.map(({ person }) => person),
        lines.map(({ identity }) => names.indexOf(identity)),
      ),
    ).toBeGreaterThan(0.95);
    expect(await identities(call)).toEqual(lines);
  }, 60_000);

  it("acts on merges and separations at once, and keeps them over later runs until people decide otherwise", async () => {
    const call = await openWithPeople();
    const lines = await identities(call);
    const [first] = lines;
    const other = lines.find(({ identity }) => identity !== first!.identity)!;
    const judge = (verdict: "confirm" | "reject") =>
      call("review.recordDecision", { subject: "identity", a: first!.entity, b: other.entity, verdict, reason: "same photograph" });
    const identityOf = async (entity: string) =>
      (await call("resolve.listRecords", { sourceId: 1 })).find((line) => line.entity === entity)!.identity;
    await judge("confirm");
    expect((await call("resolve.listClusters", {})).stale).toBe(false);
    for (const again of [false, true]) {
      if (again) await call("resolve.runResolution", {});
      expect(await identityOf(other.entity)).toBe(await identityOf(first!.entity));
    }
    expect((await call("resolve.explainPair", { a: first!.entity, b: other.entity })).settled).toBe("confirmed");
    await judge("reject");
    for (const again of [false, true]) {
      if (again) await call("resolve.runResolution", {});
      expect(await identityOf(other.entity)).not.toBe(await identityOf(first!.entity));
    }
  }, 60_000);

  it("takes any judgement back, also after a run, and stands as if nothing had been judged", async () => {
    const call = await openWithPeople();
    const before = await identities(call);
    const { items } = await call("resolve.listPairs", { state: "all", limit: 500 });
    const pairs = [...items.slice(0, 6), ...items.slice(-6)];
    const judge = async (verdict: (i: number) => "confirm" | "reject" | "later") =>
      await call("review.recordDecisions", {
        decisions: pairs.map(({ a, b }, i) => ({ subject: "identity", a, b, verdict: verdict(i), reason: "tried" })),
      });
    for (const first of [0, 1]) {
      await judge((i) => (i % 2 === first ? "confirm" : "reject"));
      expect(await call("resolve.listRecords", { sourceId: 1 })).not.toEqual(before);
      if (first === 1) await call("resolve.runResolution", {});
      await judge(() => "later");
      expect(await call("resolve.listRecords", { sourceId: 1 })).toEqual(before);
    }
  }, 60_000);

  it("explains a pair of a cluster by the score that the list shows", async () => {
    const call = await openWithPeople();
    await identities(call);
    const { items, waiting } = await call("resolve.listPairs", { limit: 500 });
    expect(waiting).toBe(items.length);
    const pair = items.find(({ same }) => same)!;
    const explained = await call("resolve.explainPair", { a: pair.a, b: pair.b });
    expect(explained.same).toBe(true);
    expect(explained.total).toBeCloseTo(pair.bits, 6);
  }, 60_000);

  it("forgets an entity that leaves with its source", async () => {
    const call = await openWithPeople();
    await identities(call);
    await call("import.removeSource", { sourceId: 1, reason: "wrong file" });
    expect(await call("resolve.listClusters", {})).toMatchObject({ items: [], all: 0, stale: true });
  }, 60_000);
});
