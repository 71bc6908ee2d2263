// The demo's sheets one after another in shuffled orders: facts, identities, pairs, series and rings are those of the whole folder at once.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { differAll } from "../../../scripts/month/compare.ts";
import { type Desk, openDesk } from "../../../scripts/month/desk.ts";
import { study } from "../../../scripts/month/play.ts";
import { readFacts, readResults, type Told, withoutRows } from "../../../scripts/month/told.ts";
import { seededRandom } from "../../../shared/random.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
/** Sheets of which no pair, series or ring of a demo this small takes anything: each import costs its time. */
const isBeside = /基站|话单_电信|旅馆|卡口|网络账号|机动车|实有人口|网吧|人口数据|昨夜/;
const desks: Desk[] = [];
let paths: string[] = [];
let atOnce: Told;

/** Which of two banks' tellings of a transfer is shown is the one told first (decision 108): here what all tellings have in common. */
function withoutShown({ transfers, tellings, edges: _edges, ...facts }: Told): Told {
  const amountOf = (line: string) => String((JSON.parse(line) as { amount_fen: number }).amount_fen);
  return { ...facts, transfers: transfers!.map(amountOf), tellings: tellings!.map(amountOf) };
}

async function studyAll(name: string, imports: readonly string[][]): Promise<Told> {
  const desk = await openDesk(at(`${name}.caseweave`), Date.parse("2026-11-23T09:00:00+08:00"));
  desks.push(desk);
  for (const files of imports) {
    await desk.ask("import.storeFiles", { paths: files });
    desk.now += 60_000;
  }
  await study(desk);
  const { rings } = await desk.ask("group.listRings", {});
  const told = { ...readFacts(desk.path), ...readResults(desk.path) };
  return { ...withoutShown(told), rings: rings.map((ring) => JSON.stringify(withoutRows(ring))) };
}

beforeAll(async () => {
  const { files, lateFiles } = await writeDemoFiles(at("files"), { scale: 0.02, seed: 5 });
  paths = [...files, ...lateFiles].filter((name) => !isBeside.test(name)).map((name) => join(at("files"), name));
  atOnce = await studyAll("once", [paths]);
}, 300_000);
afterAll(() => Promise.all(desks.map(({ engine }) => engine.close())));

test.each([1, 2])("order %i of single files says what the folder says", { timeout: 300_000 }, async (seed) => {
  const random = seededRandom(seed);
  const shuffled = paths.map((path) => ({ path, at: random() })).sort((a, b) => a.at - b.at);
  const told = await studyAll(
    `order${seed}`,
    shuffled.map(({ path }) => [path]),
  );
  expect(differAll(told, atOnce)).toEqual([]);
});

test("there is something to be said", () => {
  for (const part of ["attributes", "links", "tellings", "identities", "addresses", "pairs", "series", "rings"])
    expect(atOnce[part]!.length, part).toBeGreaterThan(0);
});
