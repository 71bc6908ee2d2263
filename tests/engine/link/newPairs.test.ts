// "New import" in the list of pairs: every sheet of the newest import that brought cases, its corrections too, and nothing of the days before.
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openDesk } from "../../../scripts/month/desk.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
const account = "6222021234567890128";

function writeCases(path: string, numbers: readonly string[]): string {
  const rows = numbers.map((number) => `${number},电信诈骗,${account},2026-10-01 09:00`);
  writeFileSync(at(path), ["案件编号,案件类别,嫌疑账号,报案时间", ...rows].join("\n"));
  return at(path);
}

test("pairs of a day's folder are new whichever of its sheets brought the case", async () => {
  const desk = await openDesk(at("w.caseweave"), Date.parse("2026-10-01T09:00:00+08:00"));
  const { ask } = desk;
  await ask("import.storeFiles", { paths: [writeCases("old.csv", ["A0001", "A0002"])] });
  desk.now += 86_400_000;
  mkdirSync(at("day"));
  const sheets = [writeCases("day/north.csv", ["A0003", "A0004"]), writeCases("day/south.csv", ["A0005"])];
  await ask("import.storeFiles", { paths: sheets });
  desk.now += 60_000;
  writeFileSync(at("accounts.csv"), `账号,户名\n${account},张三`);
  await ask("import.storeFiles", { paths: [at("accounts.csv")] });
  await ask("link.runLinkage", {});

  const list = async (newOnly: boolean) => (await ask("link.listPairs", { state: "all", minBits: null, newOnly })).items;
  const [all, fresh] = [await list(false), await list(true)];
  const isNew = ({ a, b }: { a: string; b: string }) => [a, b].some((number) => number >= "A0003");
  const name = ({ a, b }: { a: string; b: string }) => `${a} ${b}`;
  expect(all.filter((pair) => !isNew(pair)).map(name)).toEqual(["A0001 A0002"]);
  expect(fresh.map(name).sort()).toEqual(all.filter(isNew).map(name).sort());
  expect(fresh).toHaveLength(9);
  expect(all.filter((pair) => pair.isNew !== isNew(pair))).toEqual([]);
  await desk.engine.close();
});
