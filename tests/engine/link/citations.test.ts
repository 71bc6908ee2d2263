// Evidence cites the rows that state it: the same whichever file came first, and the cited rows hold what the bar speaks of.
import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { caseMapping, writeCaseFile } from "../../../scripts/bench/caseFile.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";

const at = freshFolder();
const involvement = {
  name: "people of cases",
  rowKind: "involvement" as const,
  columns: { case: "case.number", name: "person.name", id: "person.identityNumber", role: "role" },
};

async function linked(name: string, order: readonly ("cases" | "people")[]) {
  const { call, close } = await openEngine(at(`${name}.caseweave`));
  for (const file of order)
    await call("import.storeFiles", { paths: [at(`${file}.csv`)], mapping: file === "cases" ? caseMapping : involvement } as never);
  await call("link.runLinkage", {});
  const pairs: readonly PairScore[] = await call("link.scorePairs", { top: 200 });
  const sources = await call("import.listSources", {});
  const idOf = sources.find((source) => source.name === "cases.csv")!.id;
  const page = await call("import.readSourceRows", { sourceId: idOf, from: 1, count: 200 });
  await close();
  return { pairs, rows: JSON.parse(JSON.stringify(page.rows)) as { row: number; cells: string[] }[] };
}

const cited = (pairs: readonly PairScore[]) =>
  pairs.map(({ a, b, evidence, counter }) => ({
    a,
    b,
    bars: [...evidence, ...counter].map(({ feature, sources }) => [feature, sources.map(({ source, row }) => `${source} ${row}`)]),
  }));

test("two orders of import cite the same rows, and a row cited for a shared identifier contains it", { timeout: 120_000 }, async () => {
  await writeCaseFile(at("cases.csv"), 200);
  const first = await linked("numbers", ["cases"]);
  const numbers = [...new Set(first.pairs.flatMap(({ a, b }) => [a, b]))].sort();
  const people = numbers.map((number, i) => `${number},甲${i},,victim`);
  writeFileSync(at("people.csv"), ["case,name,id,role", ...people].join("\n"));
  const [after, before] = [await linked("after", ["cases", "people"]), await linked("before", ["people", "cases"])];
  expect(cited(before.pairs)).toEqual(cited(after.pairs));
  const cellsOf = new Map(before.rows.map(({ row, cells }) => [row, cells.join(" ")]));
  let checked = 0;
  for (const { feature, level, entities, sources } of before.pairs.flatMap(({ evidence }) => evidence)) {
    if (level !== "shared" || feature === "sharedPerson") continue;
    for (const { source, row } of sources) {
      expect(source).toBe("cases.csv");
      const text = cellsOf.get(row);
      if (text === undefined) continue;
      expect(entities.some((entity) => text.includes(entity.split(":").at(-1)!))).toBe(true);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(20);
});
