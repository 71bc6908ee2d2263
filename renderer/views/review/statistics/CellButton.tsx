// A figure of a table as a button that opens its cases; what stands out and what is small is marked.
import type { Condition } from "../../../../shared/review/statistics/question.ts";
import type { StatisticsCell } from "../../../../shared/review/statistics/tableShape.ts";
import { chanceText, figureText } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { useStatistics } from "../../../state/statistics.ts";

export interface CellButtonProps {
  readonly cell: StatisticsCell;
  /** What is counted in it, in words. */
  readonly name: string;
  readonly where: readonly Condition[];
}

export function CellButton({ cell, name, where }: CellButtonProps) {
  const t = useWords();
  const isOpen = useStatistics((state) => JSON.stringify(state.where) === JSON.stringify(where));
  if (cell.count === 0) return null;
  const chance = chanceText(cell, (key, values) => t(key, values ?? {}));
  const small = cell.isSmall ? t("statistics.page.small") : "";
  return (
    <button
      type="button"
      className={`cw-statistics-cell${cell.test?.isOut ? " cw-statistics-out" : ""}`}
      aria-pressed={isOpen}
      aria-label={`${name} ${figureText(cell)} ${small}`}
      title={[chance, small].filter((part) => part !== "").join("\n")}
      onClick={() => useStatistics.setState({ where: isOpen ? null : where })}
    >
      {cell.test?.isOut && <span className="cw-statistics-mark">▲</span>}
      {figureText(cell)}
      {cell.isSmall && <sup>*</sup>}
    </button>
  );
}
