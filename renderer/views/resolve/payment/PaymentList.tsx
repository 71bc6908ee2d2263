// Pairs of a pile, the surest first; all that is sure can be accepted at once.
import { useState } from "react";
import { type PaymentLine, type PaymentPage, paymentStates } from "../../../../shared/resolve/paymentCalls.ts";
import { holderOf, shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { lagText, paymentPileKeys, shareText } from "../../../i18n/paymentWords.ts";
import { Button, Dialog, EmptyState, formatCount, formatMoney, KeyCap, Segmented } from "../../../parts/index.ts";
import { runningJob, useJobs } from "../../../state/jobs.ts";
import {
  acceptSurePayments,
  mostPayments,
  openPayment,
  paymentSubject,
  showMorePayments,
  showPayments,
  usePayments,
} from "../../../state/payments.ts";
import { reportError } from "../../../state/toasts.ts";

const nameOf = (account: PaymentLine["paid"]["own"]): string =>
  account === null ? "—" : holderOf(account.entity, account.label) || shownKey(account.entity);

function Line({ line, isSelected }: { readonly line: PaymentLine; readonly isSelected: boolean }) {
  const t = useWords();
  const { paid, received, difference, lagDays, share } = line;
  return (
    <button
      type="button"
      className="cw-row-button cw-payment-line"
      aria-current={isSelected}
      onClick={() => openPayment(paymentSubject(line))}
    >
      <span className="cw-payment-top">
        <b className="cw-number">{formatMoney(paid.amount)}</b>
        {Number(difference) !== 0 && <span className="cw-number cw-second">→ {formatMoney(received.amount)}</span>}
        <span className="cw-number cw-payment-share">{shareText(share)}</span>
      </span>
      <span className="cw-small cw-second">
        {nameOf(paid.own)} → {nameOf(received.own)} · {paid.at.slice(0, 10)} · {lagText(t, lagDays)}
      </span>
    </button>
  );
}

function AcceptAll({ count }: { readonly count: number }) {
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const isRunning = useJobs(({ jobs }) => runningJob(jobs)?.title === "resolve.payment.acceptJob");
  const accept = () => {
    setAsking(false);
    acceptSurePayments(reason.trim() === "" ? t("resolve.payment.reason.sure") : reason.trim()).catch(reportError);
  };
  return (
    <>
      <Button small tone="primary" disabled={isRunning || count === 0} onClick={() => setAsking(true)}>
        {t("resolve.payment.acceptAll", { count: formatCount(count) })}
      </Button>
      {isAsking && (
        <Dialog
          title={t("resolve.payment.acceptAsk", { count: formatCount(count) })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t("frame.action.cancel")}</Button>
              <Button tone="primary" onClick={accept}>
                {t("resolve.payment.acceptDo")}
              </Button>
            </>
          }
        >
          <p>{t("resolve.payment.acceptNote")}</p>
          <input
            className="cw-input cw-payment-reason"
            value={reason}
            aria-label={t("resolve.verdict.reason")}
            placeholder={t("resolve.payment.reason.sure")}
            onChange={(event) => setReason(event.target.value)}
          />
        </Dialog>
      )}
    </>
  );
}

export function PaymentList({ found, pair }: { readonly found: PaymentPage; readonly pair: string }) {
  const t = useWords();
  const { pile, limit } = usePayments();
  const run = found.run!;
  const options = paymentStates.map((value) => ({ value, text: `${t(paymentPileKeys[value])} ${formatCount(found.counts[value])}` }));
  const figures = {
    paid: formatCount(run.paid),
    received: formatCount(run.received),
    candidates: formatCount(run.candidates),
    undecided: formatCount(run.undecided),
  };
  return (
    <nav className="cw-pairs" data-panel="" tabIndex={-1} aria-label={t("resolve.payment.list")}>
      <header className="cw-pairs-head cw-payment-head">
        <Segmented label={t("resolve.payment.list")} value={pile} options={options} onChange={showPayments} />
        {pile === "sure" && (
          <div className="cw-pairs-filters">
            <AcceptAll count={found.counts.sure} />
          </div>
        )}
      </header>
      <div className="cw-pairs-list">
        {found.items.length === 0 && <EmptyState icon="creditCard" title={t("resolve.payment.none")} />}
        {found.items.map((line) => (
          <Line key={paymentSubject(line)} line={line} isSelected={paymentSubject(line) === pair} />
        ))}
        {found.items.length === limit && limit < mostPayments && (
          <Button small tone="text" onClick={showMorePayments}>
            {t("resolve.list.more")}
          </Button>
        )}
        {found.items.length === mostPayments && <p className="cw-small cw-second cw-payment-note">{t("resolve.payment.firstOnly")}</p>}
        <p className="cw-small cw-second cw-payment-note">{t("resolve.payment.run", figures)}</p>
      </div>
      <footer className="cw-pairs-foot">
        <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> {t("resolve.list.keys")} <KeyCap>Y</KeyCap> <KeyCap>N</KeyCap> <KeyCap>U</KeyCap>{" "}
        {t("resolve.payment.keys")}
      </footer>
    </nav>
  );
}
