// The bar over a report: back to all of them, and the report as Word, PDF or a bundle that can be verified.
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { IconButton } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { goTo } from "../../../state/navigation.ts";
import { PaperBar, type PaperBarProps } from "./PaperBar.tsx";

export function ReportBar(bar: PaperBarProps) {
  const t = useWords();
  const language = useLanguage();
  const { reportKind: kind, subject, id, draft } = bar.report;
  return (
    <PaperBar
      bar={bar}
      lead={<IconButton icon="chevronLeft" label={t("review.report.back")} onClick={() => goTo("review", "reports")} />}
      standing={t("review.report.fresh")}
      formats={[
        { format: "pdf", icon: "download", text: "PDF" },
        { format: "zip", icon: "fileZip", text: t("report.dialog.zip") },
      ]}
      make={(format, template) =>
        engine.call("review.writeReport", { kind, subject, policy: draft.policy, report: id, format, template, language })
      }
    />
  );
}
