// Which period: its length, a day of it, the one before and after.
import type { Span } from "../../../../shared/review/statistics/period.ts";
import { useWords } from "../../../i18n/index.ts";
import { DateField, IconButton, Segmented } from "../../../parts/index.ts";
import { stepDay, useBrief } from "../../../state/briefs.ts";

function DayInput({ name, label }: { readonly name: "day" | "until"; readonly label: string }) {
  const value = useBrief((state) => state[name]);
  return <DateField label={label} value={value} onChange={(day) => useBrief.setState({ [name]: day })} isRequired />;
}

export function BriefTools() {
  const t = useWords();
  const state = useBrief();
  const { span } = state;
  return (
    <>
      <Segmented<Span>
        label={t("brief.page.span")}
        value={span}
        options={[
          { value: "day", text: t("brief.page.day") },
          { value: "week", text: t("brief.page.week") },
          { value: "month", text: t("brief.page.month") },
          { value: "days", text: t("brief.page.days") },
        ]}
        onChange={(next) => useBrief.setState({ span: next })}
      />
      {span !== "days" && (
        <IconButton icon="chevronLeft" label={t("brief.page.before")} onClick={() => useBrief.setState({ day: stepDay(state, -1) })} />
      )}
      <DayInput name="day" label={t("brief.page.date")} />
      {span === "days" && <DayInput name="until" label={t("statistics.page.to")} />}
      {span !== "days" && (
        <IconButton icon="chevronRight" label={t("brief.page.after")} onClick={() => useBrief.setState({ day: stepDay(state, 1) })} />
      )}
    </>
  );
}
