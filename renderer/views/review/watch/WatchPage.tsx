// Watching: the alerts with their facts, or what is watched. The address says which.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, PageTitle, Segmented } from "../../../parts/index.ts";
import { openAlerts, openWatches, type WatchPlace } from "../../../state/watches.ts";
import { ReviewTabs } from "../ReviewTabs.tsx";
import { AddWatchDialog } from "./AddWatchDialog.tsx";
import { AlertPane } from "./AlertPane.tsx";
import "./watch.css";
import { WatchTable } from "./WatchTable.tsx";

type Page = WatchPlace["page"];

export function WatchPage({ place }: { readonly place: WatchPlace }) {
  const t = useWords();
  const [isAdding, setAdding] = useState(false);
  const options: readonly { value: Page; text: string }[] = [
    { value: "alerts", text: t("watch.tab.alerts") },
    { value: "watches", text: t("watch.tab.watches") },
  ];
  return (
    <div className="cw-page">
      <PageTitle
        title={t("review.title")}
        tools={
          <>
            <ReviewTabs tab="watch" />
            <Segmented<Page>
              label={t("watch.tab.label")}
              value={place.page}
              onChange={(page) => (page === "watches" ? openWatches() : openAlerts())}
              options={options}
            />
            <Button tone="primary" icon="bell" onClick={() => setAdding(true)}>
              {t("watch.action.add")}
            </Button>
          </>
        }
      />
      {place.page === "watches" ? <WatchTable onAdd={() => setAdding(true)} /> : <AlertPane chosen={place.alert} />}
      {isAdding && <AddWatchDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
