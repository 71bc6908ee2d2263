// The rings: the list at the left, the open ring at the right.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Icon, Skeleton } from "../../parts/index.ts";
import { isFinding } from "../../state/findings.ts";
import { goTo, setCrumbs } from "../../state/navigation.ts";
import { findRings, isRing, useRings } from "../../state/rings.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { RunningBar, useRunning } from "../link/RunPanel.tsx";
import { useFindings } from "../review/exchange/FindingList.tsx";
import { FindingPage } from "../review/exchange/FindingPage.tsx";
import { useViewKeys } from "../viewKeys.ts";
import type { ViewProps } from "../viewProps.ts";
import { RingList } from "./RingList.tsx";
import { RingPage } from "./RingPage.tsx";

function OpenRing({ ring }: { readonly ring: string }) {
  const { data, error, reload } = useCall("group.readRing", ring === "" ? null : { ring }, ["group"]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} tall />;
  return <RingPage key={data.ring} detail={data} />;
}

const start = () => void findRings().catch(reportError);

function StaleRings({ isStale }: { readonly isStale: boolean }) {
  const t = useWords();
  const job = useRunning();
  if (job !== undefined || !isStale) return <RunningBar />;
  return (
    <div className="cw-stale">
      <Icon name="alertTriangle" size={15} />
      <span className="cw-stale-words">{t("ring.run.stale")}</span>
      <Button small tone="primary" onClick={start}>
        {t("ring.run.again")}
      </Button>
    </div>
  );
}

function NeverFound() {
  const t = useWords();
  return (
    <EmptyState
      icon="topology"
      title={t("ring.run.never")}
      action={
        <Button tone="primary" icon="topology" onClick={start}>
          {t("ring.run.job")}
        </Button>
      }
    >
      {t("ring.run.neverWhy")}
    </EmptyState>
  );
}

export function RingsView({ subject }: ViewProps) {
  const t = useWords();
  const sort = useRings((state) => state.sort);
  const { data, error, reload } = useCall("group.listRings", { sort }, ["group", "link", "facts"]);
  const list = data?.rings ?? null;
  const findings = useFindings("ring");
  const shown = isRing(subject) || isFinding(subject) ? subject : (list?.[0]?.ring ?? findings?.[0]?.finding ?? "");
  useEffect(() => setCrumbs(shown === "" ? [t("ring.list.title")] : [t("ring.crumb", { ring: shown })]), [shown, t]);
  const step = (by: number) => {
    const all = [...(list ?? []).map(({ ring }) => ring), ...(findings ?? []).map(({ finding }) => finding)];
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(shown) + by))];
    if (next !== undefined) goTo("group", next);
  };
  useViewKeys("rings", { j: () => step(1), k: () => step(-1), o: () => shown !== "" && goTo("chart", `ring:${shown}`) });
  if (error !== null && data === null) return <ErrorPanel error={error} onRetry={reload} />;
  return (
    <div className="cw-group">
      <RingList list={list} selected={shown} />
      <div className="cw-link-right">
        <StaleRings isStale={data?.stale === true} />
        {isFinding(shown) ? (
          <FindingPage finding={shown} />
        ) : data !== null && data.runId === null ? (
          <NeverFound />
        ) : (
          <OpenRing ring={shown} />
        )}
      </div>
    </div>
  );
}
