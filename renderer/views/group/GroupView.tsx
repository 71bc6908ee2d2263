// The group screen: series at the left, the open series at the right.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Icon, Skeleton } from "../../parts/index.ts";
import { isFinding } from "../../state/findings.ts";
import { runSeries, useGroup } from "../../state/group.ts";
import { runLinkage } from "../../state/link.ts";
import { goTo, setCrumbs } from "../../state/navigation.ts";
import { isRing, ringsSubject, sellersSubject } from "../../state/rings.ts";
import { reportError } from "../../state/toasts.ts";
import { traceMoneyFrom } from "../../state/trace.ts";
import { useCall } from "../../state/useCall.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { FirstRunning, NeverRun, RunningBar, StaleBar, useRunning } from "../link/RunPanel.tsx";
import { useFindings } from "../review/exchange/FindingList.tsx";
import { FindingPage } from "../review/exchange/FindingPage.tsx";
import { useViewKeys } from "../viewKeys.ts";
import type { ViewProps } from "../viewProps.ts";
import "../analysis.css";
import "../link/link.css";
import "../link/pairCard.css";
import "../link/pairDecision.css";
import "./group.css";
import "./rings.css";
import { RingsView } from "./RingsView.tsx";
import { SellersView } from "./SellersView.tsx";
import { SeriesList } from "./SeriesList.tsx";
import { SeriesPage } from "./SeriesPage.tsx";

/** Linked but not grouped, or nothing linked yet. */
function NeverGrouped() {
  const t = useWords();
  const isLinked = useWorkspace(({ info }) => info?.linkedAt != null);
  const job = useRunning();
  if (!isLinked || job !== undefined) return job === undefined ? <NeverRun /> : <FirstRunning />;
  return (
    <EmptyState
      icon="topology"
      title={t("group.run.never")}
      action={
        <Button tone="primary" icon="topology" onClick={() => runSeries().catch(reportError)}>
          {t("group.run.start")}
        </Button>
      }
    >
      {t("group.run.neverWhy")}
    </EmptyState>
  );
}

function OpenSeries({ series }: { readonly series: string }) {
  const { data, error, reload } = useCall("group.readSeries", series === "" ? null : { series }, ["group", "decisions"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} tall />;
  return <SeriesPage key={data.series} detail={data} />;
}

/** Judgements made since the series were grouped: said, never applied behind one's back. */
function DecidedBar({ count }: { readonly count: number }) {
  const t = useWords();
  const job = useRunning();
  if (job !== undefined || count === 0) return <RunningBar />;
  return (
    <div className="cw-stale">
      <Icon name="alertTriangle" size={15} />
      <span className="cw-stale-words">{t("group.run.decided", { n: count })}</span>
      <Button small tone="primary" onClick={() => runSeries().catch(reportError)}>
        {t("group.run.again")}
      </Button>
    </div>
  );
}

/** Series, or the rings behind them, or who sold them cards: the subject says which. */
/** Series or ring of another unit: shown in the list of its kind. */
function FindingView({ subject }: ViewProps) {
  const rings = useFindings("ring");
  if (rings === null) return <Skeleton rows={14} tall />;
  return rings.some(({ finding }) => finding === subject) ? <RingsView subject={subject} /> : <SeriesView subject={subject} />;
}

export function GroupView({ subject }: ViewProps) {
  if (isFinding(subject)) return <FindingView subject={subject} />;
  if (subject === sellersSubject) return <SellersView />;
  if (subject === ringsSubject || isRing(subject)) return <RingsView subject={subject} />;
  return <SeriesView subject={subject} />;
}

function SeriesView({ subject }: ViewProps) {
  const t = useWords();
  const sort = useGroup((state) => state.sort);
  const { data, error, reload } = useCall("group.listSeries", { sort }, ["group", "decisions", "link", "facts"]);
  const list = data?.series ?? null;
  const findings = useFindings("series");
  const shown = subject === "" ? (list?.[0]?.series ?? findings?.[0]?.finding ?? "") : subject;
  useEffect(() => setCrumbs(shown === "" ? [] : [t("group.crumb", { series: shown })]), [shown, t]);
  const step = (by: number) => {
    const all = [...(list ?? []).map(({ series }) => series), ...(findings ?? []).map(({ finding }) => finding)];
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(shown) + by))];
    if (next !== undefined) goTo("group", next);
  };
  useViewKeys("group", {
    j: () => step(1),
    k: () => step(-1),
    o: () => shown !== "" && goTo("chart", `series:${shown}`),
    m: () => shown !== "" && !isFinding(shown) && traceMoneyFrom(`series:${shown}`),
  });
  if (error !== null && data === null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data !== null && data.runId === null && findings?.length === 0) return <NeverGrouped />;
  return (
    <div className="cw-group">
      <SeriesList list={list} selected={shown} />
      <div className="cw-link-right">
        {data?.stale === true ? <StaleBar onRun={runLinkage} /> : <DecidedBar count={data?.decidedSince ?? 0} />}
        {isFinding(shown) ? (
          <FindingPage finding={shown} />
        ) : list?.length === 0 ? (
          <EmptyState icon="topology" title={t("group.empty.title")}>
            {t("group.empty.why")}
          </EmptyState>
        ) : (
          <OpenSeries series={shown} />
        )}
      </div>
    </div>
  );
}
