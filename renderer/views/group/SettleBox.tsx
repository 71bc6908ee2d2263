// Which missing fact would settle the weakest link: what the total becomes if it is found alike, and if not.
import type { SeriesDetail } from "../../../shared/group/calls.ts";
import { tailsAmong } from "../../../shared/look/tails.ts";
import { featureName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { formatBits, Icon } from "../../parts/index.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";

export function SettleBox({ detail }: { readonly detail: SeriesDetail }) {
  const t = useWords();
  const { weakest, cases } = detail;
  const tail = tailsAmong(cases);
  const settling = detail.settling.filter(({ settles }) => settles);
  if (settling.length === 0) return null;
  return (
    <p className="cw-split cw-split-none">
      <Icon name="search" size={16} />
      <span>
        {t("group.settle.title")}{" "}
        <button type="button" className="cw-entity cw-tone-accent" onClick={() => goTo("link", pairSubject(weakest.a, weakest.b))}>
          {tail(weakest.a)} × {tail(weakest.b)}
        </button>{" "}
        {settling
          .map(({ feature, best, worst }) =>
            t("group.settle.fact", { feature: featureName(t, feature), best: formatBits(best), worst: formatBits(worst) }),
          )
          .join(t("group.settle.join"))}
      </span>
    </p>
  );
}
