// Steps that run for each line of a list, and on a condition: what each found, what differs by the line it was found for, and what is left out and said.
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listShipped } from "../../../electron/engine/review/pack/knownPacks.ts";
import { packText, sealPack } from "../../../electron/engine/review/pack/packText.ts";
import type { Pack, PackStepSpec } from "../../../shared/review/pack/pack.ts";
import type { PackRunAnswer } from "../../../shared/review/packCalls.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";
import { runHere } from "../workspace/runHere.ts";
import { refusalOf } from "./refusalOf.ts";

const at = freshFolder();
const shipped = listShipped().find(({ pack }) => pack.id === "pass-through-accounts")!.pack;
const both = (text: string) => ({ zh: text, en: text });

/** For each fast account the accounts to stop behind it. */
function looping(change: { most?: number; when?: PackStepSpec["when"]; watch?: boolean } = {}): Pack {
  const { most = 10, when, watch = false } = change;
  const stop: PackStepSpec = {
    id: "stop",
    call: "trace.listMoney",
    with: { from: { from: "item.accounts[]" }, list: "stop" },
    about: both("逐个账户列止付名单"),
    each: { of: "accounts", most },
    ...(when ? { when } : {}),
    optional: true,
  };
  const list = { id: "stop", step: "stop", title: both("止付名单"), where: [], top: null };
  const watched = watch ? { watch: { of: "entity" } } : {};
  return sealPack({
    ...shipped,
    id: "looping",
    version: 2,
    steps: [...shipped.steps, stop],
    sections: [...shipped.sections, { ...list, ...watched }],
    test: null,
  });
}

async function openWith(name: string, pack: Pack): Promise<OpenEngine> {
  const engine = await openEngine(at(`${name}.caseweave`));
  await bring(engine, `${name}.csv`, shipped.test!.sheets[0]!.text);
  await engine.call("review.importPack", { text: packText(pack) });
  return engine;
}

async function bring({ call }: OpenEngine, name: string, text: string): Promise<void> {
  writeFileSync(at(name), text);
  const { as, mapping } = shipped.test!.sheets[0]!;
  await call("import.storeFiles", { paths: [at(name)], ...(as ? { as } : {}), ...(mapping ? { mapping } : {}) });
}

const stepOf = ({ steps }: PackRunAnswer) => steps.find(({ step }) => step === "stop")!;
const listOf = ({ sections }: PackRunAnswer) => sections.find(({ section }) => section === "stop")!;
const namedOf = (cell: { readonly named: readonly { readonly entity: string }[] } | undefined) =>
  cell?.named.map(({ entity }) => entity) ?? [];

const heading = shipped.test!.sheets[0]!.text.split("\n")[0]!;
const nextDay = [
  heading,
  "2026-09-01 10:00:00,6222029900008881,6222029900009991,30000.00,N1",
  "2026-09-01 10:20:00,6222029900009991,6222029900008882,29900.00,N2",
  "",
].join("\n");

describe("a step that runs for each line of a list", () => {
  it("says what became of each, and its lines name the line they were found for", async () => {
    const engine = await openWith("each", looping());
    const answer = await engine.call("review.runPack", { pack: "looping" });
    const { items, all, state } = stepOf(answer);
    expect([state, all, items?.length]).toEqual(["done", 4, 4]);
    // The slow twin: the same question, asked by hand for one account after the other.
    const accounts = answer.sections.find(({ section }) => section === "accounts")!;
    const expected: string[] = [];
    for (const line of accounts.lines) {
      const from = namedOf(line.cells[1]);
      const lines = await engine.call("trace.listMoney", { from, list: "stop" });
      expected.push(...lines.map(({ entity }) => `${from.join("+")} ${entity}`));
    }
    const found = listOf(answer).lines.map(({ cells }) => `${namedOf(cells[0]).join("+")} ${namedOf(cells[1])[0]}`);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(3);
    expect(items!.map(({ lines }) => lines).reduce((sum, count) => sum + count, 0)).toBe(found.length);
    await engine.close();
  }, 300_000);

  it("stops at its limit and says how many there were", async () => {
    const engine = await openWith("limit", looping({ most: 2 }));
    const answer = await engine.call("review.runPack", { pack: "looping" });
    expect([stepOf(answer).all, stepOf(answer).items?.length, listOf(answer).items.length]).toEqual([4, 2, 2]);
    await engine.close();
  }, 300_000);

  it("tells what differs by the line that it was found for", async () => {
    const engine = await openWith("differing", looping());
    const run = () => engine.call("review.runPack", { pack: "looping" });
    const first = await run();
    expect(first.differences).toBeNull();
    expect((await run()).differences).toEqual({ new: 0, changed: 0, gone: 0, same: first.lines });
    await bring(engine, "次日.csv", nextDay);
    const third = listOf(await run());
    const fresh = third.items.filter(({ counts }) => counts.new > 0);
    expect(fresh.map(({ item }) => namedOf(item))).toEqual([["account:6222029900009991"]]);
    expect(third.items.filter(({ counts }) => counts.changed + counts.gone > 0)).toEqual([]);
    expect(third.lines.filter(({ change }) => change === "new").every(({ hasRows }) => hasRows)).toBe(true);
    await engine.close();
  }, 300_000);

  it("goes on where the call refuses for one of them, and says which", async () => {
    const engine = await openWith("refusing", looping());
    await engine.call("review.runPack", { pack: "looping", set: { minAmount: 0 } });
    const wrong = sealPack({
      ...looping(),
      id: "refusing",
      steps: looping().steps.map((step) => (step.id === "stop" ? { ...step, with: { ...step.with, currency: "USD" } } : step)),
    });
    await engine.call("review.importPack", { text: packText(wrong) });
    const answer = await engine.call("review.runPack", { pack: "refusing" });
    expect([stepOf(answer).state, stepOf(answer).items?.map(({ refusal }) => refusal)]).toEqual([
      "refused",
      ["trace-no-seeds", "trace-no-seeds", "trace-no-seeds", "trace-no-seeds"],
    ]);
    expect(listOf(answer).all).toBe(0);
    await engine.close();
  }, 300_000);

  it("is left out where its list holds nothing", async () => {
    const engine = await openWith("nothing", looping());
    const answer = await engine.call("review.runPack", { pack: "looping", set: { minAmount: 100_000_000 } });
    expect([stepOf(answer).state, stepOf(answer).items, stepOf(answer).all]).toEqual(["empty", [], 0]);
    await engine.close();
  }, 300_000);

  it("names the step whose paths bring what the call cannot take", async () => {
    const wrong = sealPack({
      ...looping(),
      steps: looping().steps.map((step) =>
        step.id === "stop" ? { ...step, with: { from: { from: "item.amount" }, list: "stop" } } : step,
      ),
      test: null,
    });
    const engine = await openWith("wrong", wrong);
    expect(await refusalOf(engine, "review.runPack", { pack: "looping" })).toEqual({
      code: "pack-argument-wrong",
      step: "stop",
      call: "trace.listMoney",
      problems: [{ field: "from", problem: "type", expected: "array" }],
    });
    expect((await engine.call("review.readPack", { pack: "looping" })).runs).toEqual([]);
    await engine.close();
  }, 300_000);
});

describe("a condition of a step", () => {
  it("leaves it out, says so, and lets it run once the figure is reached", async () => {
    const when = [{ of: "sections.accounts[]", is: "atLeast", value: 5 }] as const;
    const engine = await openWith("when", looping({ when: [...when] }));
    const run = () => engine.call("review.runPack", { pack: "looping" });
    expect([stepOf(await run()).state, listOf(await run()).all]).toEqual(["unmet", 0]);
    await bring(engine, "次日2.csv", nextDay);
    expect([stepOf(await run()).state, stepOf(await run()).items?.length]).toEqual(["done", 5]);
    await engine.close();
  }, 300_000);
});

describe("what a pack proposes to watch", () => {
  it("is only proposed, and marked once somebody watches it", async () => {
    const engine = await openWith("watch", looping({ watch: true }));
    const run = () => engine.call("review.runPack", { pack: "looping" });
    const { watch } = listOf(await run());
    expect(watch.length).toBeGreaterThan(1);
    expect([watch.filter(({ isWatched }) => isWatched), await engine.call("review.listWatches", {})]).toEqual([[], []]);
    const [first] = watch;
    await engine.call("review.addWatch", { subject: { kind: "entity", entity: first!.entity }, reason: "止付后再动" });
    expect(
      listOf(await run())
        .watch.filter(({ isWatched }) => isWatched)
        .map(({ entity }) => entity),
    ).toEqual([first!.entity]);
    await engine.close();
    const { code, out } = await runHere(["pack", "run", at("watch.caseweave"), "looping", "--watch", "止付后再动"]);
    expect([code, JSON.parse(out).watched]).toEqual([0, watch.slice(1).map(({ entity }) => entity)]);
    const again = await runHere(["pack", "run", at("watch.caseweave"), "looping", "--watch", "止付后再动"]);
    expect(JSON.parse(again.out).watched).toEqual([]);
  }, 300_000);
});
