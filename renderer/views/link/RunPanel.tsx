// Linkage that has not run yet, is running, or no longer fits the data.
import type { ReactNode } from "react";
import { JobBar } from "../../frame/JobBar.tsx";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, formatCount, Icon, Skeleton } from "../../parts/index.ts";
import { runningJob, useJobs } from "../../state/jobs.ts";
import { runLinkage } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { reportError } from "../../state/toasts.ts";
import { caseCountOf, useWorkspace } from "../../state/workspace.ts";

const linkJobs = new Set(["link.run.job", "link.follow.job", "group.run.job", "link.quality.job", "link.weights.job", "ring.run.job"]);

export const useRunning = () =>
  useJobs(({ jobs }) => {
    const job = runningJob(jobs);
    return job !== undefined && linkJobs.has(job.title) ? job : undefined;
  });

export function RunningBar(): ReactNode {
  const job = useRunning();
  return job === undefined ? null : <JobBar job={job} />;
}

/** The first run: there is nothing to look at yet, only how far it is. */
export function FirstRunning() {
  return (
    <div className="cw-page">
      <RunningBar />
      <Skeleton rows={12} tall />
    </div>
  );
}

/** Over the results of an older version of the data. */
export function StaleBar({ onRun = runLinkage }: { readonly onRun?: () => Promise<void> }) {
  const t = useWords();
  const job = useRunning();
  if (job !== undefined) return <RunningBar />;
  return (
    <div className="cw-stale">
      <Icon name="alertTriangle" size={15} />
      <span className="cw-stale-words">{t("link.run.stale")}</span>
      <Button small tone="primary" onClick={() => onRun().catch(reportError)}>
        {t("link.run.again")}
      </Button>
    </div>
  );
}

export function NeverRun() {
  const t = useWords();
  const job = useRunning();
  const cases = useWorkspace(({ info }) => (info === null ? 0 : caseCountOf(info)));
  if (job !== undefined) return <FirstRunning />;
  if (cases === 0) {
    return (
      <EmptyState
        icon="fileImport"
        title={t("link.run.noCases")}
        action={
          <Button tone="primary" onClick={() => goTo("import")}>
            {t("link.run.import")}
          </Button>
        }
      >
        {t("link.run.noCasesWhy")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="link"
      title={t("link.run.never")}
      action={
        <Button tone="primary" icon="link" onClick={() => runLinkage().catch(reportError)}>
          {t("link.run.start")}
        </Button>
      }
    >
      {t("link.run.neverWhy", { n: formatCount(cases) })}
    </EmptyState>
  );
}
