// After storing: what all sheets together gave, and the next step.
import type { RowCounts } from "../../../shared/model/source.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon } from "../../parts/index.ts";
import { type ImportSheet, useImporting } from "../../state/importing.ts";
import { runLinkage } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { reportError } from "../../state/toasts.ts";
import { caseCountOf, useWorkspace } from "../../state/workspace.ts";
import { RowSum } from "./StoredSummary.tsx";

const none: RowCounts = { read: 0, stored: 0, rejected: 0, skipped: 0, twins: 0 };

/** Rows of all stored sheets together. */
export function sumRows(sheets: readonly Pick<ImportSheet, "stored">[]): RowCounts {
  return sheets.reduce<RowCounts>((sum, { stored }) => {
    if (stored === null) return sum;
    const { read, stored: kept, rejected, skipped, twins } = stored.rows;
    return {
      read: sum.read + read,
      stored: sum.stored + kept,
      rejected: sum.rejected + rejected,
      skipped: sum.skipped + skipped,
      twins: sum.twins + twins,
    };
  }, none);
}

export function DonePanel() {
  const t = useWords();
  const sheets = useImporting((state) => state.sheets);
  const info = useWorkspace((state) => state.info);
  const stored = sheets.filter((sheet) => sheet.state === "stored" && sheet.stored?.already !== true);
  const isBusy = sheets.some((sheet) => sheet.state === "storing" || sheet.state === "waiting");
  if (stored.length === 0 || isBusy || info === null) return null;
  const canLink = caseCountOf(info) > 1 && (info.linkedAt === null || info.linkedAt < info.dataVersion);
  if (stored.length === 1 && !canLink) return null;
  const link = () => {
    goTo("link");
    runLinkage().catch(reportError);
  };
  return (
    <section className="cw-notice cw-notice-accent" aria-label={t("import.done.title", { count: stored.length })}>
      <Icon name="circleCheck" size={18} />
      <div>
        <h3>{t("import.done.title", { count: stored.length })}</h3>
        {stored.length > 1 && (
          <p>
            <RowSum rows={sumRows(stored)} />
          </p>
        )}
        {stored.length === 1 && <p className="cw-second">{t("import.done.nextWhy")}</p>}
      </div>
      {canLink && (
        <Button small tone="primary" icon="link" onClick={link}>
          {t("import.done.next")}
        </Button>
      )}
    </section>
  );
}
