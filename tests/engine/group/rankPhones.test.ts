// Numbers are ranked by what a list tells of them, learned from those it judges.
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder("all");
let engine: OpenEngine;

const mapping = {
  name: "numbers",
  rowKind: "entity" as const,
  columns: { 号码: "key" },
  constants: { kind: "phone" },
};

/** Numbers with many short messages are the fraudulent ones; every third verdict is missing. */
const rows = Array.from({ length: 240 }, (_, i) => {
  const isFraud = i % 4 === 0;
  const verdict = i % 3 === 0 ? "" : isFraud ? "是" : "否";
  return `n${i},${isFraud ? 200 + (i % 50) : i % 60},${(i * 37) % 100},${verdict}`;
});

beforeAll(async () => {
  engine = await openEngine(at("w.caseweave"));
  writeFileSync(at("numbers.csv"), ["号码,短信数,套餐,涉诈", ...rows].join("\n"));
  await engine.call("import.storeFiles", { paths: [at("numbers.csv")], mapping });
});
afterAll(() => engine.close());

it("puts those nobody judged yet where they belong, with the column as reason", async () => {
  const ranked = await engine.call("group.rankEntities", { kind: "phone", by: "suspicion", top: null });
  const first = ranked.slice(0, 60).map(({ entity }) => Number(entity.slice("phone:n".length)));
  expect(first.filter((i) => i % 4 === 0)).toHaveLength(60);
  expect(ranked[0]!.reasons[0]!.reason).toBe("短信数");
  expect(ranked[0]!.score).toBeGreaterThan(0);
  expect(ranked.at(-1)!.score).toBeLessThan(0);
});
