// The resolve screen: persons – pairs and identities at the left, the open one at the right –, standard addresses, and payments in two
// banks' books, each a tab.
import { useRef } from "react";
import type { Verdict } from "../../../shared/model/decision.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Icon, Segmented, Skeleton } from "../../parts/index.ts";
import { parseAddressPlace } from "../../state/addresses.ts";
import { runningJob, useJobs } from "../../state/jobs.ts";
import { goTo } from "../../state/navigation.ts";
import { parsePaymentPlace } from "../../state/payments.ts";
import { besideSubject, identitySubject, parseIdentitySubject, runResolution, useResolve } from "../../state/resolve.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { useViewKeys } from "../viewKeys.ts";
import type { ViewProps } from "../viewProps.ts";
import "../analysis.css";
import "../link/link.css";
import "../link/pairCard.css";
import "../link/pairDecision.css";
import "../trace/trace.css";
import { AddressView } from "./address/AddressView.tsx";
import { IdentityClusterCard } from "./IdentityClusterCard.tsx";
import { IdentityList } from "./IdentityList.tsx";
import { IdentityPairCard, type Judge } from "./IdentityPairCard.tsx";
import { PaymentView } from "./payment/PaymentView.tsx";
import { ResolveGuide } from "./ResolveGuide.tsx";
import { RunFindings } from "./RunFindings.tsx";
import "./resolve.css";

function OpenPair({ subject, subjects }: { readonly subject: string; readonly subjects: readonly string[] }) {
  const t = useWords();
  const judge = useRef<Judge | null>(null);
  const pair = parseIdentitySubject(subject);
  const { data, error, reload } = useCall("resolve.explainPair", pair, ["resolve", "decisions"]);
  const step = (by: 1 | -1) => {
    const next = besideSubject(subjects, subject, by);
    if (next !== undefined) goTo("resolve", next);
  };
  // While the next pair loads the last one still stands: a key pressed early must not judge it again.
  const isShown = data !== null && identitySubject(data) === subject;
  const judgeShown = (verdict: Verdict) => isShown && judge.current?.judge(verdict);
  useViewKeys("resolve", {
    j: () => step(1),
    k: () => step(-1),
    y: () => judgeShown("confirm"),
    n: () => judgeShown("reject"),
    u: () => judgeShown("later"),
  });
  if (pair === null) return <EmptyState icon="fingerprint" title={t("resolve.pair.choose")} />;
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={12} tall />;
  return <IdentityPairCard key={identitySubject(data)} explanation={data} judge={judge} onJudged={() => step(1)} />;
}

function RunBar({ stale }: { readonly stale: boolean }) {
  const t = useWords();
  const isRunning = useJobs(({ jobs }) => runningJob(jobs)?.title === "resolve.run.job");
  if (!stale) return null;
  return (
    <div className="cw-stale">
      <Icon name="alertTriangle" size={15} />
      <span className="cw-stale-words">{t("resolve.run.stale")}</span>
      <Button small tone="primary" disabled={isRunning} onClick={() => runResolution().catch(reportError)}>
        {t("resolve.run.again")}
      </Button>
    </div>
  );
}

function Identities({ subject }: ViewProps) {
  const { mode, limit } = useResolve();
  const watch = ["resolve", "decisions", "facts"] as const;
  const pairCall = useCall("resolve.listPairs", { state: mode === "judged" ? "judged" : "waiting", limit }, watch);
  const clusterCall = useCall("resolve.listClusters", { limit }, watch);
  const [pairs, clusters] = [pairCall.data, clusterCall.data];
  const error = pairCall.error ?? clusterCall.error;
  if (error !== null && pairs === null) return <ErrorPanel error={error} onRetry={pairCall.reload} />;
  if (pairs === null || clusters === null) return <Skeleton rows={12} tall />;
  if (pairs.run === null) return <ResolveGuide />;
  const subjects = mode === "merged" ? clusters.items.map(({ identity }) => identity) : pairs.items.map(identitySubject);
  const shown = subject === "" ? (subjects[0] ?? "") : subject;
  const cluster = clusters.items.find(({ identity }) => identity === shown);
  return (
    <div className="cw-link">
      <div className="cw-link-left">
        <IdentityList pairs={pairs} clusters={clusters} subject={shown} />
      </div>
      <div className="cw-link-right">
        <RunBar stale={pairs.stale} />
        <RunFindings run={pairs.run} />
        {cluster ? <IdentityClusterCard key={cluster.identity} cluster={cluster} /> : <OpenPair subject={shown} subjects={subjects} />}
      </div>
    </div>
  );
}

export function ResolveView({ subject }: ViewProps) {
  const t = useWords();
  const address = parseAddressPlace(subject);
  const payment = parsePaymentPlace(subject);
  const tabs = [
    { value: "person" as const, text: t("resolve.tab.person") },
    { value: "address" as const, text: t("resolve.address.tab") },
    { value: "payment" as const, text: t("resolve.payment.tab") },
  ];
  return (
    <div className="cw-resolve-view">
      <nav className="cw-trace-nav" aria-label={t("resolve.tab.label")}>
        <Segmented
          label={t("resolve.tab.label")}
          value={payment !== null ? "payment" : address !== null ? "address" : "person"}
          options={tabs}
          onChange={(tab) => goTo("resolve", tab === "person" ? "" : tab)}
        />
      </nav>
      {payment !== null && <PaymentView pair={payment} />}
      {address !== null && <AddressView at={address} />}
      {payment === null && address === null && <Identities subject={subject} />}
    </div>
  );
}
