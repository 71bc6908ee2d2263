// The tab of payments in two banks' books: suggested pairs in piles at the left, the open one at the right.
import { useRef } from "react";
import type { Verdict } from "../../../../shared/model/decision.ts";
import type { PaymentLine, PaymentPage } from "../../../../shared/resolve/paymentCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, Icon, Skeleton } from "../../../parts/index.ts";
import { runningJob, useJobs } from "../../../state/jobs.ts";
import { openPayment, pairPayments, parsePaymentPair, paymentSubject, usePayments } from "../../../state/payments.ts";
import { besideSubject } from "../../../state/resolve.ts";
import { reportError } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { useViewKeys } from "../../viewKeys.ts";
import type { Judge } from "../IdentityPairCard.tsx";
import { PaymentCard } from "./PaymentCard.tsx";
import { PaymentList } from "./PaymentList.tsx";
import "../../placeLists.css";
import "./payment.css";

function RunButton({ word }: { readonly word: string }) {
  const isRunning = useJobs(({ jobs }) => runningJob(jobs)?.title === "resolve.payment.job");
  return (
    <Button tone="primary" small disabled={isRunning} onClick={() => pairPayments().catch(reportError)}>
      {word}
    </Button>
  );
}

function Stale() {
  const t = useWords();
  return (
    <div className="cw-stale">
      <Icon name="alertTriangle" size={15} />
      <span className="cw-stale-words">{t("resolve.payment.stale")}</span>
      <RunButton word={t("resolve.payment.again")} />
    </div>
  );
}

interface OpenProps {
  readonly line: PaymentLine | undefined;
  readonly pair: string;
  readonly step: (by: 1 | -1) => void;
}

/** One that its pile does not list (any more) is read by itself. */
function Open({ line, pair, step }: OpenProps) {
  const t = useWords();
  const judge = useRef<Judge | null>(null);
  const asked = line === undefined ? parsePaymentPair(pair) : null;
  const { data, error, reload } = useCall("resolve.readPayment", asked, ["resolve", "decisions"]);
  const shown = line ?? data;
  // While the next pair loads the last one still stands: a key pressed early must not judge it again.
  const isShown = shown !== null && paymentSubject(shown) === pair;
  const judgeShown = (verdict: Verdict) => isShown && judge.current?.judge(verdict);
  useViewKeys("payments", {
    j: () => step(1),
    k: () => step(-1),
    y: () => shown?.state !== "accepted" && judgeShown("confirm"),
    n: () => shown?.state !== "rejected" && judgeShown("reject"),
    u: () => judgeShown("later"),
  });
  if (error !== null && line === undefined) return <ErrorPanel error={error} onRetry={reload} />;
  if (shown === null) return <EmptyState icon="creditCard" title={t("resolve.payment.choose")} />;
  return <PaymentCard key={paymentSubject(shown)} line={shown} judge={judge} onJudged={() => step(1)} />;
}

function Desk({ found, pair }: { readonly found: PaymentPage; readonly pair: string }) {
  const pairs = found.items.map(paymentSubject);
  const shown = pair === "" ? (pairs[0] ?? "") : pair;
  const step = (by: 1 | -1) => {
    const next = besideSubject(pairs, shown, by);
    if (next !== undefined) openPayment(next);
  };
  return (
    <div className="cw-link">
      <div className="cw-link-left">
        <PaymentList found={found} pair={shown} />
      </div>
      <div className="cw-link-right">
        {found.stale && <Stale />}
        <Open line={found.items.find((line) => paymentSubject(line) === shown)} pair={shown} step={step} />
      </div>
    </div>
  );
}

export function PaymentView({ pair }: { readonly pair: string }) {
  const t = useWords();
  const { pile, limit } = usePayments();
  const { data, error, reload } = useCall("resolve.listPayments", { pile, limit }, ["resolve", "decisions", "facts"]);
  if (error !== null && data === null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={12} tall />;
  if (data.run === null)
    return (
      <EmptyState icon="creditCard" title={t("resolve.payment.notRun")} action={<RunButton word={t("resolve.payment.start")} />}>
        {t("resolve.payment.notRunWhy")}
      </EmptyState>
    );
  return <Desk found={data} pair={pair} />;
}
