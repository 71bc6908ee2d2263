// How the statistics are shown, and the table as a file.
import { useState } from "react";
import type { DimensionName } from "../../../../shared/review/statistics/dimensions.ts";
import type { StatisticsFormat } from "../../../../shared/review/statisticsCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, Segmented } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { handOut } from "../../../state/handOut.ts";
import { askStatistics, calendarDays, type StatisticsLook, type StatisticsState, useStatistics } from "../../../state/statistics.ts";
import { reportError, tell } from "../../../state/toasts.ts";

function dimensionsOf({ look, row, column, every }: StatisticsState): DimensionName[] {
  if (look === "calendar") return ["day"];
  if (look === "trend") return [every];
  if (look === "map") return ["place"];
  return column === null ? [row] : [row, column];
}

/** As much as is shown: the course is that of all time. */
function daysOf(state: StatisticsState): { readonly from: string | null; readonly to: string | null } {
  if (state.look === "trend") return { from: null, to: null };
  return state.look === "calendar" ? calendarDays(state) : { from: state.from ?? null, to: state.to ?? null };
}

export function StatisticsTools() {
  const t = useWords();
  const language = useLanguage();
  const state = useStatistics();
  const { look, measure, figure, basis } = state;
  const [isBusy, setBusy] = useState(false);
  const write = async (format: StatisticsFormat) => {
    setBusy(true);
    try {
      const shown = look === "map" ? ({ look, figure } as const) : {};
      const asked = { by: dimensionsOf(state), measure, basis, ...daysOf(state), ...shown, format, language };
      const file = await engine.call("statistics.export", asked);
      handOut(file);
      tell("statistics.page.written", { file: file.file });
    } catch (error) {
      reportError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Segmented<StatisticsLook>
        label={t("statistics.look.label")}
        value={look}
        options={[
          { value: "table", text: t("statistics.look.table") },
          { value: "trend", text: t("statistics.look.trend") },
          { value: "calendar", text: t("statistics.look.calendar") },
          { value: "map", text: t("statistics.look.map") },
        ]}
        onChange={(next) => askStatistics({ look: next })}
      />
      <Button small icon="download" disabled={isBusy} onClick={() => void write("xlsx")}>
        XLSX
      </Button>
      <Button small icon="download" disabled={isBusy} onClick={() => void write("png")}>
        {t("statistics.page.picture")}
      </Button>
    </>
  );
}
