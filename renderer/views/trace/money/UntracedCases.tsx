// Cases that were asked for and of which no transfer is known: what is traced is not all that was lost, and the picture does not say so by itself.
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";
import { useWords } from "../../../i18n/index.ts";
import { Tag } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";

const under = (kind: string, refs: readonly string[]): string[] =>
  refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => ref.slice(kind.length + 1));

export function UntracedCases({ from, money }: { readonly from: readonly string[]; readonly money: MoneyDocument }) {
  const t = useWords();
  const [series, ...more] = under("series", from);
  const { data } = useCall("group.readSeries", series === undefined || more.length > 0 ? null : { series }, ["group"]);
  const traced = new Set(money.seeds.map((seed) => seed.case));
  const untraced = [...under("case", from), ...(data?.cases ?? [])].filter((number) => !traced.has(number)).sort();
  if (untraced.length === 0) return null;
  return (
    <span title={t("trace.seed.untracedWhy", { cases: untraced.join("、") })}>
      <Tag tone="warn">{t("trace.seed.untraced", { count: untraced.length })}</Tag>
    </span>
  );
}
