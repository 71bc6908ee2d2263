// Two dimensions crossed, in shades.
import type { CSSProperties } from "react";
import { dimensions } from "../../../../shared/review/statistics/dimensions.ts";
import type { Condition } from "../../../../shared/review/statistics/question.ts";
import type { StatisticsCell, StatisticsTable } from "../../../../shared/review/statistics/tableShape.ts";
import { numberOf } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { type StatisticsFigure, useStatistics } from "../../../state/statistics.ts";
import { CellButton, shownFigure } from "./CellButton.tsx";
import { FigureChoice } from "./FigureChoice.tsx";

interface TableProps {
  readonly table: StatisticsTable;
}

const weightOf = (cell: StatisticsCell, figure: StatisticsFigure): number =>
  figure === "rate" ? (cell.rate?.yearly ?? 0) : numberOf(cell);

const shade = (cell: StatisticsCell, most: number, figure: StatisticsFigure): CSSProperties =>
  ({ "--share": most === 0 ? 0 : weightOf(cell, figure) / most }) as CSSProperties;

interface LineProps extends TableProps {
  readonly row: number;
  readonly most: number;
  readonly figure: StatisticsFigure;
}

function CrossLine({ table, row, most, figure }: LineProps) {
  const [rowName, columnName] = table.by;
  const value = table.rows[row]!;
  const own: Condition = { dimension: rowName!, code: value.code };
  return (
    <tr>
      <th scope="row">{value.label}</th>
      {table.columns!.map(({ code, label }, column) => {
        const cell = table.cells[row]![column]!;
        return (
          <td key={code} className="cw-statistics-heat" style={shade(cell, most, figure)}>
            <CellButton cell={cell} figure={figure} name={`${value.label} ${label}`} where={[own, { dimension: columnName!, code }]} />
          </td>
        );
      })}
      <td className="cw-align-right">
        <CellButton cell={{ ...table.rowTotals[row]!, isSmall: false }} figure={figure} name={value.label} where={[own]} />
      </td>
    </tr>
  );
}

/** A table in shades of its counts, or of their rates where one of them is the place. */
export function CrossTable({ table }: TableProps) {
  const t = useWords();
  const figure = useStatistics(({ figure: asked }) => (table.population === null || table.measure !== "cases" ? "count" : asked));
  const most = Math.max(0, ...table.cells.flat().map((cell) => weightOf(cell, figure)));
  const [rowName, columnName] = table.by;
  return (
    <>
      {table.population !== null && table.measure === "cases" && (
        <div className="cw-statistics-figure">
          <FigureChoice />
        </div>
      )}
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
            <CrossLine key={code} table={table} row={row} most={most} figure={figure} />
          ))}
          <tr className="cw-statistics-sum">
            <th scope="row">{t("statistics.label.total")}</th>
            {table.columns!.map(({ code, label }, column) => (
              <td key={code}>
                <CellButton
                  cell={{ ...table.columnTotals![column]!, isSmall: false }}
                  figure={figure}
                  name={label}
                  where={[{ dimension: columnName!, code }]}
                />
              </td>
            ))}
            <td className="cw-number cw-align-right">{shownFigure(table.total, figure)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
