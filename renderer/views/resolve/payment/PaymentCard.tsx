// One pair: both rows as their banks tell them with what differs marked, why they may be one payment, and the judgement.
import { type ReactNode, type RefObject, useImperativeHandle, useState } from "react";
import type { Verdict } from "../../../../shared/model/decision.ts";
import type { PaymentAccount, PaymentLine, PaymentSide, PaymentState } from "../../../../shared/resolve/paymentCalls.ts";
import { holderOf, shownKey } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { lagText, paymentPileKeys, shareText } from "../../../i18n/paymentWords.ts";
import { Button, CitationLink, formatMoney, formatTime, Money, Tag, type Tone } from "../../../parts/index.ts";
import { judgePayment, paymentSubject } from "../../../state/payments.ts";
import { reportError } from "../../../state/toasts.ts";
import type { Judge } from "../IdentityPairCard.tsx";
import { PaymentBars } from "./PaymentBars.tsx";

const tones: Readonly<Record<PaymentState, Tone>> = { sure: "plus", review: "warn", accepted: "plus", rejected: "contra" };

const currencyMark = (currency: string): string => (currency === "CNY" || currency === "XXX" ? "" : `${currency} `);

function Head({ line }: { readonly line: PaymentLine }) {
  const t = useWords();
  const { paid, received, difference, lagDays, share, state, currency } = line;
  const lost = difference.startsWith("-");
  return (
    <header className="cw-pair-head">
      <h1>
        <Money amount={paid.amount} currency={currencyMark(currency)} /> <span aria-hidden="true">→</span>{" "}
        <Money amount={received.amount} currency={currencyMark(currency)} />
      </h1>
      <Tag tone={tones[state]}>{t(paymentPileKeys[state])}</Tag>
      <span className="cw-second">{lagText(t, lagDays)}</span>
      {Number(difference) !== 0 && (
        <span className="cw-second">
          {t(lost ? "resolve.payment.less" : "resolve.payment.more", { amount: formatMoney(difference.replace("-", "")) })}
        </span>
      )}
      <div className="cw-pair-tools">
        <b className="cw-number" title={t("resolve.payment.shareNote")}>
          {t("resolve.payment.share", { share: shareText(share) })}
        </b>
      </div>
    </header>
  );
}

function Account({ account }: { readonly account: PaymentAccount | null }) {
  const t = useWords();
  if (account === null) return <span className="cw-quiet">{t("resolve.payment.notTold")}</span>;
  const holder = holderOf(account.entity, account.label);
  return (
    <>
      {holder === "" ? null : <b>{holder} </b>}
      <span className="cw-number">{shownKey(account.entity)}</span>
    </>
  );
}

interface Cell {
  readonly name: string;
  /** What is held against the other bank's; "" where it says nothing or nothing would follow from a difference. */
  readonly text: string;
  readonly show: ReactNode;
}

interface CellsOf {
  readonly side: PaymentSide;
  readonly payer: PaymentAccount | null;
  readonly payee: PaymentAccount | null;
  /** Both banks tell the time of day. */
  readonly hasClocks: boolean;
}

function useCells({ side, payer, payee, hasClocks }: CellsOf): readonly Cell[] {
  const t = useWords();
  const plain = (name: string, text: string, compared = text): Cell => ({
    name,
    text: compared,
    show: text === "" ? <span className="cw-quiet">{t("resolve.payment.notTold")}</span> : text,
  });
  const account = (name: string, one: PaymentAccount | null): Cell => ({ name, text: one?.entity ?? "", show: <Account account={one} /> });
  return [
    plain(
      t("resolve.payment.row.time"),
      formatTime(side.at, side.hasClock ? "second" : "date"),
      hasClocks ? side.at : side.at.slice(0, 10),
    ),
    { name: t("resolve.payment.row.amount"), text: side.amount, show: <Money amount={side.amount} /> },
    account(t("resolve.payment.row.payer"), payer),
    account(t("resolve.payment.row.payee"), payee),
    plain(t("resolve.payment.row.memo"), side.memo),
    plain(t("resolve.payment.row.channel"), side.channel),
    plain(t("resolve.payment.row.serial"), side.serial, ""),
    plain(t("resolve.payment.row.balance"), side.balance === null ? "" : formatMoney(side.balance), ""),
  ];
}

/** Cells that both banks fill and fill differently are marked. */
function Rows({ line: { paid, received } }: { readonly line: PaymentLine }) {
  const t = useWords();
  const hasClocks = paid.hasClock && received.hasClock;
  const left = useCells({ side: paid, payer: paid.own, payee: paid.counterparty, hasClocks });
  const right = useCells({ side: received, payer: received.counterparty, payee: received.own, hasClocks });
  const differs = (i: number) => left[i]!.text !== "" && right[i]!.text !== "" && left[i]!.text !== right[i]!.text;
  return (
    <table className="cw-sides cw-payment-sides" aria-label={t("resolve.payment.table")}>
      <thead>
        <tr>
          <th scope="col" aria-label={t("resolve.payment.table")} />
          <th scope="col">{t("resolve.payment.paidRow")}</th>
          <th scope="col">{t("resolve.payment.receivedRow")}</th>
        </tr>
      </thead>
      <tbody>
        {left.map((cell, i) => (
          <tr key={cell.name} className={differs(i) ? "cw-payment-differs" : ""}>
            <th scope="row">{cell.name}</th>
            <td>
              <div>{cell.show}</div>
            </td>
            <td>
              <div>{right[i]!.show}</div>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t("resolve.payment.row.source")}</th>
          {[paid, received].map(({ ref, sources }) => (
            <td key={ref}>
              {sources.map((citation) => (
                <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
              ))}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

export interface PaymentCardProps {
  readonly line: PaymentLine;
  readonly judge: RefObject<Judge | null>;
  readonly onJudged: () => void;
}

const proposedKeys: Readonly<Record<Verdict, string>> = {
  confirm: "resolve.payment.reason.joined",
  reject: "resolve.payment.reason.apart",
  later: "resolve.payment.reason.back",
};

function Decision({ line, judge, onJudged }: PaymentCardProps) {
  const t = useWords();
  const [reason, setReason] = useState("");
  const { state, decision } = line;
  const decide = (verdict: Verdict) => {
    judgePayment(line, verdict, reason.trim() === "" ? t(proposedKeys[verdict]) : reason.trim()).then(onJudged, reportError);
  };
  useImperativeHandle(judge, () => ({ judge: decide }));
  const isJudged = state === "accepted" || state === "rejected";
  return (
    <section className="cw-decision" data-panel="" tabIndex={-1} aria-label={t("resolve.verdict.title")}>
      {decision !== null && (
        <p className="cw-small">{t("resolve.verdict.earlier", { by: decision.by, at: formatTime(decision.at), reason: decision.note })}</p>
      )}
      <div className="cw-decision-row">
        <input
          className="cw-input"
          value={reason}
          aria-label={t("resolve.verdict.reason")}
          placeholder={t(proposedKeys[isJudged ? "later" : "confirm"])}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        <span className="cw-decision-verdicts">
          {isJudged && (
            <Button icon="questionMark" shortcut="U" onClick={() => decide("later")}>
              {t("resolve.payment.back")}
            </Button>
          )}
          {state !== "rejected" && (
            <Button icon="cross" shortcut="N" onClick={() => decide("reject")}>
              {t("resolve.payment.apart")}
            </Button>
          )}
          {state !== "accepted" && (
            <Button icon="check" tone="primary" shortcut="Y" onClick={() => decide("confirm")}>
              {t("resolve.payment.join")}
            </Button>
          )}
        </span>
      </div>
    </section>
  );
}

export function PaymentCard(props: PaymentCardProps) {
  const { line } = props;
  return (
    <article className="cw-card" data-payment={paymentSubject(line)}>
      <Head line={line} />
      <div className="cw-card-body">
        <Rows line={line} />
        <PaymentBars line={line} />
      </div>
      <Decision {...props} />
    </article>
  );
}
