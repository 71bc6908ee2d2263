// Many judgements are recorded in one transaction: all of them, or none and the place of the one that was refused.
import { expect, test } from "vitest";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();

test("a refusal midway leaves none of the judgements before it", { timeout: 60_000 }, async () => {
  await writeCaseFile(at("cases.csv"), 20);
  const { call, close } = await openEngine(at("a.caseweave"));
  await call("import.storeFiles", { paths: [at("cases.csv")], mapping: caseMapping } as never);
  const found = await call("workspace.queryViews", { sql: "SELECT number FROM v_case ORDER BY number LIMIT 3" });
  const [a, b, c] = found.rows.map(({ number }) => String(number)) as [string, string, string];
  const judge = (one: string, other: string) => ({ subject: "pair", a: one, b: other, verdict: "confirm", reason: "同一账户" }) as const;
  const refused = call("review.recordDecisions", { decisions: [judge(a, b), judge(a, "无此案"), judge(b, c)] });
  await expect(refused).rejects.toMatchObject({ code: "case-unknown", details: { case: "无此案", index: 1 } });
  expect(await call("review.listDecisions", {})).toEqual([]);
  await call("review.recordDecisions", { decisions: [judge(a, b), judge(b, c)] });
  expect(await call("review.listDecisions", {})).toHaveLength(2);
  const audited = await call("audit.listEntries", { limit: 20 });
  expect(audited.filter(({ action }) => action === "review.recordDecision").map(({ detail }) => detail["b"])).toEqual([c, b]);
  await close();
});
