// Case numbers of a stored sheet under which another source tells of another case.
import type { Doubt } from "../../../shared/import/calls.ts";
import { reusedMoreCode } from "../../../shared/import/reusedNumber.ts";
import { doubtSentence } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon } from "../../parts/index.ts";
import { reusedOf } from "../../state/caseNumbers.ts";
import { goTo } from "../../state/navigation.ts";

export function ReusedNote({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const t = useWords();
  const more = doubts.filter(({ code }) => code === reusedMoreCode);
  const shown = [...reusedOf(doubts), ...more];
  if (shown.length === 0) return null;
  return (
    <section className="cw-doubts cw-reused" aria-label={t("import.reused.label")}>
      {shown.map((doubt) => (
        <p key={`${doubt.code}${doubt.values.number ?? ""}`} className="cw-doubt">
          <Icon name="alertTriangle" size={15} />
          <span>{doubtSentence(t, doubt)}</span>
          {doubt.values.number !== undefined && (
            <Button small tone="text" onClick={() => goTo("chart", `case:${doubt.values.number}`)}>
              {t("import.reused.open")}
            </Button>
          )}
        </p>
      ))}
      <p className="cw-quiet">{t("import.reused.storedWhy")}</p>
    </section>
  );
}
