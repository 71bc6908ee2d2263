// Rows of a source that were put right: what stood there and what was put, by whom and when; each correction can be taken back.
import type { CorrectionItem, SourceItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, ErrorPanel, formatCount, formatTime, Icon, Panel, Skeleton } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { openCitation } from "../../state/citation.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";

const shownLimit = 500;

function Change({ item, sourceId }: { readonly item: CorrectionItem; readonly sourceId: number }) {
  const t = useWords();
  return (
    <li className="cw-correction">
      <button
        type="button"
        className="cw-link-button cw-number"
        title={t("import.rejects.openRow")}
        onClick={() => openCitation(sourceId, item.row)}
      >
        {formatCount(item.row)}
      </button>
      <span className="cw-correction-cells">
        {item.changes.map(({ heading, was, now }) => (
          <span key={heading} title={`${heading}: ${was} → ${now}`}>
            <span className="cw-second">{heading}</span> <s>{was === "" ? t("import.rejects.emptyCell") : was}</s>{" "}
            <Icon name="arrowRight" size={12} /> <b>{now === "" ? t("import.rejects.emptyCell") : now}</b>
          </span>
        ))}
      </span>
      <span className="cw-quiet cw-small">
        {item.by} · {formatTime(item.at)}
      </span>
    </li>
  );
}

/** One source of corrected rows, with its undo. */
function CorrectionGroup({ fixedId, items, sourceId }: { fixedId: number; items: readonly CorrectionItem[]; sourceId: number }) {
  const t = useWords();
  const undo = async () => {
    try {
      await engine.call("import.removeSource", { sourceId: fixedId, reason: t("import.corrections.undone") });
      tell("import.told.correctionUndone", { count: items.length });
    } catch (error) {
      reportError(error);
    }
  };
  return (
    <>
      <li className="cw-reject-more cw-correction-head">
        <span>{t("import.corrections.group", { id: fixedId, count: items.length })}</span>
        <Button small onClick={() => void undo()}>
          {t("import.corrections.undo", { count: items.length })}
        </Button>
      </li>
      {items.map((item) => (
        <Change key={item.row} item={item} sourceId={sourceId} />
      ))}
    </>
  );
}

export function CorrectionsPanel({ source }: { readonly source: SourceItem }) {
  const t = useWords();
  const { data, error, reload } = useCall("import.listCorrections", { sourceId: source.id, limit: shownLimit }, ["facts"]);
  const done = (data ?? []).filter(({ fixedId }) => fixedId !== null);
  const groups = [...Map.groupBy(done, ({ fixedId }) => fixedId!)];
  if (!error && groups.length === 0) return null;
  return (
    <Panel className="cw-corrections" title={t("import.corrections.title")} note={t("import.corrections.note", { count: done.length })}>
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={3} />
      ) : (
        <ul className="cw-reject-list">
          {groups.map(([fixedId, items]) => (
            <CorrectionGroup key={fixedId} fixedId={fixedId} items={items} sourceId={source.id} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
