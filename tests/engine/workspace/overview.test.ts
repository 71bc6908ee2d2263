// What to do first: a new case that fits a series, until somebody has judged it.
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
