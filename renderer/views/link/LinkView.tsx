// The link screen: ranked pairs at the left, the open pair at the right.
import { useEffect, useRef, useState } from "react";
import type { PairPage } from "../../../shared/link/calls.ts";
import type { Verdict } from "../../../shared/model/decision.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, formatCount, Skeleton } from "../../parts/index.ts";
import { runningJob, useJobs } from "../../state/jobs.ts";
import {
  crumbOf,
  followIdentities,
  type LinkSubject,
  modelSubject,
  pairBeside,
  pairSubject,
  parseSubject,
  printSubject,
  runLinkage,
  useLink,
} from "../../state/link.ts";
import { goTo, setCrumbs } from "../../state/navigation.ts";
import { reportError } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { useViewKeys } from "../viewKeys.ts";
import type { ViewProps } from "../viewProps.ts";
import { CasePage } from "./CasePage.tsx";
import type { Judge } from "./DecisionBar.tsx";
import { HubDrawer } from "./HubDrawer.tsx";
import "../analysis.css";
import "./link.css";
import "./pairCard.css";
import "./pairDecision.css";
import { ModelView } from "./ModelView.tsx";
import { PairCard } from "./PairCard.tsx";
import { PairList } from "./PairList.tsx";
import { NeverRun, RunningBar, StaleBar, useRunning } from "./RunPanel.tsx";

/** The first source row; where the rows wait in a drawer, that opens. */
function focusSources(box: HTMLDivElement | null): void {
  if (box !== null && box.offsetParent === null) document.querySelector<HTMLButtonElement>(".cw-sources-open")?.click();
  else box?.querySelector("button")?.focus();
}

interface OpenPairProps {
  readonly pair: LinkSubject["pair"];
  readonly scope: string;
  readonly page: PairPage;
}

function OpenPair({ pair, scope, page }: OpenPairProps) {
  const t = useWords();
  const judge = useRef<Judge | null>(null);
  const sources = useRef<HTMLDivElement>(null);
  const subject = pair === null ? "" : pairSubject(pair.a, pair.b);
  const { data, error, reload } = useCall("link.explainPair", pair, ["link", "decisions"]);
  const step = (by: 1 | -1) => {
    const next = pairBeside(page.items, subject, by);
    if (next !== undefined) goTo("link", printSubject(scope, next.a, next.b));
  };
  // While the next pair is being read the card of the one before still stands: keys must not judge it.
  const isShown = data !== null && pairSubject(data.score.a, data.score.b) === subject;
  const decide = (verdict: Verdict) => isShown && judge.current?.judge(verdict);
  useViewKeys("link", {
    j: () => step(1),
    k: () => step(-1),
    y: () => decide("confirm"),
    n: () => decide("reject"),
    u: () => decide("later"),
    s: () => isShown && focusSources(sources.current),
    o: () => goTo("chart", `pair:${subject}`),
  });
  if (pair === null) return <EmptyState icon="link" title={t("link.card.choose")} />;
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} tall />;
  return (
    <PairCard key={pairSubject(data.score.a, data.score.b)} explanation={data} judge={judge} sources={sources} onJudged={() => step(1)} />
  );
}

function Tools({ page }: { readonly page: PairPage }) {
  const t = useWords();
  const [isHubsOpen, setHubsOpen] = useState(false);
  const job = useRunning();
  return (
    <div className="cw-link-tools">
      <Button small tone="text" onClick={() => setHubsOpen(true)}>
        {t("link.hubs.open")}
      </Button>
      <Button small tone="text" onClick={() => goTo("link", modelSubject)}>
        {t("link.model.open")}
      </Button>
      {!page.stale && (
        <Button small tone="text" icon="refresh" disabled={job !== undefined} onClick={() => runLinkage().catch(reportError)}>
          {t("link.run.again")}
        </Button>
      )}
      {isHubsOpen && <HubDrawer onClose={() => setHubsOpen(false)} />}
    </div>
  );
}

/** Merges and un-merges of people reach the pairs as soon as they are looked at. */
function useFollowing(page: PairPage | null): void {
  const isBusy = useJobs(({ jobs }) => runningJob(jobs) !== undefined);
  const tried = useRef<PairPage | null>(null);
  const isDue = page?.identitiesMoved === true && !page.stale && !isBusy;
  useEffect(() => {
    // Once for an answer: what failed is told, and not tried again without end.
    if (!isDue || tried.current === page) return;
    tried.current = page;
    followIdentities().catch(reportError);
  }, [isDue, page]);
}

export function LinkView({ subject }: ViewProps) {
  const t = useWords();
  const filter = useLink();
  const { scope, pair } = parseSubject(subject);
  // A case number asks for the pairs of that case, whatever was judged and however weak.
  const isModel = subject === modelSubject;
  const question = scope === "" ? filter : { ...filter, case: scope, state: "all" as const, minBits: null, newOnly: false };
  const { data: page, error, reload } = useCall("link.listPairs", { ...question, offset: 0 }, ["link", "decisions", "facts"]);
  useFollowing(page);
  const first = page?.items[0];
  // A case alone is its own page; one of its pairs opens the pair.
  const isCase = scope !== "" && pair === null;
  const shown = pair ?? (isModel || isCase || first === undefined ? null : { a: first.a, b: first.b });
  const waiting = page?.waiting;
  const crumb = crumbOf(scope, filter);
  useEffect(() => {
    if (!isModel) setCrumbs(waiting === undefined ? [] : [t(crumb, { n: formatCount(waiting) })]);
  }, [isModel, waiting, crumb, t]);
  if (error !== null && page === null) return <ErrorPanel error={error} onRetry={reload} />;
  if (page !== null && page.runId === null && !isCase) return <NeverRun />;
  return (
    <div className="cw-link">
      <div className="cw-link-left">
        <PairList page={page} scope={scope} subject={shown === null ? "" : pairSubject(shown.a, shown.b)} />
        {page !== null && <Tools page={page} />}
      </div>
      <div className="cw-link-right">
        {page?.stale === true && <StaleBar />}
        {page?.identitiesMoved === true && !page.stale && <RunningBar />}
        {isCase && <CasePage key={scope} number={scope} page={page} />}
        {isModel && <ModelView />}
        {!isCase && !isModel && (page === null ? <Skeleton rows={14} tall /> : <OpenPair pair={shown} scope={scope} page={page} />)}
      </div>
    </div>
  );
}
