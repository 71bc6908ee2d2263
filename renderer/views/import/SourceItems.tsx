// The sources of the workspace, newest first.
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { ErrorPanel, formatCount, formatTime, Icon, Skeleton, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";
import { fileIconOf } from "./fileIcons.ts";

export function SourceItems({ current }: { readonly current: number | null }) {
  const t = useWords();
  const { data, error, reload } = useCall("import.listSources", {}, ["facts"]);
  if (error) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={6} tall />;
  if (data.length === 0) return <p className="cw-import-hint">{t("import.list.noSources")}</p>;
  return (
    <ul className="cw-sheet-list">
      {data.map((source) => (
        <li key={source.id}>
          <button
            type="button"
            className="cw-sheet"
            aria-current={source.id === current}
            onClick={() => goTo("import", `source:${source.id}`)}
          >
            <Icon name={fileIconOf(source.name)} size={20} stroke={1.4} />
            <span className="cw-sheet-body">
              <b className="cw-file cw-sheet-name" title={source.name}>
                {source.name}
              </b>
              <span className="cw-sheet-line">
                <span className="cw-second">
                  {wordOf(t, rowKindKeys, source.rowKind)}
                  {source.sheet !== null && ` · ${source.sheet}`}
                </span>
                <span className="cw-number cw-quiet">{t("import.list.rows", { count: formatCount(source.rows.stored) })}</span>
              </span>
              <span className="cw-sheet-line">
                <span className="cw-quiet cw-small">{formatTime(source.importedAt)}</span>
                {source.rows.rejected > 0 && (
                  <Tag tone="warn">{t("import.mark.rejected", { count: formatCount(source.rows.rejected) })}</Tag>
                )}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
