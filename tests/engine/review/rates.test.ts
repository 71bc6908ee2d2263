// Rates end to end: a table of people as it is imported with its faults, cases for 100,000 people by call, by command and in files, and what is left when
// the table goes.
import { writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { poissonInterval } from "../../../shared/review/statistics/poisson.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";
import { openEngine } from "../import/openEngine.ts";
import { runHere } from "../workspace/runHere.ts";

const at = freshFolder("all");

const places = [
  ["东渡区", 12],
  ["桥东区", 3],
  ["青石县", 1],
] as const;

const caseLines = places.flatMap(([place, count]) =>
  Array.from(
    { length: count },
    (_, i) => `${place}${i},盗窃,2026-11-${String(i + 1).padStart(2, "0")} 20:15:00,云津市${place}青石路${i + 1}号`,
  ),
);
const caseSheet = ["案件编号,案件类别,案发开始时间,案发地点", ...caseLines, "末,盗窃,2026-11-30 20:15:00,云津市东渡区青石路99号"].join(
  "\n",
);
const peopleSheet = `单位：万人
行政区划代码,地区,年份,年末常住人口（万人）,户籍人口（人）
990101,东渡区,2025,64.2,"601,230"
990102,临港区,2025,52.75,480100
990103,桥东区,2024,31.1,-5
990103,桥东区,2024,30,299000
990103,桥东区,2019,29,288000
99010x,青石县,2025,33.65,333020
990121,青石县,2025,三十三万,333020
`;

type Call = <Name extends CallName>(name: Name, params: Input<Name>) => Promise<Result<Name>>;
let call: Call;
let close: () => Promise<void>;
let people: Result<"import.storeFiles">["sources"][number];

const november = { by: ["place" as const], from: "2026-11-01", to: "2026-11-30" };
const table = () => call("statistics.table", november);
const areasOf = ({ rows, population }: Result<"statistics.table">) =>
  rows.map(({ label }, i) => {
    const { people: count, year, gap, rows: told } = population!.areas[i]!;
    return [label, count, year, gap, told.map(({ source, row }) => `${source} ${row}`).join()].join(" ");
  });

beforeAll(async () => {
  writeFileSync(at("案件.csv"), caseSheet);
  writeFileSync(at("人口.csv"), peopleSheet);
  ({ call, close } = await openEngine(at("w.caseweave")));
  await call("import.storeFiles", { paths: [at("案件.csv")] });
  people = (await call("import.storeFiles", { paths: [at("人口.csv")] })).sources[0]!;
}, 60_000);

describe("rates", () => {
  it("are none before a table of people is there, and the table says which of its rows it could not use", async () => {
    expect(people).toMatchObject({ layout: { rowKind: "population" }, rows: { read: 7, stored: 4, rejected: 3, skipped: 0 } });
    const { items } = await call("import.listRejects", { sourceId: people.id });
    expect(items.map(({ row, reason, column, cell }) => [row, reason, column, cell])).toEqual([
      [3, "population-invalid", "户籍人口（人）", "-5"],
      [6, "division-invalid", "行政区划代码", "99010x"],
      [7, "population-invalid", "年末常住人口（万人）", "三十三万"],
    ]);
  });

  it("stand beside the counts, with the population, its year, its row, and the exact interval", async () => {
    const told = await table();
    expect(areasOf(told)).toEqual(["东渡区 642000 2025  人口.csv 1", "桥东区 300000 2024  人口.csv 4", "青石县   no-population "]);
    const [low, high] = poissonInterval(13);
    expect(told.cells[0]![0]!.rate).toMatchObject({
      value: (13 * 100_000) / 642_000,
      low: low * (100_000 / 642_000),
      high: high * (100_000 / 642_000),
    });
    expect(told.cells[2]![0]!.rate).toBeNull();
    expect(told.total.rate!.value).toBeCloseTo((16 / 942_000) * 100_000, 10);
    expect(told.population).toMatchObject({ kind: "resident", year: 2026, days: 30, isYear: false, places: 2, missing: 1 });
  });

  it("leave with files: text, workbook and picture say what they stand on", async () => {
    const file = async (format: "csv" | "xlsx" | "svg") =>
      Buffer.from((await call("statistics.export", { ...november, format })).base64, "base64");
    const text = (await file("csv")).toString();
    expect(text).toContain('东渡区,13,76.5%,"642,000（2025 年）",2.02 (1.08–3.46),24.7 (13.1–42.2)');
    expect(text).toContain("青石县,1*,5.9%,无人口数,,");
    expect(text).toContain('桥东区,3*,17.6%,"300,000（2024 年）",1.00* (0.21–2.92)');
    const sheets = Object.entries(unzipSync(await file("xlsx"))).flatMap(([name, bytes]) =>
      name.includes("/sheet") ? [strFromU8(bytes)] : [],
    );
    expect(sheets[0]).toContain("Garwood 1936");
    expect(sheets[0]).toContain("另有 1 个没有");
    expect((await file("svg")).toString()).toContain("Garwood 1936");
  });

  it("of a crossed table stand on a sheet of their own, small ones marked", async () => {
    const { base64 } = await call("statistics.export", { ...november, by: ["place", "weekday"], format: "xlsx" });
    const book = Object.entries(unzipSync(Buffer.from(base64, "base64"))).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(book.find(([name]) => name.endsWith("workbook.xml"))![1]).toContain("年化每 10 万人");
    const rates = book.filter(([name]) => name.includes("/sheet")).find(([, text]) => text.includes("24.7 (13.1–42.2)"));
    expect(rates![1]).toContain("Garwood 1936");
    expect(rates![1]).toMatch(/\d\* \(/);
  });

  it("stand in a briefing's table of places, with what they stand on", async () => {
    const brief = JSON.stringify(await call("brief.read", { from: november.from, to: november.to }));
    expect(brief).toContain("642,000（2025 年）");
    expect(brief).toContain("另有 1 个没有");
  });

  it("are not doubled by the same file, are withheld where another table tells other numbers, and go with their table", async () => {
    const again = await call("import.storeFiles", { paths: [at("人口.csv")] });
    expect(again.sources[0]!.already).toBe(true);
    expect(areasOf(await table())[0]).toBe("东渡区 642000 2025  人口.csv 1");
    writeFileSync(at("年鉴.csv"), "行政区划代码,地区,年份,年末常住人口\n990101,东渡区,2025,650000\n990103,桥东区,2024,300000\n");
    const other = (await call("import.storeFiles", { paths: [at("年鉴.csv")] })).sources[0]!;
    const both = areasOf(await table());
    expect(both.slice(0, 2)).toEqual(["东渡区   conflict 人口.csv 1,年鉴.csv 1", "桥东区 300000 2024  人口.csv 4,年鉴.csv 2"]);
    await call("import.removeSource", { sourceId: other.id, reason: "旧数" });
    expect(areasOf(await table())[0]).toBe("东渡区 642000 2025  人口.csv 1");
    await call("import.removeSource", { sourceId: people.id, reason: "旧数" });
    const bare = await table();
    expect([bare.population, bare.cells[0]![0]!.rate]).toEqual([null, null]);
    await call("import.storeFiles", { paths: [at("人口.csv")] });
    expect((await table()).population?.places).toBe(2);
  });

  it("are printed by the command as the call gives them", async () => {
    const told = await table();
    await close();
    const printed = await runHere([
      "statistics",
      at("w.caseweave"),
      "--by",
      "place",
      "--from",
      "2026-11-01",
      "--to",
      "2026-11-30",
      "--json",
    ]);
    expect(JSON.parse(printed.out)).toEqual(told);
  });
});
