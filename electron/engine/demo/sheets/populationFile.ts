// People by district and year. The codes are invented too: no province begins with 98 or 99.
import { hashText } from "../../../../shared/random.ts";
import type { County } from "../county.ts";
import { csvBytes, type DemoFile, type Row } from "./table.ts";

const years = [2023, 2024, 2025] as const;

/** 990100 and its districts, a city for each county of the demo. */
const cityCode = (county: number): number => (99 - Math.floor(county / 99)) * 10_000 + ((county % 99) + 1) * 100;

/** 990101, 990102 …; counties (县) begin at 21. */
export const areaCode = (county: number, districts: readonly string[], at: number): number =>
  cityCode(county) + (districts[at]!.endsWith("县") ? 21 : 1) + at;

/** 180,000 to 700,000 people, a little more or less each year. */
function peopleOf(area: string, year: number): number {
  const size = 180_000 + (hashText(area) % 520_000);
  const growth = ((hashText(`${area} growth`) % 31) - 12) / 1000;
  return Math.round(size * (1 + growth * (year - years[0])));
}

export function writePopulation({ geography, county, seed, suffix }: County): DemoFile {
  const code = cityCode(county);
  const { city, districts } = geography;
  const areas = districts.map((district, i) => ({ district, code: areaCode(county, districts, i) }));
  const line = (own: number, name: string, year: number, people: number): Row => [
    own,
    name,
    year,
    (people / 10_000).toFixed(2),
    Math.round(people * 0.93),
  ];
  const rows = years.flatMap((year) => {
    const people = areas.map(({ district }) => peopleOf(`${seed} ${city}${district}`, year));
    return [
      line(
        code,
        city,
        year,
        people.reduce((sum, one) => sum + one, 0),
      ),
      ...areas.map(({ district, code: own }, i) => line(own, district, year, people[i]!)),
    ];
  });
  const headings = ["行政区划代码", "地区", "年份", "年末常住人口（万人）", "户籍人口（人）"];
  return { name: `人口数据${suffix}.csv`, bytes: csvBytes([headings, ...rows], "gb18030") };
}
