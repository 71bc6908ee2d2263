// Cases, or cases for 100,000 people a year.
import { useWords } from "../../../i18n/index.ts";
import { Segmented } from "../../../parts/index.ts";
import { type StatisticsFigure, useStatistics } from "../../../state/statistics.ts";

export function FigureChoice() {
  const t = useWords();
  const figure = useStatistics((state) => state.figure);
  return (
    <Segmented<StatisticsFigure>
      label={t("statistics.figure.label")}
      value={figure}
      options={[
        { value: "count", text: t("statistics.figure.count") },
        { value: "rate", text: t("statistics.figure.rate") },
      ]}
      onChange={(next) => useStatistics.setState({ figure: next })}
    />
  );
}
