// Whether what was identified is valid, public, doubtful or only likely.
import type { IdentifiedItem } from "../../../../shared/import/calls.ts";
import { reasonKeys } from "../../../frame/identifyKeys.ts";
import { useWords } from "../../../i18n/index.ts";
import { wordOf } from "../../../i18n/vocabulary.ts";
import { Tag } from "../../../parts/index.ts";

/** Told by the words around, without a check. */
export const inWords = new Set(["person-name", "address", "date", "coordinates", "amount", "moment"]);
/** Without a check digit: the name or the number is all there is. */
const unchecked = new Set(["app", "account"]);
const surely = 0.8;

export function Verdict({ item }: { readonly item: IdentifiedItem }) {
  const t = useWords();
  const reason = item.reason ?? item.doubt;
  const why = reason === null ? "" : ` · ${wordOf(t, reasonKeys, reason)}`;
  if (!item.valid) return <Tag tone="contra">{t("frame.identify.invalid") + why}</Tag>;
  if (item.rarityBits === 0) return <Tag tone="warn">{t("frame.identify.public")}</Tag>;
  if (item.doubt !== null) return <Tag tone="warn">{t("frame.identify.doubtful") + why}</Tag>;
  if (inWords.has(item.kind)) return item.confidence < surely ? <Tag>{t("frame.identify.likely")}</Tag> : null;
  return unchecked.has(item.kind) ? null : <Tag>{t("frame.identify.valid")}</Tag>;
}
