// Addresses are matched by themselves after an import: only what is new, the same in whatever order it came, never over a judgement, safe against
// a cancel and a close in the middle.
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../../electron/engine/store/sqlite/sql.ts";
import { createStandardAddresses, createWrittenAddresses } from "../../../scripts/bench/addressWorld.ts";
import { addressLevels } from "../../../shared/import/address/levels.ts";
import { freshFolder } from "../folder.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

const at = freshFolder();
const levelHeadings = ["省", "市", "县区", "乡镇街道", "社区", "路街巷", "门牌号", "小区", "楼栋", "单元", "层", "室"];

const standard = createStandardAddresses(3, 600);
const written = createWrittenAddresses(3, standard, 240);

function write(name: string, lines: readonly string[]): string {
  writeFileSync(at(name), `${lines.join("\n")}\n`);
  return at(name);
}

const tableFile = (name: string, from: number, until: number): string =>
  write(name, [
    ["标准地址编码", ...levelHeadings, "别名"].join(","),
    ...standard
      .slice(from, until)
      .map(({ code, levels, alias }) => [code, ...addressLevels.map((level) => levels[level] ?? ""), alias].join(",")),
  ]);

const peopleFile = (name: string, from: number, until: number, text = (i: number) => written[i]!.text): string =>
  write(name, [
    "人员编号,姓名,性别,现住址",
    ...Array.from({ length: until - from }, (_, i) => `R${from + i},居民${from + i},男,${text(from + i)}`),
  ]);

const store = ({ call }: OpenEngine, ...paths: string[]) => call("import.storeFiles", { paths });

async function storeAndMatch(engine: OpenEngine, path: string) {
  const { addresses } = await store(engine, path);
  return addresses === null ? null : await engine.call("resolve.readAddressReport", { since: addresses });
}

/** Every written address by what stands in it, with all that it may be; numbers of places differ from workspace to workspace. */
function readMatches(path: string): readonly string[] {
  const db = openWorkspaceFile(path, { readOnly: true });
  const keys = new Map(db.all<{ id: number; key: string }>(rawSql("SELECT id, key FROM entity")).map(({ id, key }) => [id, key]));
  const rows = db.all<{ key: string; state: string; standard: number | null; bits: number; options: string }>(
    rawSql(
      "SELECT e.key, m.state, m.standard_id AS standard, m.bits, m.options FROM address_match m JOIN entity e ON e.id = m.place_id ORDER BY e.key",
    ),
  );
  db.close();
  return rows.map(({ standard: taken, options, ...row }) =>
    JSON.stringify({
      ...row,
      taken: taken === null ? null : keys.get(taken),
      options: (JSON.parse(options) as { id: number }[]).map(({ id, ...option }) => ({ ...option, key: keys.get(id) })),
    }),
  );
}

async function matchedIn(name: string, files: readonly string[]): Promise<readonly string[]> {
  const engine = await openEngine(at(name));
  for (const file of files) await storeAndMatch(engine, file);
  await engine.close();
  return readMatches(at(name));
}

it("comes to the same, all at once or day by day with the table in two parts between the days", async () => {
  const [table, people] = [tableFile("all.csv", 0, 600), peopleFile("people.csv", 0, 240)];
  const once = await matchedIn("once.caseweave", [table, people]);
  expect(once.length).toBeGreaterThan(200);
  expect(once.filter((line) => line.includes('"sure"')).length).toBeGreaterThan(150);
  const [monday, tuesday, wednesday] = [0, 1, 2].map((day) => peopleFile(`day${day}.csv`, day * 80, day * 80 + 80));
  const [one, other] = [tableFile("half1.csv", 0, 250), tableFile("half2.csv", 250, 600)];
  expect(await matchedIn("daily.caseweave", [monday!, other, tuesday!, one, wednesday!])).toEqual(once);
}, 240_000);

it("matches only what is new, keeps what a person said, and matches again where an address is told with a code", async () => {
  const engine = await openEngine(at("new.caseweave"));
  await storeAndMatch(engine, tableFile("t.csv", 0, 600));
  expect(await storeAndMatch(engine, peopleFile("first.csv", 0, 100))).toMatchObject({ isDone: true, failure: null });
  const judged = (await engine.call("resolve.listAddressMatches", { pile: "sure" })).items[0]!;
  await engine.call("review.recordDecision", { subject: "address", a: judged.place, b: "none", verdict: "reject", reason: "系笔误" });
  const more = (await storeAndMatch(engine, peopleFile("second.csv", 90, 110)))!;
  expect(more.matched + more.doubtful + more.unmatched).toBe(new Set(written.slice(100, 110).map(({ text }) => text)).size);
  const doubtful = (await engine.call("resolve.listAddressMatches", { pile: "all", limit: 500 })).items.find(
    ({ state }) => state === "none" || state === "doubtful",
  )!;
  const coded = write("coded.csv", ["人员编号,姓名,性别,标准地址编码,现住址", `R900,居民900,男,${standard[0]!.code},${doubtful.label}`]);
  const again = (await storeAndMatch(engine, coded))!;
  expect(again.matched + again.doubtful + again.unmatched).toBe(1);
  expect((await engine.call("resolve.readAddressMatch", { place: doubtful.place })).bits).toBe(20);
  const rest = (await storeAndMatch(engine, tableFile("more.csv", 0, 1)))!;
  expect(rest.isDone).toBe(true);
  const stands = await engine.call("resolve.readAddressMatch", { place: judged.place });
  expect([stands.state, stands.standard, stands.decision?.note]).toEqual(["refused", null, "系笔误"]);
  const page = await engine.call("resolve.listAddressMatches", {});
  expect([page.stale, page.run!.places]).toEqual([false, readMatches(at("new.caseweave")).length]);
  await engine.close();
}, 120_000);

it("says nothing without a table, and forgets all matches when the last table is taken out", async () => {
  const engine = await openEngine(at("none.caseweave"));
  expect(await storeAndMatch(engine, peopleFile("p.csv", 0, 20))).toBeNull();
  expect(await engine.call("resolve.readAddressReport", { since: 0 })).toBeNull();
  await storeAndMatch(engine, tableFile("t2.csv", 0, 600));
  expect((await engine.call("resolve.listAddressMatches", {})).run!.places).toBeGreaterThan(15);
  await engine.call("import.removeSource", { sourceId: 2, reason: "旧表" });
  await engine.call("resolve.readAddressReport", { since: 0 });
  expect((await engine.call("resolve.listAddressMatches", { pile: "all" })).run).toBeNull();
  expect(readMatches(at("none.caseweave"))).toEqual([]);
  await engine.close();
}, 120_000);

const many = 6000;
const manyPeople = () => peopleFile("many.csv", 0, many, (i) => `${written[i % 240]!.text}${i}`);

it("lets the import end first, is listed, stops when it is cancelled, and goes on with the next import", async () => {
  const engine = await openEngine(at("cancel.caseweave"));
  await storeAndMatch(engine, tableFile("t3.csv", 0, 600));
  const { addresses } = await store(engine, manyPeople());
  const running = async () => (await engine.call("workspace.listJobs", {})).filter(({ isBackground }) => isBackground);
  await expect.poll(running, { timeout: 30_000, interval: 5 }).toHaveLength(1);
  const [job] = await running();
  expect(job!.name).toBe("resolve.matchAddresses");
  await engine.call("workspace.cancelJob", { id: job!.id });
  const cancelled = await engine.call("resolve.readAddressReport", { since: addresses! });
  expect([cancelled!.isDone, cancelled!.failure]).toEqual([false, "cancelled"]);
  expect((await engine.call("resolve.listAddressMatches", {})).stale).toBe(true);
  const next = await storeAndMatch(engine, peopleFile("one.csv", 0, 1));
  expect(next).toMatchObject({ isDone: true, failure: null });
  expect(readMatches(at("cancel.caseweave")).length).toBeGreaterThan(many);
  await engine.close();
}, 120_000);

it("goes on when the workspace is opened again after it was closed in the middle", async () => {
  const path = at("closed.caseweave");
  const engine = await openEngine(path);
  await storeAndMatch(engine, tableFile("t4.csv", 0, 600));
  await store(engine, manyPeople());
  await engine.close();
  const before = readMatches(path).length;
  expect(before).toBeLessThan(many);
  const again = await openEngine(path);
  const report = await again.call("resolve.readAddressReport", { since: 0 });
  expect(report!.isDone).toBe(true);
  await again.call("audit.verifyChain", {});
  await again.close();
  expect(readMatches(path).length).toBe(many);
}, 120_000);
