// The rows behind the chosen sentence: file, sheet, row, the cell that says it, the hash of the file.
import type { CitedRow } from "../../../../shared/review/paper/citation.ts";
import { useWords } from "../../../i18n/index.ts";
import { CitationLink, EmptyState, Panel, Tag } from "../../../parts/index.ts";
import type { DeskProps } from "./deskProps.ts";

const shownHash = 16;
const mostShown = 60;

/** A row that is cited twice for one cell stands once. */
function distinct(all: readonly CitedRow[]): readonly CitedRow[] {
  const seen = new Map(all.map((one) => [`${one.sourceId} ${one.row} ${one.column}`, one]));
  return [...seen.values()];
}

export function Citations({ report, chosen }: DeskProps) {
  const t = useWords();
  const citations = distinct(chosen?.citations ?? []);
  return (
    <Panel
      className="cw-report-citations"
      title={t("review.report.citations")}
      tools={
        chosen === null
          ? t("review.report.inAll", { count: report.citationCount })
          : t("review.report.here", { count: citations.length, all: report.citationCount })
      }
    >
      {chosen === null ? (
        <EmptyState icon="link" title={t("review.report.choose")}>
          {t("review.report.chooseWhy")}
        </EmptyState>
      ) : (
        <div>
          {chosen.original !== null && (
            <p className="cw-report-original">
              <Tag tone="accent">{t("review.report.own")}</Tag> {t("review.report.original", { text: chosen.original })}
            </p>
          )}
          <ol className="cw-report-cites">
            {citations.slice(0, mostShown).map((citation, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row may be cited twice, for two cells
              <li key={i}>
                <CitationLink citation={citation} />
                {citation.column !== null && (
                  <p>
                    <span className="cw-quiet">{citation.column}</span> {citation.cell}
                  </p>
                )}
                <p className="cw-quiet cw-small">SHA-256 {citation.sha256.slice(0, shownHash)}…</p>
              </li>
            ))}
          </ol>
          {citations.length > mostShown && (
            <p className="cw-quiet cw-report-original">{t("review.report.moreCites", { count: citations.length - mostShown })}</p>
          )}
        </div>
      )}
    </Panel>
  );
}
