// What stands out in the table, and what its figures mean.
import type { StatisticsTable } from "../../../../shared/review/statistics/tableShape.ts";
import { aboutLines, outCells, outWord } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { Panel } from "../../../parts/index.ts";
import { useStatistics } from "../../../state/statistics.ts";

const mostShown = 20;

export function OutPanel({ table }: { readonly table: StatisticsTable }) {
  const t = useWords();
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) => t(key, values);
  const out = outCells(table);
  const open = (codes: readonly (string | null)[]) =>
    useStatistics.setState({ where: codes.flatMap((code, i) => (code === null ? [] : [{ dimension: table.by[i]!, code }])) });
  return (
    <Panel
      className="cw-statistics-side"
      title={t("statistics.out.title")}
      note={t("statistics.out.count", { count: out.length })}
      isScrolled
    >
      {table.by[0] === "day" ? null : table.baseline === null ? (
        <p className="cw-statistics-about">{t(table.period === null ? "statistics.out.needsPeriod" : "statistics.out.tooEarly")}</p>
      ) : out.length === 0 ? (
        <p className="cw-statistics-about">{t("statistics.out.none")}</p>
      ) : (
        <ul className="cw-statistics-cases">
          {out.slice(0, mostShown).map((one) => (
            <li key={`${one.row} ${one.column}`}>
              <button type="button" className="cw-statistics-case" onClick={() => open([one.row, one.column])}>
                <b>{outWord(one, table, say)}</b>
                <span className="cw-number cw-tone-contra">{t("statistics.cases.count", { count: one.cell.count })}</span>
              </button>
              <p className="cw-quiet cw-small">
                {t("statistics.test.line", { expected: one.cell.test!.expected.toFixed(1), times: one.cell.test!.oneIn })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="cw-statistics-notes">
        {table.by.includes("place") && table.measure === "cases" && table.population === null && (
          <p className="cw-quiet cw-small">{t("statistics.out.noPopulation")}</p>
        )}
        {aboutLines(table, say).map((line) => (
          <p key={line} className="cw-quiet cw-small">
            {line}
          </p>
        ))}
      </div>
    </Panel>
  );
}
