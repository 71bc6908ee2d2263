// Population by area and year: what rates are counted on. A year stands in a column, in the heading of a column (2025年末常住人口), or is given for the
// sheet. The unit must be told: where a heading says 万人 its numbers count tens of thousands; a broken number without a unit is refused.
import { headingFactor, readPeople, statedFactor } from "../cells/populationUnit.ts";
import type { FactSink } from "../factSink.ts";
import { type PopulationKind, populationKinds } from "../facts.ts";
import { divisionName, isProvince } from "../kinds/divisions.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { type RowFailure, type RowKindSpec, reject, skip, targetTable } from "./target.ts";

interface Column {
  readonly target: string;
  readonly kind: PopulationKind;
  readonly get: (cells: Cells) => string;
  readonly heading: string;
  readonly factor: number | null;
  /** Told by the heading. */
  readonly year: number | null;
}

const years = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** `2025年末`, `2025-12-31`; null where none or several are told. */
export function yearIn(text: string): number | null {
  const found = new Set(text.normalize("NFKC").match(years));
  return found.size === 1 ? Number([...found][0]) : null;
}

/** Six digits at least: 34 → 340000, 3412 → 341200; null for what is no code. */
export function divisionCode(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/\s+/g, "").replace(/\.0+$/, "");
  if (!/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(digits) || digits.startsWith("0")) return null;
  const whole = digits.padEnd(6, "0");
  // Codes of statistics have 12 digits all the way down; what they leave open are noughts.
  return whole.length < 9 ? whole : whole.replace(/(?:000){1,2}$/, "");
}

function readColumns(plan: RowPlan): readonly Column[] {
  const stated = statedFactor(plan.context.banner.get("unit"));
  return populationKinds.flatMap((kind) =>
    plan.columns(`population.${kind}`).map(({ get, heading }): Column => {
      const factor = headingFactor(heading) ?? stated;
      return { target: `population.${kind}`, kind, get, heading, factor, year: yearIn(heading) };
    }),
  );
}

interface Read {
  readonly kind: PopulationKind;
  readonly people: number;
  readonly year: number;
  readonly column: Column;
}

/** All figures of the row, or the first that cannot be one. */
function readFigures(columns: readonly Column[], cells: Cells, rowYear: string): readonly Read[] | RowFailure {
  const found: Read[] = [];
  for (const column of columns) {
    const cell = column.get(cells);
    if (cell === "" || /^[-—–…]+$/.test(cell)) continue;
    const people = readPeople(cell, column.factor);
    if (typeof people === "string") return reject(people, column.target);
    const year = column.year ?? yearIn(rowYear);
    if (year === null) return reject(rowYear === "" ? "time-missing" : "time-invalid", "population.year");
    found.push({ kind: column.kind, people, year, column });
  }
  return found.length > 0 ? found : reject("population-invalid", columns[0]?.target ?? "");
}

/** The same area and year twice: the same number again says nothing new, another one is a contradiction. */
function held(known: ReadonlyMap<string, number>, area: string, figures: readonly Read[]): RowFailure | null {
  const before = figures.map((one) => ({ one, people: known.get(`${area} ${one.kind} ${one.year}`) }));
  const other = before.find(({ one, people }) => people !== undefined && people !== one.people);
  if (other !== undefined) return reject("population-differs", other.one.column.target);
  return before.every(({ people }) => people !== undefined) ? skip("population-known") : null;
}

/** Names of the table that say no more than what a code is of. */
const general = /^(?:市辖区|城区|郊区|市区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

/** What a person should look at: a code that no table knows, or that another area has. */
function doubt(plan: RowPlan, code: string, name: string, year: number): void {
  if (code === "") return;
  const official = isProvince(Number(code.slice(0, 2))) ? divisionName(Number(code.slice(0, 6)), year) : "";
  if (official === "") plan.doubts.add("division-unknown", plan.headingOf("population.code"), `${code} ${name}`.trim());
  else if (code.length === 6 && name !== "" && !general.test(official) && !name.includes(official) && !official.includes(name))
    plan.doubts.add("division-other-name", plan.headingOf("population.code"), `${code} ${name} ≠ ${official}`);
}

function writeFigures(sink: FactSink, code: string, name: string, figures: readonly Read[], row: number): void {
  for (const { kind, people, year } of figures) sink.populations.push({ code, name, year, kind, people, row });
}

export const populationKind: RowKindSpec = {
  rowKind: "population",
  targets: targetTable([
    ["population.code", "code", "行政区划代码 区划代码 行政区代码 区县代码 地区代码 行政区划编码 adcode divisioncode areacode"],
    [
      "population.name",
      "text",
      "区县 地区 行政区划 行政区划名称 区县名称 县区 地区名称 行政区 区划名称 县市区 名称 region area division district county",
    ],
    ["population.year", "text", "年份 年度 统计年份 统计年度 年末 年 year"],
    [
      "population.resident*",
      "number",
      "常住人口 年末常住人口 常住人口数 常住总人口 常住人口总数 年末常住人口数 residentpopulation permanentpopulation",
    ],
    ["population.registered*", "number", "户籍人口 年末户籍人口 户籍人口数 户籍总人口 registeredpopulation householdpopulation"],
    ["population.total*", "number", "总人口 人口 人口数 年末总人口 人口总数 年末人口 totalpopulation population"],
  ]),
  required: [
    ["population.code", "population.name"],
    ["population.resident", "population.registered", "population.total"],
  ],
  telling: ["population.resident", "population.registered", "population.total", "population.code", "population.year"],
  titles: ["人口", "population"],
  compile(plan) {
    const [code, name, year] = [plan.text("population.code"), plan.text("population.name"), plan.text("population.year")];
    const columns = readColumns(plan);
    const known = new Map<string, number>();
    return {
      write(cells, row, sink) {
        const [written, words] = [code(cells), name(cells).replace(/\s+/g, "")];
        const whole = written === "" ? "" : divisionCode(written);
        if (whole === null) return reject("division-invalid", "population.code");
        if (whole === "" && words === "") return reject("key-missing", plan.has("population.code") ? "population.code" : "population.name");
        const figures = readFigures(columns, cells, year(cells));
        if ("verdict" in figures) return figures;
        const area = whole || words;
        const again = held(known, area, figures);
        if (again !== null) return again;
        for (const { kind, year: of, people } of figures) known.set(`${area} ${kind} ${of}`, people);
        doubt(plan, whole, words, figures[0]!.year);
        writeFigures(sink, whole, words || divisionName(Number(whole.slice(0, 6)), figures[0]!.year), figures, row);
        return null;
      },
    };
  },
};
