// Doubts about the sheet as a whole; those about a column stand in its row.
import type { Doubt } from "../../../shared/import/calls.ts";
import { reusedCode } from "../../../shared/import/reusedNumber.ts";
import { doubtSentence } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon } from "../../parts/index.ts";
import { type ImportSheet, openDoubtsOf, settleDoubts } from "../../state/importing.ts";

export function DoubtList({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const headings = new Set(sheet.preview.columns.map((column) => column.heading));
  const isOfSheet = (doubt: Doubt) => doubt.column === "" || !headings.has(doubt.column);
  const open = openDoubtsOf(sheet).filter((doubt) => isOfSheet(doubt) && doubt.code !== reusedCode);
  // How the balance recomputes has a line of its own.
  const hasStrip = sheet.preview.balances.length > 0;
  const notes = sheet.preview.doubts.filter((doubt) => !doubt.blocking && !(hasStrip && doubt.code === "balance-agrees"));
  if (open.length === 0 && notes.length === 0) return null;
  return (
    <section className="cw-doubts" aria-label={t("import.doubts.label")}>
      {open.map((doubt) => (
        <p key={`${doubt.code}${doubt.column}${doubt.values.target ?? ""}`} className="cw-doubt cw-doubt-open">
          <Icon name="alertTriangle" size={15} />
          <span>{doubtSentence(t, doubt)}</span>
          <Button small onClick={() => settleDoubts(sheet, [doubt])}>
            {t("import.mapping.accept")}
          </Button>
        </p>
      ))}
      {notes.map((doubt) => (
        <p key={`${doubt.code}${doubt.column}`} className="cw-doubt">
          <Icon name="alertCircle" size={15} />
          <span>{doubtSentence(t, doubt)}</span>
        </p>
      ))}
    </section>
  );
}
