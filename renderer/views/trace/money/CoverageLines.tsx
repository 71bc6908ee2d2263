// Traced so much of what the cases report, and case by case where the two differ: what is traced is not all that was lost.
import { decimalOf } from "../../../../shared/model/money.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { useWords } from "../../../i18n/index.ts";
import { CaseNumber, formatMoney, PlainTable } from "../../../parts/index.ts";
import { goTo } from "../../../state/navigation.ts";
import { type Coverage, readCoverage } from "./coverage.ts";

type Uneven = Coverage["uneven"][number];

function useGap(): (one: Uneven) => string {
  const t = useWords();
  return ({ gap, traced }) => {
    if (gap === null) return t("trace.cover.notReported");
    const sum = formatMoney(decimalOf(Math.abs(gap)));
    if (Number(traced) === 0) return t("trace.cover.none");
    return gap > 0 ? t("trace.cover.short", { sum }) : t("trace.cover.over", { sum });
  };
}

export function CoverageLines({ money }: { readonly money: MoneyDocument }) {
  const t = useWords();
  const gapOf = useGap();
  const coverage = readCoverage(money.coverage);
  if (coverage === null) return null;
  const { reported, traced, uneven } = coverage;
  const head = t("trace.cover.head", { traced: formatMoney(decimalOf(traced)), reported: formatMoney(decimalOf(reported)) });
  if (uneven.length === 0) return <p className="cw-cover cw-small cw-second">{head}</p>;
  return (
    <details className="cw-cover cw-small">
      <summary>
        {head} · <b className="cw-tone-warn">{t("trace.cover.uneven", { count: uneven.length })}</b>
      </summary>
      <PlainTable
        keyOf={(one) => one.case}
        headKey="case"
        rows={uneven}
        columns={[
          {
            key: "case",
            title: t("trace.cover.case"),
            render: (one) => (
              <button type="button" className="cw-entity" onClick={() => goTo("link", one.case)}>
                <CaseNumber number={one.case} />
              </button>
            ),
          },
          {
            key: "reported",
            title: t("trace.cover.reported"),
            align: "right",
            render: (one) => (one.reported === null ? "—" : formatMoney(one.reported)),
          },
          { key: "traced", title: t("trace.cover.traced"), align: "right", render: (one) => formatMoney(one.traced) },
          { key: "gap", title: t("trace.cover.gap"), render: gapOf },
        ]}
      />
    </details>
  );
}
