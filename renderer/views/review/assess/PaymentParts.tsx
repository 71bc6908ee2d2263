// Transfers that the note may tell of: for each sum what fits by time or account, and how many; where several fit, none is said to be it.
import type { ClueAnswers } from "../../../../shared/review/assess/calls.ts";
import type { CluePayment, FittingPayment } from "../../../../shared/review/assess/clueEvents.ts";
import { holderOf, nameOf, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { joined } from "../../../i18n/joined.ts";
import { formatCount, formatTime, KindGlyph, Money, Tag } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { traceMoneyFrom } from "../../../state/trace.ts";
import { Rows } from "./Rows.tsx";

function Side({ side }: { readonly side: FittingPayment["payer"] }) {
  const t = useWords();
  if (side === null) return <span className="cw-quiet">{t("assess.money.nobody")}</span>;
  return (
    <button type="button" className="cw-entity cw-assess-other" onClick={() => goTo("chart", side.entity)}>
      <KindGlyph kind={shownKind(side.entity)} size={14} />
      <span className="cw-label">
        {nameOf(side)} {holderOf(side.entity, side.label)}
      </span>
    </button>
  );
}

function FitLine({ payer, payee, count, firstAt, isOwn, isInTime, sources }: FittingPayment) {
  const t = useWords();
  return (
    <>
      <div className="cw-assess-line cw-small">
        <span className="cw-number">{formatTime(firstAt)}</span>
        <Side side={payer} />
        <span className="cw-quiet">→</span>
        <Side side={payee} />
        {payee !== null && (
          <button type="button" className="cw-entity cw-tone-accent cw-assess-end" onClick={() => traceMoneyFrom(payee.entity)}>
            {t("assess.money.trace")}
          </button>
        )}
      </div>
      <div className="cw-assess-line cw-small cw-quiet">
        {isOwn && <Tag tone="plus">{t("assess.payment.own")}</Tag>}
        {!isInTime && <span>{t("assess.payment.otherTime")}</span>}
        {count > 1 && <span>{t("assess.payment.several", { count })}</span>}
        <Rows sources={sources} />
      </div>
    </>
  );
}

function PaymentOf({ sum, moments, fits, count }: CluePayment) {
  const t = useWords();
  const note = count === 0 ? "assess.payment.none" : count === 1 ? "assess.payment.one" : "assess.payment.many";
  return (
    <li>
      <div className="cw-assess-line">
        <b>
          <Money amount={sum} />
        </b>
        <span className={count > 1 ? "cw-tone-warn" : "cw-quiet"}>{t(note, { count: formatCount(count) })}</span>
      </div>
      {moments.length > 0 && (
        <div className="cw-assess-line cw-small cw-quiet">{t("assess.payment.searched", { moments: joined(t, moments) })}</div>
      )}
      {fits.map((fit) => (
        <FitLine key={`${fit.firstAt} ${fit.payer?.entity} ${fit.payee?.entity} ${fit.count}`} {...fit} />
      ))}
    </li>
  );
}

export function PaymentsPart({ items, why }: ClueAnswers["payments"]) {
  const t = useWords();
  if (why !== null) return <p className="cw-assess-note">{t("assess.payment.noTime")}</p>;
  return (
    <ul className="cw-assess-lines">
      {items.map((item) => (
        <PaymentOf key={item.sum} {...item} />
      ))}
    </ul>
  );
}
