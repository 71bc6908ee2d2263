// Series or rings of other units, below ours in the same list: whose they are stands with each.
import type { FindingItem } from "../../../../shared/review/findingCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { Tag, type Tone } from "../../../parts/index.ts";
import { findingStateKeys } from "../../../state/findings.ts";
import { goTo } from "../../../state/navigation.ts";
import { useCall } from "../../../state/useCall.ts";
import { useHeadlineMoney } from "../../group/headlineMoney.ts";
import "./finding.css";

export const findingTones: Readonly<Record<FindingItem["state"], Tone>> = { open: "warn", adopted: "plus", apart: "neutral" };

function FindingRow({ item, isSelected }: { readonly item: FindingItem; readonly isSelected: boolean }) {
  const t = useWords();
  const money = useHeadlineMoney();
  const { finding, unit, number, title, cases, loss, state } = item;
  return (
    <button type="button" className="cw-finding-row" aria-current={isSelected} onClick={() => goTo("group", finding)}>
      <span className="cw-series-name" title={title}>
        <span>
          <Tag>{unit}</Tag> <b>{number}</b> {title}
        </span>
        <span className="cw-quiet cw-small">{t("group.list.line", { n: cases.length, loss: money(loss) })}</span>
      </span>
      <Tag tone={findingTones[state]}>{t(findingStateKeys[state])}</Tag>
    </button>
  );
}

export interface FindingListProps {
  readonly kind: FindingItem["findingKind"];
  readonly selected: string;
}

/** What of a kind other units found; null until it is known. */
export const useFindings = (kind: FindingItem["findingKind"]): readonly FindingItem[] | null =>
  useCall("review.listFindings", { findingKind: kind }, ["group", "exchange", "facts", "decisions"]).data;

export function FindingList({ kind, selected }: FindingListProps) {
  const t = useWords();
  const list = useFindings(kind);
  if (list === null || list.length === 0) return null;
  return (
    <section aria-label={t("exchange.finding.list")}>
      <h3 className="cw-finding-head">{t("exchange.finding.count", { count: list.length })}</h3>
      {list.map((item) => (
        <FindingRow key={item.finding} item={item} isSelected={item.finding === selected} />
      ))}
    </section>
  );
}
