// Says in every dialog that makes a file whether names and numbers leave in full.
import { useWords } from "../../i18n/index.ts";
import { Tag } from "../../parts/index.ts";
import { usePreferences } from "../../state/preferences.ts";
import "./reportDialog.css";

export function MaskNote() {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  return (
    <p className="cw-export-mask">
      <Tag tone={isMasked ? "plus" : "warn"}>{isMasked ? t("chart.export.masked") : t("chart.export.full")}</Tag>{" "}
      <span className="cw-small">{isMasked ? t("chart.export.maskedNote") : t("chart.export.fullNote")}</span>
    </p>
  );
}
