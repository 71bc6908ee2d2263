// Money, calls and movements of the clue's entities: figures, the biggest others, first and last, each with its rows.

import type { ClueAnswers } from "../../../../shared/review/assess/calls.ts";
import type { CallContact, ClueCalls, ClueMoney, Counterparty, Sum } from "../../../../shared/review/assess/clueEvents.ts";
import { entityName, holderOf, nameOf, numbersTitle, type ShownEntity, shownKind } from "../../../i18n/entityNames.ts";
import { useWords } from "../../../i18n/index.ts";
import { joined } from "../../../i18n/joined.ts";
import { eventKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { formatCount, formatMoney, formatTime, KindGlyph } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { openTrace, traceMoneyFrom } from "../../../state/trace.ts";
import { Rows } from "./Rows.tsx";

function Who({ one }: { readonly one: ShownEntity }) {
  const t = useWords();
  return (
    <button type="button" className="cw-entity" title={numbersTitle(t, one)} onClick={() => goTo("chart", one.entity)}>
      <KindGlyph kind={shownKind(one.entity)} size={16} /> <b className="cw-number">{nameOf(one)}</b>{" "}
      <span className="cw-quiet">{holderOf(one.entity, one.label)}</span>
    </button>
  );
}

interface OtherProps {
  readonly other: string | null;
  readonly otherLabel: string;
  readonly otherNumbers?: readonly string[];
}

function Other({ other, otherLabel, otherNumbers: numbers = [] }: OtherProps) {
  const t = useWords();
  if (other === null) return <span className="cw-quiet">{t("assess.money.nobody")}</span>;
  const name = nameOf({ entity: other, label: otherLabel, numbers });
  return (
    <button type="button" className="cw-entity cw-assess-other" title={numbersTitle(t, { numbers })} onClick={() => goTo("chart", other)}>
      <KindGlyph kind={shownKind(other)} size={14} />
      <span className="cw-label">{name === otherLabel ? name : `${name} ${otherLabel}`}</span>
    </button>
  );
}

const sumText = ({ currency, amount }: Sum): string => `${formatMoney(amount)}${currency === "CNY" ? "" : ` ${currency}`}`;

function Sums({ way, sums }: { readonly way: "in" | "out"; readonly sums: readonly Sum[] }) {
  const t = useWords();
  if (sums.length === 0) return null;
  return (
    <span className={`cw-number ${way === "in" ? "cw-tone-plus" : "cw-tone-contra"}`}>
      {t(way === "in" ? "assess.money.in" : "assess.money.out", {
        count: formatCount(sums.reduce((all, { count }) => all + count, 0)),
        sum: joined(t, sums.map(sumText)),
      })}
    </span>
  );
}

function CounterpartyLine(line: Counterparty) {
  return (
    <div className="cw-assess-line cw-small">
      <Other {...line} />
      <Sums way="in" sums={line.in} />
      <Sums way="out" sums={line.out} />
      <Rows sources={line.sources} />
    </div>
  );
}

function MoneyOf(item: ClueMoney) {
  const { entity, in: received, out: paid, firstAt, lastAt, others, otherCount } = item;
  const t = useWords();
  return (
    <li>
      <div className="cw-assess-line">
        <Who one={item} />
        <button type="button" className="cw-entity cw-tone-accent cw-assess-end" onClick={() => traceMoneyFrom(entity)}>
          {t("assess.money.trace")}
        </button>
      </div>
      <div className="cw-assess-line">
        <Sums way="in" sums={received} />
        <Sums way="out" sums={paid} />
      </div>
      <div className="cw-assess-line cw-small cw-quiet">
        {t("assess.events.span", { first: formatTime(firstAt), last: formatTime(lastAt), count: formatCount(otherCount) })}
      </div>
      {others.map((line) => (
        <CounterpartyLine key={line.other ?? ""} {...line} />
      ))}
    </li>
  );
}

export const MoneyPart = ({ items }: ClueAnswers["money"]) => (
  <ul className="cw-assess-lines">
    {items.map((item) => (
      <MoneyOf key={item.entity} {...item} />
    ))}
  </ul>
);

function ContactLine(contact: CallContact) {
  const t = useWords();
  return (
    <div className="cw-assess-line cw-small">
      <Other {...contact} />
      <span className="cw-number">{t("assess.calls.line", figures(contact))}</span>
      <Rows sources={contact.sources} />
    </div>
  );
}

const figures = ({ in: received, out: made, seconds }: Pick<CallContact, "in" | "out" | "seconds">) => ({
  in: formatCount(received),
  out: formatCount(made),
  minutes: formatCount(Math.round(seconds / 60)),
});

function CallsOf(item: ClueCalls) {
  const t = useWords();
  const { entity, firstAt, lastAt, others, otherCount } = item;
  return (
    <li>
      <div className="cw-assess-line">
        <Who one={item} />
        <span className="cw-number">{t("assess.calls.line", figures(item))}</span>
        <button type="button" className="cw-entity cw-tone-accent cw-assess-end" onClick={() => openTrace("calls", entity)}>
          {t("assess.calls.open")}
        </button>
      </div>
      <div className="cw-assess-line cw-small cw-quiet">
        {t("assess.events.span", { first: formatTime(firstAt), last: formatTime(lastAt), count: formatCount(otherCount) })}
      </div>
      {others.map((contact) => (
        <ContactLine key={contact.other ?? ""} {...contact} />
      ))}
    </li>
  );
}

export const CallsPart = ({ items }: ClueAnswers["calls"]) => (
  <ul className="cw-assess-lines">
    {items.map((item) => (
      <CallsOf key={item.entity} {...item} />
    ))}
  </ul>
);

export function MovementsPart({ items }: ClueAnswers["movements"]) {
  const t = useWords();
  return (
    <ul className="cw-assess-lines">
      {items.map(({ movement, entity, label, at, until, where, room, sources }) => (
        <li key={`${movement} ${entity} ${at} ${where?.place}`}>
          <div className="cw-assess-line">
            <span className="cw-number">{formatTime(at)}</span>
            <span className="cw-quiet">{wordOf(t, eventKeys, movement)}</span>
            <b>{entityName(entity, label)}</b>
            <span>{where?.label ?? ""}</span>
            <span className="cw-quiet">{room}</span>
          </div>
          <div className="cw-assess-line cw-small cw-quiet">
            {until !== null && <span>{t("assess.movement.until", { until: formatTime(until) })}</span>}
            <Rows sources={sources} />
          </div>
        </li>
      ))}
    </ul>
  );
}
