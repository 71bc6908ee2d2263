// Briefings: a day, a week, a month or any days as the page that will print, edited in place.
import { useEffect } from "react";
import type { BriefDocument } from "../../../../shared/review/briefCalls.ts";
import type { OpenReport } from "../../../../shared/review/reportCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Skeleton } from "../../../parts/index.ts";
import { type BriefDays, changeBrief, daysOf, isBackwards, useBrief } from "../../../state/briefs.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { OpenDesk } from "../report/OpenDesk.tsx";
import "../report/report.css";
import { BriefBar } from "./BriefBar.tsx";
import { BriefHead } from "./BriefHead.tsx";
import "./brief.css";

/** A briefing as the desk of reports takes it. */
const asReport = ({ draft, heading, sections, sources, citationCount, uncited, leftOver, report }: BriefDocument): OpenReport => ({
  id: report ?? "",
  name: heading,
  reportKind: "brief",
  subject: draft.subject,
  savedAt: "",
  draft,
  heading,
  sections,
  sources,
  citationCount,
  uncited,
  leftOver,
});

function BriefDesk({ days }: { readonly days: BriefDays }) {
  const language = useLanguage();
  const isMasked = usePreferences((state) => state.isMasked);
  const watched = ["reports", "facts", "group", "decisions", "watches", "tasks", "exchange"] as const;
  const { data, error, isLoading, reload } = useCall("brief.read", { ...days, language }, watched);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={16} tall />;
  const onChange = (change: Parameters<typeof changeBrief>[1]) => changeBrief(days, change, language).catch(reportError);
  return (
    <OpenDesk
      key={`${data.period.from} ${data.period.to} ${isMasked}`}
      report={asReport(data)}
      isOld={isLoading}
      onChange={onChange}
      bar={BriefBar}
      head={<BriefHead head={data.head} heading={data.heading} onChange={(head) => onChange({ change: "head", head })} />}
    />
  );
}

/** The bar with the days is a part of the page that such days cannot have: without a way out nobody could set them right. */
function Backwards({ day, until }: { readonly day: string; readonly until: string }) {
  const t = useWords();
  return (
    <EmptyState
      icon="fileText"
      title={t("brief.page.backwards", { from: day, until })}
      action={
        <Button tone="primary" onClick={() => useBrief.setState({ day: until, until: day })}>
          {t("brief.page.swap")}
        </Button>
      }
    >
      {t("brief.page.backwardsWhy", { from: day, until })}
    </EmptyState>
  );
}

export function BriefPage() {
  const t = useWords();
  const state = useBrief();
  const { data, error, reload } = useCall("statistics.table", state.day === "" ? { by: ["sex"], basis: "reported" } : null, ["facts"]);
  const last = data?.dataTo;
  useEffect(() => {
    if (state.day === "" && last) useBrief.setState({ day: last, until: last });
  }, [state.day, last]);
  const days = daysOf(state);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data !== null && last === null && state.day === "")
    return (
      <EmptyState icon="fileText" title={t("statistics.page.none")}>
        {t("statistics.page.noneWhy")}
      </EmptyState>
    );
  if (isBackwards(state)) return <Backwards day={state.day} until={state.until} />;
  return <div className="cw-brief">{days === null ? <Skeleton rows={16} tall /> : <BriefDesk days={days} />}</div>;
}
