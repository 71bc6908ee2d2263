// Raw rows of a source as they stood in the file, read in pages while scrolling.
import { useEffect, useState } from "react";
import { toWire, type WireError } from "../../../shared/errors.ts";
import type { SourcePage } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { type Column, DataTable, ErrorPanel, formatCount, Panel, Skeleton } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { openCitation } from "../../state/citation.ts";
import { trackForCells } from "./cellTracks.ts";

type Row = SourcePage["rows"][number];

const pageRows = 200;

function useRawRows(sourceId: number) {
  const [page, setPage] = useState<{ readonly headings: readonly string[]; readonly rows: readonly Row[] } | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [from, setFrom] = useState(1);
  useEffect(() => {
    const abort = new AbortController();
    engine.call("import.readSourceRows", { sourceId, from, count: pageRows }, { signal: abort.signal }).then(
      (next) =>
        !abort.signal.aborted &&
        setPage((old) => ({ headings: next.headings, rows: from === 1 ? next.rows : [...(old?.rows ?? []), ...next.rows] })),
      (reason) => !abort.signal.aborted && setError(toWire(reason)),
    );
    return () => abort.abort();
  }, [sourceId, from]);
  return { page, error, readMore: setFrom };
}

/** Columns that fit side by side; the whole row opens in the drawer. */
const shownColumns = 8;

export function RawRowsPanel({ sourceId, rowCount }: { readonly sourceId: number; readonly rowCount: number }) {
  const t = useWords();
  const { page, error, readMore } = useRawRows(sourceId);
  const headings = page?.headings ?? [];
  const sample = page?.rows.slice(0, 50) ?? [];
  const cellOf = (index: number) => (row: Row) => row.cells[index] ?? "";
  const columns: readonly Column<Row>[] = [
    {
      key: "row",
      title: t("import.rowsPanel.row"),
      width: "52px",
      align: "right",
      render: (row) => <span className="cw-quiet">{formatCount(row.row)}</span>,
      text: (row) => String(row.row),
    },
    ...headings.slice(0, shownColumns).map((heading, index) => ({
      key: String(index),
      title: heading,
      width: trackForCells(sample.map(cellOf(index))),
      render: cellOf(index),
      text: cellOf(index),
    })),
  ];
  const rows = page?.rows ?? [];
  const isMore = rows.length > 0 && (rows.at(-1)?.row ?? 0) < rowCount;
  return (
    <Panel
      title={t("import.raw.title")}
      note={headings.length > shownColumns ? t("import.raw.noteMore", { count: headings.length }) : t("import.raw.note")}
    >
      {error ? (
        <ErrorPanel error={error} />
      ) : page === null ? (
        <Skeleton rows={16} />
      ) : (
        <DataTable
          label={t("import.raw.title")}
          columns={columns}
          rows={rows}
          keyOf={(row) => String(row.row)}
          onOpen={(row) => openCitation(sourceId, row.row)}
          onSelect={() => undefined}
          toneOf={(row) => (row.note === null ? null : row.note.verdict === "rejected" ? "contra" : "mute")}
          {...(isMore ? { onEnd: () => readMore((rows.at(-1)?.row ?? 0) + 1) } : {})}
        />
      )}
    </Panel>
  );
}
