// Who sold bank cards and phone numbers (两卡): what, to which ring, in how many cases, and the rows.
import type { SellerItem } from "../../../shared/group/ringCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { CitationLink, type Column, PlainTable } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { EntityButton, EntityButtons } from "./ringNames.tsx";

type PlainColumn = Omit<Column<SellerItem>, "width">;

export function SellerTable({ sellers, withRing }: { readonly sellers: readonly SellerItem[]; readonly withRing: boolean }) {
  const t = useWords();
  const ring: PlainColumn = {
    key: "ring",
    title: t("ring.seller.ring"),
    render: (seller) => (
      <button type="button" className="cw-entity" onClick={() => goTo("group", seller.ring)}>
        {seller.ring}
      </button>
    ),
  };
  return (
    <PlainTable
      rows={sellers}
      keyOf={(seller) => `${seller.ring} ${seller.entity}`}
      columns={[
        { key: "who", title: t("ring.seller.who"), render: (seller) => <EntityButton one={seller} /> },
        { key: "sold", title: t("ring.seller.sold"), render: ({ sold }) => <EntityButtons all={sold} /> },
        ...(withRing ? [ring] : []),
        { key: "cases", title: t("ring.seller.cases"), align: "right", render: ({ cases }) => cases.length },
        {
          key: "sources",
          title: t("ring.member.sources"),
          render: ({ sources }) => sources[0] && <CitationLink citation={sources[0]} />,
        },
      ]}
    />
  );
}
