// A table of statistics: one dimension with its comparisons, or two crossed in shades.
import { dimensions } from "../../../../shared/review/statistics/dimensions.ts";
import { intervalText, isSmallRate, peopleText, populationKeys, rateText } from "../../../../shared/review/statistics/rateColumns.ts";
import type { StatisticsCell, StatisticsTable, StatisticsValue } from "../../../../shared/review/statistics/tableShape.ts";
import { changeText, lastOf, measureKeys, numberOf, yearOf } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, formatMoney } from "../../../parts/index.ts";
import { CellButton } from "./CellButton.tsx";
import { CrossTable } from "./CrossTable.tsx";

interface TableProps {
  readonly table: StatisticsTable;
}

const shown = (value: number | null, { amount }: StatisticsCell): string =>
  value === null ? "" : amount === null ? formatCount(value) : formatMoney(value);

function toneOf(now: number, before: number | null): string {
  if (before === null || now === before) return "cw-number cw-align-right";
  return `cw-number cw-align-right ${now > before ? "cw-tone-contra" : "cw-tone-plus"}`;
}

interface RateCellsProps extends TableProps {
  readonly cell: StatisticsCell;
  /** Place in the rows; -1: the sum. */
  readonly at: number;
}

interface RateCellProps {
  readonly cell: StatisticsCell;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

function RateCell({ cell, value, low, high }: RateCellProps) {
  if (value === undefined) return <td />;
  return (
    <td className="cw-number cw-align-right cw-statistics-rate">
      {rateText(value)}
      {isSmallRate(cell) && <sup>*</sup>}
      <span className="cw-quiet cw-small">({intervalText(low!, high!)})</span>
    </td>
  );
}

/** Population, the rate of the period, and that of a year where the period is none. */
function RateCells({ table: { population, measure }, cell, at }: RateCellsProps) {
  const t = useWords();
  if (population?.axis !== "row" || measure !== "cases") return null;
  const area = population.areas[at];
  const all = population.areas.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) => t(key, values);
  const { rate } = cell;
  return (
    <>
      <td className={`cw-number cw-align-right ${area?.people === null ? "cw-quiet" : ""}`}>
        {area === undefined ? formatCount(all) : peopleText(area, population.year, say)}
      </td>
      <RateCell cell={cell} value={rate?.value} low={rate?.low} high={rate?.high} />
      {!population.isYear && <RateCell cell={cell} value={rate?.yearly} low={rate?.yearlyLow} high={rate?.yearlyHigh} />}
    </>
  );
}

interface LineProps extends TableProps {
  readonly at: number;
  readonly value: StatisticsValue;
  readonly cell: StatisticsCell;
  readonly most: number;
}

function OneLine({ table, at, value, cell, most }: LineProps) {
  const whole = numberOf(table.total);
  const now = numberOf(cell);
  return (
    <tr>
      <th scope="row">{value.label}</th>
      <td className="cw-align-right">
        <CellButton cell={cell} name={value.label} where={[{ dimension: table.by[0]!, code: value.code }]} />
      </td>
      <td className="cw-statistics-bar-cell">
        <span className={cell.test?.isOut ? "cw-statistics-bar-out" : ""} style={{ width: `${most === 0 ? 0 : (now / most) * 100}%` }} />
      </td>
      <td className="cw-number cw-align-right">{whole === 0 ? "" : `${((now / whole) * 100).toFixed(1)}%`}</td>
      {table.last !== null && <td className="cw-number cw-align-right">{shown(lastOf(cell), cell)}</td>}
      {table.last !== null && <td className={toneOf(now, lastOf(cell))}>{changeText(now, lastOf(cell))}</td>}
      {table.year !== null && <td className="cw-number cw-align-right">{shown(yearOf(cell), cell)}</td>}
      {table.year !== null && <td className={toneOf(now, yearOf(cell))}>{changeText(now, yearOf(cell))}</td>}
      {table.baseline !== null && <td className="cw-number cw-align-right">{cell.test === null ? "" : cell.test.expected.toFixed(1)}</td>}
      <RateCells table={table} cell={cell} at={at} />
    </tr>
  );
}

function rateHeads({ population, measure }: StatisticsTable, t: ReturnType<typeof useWords>): readonly string[] {
  if (population?.axis !== "row" || measure !== "cases") return [];
  const yearly = population.isYear ? [] : [t("statistics.column.yearly")];
  return [t(populationKeys[population.kind]), t("statistics.column.rate"), ...yearly];
}

function OneDimension({ table }: TableProps) {
  const t = useWords();
  const cells = table.cells.map(([cell]) => cell!);
  const most = Math.max(0, ...cells.map(numberOf));
  const heads = [
    ...(table.last === null ? [] : [t("statistics.column.last"), t("statistics.column.lastChange")]),
    ...(table.year === null ? [] : [t("statistics.column.year"), t("statistics.column.yearChange")]),
    ...(table.baseline === null ? [] : [t("statistics.out.expected")]),
    ...rateHeads(table, t),
  ];
  return (
    <table className="cw-plain-table cw-statistics-table">
      <thead>
        <tr>
          <th scope="col">{t(dimensions[table.by[0]!].name)}</th>
          <th scope="col" className="cw-align-right">
            {t(measureKeys[table.measure])}
          </th>
          <td />
          <th scope="col" className="cw-align-right">
            {t("statistics.column.share")}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="cw-align-right">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((value, i) => (
          <OneLine key={value.code} at={i} table={table} value={value} cell={cells[i]!} most={most} />
        ))}
        <OneLine
          at={-1}
          table={table}
          value={{ code: "", label: t("statistics.label.total") }}
          cell={{ ...table.total, isSmall: false }}
          most={0}
        />
      </tbody>
    </table>
  );
}

export const TableView = ({ table }: TableProps) =>
  table.columns === null ? <OneDimension table={table} /> : <CrossTable table={table} />;
