// What was lost in a case; where rows under its number tell other sums, they stand beside it: only the first is counted.
import type { CaseLoss } from "../../shared/model/caseLoss.ts";
import { useWords } from "../i18n/index.ts";
import { formatMoney, Money } from "../parts/index.ts";

export function CaseLossText({ loss, otherLosses }: CaseLoss) {
  const t = useWords();
  if (loss === null) return "—";
  if (otherLosses.length === 0) return <Money amount={loss} />;
  const others = otherLosses.map((told) => formatMoney(told)).join(t("overview.cases.lossAnd"));
  return (
    <span title={t("overview.cases.lossTold", { loss: formatMoney(loss), others })}>
      <Money amount={loss} /> <span className="cw-tone-contra">≠ {others}</span>
    </span>
  );
}
