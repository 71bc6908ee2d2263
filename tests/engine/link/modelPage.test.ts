// The page of the weights on a real workspace: what a run changed is what counting both runs gives; an evaluation is kept and grows old.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import type { PairExplanation, PairPage } from "../../../shared/link/calls.ts";
import type { KeptEvaluation, ModelPage } from "../../../shared/link/modelCalls.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-model-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context = { signal: new AbortController().signal, report: () => undefined };

async function openFilled() {
  await writeCaseFile(join(folder, "cases.csv"), 300);
  const engine = await createEngine({ workspacePath: join(folder, "model.caseweave") });
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
  const { ask, close } = await openFilled();
  expect(await ask("link.readModel", {})).toBeNull();
  await ask("link.runLinkage", {});
  expect((await ask<ModelPage>("link.readModel", {})).changes).toBeNull();
  const before = await ask<PairPage>("link.listPairs", everyPair);
  for (const { a, b } of before.items.slice(0, 30))
    await ask("review.recordDecision", { subject: "pair", a, b, verdict: "reject", reason: "不是一伙" });
  const [top] = before.items;
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
