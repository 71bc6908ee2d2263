// The self-test: one button, progress with cancel, then each stage with what was planted, found and right.
import type { ReactNode } from "react";
import { JobBar } from "../../frame/JobBar.tsx";
import { useWords } from "../../i18n/index.ts";
import { Button, Panel, PlainTable } from "../../parts/index.ts";
import { useJobs } from "../../state/jobs.ts";
import { runSelfTest, stepKeys, useSelfTest } from "../../state/selfTest.ts";
import { reportError } from "../../state/toasts.ts";

const start = () => void runSelfTest().catch(reportError);

type Line = NonNullable<ReturnType<typeof useSelfTest.getState>["result"]>["lines"][number];

function useColumns() {
  const t = useWords();
  const figure = (key: string, title: string, render: (line: Line) => ReactNode) => ({ key, title, align: "right" as const, render });
  return [
    { key: "step", title: t("selftest.head.step"), render: ({ step }: Line) => t(stepKeys[step]) },
    figure("planted", t("selftest.head.planted"), ({ planted }) => planted),
    figure("found", t("selftest.head.found"), ({ found }) => found),
    figure("right", t("selftest.head.right"), ({ right }) => right),
    figure("recall", t("selftest.head.recall"), ({ recall }) => <b>{recall.toFixed(3)}</b>),
    figure("precision", t("selftest.head.precision"), ({ precision }) => <b>{precision.toFixed(3)}</b>),
    figure("seconds", t("selftest.head.seconds"), ({ seconds }) => seconds.toFixed(1)),
  ];
}

function Lines() {
  const t = useWords();
  const columns = useColumns();
  const result = useSelfTest((state) => state.result);
  if (result === null) return <p className="cw-quiet">{t("selftest.never")}</p>;
  return <PlainTable columns={columns} rows={result.lines} keyOf={({ step }) => step} headKey="step" />;
}

export function SelfTestPanel() {
  const t = useWords();
  const result = useSelfTest((state) => state.result);
  const job = useJobs(({ jobs }) => jobs.find(({ title, state }) => title === "selftest.job" && state === "running"));
  return (
    <Panel
      title={t("selftest.title")}
      tools={
        <Button small tone="primary" icon="checklist" disabled={job !== undefined} onClick={start}>
          {result === null ? t("selftest.start") : t("selftest.again")}
        </Button>
      }
      foot={result !== null && t("selftest.done", { cases: result.cases, seed: result.seed, seconds: Math.round(result.seconds) })}
    >
      <div className="cw-selftest-body">
        <p className="cw-small cw-second">{t("selftest.note")}</p>
        {job !== undefined && <JobBar job={job} />}
        <Lines />
      </div>
    </Panel>
  );
}
