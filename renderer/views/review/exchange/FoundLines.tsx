// What a bundle says was found, a line each.
import type { ShownFinding } from "../../../../shared/review/exchange/lookedFinding.ts";
import { useWords } from "../../../i18n/index.ts";
import { formatTime, Tag } from "../../../parts/index.ts";

export function FoundLines({ found }: { readonly found: readonly ShownFinding[] }) {
  const t = useWords();
  return found.map(({ findingKind, unit, number, title, foundAt, cases, core }) => (
    <p key={`${findingKind} ${unit} ${number}`} className="cw-exchange-judgement">
      <Tag tone="accent">{findingKind === "series" ? t("exchange.subject.series") : t("exchange.subject.ring")}</Tag>
      <b>
        {number} {title}
      </b>
      <span>
        {findingKind === "series" ? t("exchange.found.series", { cases, core }) : t("exchange.found.ring", { cases, people: core })}
      </span>
      <span className="cw-quiet cw-small">
        {unit} · {formatTime(foundAt)}
      </span>
    </p>
  ));
}
