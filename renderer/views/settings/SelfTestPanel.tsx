// The self-test: one button, progress with cancel, then each stage with what was planted, found and right.
import { useProgressText } from "../../frame/JobTray.tsx";
import { useWords } from "../../i18n/index.ts";
import { Button, Panel } from "../../parts/index.ts";
import { fractionOf, useJobs } from "../../state/jobs.ts";
import { runSelfTest, stepKeys, useSelfTest } from "../../state/selfTest.ts";
import { reportError } from "../../state/toasts.ts";
import "../link/link.css";
import "../group/group.css";

const start = () => void runSelfTest().catch(reportError);

function Running() {
  const t = useWords();
  const progressText = useProgressText();
  const job = useJobs(({ jobs }) => jobs.find(({ title, state }) => title === "selftest.job" && state === "running"));
  if (job === undefined) return null;
  return (
    <div className="cw-running" role="status">
      <b>{t("selftest.job")}</b>
      <i className="cw-bar">
        <i style={{ width: `${(fractionOf(job.progress) ?? 0.05) * 100}%` }} />
      </i>
      <span className="cw-small cw-second cw-number">{progressText(job)}</span>
      <Button small onClick={job.cancel}>
        {t("frame.action.cancel")}
      </Button>
    </div>
  );
}

function Lines() {
  const t = useWords();
  const result = useSelfTest((state) => state.result);
  if (result === null) return <p className="cw-quiet">{t("selftest.never")}</p>;
  const heads = ["planted", "found", "right", "recall", "precision", "seconds"] as const;
  const headKeys = {
    planted: "selftest.head.planted",
    found: "selftest.head.found",
    right: "selftest.head.right",
    recall: "selftest.head.recall",
    precision: "selftest.head.precision",
    seconds: "selftest.head.seconds",
  } as const;
  return (
    <table className="cw-plain-table cw-selftest">
      <thead>
        <tr>
          <th scope="col">{t("selftest.head.step")}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="cw-align-right">
              {t(headKeys[head])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.lines.map((line) => (
          <tr key={line.step}>
            <th scope="row">{t(stepKeys[line.step])}</th>
            <td className="cw-number cw-align-right">{line.planted}</td>
            <td className="cw-number cw-align-right">{line.found}</td>
            <td className="cw-number cw-align-right">{line.right}</td>
            <td className="cw-number cw-align-right">
              <b>{line.recall.toFixed(3)}</b>
            </td>
            <td className="cw-number cw-align-right">
              <b>{line.precision.toFixed(3)}</b>
            </td>
            <td className="cw-number cw-align-right">{line.seconds.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SelfTestPanel() {
  const t = useWords();
  const result = useSelfTest((state) => state.result);
  const isRunning = useJobs(({ jobs }) => jobs.some(({ title, state }) => title === "selftest.job" && state === "running"));
  return (
    <Panel
      title={t("selftest.title")}
      tools={
        <Button small tone="primary" icon="checklist" disabled={isRunning} onClick={start}>
          {result === null ? t("selftest.start") : t("selftest.again")}
        </Button>
      }
      foot={result !== null && t("selftest.done", { cases: result.cases, seed: result.seed, seconds: Math.round(result.seconds) })}
    >
      <div className="cw-selftest-body">
        <p className="cw-small cw-second">{t("selftest.note")}</p>
        <Running />
        <Lines />
      </div>
    </Panel>
  );
}
