// The sources of the workspace, newest first; the sheets of one file stand together and fold away.
import { useState } from "react";
import type { SourceItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { ErrorPanel, formatCount, formatTime, Icon, Skeleton, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { useCall } from "../../state/useCall.ts";
import { type FileGroup, groupByFile } from "./fileGroups.ts";
import { fileIconOf } from "./fileIcons.ts";

function Rejected({ count }: { readonly count: number }) {
  const t = useWords();
  return count > 0 ? <Tag tone="warn">{t("import.mark.rejected", { count: formatCount(count) })}</Tag> : null;
}

function SourceButton({
  source,
  isCurrent,
  isInside,
}: {
  readonly source: SourceItem;
  readonly isCurrent: boolean;
  readonly isInside: boolean;
}) {
  const t = useWords();
  const kind = wordOf(t, rowKindKeys, source.rowKind);
  return (
    <button
      type="button"
      className={isInside ? "cw-sheet cw-sheet-inside" : "cw-sheet"}
      aria-current={isCurrent}
      onClick={() => goTo("import", `source:${source.id}`)}
    >
      {!isInside && <Icon name={fileIconOf(source.name)} size={20} stroke={1.4} />}
      <span className="cw-sheet-body">
        <b className="cw-file cw-sheet-name" title={source.name}>
          {isInside && source.folder === null ? (source.sheet ?? source.name) : source.name}
        </b>
        <span className="cw-sheet-line">
          <span className="cw-second">
            {kind}
            {!isInside && source.sheet !== null && ` · ${source.sheet}`}
          </span>
          <span className="cw-number cw-quiet">{t("import.list.rows", { count: formatCount(source.rows.stored) })}</span>
        </span>
        {(!isInside || source.rows.rejected > 0) && (
          <span className="cw-sheet-line">
            <span className="cw-quiet cw-small">{isInside ? "" : formatTime(source.importedAt)}</span>
            <Rejected count={source.rows.rejected} />
          </span>
        )}
      </span>
    </button>
  );
}

function FileItem({ group, current }: { readonly group: FileGroup; readonly current: number | null }) {
  const t = useWords();
  const holdsCurrent = group.sources.some(({ id }) => id === current);
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen || holdsCurrent;
  return (
    <li>
      <button type="button" className="cw-sheet" aria-expanded={shown} onClick={() => setOpen(!shown)}>
        <Icon name={shown ? "chevronDown" : "chevronRight"} size={16} />
        <span className="cw-sheet-body">
          <b className="cw-file cw-sheet-name" title={group.name}>
            {group.name}
          </b>
          <span className="cw-sheet-line">
            <span className="cw-second">{t("import.list.sheets", { count: group.sources.length })}</span>
            <span className="cw-number cw-quiet">{t("import.list.rows", { count: formatCount(group.stored) })}</span>
          </span>
          <span className="cw-sheet-line">
            <span className="cw-quiet cw-small">{formatTime(group.importedAt)}</span>
            <Rejected count={group.rejected} />
          </span>
        </span>
      </button>
      {shown && (
        <ul>
          {group.sources.map((source) => (
            <li key={source.id}>
              <SourceButton source={source} isCurrent={source.id === current} isInside />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

export function SourceItems({ current }: { readonly current: number | null }) {
  const t = useWords();
  const { data, error, reload } = useCall("import.listSources", {}, ["facts"]);
  if (error) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={6} tall />;
  if (data.length === 0) return <p className="cw-import-hint">{t("import.list.noSources")}</p>;
  return (
    <ul className="cw-sheet-list">
      {groupByFile(data).map((group) =>
        group.sources.length > 1 ? (
          <FileItem key={group.key} group={group} current={current} />
        ) : (
          <li key={group.key}>
            <SourceButton source={group.sources[0]!} isCurrent={group.sources[0]!.id === current} isInside={false} />
          </li>
        ),
      )}
    </ul>
  );
}
