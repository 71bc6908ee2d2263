// A job at work as a bar on its own screen: what it does, how far it is, cancel.
import { useWords } from "../i18n/index.ts";
import { Button } from "../parts/index.ts";
import { fractionOf, type Job } from "../state/jobs.ts";
import { useProgressText } from "./JobTray.tsx";

/** Before it tells how far it is a little is filled, so that it is seen to be at work. */
const beginning = 0.05;

export function JobBar({ job }: { readonly job: Job }) {
  const t = useWords();
  const progressText = useProgressText();
  return (
    <div className="cw-running" role="status">
      <b>{t(job.title, job.titleValues)}</b>
      <i className="cw-bar">
        <i style={{ width: `${(fractionOf(job.progress) ?? beginning) * 100}%` }} />
      </i>
      <span className="cw-small cw-second cw-number">{progressText(job)}</span>
      <Button small onClick={job.cancel}>
        {t("frame.action.cancel")}
      </Button>
    </div>
  );
}
