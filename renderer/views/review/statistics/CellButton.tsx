// A figure of a table as a button that opens its cases; what stands out and what is small is marked.
import type { Condition } from "../../../../shared/review/statistics/question.ts";
import { rateText, wholeRateText } from "../../../../shared/review/statistics/rateColumns.ts";
import type { StatisticsCell } from "../../../../shared/review/statistics/tableShape.ts";
import { chanceText, figureText } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { type StatisticsFigure, useStatistics } from "../../../state/statistics.ts";

/** A count or sum, or cases for 100,000 people a year; "" where there is no rate. */
export const shownFigure = (cell: StatisticsCell, figure: StatisticsFigure): string =>
  figure === "count" ? figureText(cell) : cell.rate === null ? "" : rateText(cell.rate.yearly);

export interface CellButtonProps {
  readonly cell: StatisticsCell;
  readonly figure?: StatisticsFigure;
  /** What is counted in it, in words. */
  readonly name: string;
  readonly where: readonly Condition[];
}

export function CellButton({ cell, figure = "count", name, where }: CellButtonProps) {
  const t = useWords();
  const isOpen = useStatistics((state) => JSON.stringify(state.where) === JSON.stringify(where));
  if (cell.count === 0) return null;
  const chance = chanceText(cell, (key, values) => t(key, values ?? {}));
  const rate = cell.rate === null ? "" : t("statistics.cell.rate", { rate: wholeRateText(cell, "year"), count: cell.count });
  const small = cell.isSmall ? t("statistics.page.small") : "";
  return (
    <button
      type="button"
      className={`cw-statistics-cell${cell.test?.isOut ? " cw-statistics-out" : ""}`}
      aria-pressed={isOpen}
      aria-label={`${name} ${shownFigure(cell, figure)} ${small}`}
      title={[chance, rate, small].filter((part) => part !== "").join("\n")}
      onClick={() => useStatistics.setState({ where: isOpen ? null : where })}
    >
      {cell.test?.isOut && <span className="cw-statistics-mark">▲</span>}
      {shownFigure(cell, figure)}
      {cell.isSmall && <sup>*</sup>}
    </button>
  );
}
