// Who sold bank cards and phone numbers (两卡): what, to which ring, in how many cases, and the rows.
import type { SellerItem } from "../../../shared/group/ringCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { CitationLink } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { EntityButton, EntityButtons } from "./ringNames.tsx";

export function SellerTable({ sellers, withRing }: { readonly sellers: readonly SellerItem[]; readonly withRing: boolean }) {
  const t = useWords();
  return (
    <table className="cw-plain-table">
      <thead>
        <tr>
          <th scope="col">{t("ring.seller.who")}</th>
          <th scope="col">{t("ring.seller.sold")}</th>
          {withRing && <th scope="col">{t("ring.seller.ring")}</th>}
          <th scope="col" className="cw-align-right">
            {t("ring.seller.cases")}
          </th>
          <th scope="col">{t("ring.member.sources")}</th>
        </tr>
      </thead>
      <tbody>
        {sellers.map((seller) => (
          <tr key={`${seller.ring} ${seller.entity}`}>
            <td>
              <EntityButton one={seller} />
            </td>
            <td>
              <EntityButtons all={seller.sold} />
            </td>
            {withRing && (
              <td>
                <button type="button" className="cw-entity" onClick={() => goTo("group", seller.ring)}>
                  {seller.ring}
                </button>
              </td>
            )}
            <td className="cw-number cw-align-right">{seller.cases.length}</td>
            <td>{seller.sources[0] && <CitationLink citation={seller.sources[0]} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
