// The outline: which report, how masked, its sections with their citations, and what is still missing.
import { useWords } from "../../../i18n/index.ts";
import { Icon, Panel, Segmented, Tag } from "../../../parts/index.ts";
import { changePreferences, usePreferences } from "../../../state/preferences.ts";
import type { DeskProps } from "./deskProps.ts";
import { reportKindKeys } from "./reportWords.ts";

type Level = "full" | "masked";

function Levels() {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  return (
    <Segmented<Level>
      label={t("review.report.level")}
      value={isMasked ? "masked" : "full"}
      options={[
        { value: "full", text: t("review.report.full") },
        { value: "masked", text: t("review.report.masked") },
      ]}
      onChange={(level) => changePreferences({ isMasked: level === "masked" })}
    />
  );
}

function Missing({ report }: DeskProps) {
  const t = useWords();
  const { uncited, leftOver } = report;
  return (
    <div className="cw-report-missing">
      <Icon name="alertTriangle" size={15} />
      <div>
        {uncited > 0 && <p>{t("review.report.uncited", { count: uncited })}</p>}
        {leftOver.length > 0 && <p>{t("review.report.leftOver", { count: leftOver.length })}</p>}
        {leftOver.map((text) => (
          <blockquote key={text}>{text}</blockquote>
        ))}
      </div>
    </div>
  );
}

export function Outline(props: DeskProps) {
  const t = useWords();
  const { report, onChange } = props;
  return (
    <Panel
      className="cw-report-outline"
      title={t(reportKindKeys[report.reportKind])}
      foot={(report.uncited > 0 || report.leftOver.length > 0) && <Missing {...props} />}
    >
      <div className="cw-report-level">
        <span>{t("review.report.level")}</span>
        <Levels />
      </div>
      <ol className="cw-report-sections">
        {report.sections
          .filter(({ section }) => section > 0)
          .map(({ section, title, isOff, citationCount, uncited }) => (
            <li key={section}>
              <label>
                <input type="checkbox" checked={!isOff} onChange={() => onChange({ change: "section", section, isOff: !isOff })} />
                <span>{title}</span>
              </label>
              {uncited > 0 ? (
                <Tag tone="warn">{t("review.report.bare", { count: uncited })}</Tag>
              ) : (
                <span className="cw-quiet cw-small">{t("review.report.cites", { count: citationCount })}</span>
              )}
            </li>
          ))}
        <li>
          <span>{t("review.report.sources")}</span>
          <span className="cw-quiet cw-small">{t("review.report.sourceCount", { count: report.sources.length })}</span>
        </li>
      </ol>
    </Panel>
  );
}
