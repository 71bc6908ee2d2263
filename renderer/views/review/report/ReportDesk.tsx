// Composing a report that is kept.
import { useEffect } from "react";
import type { ReportChange } from "../../../../shared/review/reportDraft.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { ErrorPanel, Skeleton } from "../../../parts/index.ts";
import { setCrumbs } from "../../../state/navigation.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { changeReport } from "../../../state/reports.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { OpenDesk } from "./OpenDesk.tsx";
import { ReportBar } from "./ReportBar.tsx";
import "./report.css";

export function ReportDesk({ id }: { readonly id: string }) {
  const t = useWords();
  const language = useLanguage();
  const { data, error, isLoading, reload } = useCall("review.composeReport", { id, language }, [
    "reports",
    "facts",
    "group",
    "link",
    "decisions",
  ]);
  const isMasked = usePreferences((state) => state.isMasked);
  const name = data?.name ?? "";
  useEffect(() => setCrumbs([t("review.tab.reports"), name]), [t, name]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={16} tall />;
  const onChange = (change: ReportChange) => changeReport(data.id, change).catch(reportError);
  return <OpenDesk key={String(isMasked)} report={data} isOld={isLoading} onChange={onChange} bar={ReportBar} />;
}
