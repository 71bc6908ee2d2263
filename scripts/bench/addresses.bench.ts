// Standard addresses: their table read in, addresses as people write them matched to it, and how right that is by level.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type Engine } from "../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../electron/engine/store/sqlite/sql.ts";
import { type AddressLevel, addressLevels, finestLevel, readLevels } from "../../shared/import/address/levels.ts";
import type { AddressRun, NearestAnswer } from "../../shared/resolve/addressCalls.ts";
import { measureAccuracy } from "./addressAccuracy.ts";
import { createStandardAddresses, createWrittenAddresses, type StandardAddress, type WrittenAddress } from "./addressWorld.ts";
import { printFigure, timed } from "./figure.ts";
import { watchMemory } from "./memory.ts";

const standardCount = Number(process.env["BENCH_STANDARD"] ?? 100_000);
const writtenCount = Number(process.env["BENCH_WRITTEN"] ?? 50_000);
const seed = Number(process.env["BENCH_SEED"] ?? 1);
const context = { signal: new AbortController().signal, report: () => {} };

const levelHeadings = ["省", "市", "县区", "乡镇街道", "社区", "路街巷", "门牌号", "小区", "楼栋", "单元", "层", "室"];

const standardCsv = (addresses: readonly StandardAddress[]): string =>
  [
    ["标准地址编码", ...levelHeadings, "别名", "经度", "纬度", "坐标系"],
    ...addresses.map(({ code, levels, alias, longitude, latitude }) => [
      code,
      ...addressLevels.map((level) => levels[level] ?? ""),
      alias,
      String(longitude),
      String(latitude),
      "GCJ-02",
    ]),
  ]
    .map((row) => row.join(","))
    .join("\n");

const residentsCsv = (written: readonly WrittenAddress[]): string =>
  ["人员编号,姓名,性别,现住址", ...written.map(({ text }, i) => `R${i},居民${i},男,${text}`)].join("\n");

/** What each resident's address was taken for, by the number of the resident. */
function readTaken(path: string, count: number): { path: string; level: AddressLevel | null }[] {
  const reader = openWorkspaceFile(path, { readOnly: true });
  const taken = Array.from({ length: count }, () => ({ path: "", level: null as AddressLevel | null }));
  const rows = reader.all<{
    key: string;
    path: string;
  }>(sql`SELECT r.key, a.value AS path FROM entity r JOIN link l ON l.from_id = r.id AND l.kind = 'lives-at'
    LEFT JOIN address_match m ON m.place_id = l.to_id JOIN attribute a ON a.entity_id = coalesce(m.standard_id, l.to_id) AND a.name = 'address.levels' WHERE r.kind = 'person'`);
  for (const { key, path: found } of rows) taken[Number(key.slice(1))] = { path: found, level: finestLevel(readLevels(found)) };
  reader.close();
  return taken;
}

async function measure(engine: Engine, folder: string): Promise<void> {
  const print = (figure: string, value: number, unit: string, budget: number | null = null, note = "") =>
    printFigure({ bench: "addresses", figure, value, unit, budget, note, more: false });
  const run = (name: string, params: object) => timed(() => engine.dispatch(name, params, context));
  const standard = createStandardAddresses(seed, standardCount);
  const written = createWrittenAddresses(seed, standard, writtenCount);
  await writeFile(join(folder, "标准地址.csv"), standardCsv(standard));
  await writeFile(join(folder, "实有人口.csv"), residentsCsv(written));
  print(
    "importTable",
    (await run("import.storeFiles", { paths: [join(folder, "标准地址.csv")] })).seconds,
    "s",
    null,
    `${standardCount} addresses`,
  );
  await run("import.storeFiles", { paths: [join(folder, "实有人口.csv")], as: "person" });
  const memory = watchMemory();
  const matched = await run("resolve.matchAddresses", {});
  const { counts, standard: nodes, places } = matched.value as AddressRun;
  print("match", matched.seconds, "s", null, `${places} texts against ${nodes} places; ${counts.sure} sure, ${counts.doubtful} doubtful`);
  print("matchMegabytes", memory().children, "MB");
  for (const { level, precision, recall } of measureAccuracy(written, readTaken(join(folder, "a.caseweave"), written.length)))
    print(`right.${level}`, precision, "", null, `recall ${recall.toFixed(4)}`);
  const { longitude, latitude } = standard[Math.floor(standardCount / 2)]!;
  const asked = { longitude, latitude, datum: "GCJ-02", top: 10 };
  const first = await run("resolve.findNearestAddresses", asked);
  print("nearestFirst", first.seconds * 1000, "ms", null, `${(first.value as NearestAnswer).items.length} found; builds the grid`);
  print("nearest", (await run("resolve.findNearestAddresses", asked)).seconds * 1000, "ms");
}

const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const engine = await createEngine({ workspacePath: join(folder, "a.caseweave") });
try {
  await measure(engine, folder);
} finally {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
}
