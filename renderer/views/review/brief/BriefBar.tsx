// The bar over a briefing: the briefing as a document, as slides, in the unit's template.
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { daysOf, useBrief } from "../../../state/briefs.ts";
import { PaperBar, type PaperBarProps } from "../report/PaperBar.tsx";

export function BriefBar(bar: PaperBarProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <PaperBar
      bar={bar}
      standing={t(bar.report.id === "" ? "brief.page.fresh" : "brief.page.kept")}
      formats={[
        { format: "pptx", icon: "presentation", text: t("brief.page.slides") },
        { format: "pdf", icon: "download", text: "PDF" },
      ]}
      make={async (format, template) => {
        const days = daysOf(useBrief.getState());
        return days && (await engine.call("brief.export", { ...days, format, template, language }));
      }}
    />
  );
}
