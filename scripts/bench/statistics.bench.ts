// Statistics over 100,000 cases of three years in forty districts: every dimension, what is usually crossed, the course, the cases behind a number, and the
// files. The first question reads the cases and keeps them; all others find them there. BENCH_CASES sets how many.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { createEngine, type Engine } from "../../electron/engine/engine.ts";
import { seededRandom } from "../../shared/random.ts";
import { type DimensionName, dimensionNames } from "../../shared/review/statistics/dimensions.ts";
import { printFigure, quantile, timed } from "./figure.ts";

const cases = Number(process.env["BENCH_CASES"] ?? 100_000);
const budgetMilliseconds = 1000;
const rounds = 3;
const districts = Array.from(
  { length: 40 },
  (_, i) => `${"东西南北中上下"[i % 7]}${"渡港桥陵屏塘湾洲岭亭"[i % 10]}${i % 4 === 3 ? "县" : "区"}`,
);
const types = ["刷单返利", "虚假网络投资理财", "冒充电商物流客服", "虚假贷款", "冒充公检法及政府机关", "入室盗窃", "盗窃车内财物"];
const channels = ["短信", "电话", "短视频", "微信群", "网页", ""];
const firstDay = Date.UTC(2024, 0, 1);
const headings =
  "案件编号,案件类别,案发开始时间,报案时间,案发地点,经度,纬度,涉案资金,止付金额,返还金额,性别,年龄,受理单位,引流方式,转账方式";

const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const context = { signal: new AbortController().signal, report: () => {} };
const print = (figure: string, milliseconds: number, note = "", budget: number | null = budgetMilliseconds) =>
  printFigure({ bench: "statistics", figure, value: milliseconds, unit: "ms", budget, note });

const clock = (at: number): string => new Date(at).toISOString().slice(0, 19).replace("T", " ");

async function writeCases(path: string): Promise<void> {
  const random = seededRandom(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() ** 1.4 * values.length)]!;
  const out = createWriteStream(path);
  out.write(`${headings}\n`);
  for (let i = 0; i < cases; i++) {
    const at = firstDay + Math.floor(random() * 1095 * 86_400) * 1000;
    const district = pick(districts);
    const loss = Math.round(Math.exp(7 + 2.5 * random()));
    const cells = [
      `A${String(i).padStart(7, "0")}`,
      pick(types),
      clock(at),
      clock(at + 36_000_000),
      `云津市${district}文汇路${1 + Math.floor(random() * 299)}号`,
      (112 + random()).toFixed(6),
      (29 + random()).toFixed(6),
      loss,
      random() < 0.2 ? Math.round(loss / 3) : "",
      random() < 0.1 ? Math.round(loss / 5) : "",
      random() < 0.5 ? "男" : "女",
      18 + Math.floor(random() * 60),
      `云津市公安局${district}分局`,
      pick(channels),
      pick(["银行卡", "支付宝", "微信", "现金"]),
    ];
    if (!out.write(`${cells.join(",")}\n`)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  }
  out.end();
  await finished(out);
}

const people = (): string =>
  ["行政区划代码,地区,年份,常住人口", ...districts.map((name, i) => `${990_101 + i},${name},2026,${200_000 + 13_007 * i}`)].join("\n");

async function measure(
  engine: Engine,
  name: string,
  call: string,
  params: object,
  budget: number | null = budgetMilliseconds,
): Promise<void> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) taken.push((await timed(() => engine.dispatch(call, params, context))).seconds * 1000);
  print(name, quantile(taken, 0.5), `slowest of ${rounds}: ${quantile(taken, 1).toFixed(0)} ms`, budget);
}

const crossed: readonly (readonly [DimensionName, DimensionName])[] = [
  ["category", "place"],
  ["weekday", "hour"],
  ["place", "month"],
  ["unit", "category"],
  ["age", "sex"],
  ["loss", "lure"],
];

async function measureAll(engine: Engine): Promise<void> {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  const month = { from: "2026-10-01", to: "2026-10-31" };
  for (const name of dimensionNames) await measure(engine, `table.${name}`, "statistics.table", { by: [name], ...month });
  for (const by of crossed) await measure(engine, `table.${by.join("×")}`, "statistics.table", { by, ...month });
  await measure(engine, "table.year", "statistics.table", { by: ["category", "place"], ...year });
  await measure(engine, "table.always", "statistics.table", { by: ["category", "place"], measure: "loss" });
  for (const every of ["day", "week", "month"]) await measure(engine, `trend.${every}`, "statistics.trend", { every });
  await measure(engine, "cases", "statistics.cases", { where: [{ dimension: "place", code: districts[0] }] });
  await measure(engine, "map.svg", "statistics.export", { by: ["place"], look: "map", figure: "rate", format: "svg", ...year });
  await measure(engine, "export.csv", "statistics.export", { by: ["category", "place"], format: "csv", ...year });
}

try {
  await writeCases(join(folder, "cases.csv"));
  await writeFile(join(folder, "人口.csv"), people());
  const engine = await createEngine({ workspacePath: join(folder, "statistics.caseweave") });
  const paths = ["cases.csv", "人口.csv"].map((name) => join(folder, name));
  const { seconds } = await timed(() => engine.dispatch("import.storeFiles", { paths }, context));
  print("import", seconds * 1000, `${cases} cases`, null);
  const first = await timed(() => engine.dispatch("statistics.table", { by: ["category", "place"] }, context));
  print("first", first.seconds * 1000, `reads ${cases} cases`, null);
  await measureAll(engine);
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
