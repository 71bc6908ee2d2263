// How the statistics are shown, and the table as a file.
import { useState } from "react";
import type { StatisticsFormat } from "../../../../shared/review/statisticsCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, Segmented } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { handOut } from "../../../state/handOut.ts";
import { askStatistics, calendarDays, type StatisticsLook, useStatistics } from "../../../state/statistics.ts";
import { reportError, tell } from "../../../state/toasts.ts";

export function StatisticsTools() {
  const t = useWords();
  const language = useLanguage();
  const state = useStatistics();
  const { look, row, column, measure, basis, from, to } = state;
  const [isBusy, setBusy] = useState(false);
  const write = async (format: StatisticsFormat) => {
    setBusy(true);
    try {
      const days = look === "calendar" ? calendarDays(state) : { from: from ?? null, to: to ?? null };
      const by = look === "calendar" ? (["day"] as const) : column === null ? [row] : [row, column];
      const file = await engine.call("statistics.export", { by: [...by], measure, basis, ...days, format, language });
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
        ]}
        onChange={(next) => askStatistics({ look: next })}
      />
      <Button small icon="download" disabled={isBusy || look === "trend"} onClick={() => void write("xlsx")}>
        XLSX
      </Button>
      <Button small icon="download" disabled={isBusy || look === "trend"} onClick={() => void write("png")}>
        {t("statistics.page.picture")}
      </Button>
    </>
  );
}
