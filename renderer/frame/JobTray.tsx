// The job tray: running, done, failed, each with what can be done about it. Closing it never stops a job.

import { phaseKeys } from "../../shared/rpc/jobPhases.ts";
import { errorSentence } from "../i18n/errors.ts";
import { useWords } from "../i18n/index.ts";
import { Button, formatCount, Icon, type IconName } from "../parts/index.ts";
import { clearFinishedJobs, fractionOf, type Job, type JobState, showTray, useJobs } from "../state/jobs.ts";
import { goTo } from "../state/navigation.ts";

/** A ring that fills; a quarter that stands while the total is unknown. */
export function ProgressRing({ fraction }: { readonly fraction: number | null }) {
  const length = 2 * Math.PI * 6;
  return (
    <svg className={`cw-icon cw-ring ${fraction === null ? "cw-ring-open" : ""}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" className="cw-ring-ground" />
      <circle
        cx="8"
        cy="8"
        r="6"
        className="cw-ring-done"
        strokeDasharray={`${length * (fraction ?? 0.25)} ${length}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}

const stateIcons: Readonly<Record<JobState, readonly [IconName, string]>> = {
  running: ["clock", "neutral"],
  done: ["circleCheck", "plus"],
  failed: ["alertCircle", "contra"],
  cancelled: ["cross", "neutral"],
};

/** 412,000 / 664,300 · 45,200 a second · 6 seconds left. */
export function useProgressText(): (job: Job) => string {
  const t = useWords();
  return ({ progress }) => {
    if (progress === null) return t("job.state.starting");
    const { phase, subject, done, total, perSecond, secondsLeft } = progress;
    const parts = [phaseKeys[phase] ? t(phaseKeys[phase]) : "", subject];
    if (done > 0) parts.push(total === null ? formatCount(done) : `${formatCount(done)} / ${formatCount(total)}`);
    if (perSecond !== null && perSecond > 0) parts.push(t("job.progress.perSecond", { rate: formatCount(Math.round(perSecond)) }));
    if (secondsLeft !== null) parts.push(t("job.progress.left", { seconds: Math.max(1, Math.ceil(secondsLeft)) }));
    return parts.filter((part) => part !== "").join(" · ");
  };
}

function JobNote({ job }: { readonly job: Job }) {
  const t = useWords();
  const progressText = useProgressText();
  if (job.state === "running") return <p>{progressText(job)}</p>;
  if (job.state === "failed" && job.error) return <p className="cw-tone-contra">{errorSentence(t, job.error)}</p>;
  if (job.state === "cancelled") return <p>{t("job.state.cancelledText")}</p>;
  return <p>{t("job.state.doneText", { seconds: (((job.endedAt ?? 0) - job.startedAt) / 1000).toFixed(1) })}</p>;
}

function JobButton({ job }: { readonly job: Job }) {
  const t = useWords();
  const { place } = job;
  const show = () => {
    if (place) goTo(place.view, place.subject);
    showTray(false);
  };
  if (job.state === "running") {
    return (
      <Button small onClick={job.cancel}>
        {t("job.action.cancel")}
      </Button>
    );
  }
  if (job.state !== "done") {
    return (
      <Button small onClick={job.retry}>
        {t("job.action.retry")}
      </Button>
    );
  }
  return place ? (
    <Button small onClick={show}>
      {t("job.action.show")}
    </Button>
  ) : null;
}

function JobRow({ job }: { readonly job: Job }) {
  const t = useWords();
  const fraction = fractionOf(job.progress);
  const [icon, tone] = stateIcons[job.state];
  return (
    <li className="cw-job">
      <span className={`cw-job-icon cw-tone-${tone}`}>
        {job.state === "running" ? <ProgressRing fraction={fraction} /> : <Icon name={icon} size={16} />}
      </span>
      <div className="cw-job-text">
        <b>{t(job.title, job.titleValues)}</b>
        <JobNote job={job} />
        {job.state === "running" && fraction !== null && (
          <div
            className="cw-bar"
            role="progressbar"
            aria-label={t(job.title, job.titleValues)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.floor(fraction * 100)}
          >
            <i style={{ width: `${fraction * 100}%` }} />
          </div>
        )}
      </div>
      {job.state === "running" && fraction !== null && <span className="cw-number cw-second">{Math.floor(fraction * 100)}%</span>}
      <JobButton job={job} />
    </li>
  );
}

export function JobTray() {
  const t = useWords();
  const jobs = useJobs((state) => state.jobs);
  const hasFinished = jobs.some((job) => job.state !== "running");
  return (
    <section className="cw-tray" aria-label={t("job.tray.title")}>
      <header className="cw-panel-head">
        <h2>{t("job.tray.title")}</h2>
        <div className="cw-panel-tools">
          {hasFinished && (
            <Button small tone="text" onClick={clearFinishedJobs}>
              {t("job.tray.clear")}
            </Button>
          )}
        </div>
      </header>
      {jobs.length === 0 ? (
        <p className="cw-tray-empty">{t("job.tray.empty")}</p>
      ) : (
        <ul>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </section>
  );
}
