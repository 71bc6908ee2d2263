// A stored source: its counts, its raw rows, its rejects with repair in place, and taking it out again.
import type { SourceItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, EmptyState, ErrorPanel, formatBytes, formatTime, PageTitle, Skeleton, Tag } from "../../parts/index.ts";
import { goTo } from "../../state/navigation.ts";
import { openSource } from "../../state/reimporting.ts";
import { useCall } from "../../state/useCall.ts";
import { CorrectionsPanel } from "./CorrectionsPanel.tsx";
import { MappingPanel } from "./MappingPanel.tsx";
import { RawRowsPanel } from "./RawRowsPanel.tsx";
import { RejectsPanel } from "./RejectsPanel.tsx";
import { RemoveSourceButton } from "./RemoveSourceButton.tsx";
import { ReusedNote } from "./ReusedNote.tsx";
import { RowSum } from "./StoredSummary.tsx";

/** Files that bring a chart with its places. */
const graphFile = /\.(?:anx|graphml|gexf|xml)(?:\.gz)?$/i;

/** A source and its corrections lead to one another. */
function CorrectionLinks({ source, sources }: { readonly source: SourceItem; readonly sources: readonly SourceItem[] }) {
  const t = useWords();
  const original = sources.find(({ id }) => id === source.corrects);
  const corrections = sources.filter(({ corrects }) => corrects === source.id);
  const open = (id: number) => goTo("import", `source:${id}`);
  return (
    <>
      {original && (
        <Button small tone="text" onClick={() => open(original.id)}>
          {t("import.source.corrects", { name: original.name })}
        </Button>
      )}
      {corrections.map(({ id, rows }) => (
        <Button key={id} small tone="text" onClick={() => open(id)}>
          {t("import.source.correction", { count: rows.stored })}
        </Button>
      ))}
    </>
  );
}

export function SourcePage({ sourceId }: { readonly sourceId: number }) {
  const t = useWords();
  const { data, error, reload } = useCall("import.listSources", {}, ["facts"]);
  const { data: detail } = useCall("import.readSource", { sourceId }, ["facts"]);
  const source = data?.find((candidate) => candidate.id === sourceId);
  if (error) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} />;
  if (source === undefined) {
    return (
      <EmptyState icon="fileText" title={t("import.source.gone")}>
        {t("import.source.goneWhy")}
      </EmptyState>
    );
  }
  return (
    <div className="cw-sheet-page">
      <PageTitle
        title={<span className="cw-file">{[source.name, source.sheet].filter(Boolean).join(" · ")}</span>}
        note={
          <Tag tone="accent">
            {t("import.sheet.layout", { kind: wordOf(t, rowKindKeys, source.rowKind), confidence: source.confidence.toFixed(2) })}
          </Tag>
        }
        tools={
          <>
            {graphFile.test(source.name) && source.rowKind === "entity" && (
              <Button icon="affiliate" onClick={() => goTo("chart", `source:${sourceId}`)}>
                {t("import.source.asChart")}
              </Button>
            )}
            {detail?.partOf === null && (
              <Button icon="refresh" onClick={() => void openSource(sourceId)}>
                {t("import.source.again")}
              </Button>
            )}
            <RemoveSourceButton source={source} corrections={data.filter(({ corrects }) => corrects === sourceId).length} />
          </>
        }
      />
      <div className="cw-format">
        <RowSum rows={source.rows} />
        <CorrectionLinks source={source} sources={data} />
        <span className="cw-format-note cw-file">
          {t("import.source.note", {
            at: formatTime(source.importedAt),
            by: source.importedBy,
            size: formatBytes(source.size),
            hash: source.sha256.slice(0, 12),
          })}
        </span>
      </div>
      {detail && <ReusedNote doubts={detail.doubts} />}
      <div className={source.rows.rejected > 0 ? "cw-source-panels" : "cw-source-panels cw-source-clean"}>
        <RawRowsPanel sourceId={sourceId} rowCount={source.rows.read} />
        <div className="cw-source-side">
          {source.rows.rejected > 0 && <RejectsPanel source={source} />}
          <CorrectionsPanel source={source} />
          {detail && <MappingPanel detail={detail} />}
        </div>
      </div>
    </div>
  );
}
