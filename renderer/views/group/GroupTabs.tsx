// What the group screen lists: series, the rings behind them, who sold cards and numbers; each with how many there are.
import { useWords } from "../../i18n/index.ts";
import { formatCount, Segmented } from "../../parts/index.ts";
import { goTo, useNavigation } from "../../state/navigation.ts";
import { isRing, ringsSubject, sellersSubject } from "../../state/rings.ts";
import { useCall } from "../../state/useCall.ts";
import { RecordButton } from "../review/pack/RecordButton.tsx";

type Tab = "series" | "rings" | "sellers";

const subjects: Readonly<Record<Tab, string>> = { series: "", rings: ringsSubject, sellers: sellersSubject };

const tabOf = (subject: string): Tab =>
  subject === sellersSubject ? "sellers" : subject === ringsSubject || isRing(subject) ? "rings" : "series";

/** `tab`: which one is open, where the subject alone does not tell. */
export function GroupTabs({ tab }: { readonly tab?: Tab }) {
  const t = useWords();
  const subject = useNavigation(({ place }) => place.subject);
  const series = useCall("group.listSeries", {}, ["group"]).data?.series.length ?? 0;
  const rings = useCall("group.listRings", {}, ["group"]).data?.rings.length ?? 0;
  return (
    <>
      <Segmented<Tab>
        label={t("ring.tabs.name")}
        value={tab ?? tabOf(subject)}
        options={[
          { value: "series", text: t("ring.tabs.series", { n: formatCount(series) }) },
          { value: "rings", text: t("ring.tabs.rings", { n: formatCount(rings) }) },
          { value: "sellers", text: t("ring.tabs.sellers") },
        ]}
        onChange={(chosen) => goTo("group", subjects[chosen])}
      />
      <RecordButton isIcon />
    </>
  );
}
