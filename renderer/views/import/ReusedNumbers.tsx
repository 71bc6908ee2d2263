// Case numbers of a sheet that stand in the workspace with other facts: somebody says which case is meant before the sheet is stored.
import type { NumberVerdict } from "../../../shared/import/mapping.ts";
import { doubtSentence } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon } from "../../parts/index.ts";
import { decideNumbers, reusedOf, undecideNumber } from "../../state/caseNumbers.ts";
import type { ImportSheet } from "../../state/importing.ts";

interface ChoiceProps {
  readonly sheet: ImportSheet;
  readonly numbers: readonly string[];
}

function Choice({ sheet, numbers }: ChoiceProps) {
  const t = useWords();
  const decide = (verdict: NumberVerdict) => decideNumbers(sheet, numbers, verdict);
  const count = numbers.length;
  return (
    <>
      <Button small disabled={sheet.isChanging} title={t("import.reused.otherWhy")} onClick={() => decide("other")}>
        {count > 1 ? t("import.reused.allOther", { count }) : t("import.reused.other")}
      </Button>
      <Button small disabled={sheet.isChanging} title={t("import.reused.sameWhy")} onClick={() => decide("same")}>
        {count > 1 ? t("import.reused.allSame", { count }) : t("import.reused.same")}
      </Button>
    </>
  );
}

function DecidedNumber({
  sheet,
  number,
  verdict,
}: {
  readonly sheet: ImportSheet;
  readonly number: string;
  readonly verdict: NumberVerdict;
}) {
  const t = useWords();
  return (
    <p className="cw-doubt">
      <Icon name="circleCheck" size={15} />
      <span>{verdict === "other" ? t("import.reused.decidedOther", { number }) : t("import.reused.decidedSame", { number })}</span>
      <Button small tone="text" disabled={sheet.isChanging} onClick={() => undecideNumber(sheet, number)}>
        {t("import.reused.undo")}
      </Button>
    </p>
  );
}

export function ReusedNumbers({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const doubts = sheet.state === "stored" ? [] : reusedOf(sheet.preview.doubts);
  const decided = sheet.state === "stored" ? [] : Object.entries(sheet.preview.mapping.format?.caseNumbers ?? {});
  if (doubts.length + decided.length === 0) return null;
  const numbers = doubts.map(({ values }) => String(values.number));
  return (
    <section className="cw-doubts cw-reused" aria-label={t("import.reused.label")}>
      {doubts.length > 1 && (
        <p className="cw-doubt cw-doubt-open">
          <Icon name="alertTriangle" size={15} />
          <span>{t("import.reused.title", { count: doubts.length })}</span>
          <Choice sheet={sheet} numbers={numbers} />
        </p>
      )}
      {doubts.map((doubt, i) => (
        <p key={numbers[i]} className="cw-doubt cw-doubt-open">
          <Icon name="alertTriangle" size={15} />
          <span>{doubtSentence(t, doubt)}</span>
          <Choice sheet={sheet} numbers={[numbers[i]!]} />
        </p>
      ))}
      {decided.map(([number, verdict]) => (
        <DecidedNumber key={number} sheet={sheet} number={number} verdict={verdict} />
      ))}
    </section>
  );
}
