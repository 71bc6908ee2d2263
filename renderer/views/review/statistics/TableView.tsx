// A table of statistics: one dimension with its comparisons, or two crossed in shades.
import type { CSSProperties } from "react";
import { dimensions } from "../../../../shared/review/statistics/dimensions.ts";
import type { Condition } from "../../../../shared/review/statistics/question.ts";
import type { StatisticsCell, StatisticsTable, StatisticsValue } from "../../../../shared/review/statistics/tableShape.ts";
import { changeText, figureText, lastOf, measureKeys, numberOf, yearOf } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, formatMoney } from "../../../parts/index.ts";
import { CellButton } from "./CellButton.tsx";

interface TableProps {
  readonly table: StatisticsTable;
}

const shade = (cell: StatisticsCell, most: number): CSSProperties =>
  ({ "--share": most === 0 ? 0 : numberOf(cell) / most }) as CSSProperties;

const shown = (value: number | null, { amount }: StatisticsCell): string =>
  value === null ? "" : amount === null ? formatCount(value) : formatMoney(value);

function toneOf(now: number, before: number | null): string {
  if (before === null || now === before) return "cw-number cw-align-right";
  return `cw-number cw-align-right ${now > before ? "cw-tone-contra" : "cw-tone-plus"}`;
}

interface LineProps extends TableProps {
  readonly value: StatisticsValue;
  readonly cell: StatisticsCell;
  readonly most: number;
}

function OneLine({ table, value, cell, most }: LineProps) {
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
    </tr>
  );
}

function OneDimension({ table }: TableProps) {
  const t = useWords();
  const cells = table.cells.map(([cell]) => cell!);
  const most = Math.max(0, ...cells.map(numberOf));
  const heads = [
    ...(table.last === null ? [] : [t("statistics.column.last"), t("statistics.column.lastChange")]),
    ...(table.year === null ? [] : [t("statistics.column.year"), t("statistics.column.yearChange")]),
    ...(table.baseline === null ? [] : [t("statistics.out.expected")]),
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
          <OneLine key={value.code} table={table} value={value} cell={cells[i]!} most={most} />
        ))}
        <OneLine
          table={table}
          value={{ code: "", label: t("statistics.label.total") }}
          cell={{ ...table.total, isSmall: false }}
          most={0}
        />
      </tbody>
    </table>
  );
}

function CrossLine({ table, row, most }: TableProps & { readonly row: number; readonly most: number }) {
  const [rowName, columnName] = table.by;
  const value = table.rows[row]!;
  const own: Condition = { dimension: rowName!, code: value.code };
  return (
    <tr>
      <th scope="row">{value.label}</th>
      {table.columns!.map(({ code, label }, column) => {
        const cell = table.cells[row]![column]!;
        return (
          <td key={code} className="cw-statistics-heat" style={shade(cell, most)}>
            <CellButton cell={cell} name={`${value.label} ${label}`} where={[own, { dimension: columnName!, code }]} />
          </td>
        );
      })}
      <td className="cw-align-right">
        <CellButton cell={{ ...table.rowTotals[row]!, isSmall: false }} name={value.label} where={[own]} />
      </td>
    </tr>
  );
}

function TwoDimensions({ table }: TableProps) {
  const t = useWords();
  const most = Math.max(0, ...table.cells.flat().map(numberOf));
  const [rowName, columnName] = table.by;
  return (
    <table className="cw-plain-table cw-statistics-table cw-statistics-cross">
      <thead>
        <tr>
          <th scope="col">{`${t(dimensions[rowName!].name)} × ${t(dimensions[columnName!].name)}`}</th>
          {table.columns!.map(({ code, label }) => (
            <th key={code} scope="col" title={label}>
              {label}
            </th>
          ))}
          <th scope="col" className="cw-align-right">
            {t("statistics.label.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ code }, row) => (
          <CrossLine key={code} table={table} row={row} most={most} />
        ))}
        <tr className="cw-statistics-sum">
          <th scope="row">{t("statistics.label.total")}</th>
          {table.columns!.map(({ code, label }, column) => (
            <td key={code}>
              <CellButton
                cell={{ ...table.columnTotals![column]!, isSmall: false }}
                name={label}
                where={[{ dimension: columnName!, code }]}
              />
            </td>
          ))}
          <td className="cw-number cw-align-right">{figureText(table.total)}</td>
        </tr>
      </tbody>
    </table>
  );
}

export const TableView = ({ table }: TableProps) =>
  table.columns === null ? <OneDimension table={table} /> : <TwoDimensions table={table} />;
