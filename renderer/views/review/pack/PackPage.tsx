// Method packs: the list at the left, the chosen one at the right.
import type { PackItem } from "../../../../shared/review/packCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, ErrorPanel, Panel, Skeleton } from "../../../parts/index.ts";
import { openPack } from "../../../state/packs.ts";
import { useCall } from "../../../state/useCall.ts";
import type { ReviewPageProps } from "../page.ts";
import { PackCard } from "./PackCard.tsx";
import { PackDesk } from "./PackDesk.tsx";
import "./pack.css";

function Cards({ items, chosen }: { readonly items: readonly PackItem[]; readonly chosen: string }) {
  return (
    <div className="cw-pack-list">
      {items.map((item) => (
        <PackCard key={item.pack} item={item} isChosen={item.pack === chosen} onChoose={() => openPack(item.pack)} />
      ))}
    </div>
  );
}

export function PackPage({ about }: ReviewPageProps) {
  const t = useWords();
  const { data, error, reload } = useCall("review.listPacks", {}, ["packs", "facts"]);
  const chosen = data?.find(({ pack }) => pack === about)?.pack ?? data?.[0]?.pack ?? "";
  return (
    <div className="cw-pack-columns">
      <Panel className="cw-fill" title={t("pack.list.title")} note={t("pack.list.note")}>
        {error ? (
          <ErrorPanel error={error} onRetry={reload} />
        ) : data === null ? (
          <Skeleton rows={6} tall />
        ) : (
          <Cards items={data} chosen={chosen} />
        )}
      </Panel>
      {chosen === "" ? (
        <Panel className="cw-fill" label={t("pack.list.title")}>
          {data !== null && <EmptyState icon="box" title={t("pack.list.title")} />}
        </Panel>
      ) : (
        <PackDesk key={chosen} pack={chosen} />
      )}
    </div>
  );
}
