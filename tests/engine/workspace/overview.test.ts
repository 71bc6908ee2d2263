// What to do first: a new case that fits a series, until somebody has judged it.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();

test("a match that was judged is no news any more", async () => {
  const { files, lateFiles } = await writeDemoFiles(at("files"), { scale: 0.1, seed: 1 });
  const { call, close } = await openEngine(at("w.caseweave"));
  for (const names of [files, lateFiles]) {
    await call("import.storeFiles", { paths: names.map((name) => at(`files/${name}`)) });
    await call("link.runLinkage", {});
    await call("group.runSeries", {});
  }
  const listMatches = async () => (await call("workspace.readOverview", {})).todo.filter(({ kind }) => kind === "match");
  const [first, ...rest] = await listMatches();
  const number = String(first!.values["case"]);
  const [pair] = (await call("link.listPairs", { case: number, state: "all" })).items;
  await call("review.recordDecision", { subject: "pair", a: pair!.a, b: pair!.b, verdict: "reject", reason: "另有其人" });
  expect(await listMatches()).toEqual(rest);
  await close();
}, 120_000);

test("cases of one import stand together, whichever of its files told them: the newest first", async () => {
  const head = "案件编号,案件类别,发案时间,涉案金额";
  writeFileSync(at("昨夜.csv"), `${head}\nA9,刷单返利,2026-11-23 20:00:00,43200\n`);
  writeFileSync(at("台账.csv"), `${head}\nA1,刷单返利,2026-11-01 10:00:00,100\nA2,刷单返利,2026-11-10 10:00:00,200\n`);
  const { call, close } = await openEngine(at("two.caseweave"));
  // The ledger comes last: its source is the newest, its cases are not.
  await call("import.storeFiles", { paths: [at("昨夜.csv"), at("台账.csv")], as: "case" });
  const overview = await call("workspace.readOverview", {});
  expect(overview.newCases.map((one) => one.case)).toEqual(["A9", "A2", "A1"]);
  expect(overview.newLoss).toBe("43500.00");
  expect(overview.added).toMatchObject({ case: 3 });
  await close();
});
