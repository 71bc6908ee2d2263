// The page of the weights on a real workspace: what a run changed is what counting both runs gives; an evaluation is kept and grows old.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import type { PairExplanation, PairPage } from "../../../shared/link/calls.ts";
import type { KeptEvaluation, ModelPage, WeightsEffect } from "../../../shared/link/modelCalls.ts";
import { runHere } from "../workspace/runHere.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-model-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context = { signal: new AbortController().signal, report: () => undefined };

async function openFilled(name: string) {
  await writeCaseFile(join(folder, "cases.csv"), 300);
  const engine = await createEngine({ workspacePath: join(folder, `${name}.caseweave`) });
  const ask = <T>(name: string, params: object, isMasked = false) => engine.dispatch(name, params, { ...context, isMasked }) as Promise<T>;
  await ask("import.storeFiles", { paths: [join(folder, "cases.csv")], mapping: caseMapping });
  return { ask, close: () => engine.close() };
}

const everyPair = { state: "all", minBits: null, limit: 100_000 };

function countMoves(before: PairPage, after: PairPage, bits: number) {
  const name = ({ a, b }: { a: string; b: string }) => `${a} ${b}`;
  const over = (page: PairPage) => new Set(page.items.filter((item) => item.bits >= bits).map(name));
  const [old, now] = [over(before), over(after)];
  return { bits, fell: [...old].filter((one) => !now.has(one)).length, rose: [...now].filter((one) => !old.has(one)).length, appeared: 0 };
}

test("a run tells what the judgements before it changed, and an evaluation stays until something changes", {
  timeout: 120_000,
}, async () => {
  const { ask, close } = await openFilled("model");
  expect(await ask("link.readModel", {})).toBeNull();
  await ask("link.runLinkage", {});
  expect((await ask<ModelPage>("link.readModel", {})).changes).toBeNull();
  const before = await ask<PairPage>("link.listPairs", everyPair);
  for (const { a, b } of before.items.slice(0, 30))
    await ask("review.recordDecision", { subject: "pair", a, b, verdict: "reject", reason: "不是一伙" });
  const [top] = before.items;
  const judged = await ask<PairPage>("link.listPairs", { ...everyPair, case: top!.a });
  const own = before.items.filter(({ a, b }) => a === top!.a || b === top!.a).length;
  expect([judged.all, judged.waiting + judged.judged, own < before.all]).toEqual([own, own, true]);
  const { score } = await ask<PairExplanation>("link.explainPair", { a: top!.a, b: top!.b });
  const carrier = score.evidence.find(({ entities }) => entities.length > 0)!.entities[0]!;
  await ask("link.excludeIdentifier", { entity: carrier, reason: "公用" });
  await ask("link.runLinkage", {});
  const after = await ask<PairPage>("link.listPairs", everyPair);
  const page = await ask<ModelPage>("link.readModel", {}, true);
  expect(page.changes?.since).toEqual({ confirmed: 0, rejected: 30, excluded: 1, cases: 0 });
  expect(page.changes?.crossings).toEqual([8, 4, 0].map((bits) => countMoves(before, after, bits)));
  expect(page.changes?.crossings.some(({ fell, rose }) => fell + rose > 0)).toBe(true);
  expect(page.keptOut).toEqual(["origin", "ethnicity", "household", "sex"]);
  const found = await ask<KeptEvaluation>("link.evaluateLinkage", {});
  expect((await ask<ModelPage>("link.readModel", {})).evaluation).toEqual({ ...found, stale: false });
  const [pair] = after.items;
  await ask("review.recordDecision", { subject: "pair", a: pair!.a, b: pair!.b, verdict: "confirm", reason: "同一账户" });
  expect((await ask<ModelPage>("link.readModel", {})).evaluation?.stale).toBe(true);
  await close();
});

test("prior and counts set by hand act on the next run as was shown before, say who set them, and go back", {
  timeout: 240_000,
}, async () => {
  const { ask, close } = await openFilled("stated");
  const edits = { expectedPairs: 900, levels: [{ feature: "sharedAccount", level: "shared", m: 3, u: null }] };
  await expect(ask("link.previewWeights", { edits })).rejects.toMatchObject({ code: "not-linked-yet" });
  await ask("link.runLinkage", {});
  const before = await ask<PairPage>("link.listPairs", everyPair);
  const learned = (await ask<ModelPage>("link.readModel", {}))!.model;
  const effect = await ask<WeightsEffect>("link.previewWeights", { edits });
  expect(effect.expectedPairs).toEqual([learned.expectedPairs, 900]);
  expect(effect.pairs.length).toBeGreaterThan(0);
  expect((await ask<PairPage>("link.listPairs", everyPair)).items).toEqual(before.items);

  const wrong = { expectedPairs: null, levels: [{ feature: "sharedAccount", level: "none such", m: 3, u: null }] };
  await expect(ask("link.stateWeights", { edits: wrong, reason: "试" })).rejects.toMatchObject({ code: "weight-unknown" });
  await expect(ask("link.stateWeights", { edits, reason: " " })).rejects.toMatchObject({ code: "reason-missing" });
  await expect(ask("link.stateWeights", { edits: { ...edits, expectedPairs: 0 }, reason: "试" })).rejects.toMatchObject({
    code: "bad-request",
  });
  expect((await ask<ModelPage>("link.readModel", {})).stated).toBeNull();

  await ask("link.stateWeights", { edits, reason: "按上月复核的结果" });
  expect((await ask<PairPage>("link.listPairs", everyPair)).stale).toBe(true);
  await ask("link.runLinkage", {});
  const page = await ask<ModelPage>("link.readModel", {});
  expect(page.stated).toMatchObject({ ...edits, reason: "按上月复核的结果" });
  expect(page.model).toEqual(effect.model);
  expect(page.model).toMatchObject({ isPriorStated: true, expectedPairs: 900, priorBits: effect.priorBits[1] });
  const level = page.model.levels.find((one) => one.feature === "sharedAccount" && one.level === "shared")!;
  const old = learned.levels.find((one) => one.feature === "sharedAccount" && one.level === "shared")!;
  expect(level).toMatchObject({ mCount: [3, expect.any(Number)], learned: { bits: old.bits, m: old.mCount[0], u: old.uCount[0] } });
  const after = await ask<PairPage>("link.listPairs", everyPair);
  for (const { a, b, now } of effect.pairs.filter((pair) => (pair.now ?? 0) > 0))
    expect(after.items.find((item) => item.a === a && item.b === b)?.bits).toBeCloseTo(now!, 6);

  await ask("link.stateWeights", { edits: { expectedPairs: null, levels: [] }, reason: "恢复" });
  await ask("link.runLinkage", {});
  const back = await ask<ModelPage>("link.readModel", {});
  expect([back.stated, back.model]).toEqual([null, learned]);
  await close();
});

test("the command line sets counts with their effect before, and says what it cannot read", { timeout: 240_000 }, async () => {
  const { close } = await openFilled("command");
  await close();
  const path = join(folder, "command.caseweave");
  await runHere(["link", path, "--top", "1"]);
  const weights = async (...args: readonly string[]) => {
    const { code, out, complaint } = await runHere(["link", "weights", path, ...args, "--json"]);
    return { code, complaint, said: out === "" ? null : JSON.parse(out) };
  };
  expect((await weights()).said.levels.length).toBeGreaterThan(10);
  const shown = await weights("--set", "sharedAccount/shared=3,", "--dry-run");
  expect(shown.said).toMatchObject({ kept: false, edits: { expectedPairs: null } });
  expect((await weights()).said.stated).toBeNull();
  expect((await weights("--set", "sharedAccount/shared=3,")).said.error.code).toBe("reason-missing");
  const kept = await weights("--set", "sharedAccount/shared=3,", "--expected", "900", "--reason", "复核");
  expect(kept.said).toMatchObject({ kept: true, edits: { expectedPairs: 900, levels: [{ m: 3, u: null }] } });
  expect((await weights()).said.stated).toMatchObject({ reason: "复核", expectedPairs: 900 });
  expect((await weights("--set", "sharedAccount=3")).complaint).toContain("sharedAccount=3");
  expect((await weights("--reset", "--reason", "恢复")).said).toMatchObject({ kept: true, edits: { levels: [] } });
  expect((await weights()).said.stated).toBeNull();
});
