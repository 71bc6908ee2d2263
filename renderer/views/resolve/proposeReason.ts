// The reason that stands ready for a judgement: what agrees for a merge, what differs for keeping apart. Pure, tested without React.
import type { Verdict } from "../../../shared/model/decision.ts";
import type { IdentityBar } from "../../../shared/resolve/explainRecords.ts";
import type { Translate } from "../../i18n/index.ts";

const mostFields = 3;

/** Bars come strongest first; what people read as one field is named once. */
export function proposeReason(t: Translate, bars: readonly IdentityBar[], verdict: Verdict, nameOf: (field: string) => string): string {
  if (verdict === "later") return t("resolve.reason.unsure");
  const told = bars.filter(({ sign }) => (verdict === "confirm" ? sign === "+" : sign === "-" || sign === "!"));
  const fields = [...new Set(told.map(({ field }) => nameOf(field)))].slice(0, mostFields).join(t("resolve.reason.separator"));
  if (verdict === "confirm") return fields === "" ? t("resolve.reason.looks") : t("resolve.reason.agree", { fields });
  return fields === "" ? t("resolve.reason.apart") : t("resolve.reason.differ", { fields });
}
