// All sellers of bank cards and phone numbers, those of most cases first.
import { useEffect } from "react";
import { useWords } from "../../i18n/index.ts";
import { EmptyState, ErrorPanel, PageTitle, Panel, Skeleton } from "../../parts/index.ts";
import { setCrumbs } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";
import { GroupTabs } from "./GroupTabs.tsx";
import { SellerTable } from "./SellerTable.tsx";

export function SellersView() {
  const t = useWords();
  const { data, error, reload } = useCall("group.listSellers", {}, ["group"]);
  useEffect(() => setCrumbs([t("ring.tabs.sellers")]), [t]);
  if (error !== null && data === null) return <ErrorPanel error={error} onRetry={reload} />;
  return (
    <div className="cw-page cw-series-page">
      <div className="cw-ring-tabs">
        <GroupTabs />
      </div>
      <PageTitle title={t("ring.seller.title")} note={t("ring.seller.note", { n: data?.length ?? 0 })} />
      {data === null && <Skeleton rows={12} tall />}
      {data?.length === 0 && (
        <EmptyState icon="creditCard" title={t("ring.seller.none")}>
          {t("ring.seller.noneWhy")}
        </EmptyState>
      )}
      {data !== null && data.length > 0 && (
        <Panel label={t("ring.seller.title")}>
          <SellerTable sellers={data} withRing />
        </Panel>
      )}
    </div>
  );
}
