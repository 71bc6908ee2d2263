// The middle while files are opened: how far recognition is, and that nothing is stored by it.
import { useProgressText } from "../../frame/JobTray.tsx";
import { useWords } from "../../i18n/index.ts";
import { Button, Panel, Skeleton } from "../../parts/index.ts";
import { useImporting } from "../../state/importing.ts";
import { fractionOf, useJobs } from "../../state/jobs.ts";

export function OpeningPanel() {
  const t = useWords();
  const count = useImporting((state) => state.opening.length);
  const job = useJobs(({ jobs }) => jobs.find(({ state, title }) => state === "running" && title === "job.title.preview"));
  const progressText = useProgressText();
  const title = t("import.opening.title", { count });
  return (
    <Panel className="cw-import-opening" label={title}>
      <div role="status">
        <h2>{title}</h2>
        <p className="cw-second">{t("import.opening.why")}</p>
        <i className="cw-bar">
          <i style={{ width: `${(fractionOf(job?.progress ?? null) ?? 0) * 100}%` }} />
        </i>
        <p className="cw-small cw-quiet cw-file">{job === undefined ? t("job.state.starting") : progressText(job)}</p>
        {job !== undefined && (
          <Button small onClick={job.cancel}>
            {t("frame.action.cancel")}
          </Button>
        )}
      </div>
      <Skeleton rows={12} />
    </Panel>
  );
}
