// Alerts or what is watched, and the way to a new watch.
import { useWords } from "../../../i18n/index.ts";
import { Segmented } from "../../../parts/index.ts";
import { openAlerts, openWatches, parseWatchPlace, type WatchPlace } from "../../../state/watches.ts";
import type { ReviewPageProps } from "../page.ts";
import { AddWatchButton } from "./AddWatchButton.tsx";
import { WatchManyButton } from "./WatchMany.tsx";

type Page = WatchPlace["page"];

export function WatchTools({ about }: ReviewPageProps) {
  const t = useWords();
  const options: readonly { value: Page; text: string }[] = [
    { value: "alerts", text: t("watch.tab.alerts") },
    { value: "watches", text: t("watch.tab.watches") },
  ];
  return (
    <>
      <Segmented<Page>
        label={t("watch.tab.label")}
        value={parseWatchPlace(about).page}
        onChange={(page) => (page === "watches" ? openWatches() : openAlerts())}
        options={options}
      />
      <WatchManyButton items={[]} word={t("watch.many.paste")} isPasted />
      <AddWatchButton />
    </>
  );
}
