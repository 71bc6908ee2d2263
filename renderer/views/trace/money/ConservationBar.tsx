// What became of the victims' money: still there, drawn, gone out of sight. The three always add up, to the fen.

import { fenOf } from "../../../../shared/model/money.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatMoney, Icon } from "../../../parts/index.ts";
import { CoverageLines } from "./CoverageLines.tsx";
import { OwnTransfers } from "./OwnMark.tsx";
import { WatchClock } from "./WatchClock.tsx";

const parts = [
  { key: "held", word: "trace.end.held" },
  { key: "withdrawn", word: "trace.end.withdrawn" },
  { key: "left", word: "trace.end.left" },
] as const;

export function ConservationBar({ money }: { readonly money: MoneyDocument }) {
  const t = useWords();
  const total = fenOf(money.seedAmount)!;
  const fenOfPart = (key: (typeof parts)[number]["key"]) => fenOf(money.accounted[key])!;
  const share = (fen: number) => (total === 0 ? 0 : (100 * fen) / total);
  const isEven = parts.reduce((sum, { key }) => sum + fenOfPart(key), 0) === total;
  return (
    <section className="cw-panel cw-conserve" aria-label={t("trace.conserve.title")}>
      <p className="cw-conserve-words">
        <span>
          {t("trace.conserve.total")} <b className="cw-number">¥{formatMoney(money.seedAmount)}</b>
        </span>
        <span className="cw-quiet">=</span>
        {parts.map(({ key, word }) => (
          <span key={key}>
            <i className={`cw-end cw-end-${key}`} /> {t(word)} <b className="cw-number">¥{formatMoney(money.accounted[key])}</b>{" "}
            <span className="cw-quiet cw-small">{share(fenOfPart(key)).toFixed(1)}%</span>
          </span>
        ))}
        <OwnTransfers money={money} />
        <span className="cw-conserve-end">
          <WatchClock money={money} />
          {isEven && (
            <span className="cw-conserve-even cw-tone-plus cw-small">
              <Icon name="circleCheck" size={14} /> {t("trace.conserve.even")}
            </span>
          )}
        </span>
      </p>
      <div className="cw-conserve-bar">
        {parts.map(({ key }) => (
          <i key={key} className={`cw-end-${key}`} style={{ width: `${share(fenOfPart(key))}%` }} />
        ))}
      </div>
      <CoverageLines money={money} />
    </section>
  );
}
