// Rejected rows: why, what stood there, and a field to put it right; only the changed ones are imported again.
import { useMemo, useState } from "react";
import type { RejectItem, SourceItem } from "../../../shared/import/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { Button, EmptyState, ErrorPanel, formatCount, Panel, Skeleton } from "../../parts/index.ts";
import { runJob } from "../../state/jobs.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { RejectRow } from "./RejectRow.tsx";
import { rejectsText, repairedCells, repairStart } from "./rejectRepair.ts";

function saveText(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function ReasonCounts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const t = useWords();
  const known = Object.entries(counts).filter(([reason]) => reason in rejectReasonKeys);
  return (
    <span className="cw-reason-counts">
      {known.map(([reason, count]) => `${t(rejectReasonKeys[reason as RejectItem["reason"]])} ${formatCount(count)}`).join(" · ")}
    </span>
  );
}

interface RejectListProps {
  readonly rejected: readonly RejectItem[];
  readonly skipped: number;
  readonly repairs: Readonly<Record<number, string>>;
  readonly onRepair: (row: number, text: string) => void;
}

function RejectList({ rejected, skipped, repairs, onRepair }: RejectListProps) {
  const t = useWords();
  if (rejected.length === 0) {
    return (
      <EmptyState icon="circleCheck" title={t("import.rejects.none")}>
        {t("import.rejects.noneWhy", { count: formatCount(skipped) })}
      </EmptyState>
    );
  }
  return (
    <ul className="cw-reject-list">
      {rejected.map((item) => (
        <RejectRow key={item.row} item={item} value={repairs[item.row] ?? null} onChange={(text) => onRepair(item.row, text)} />
      ))}
    </ul>
  );
}

export function RejectsPanel({ source }: { readonly source: SourceItem }) {
  const t = useWords();
  const { data, error, reload } = useCall("import.listRejects", { sourceId: source.id, limit: 500 }, ["facts"]);
  const [repairs, setRepairs] = useState<Readonly<Record<number, string>>>({});
  const rejected = useMemo(() => (data?.items ?? []).filter((item) => item.verdict === "rejected"), [data]);
  const skipped = (data?.items.length ?? 0) - rejected.length;
  const changed = rejected.filter((item) => repairs[item.row] !== undefined && repairs[item.row] !== repairStart(item));
  const headings = data?.headings ?? [];
  const reimport = async () => {
    const rows = changed.map((item) => ({ row: item.row, cells: repairedCells(item, headings, repairs[item.row] ?? "") }));
    try {
      const { sources } = await runJob(
        "import.fixRejects",
        { sourceId: source.id, rows },
        { title: "job.title.fix", titleValues: { count: rows.length } },
      );
      setRepairs({});
      tell("import.told.fixed", { count: sources.reduce((sum, item) => sum + item.rows.stored, 0) });
    } catch (reason) {
      reportError(reason);
    }
  };
  return (
    <Panel
      className="cw-rejects"
      title={t("import.rejects.title")}
      note={rejected.length > 0 ? t("import.rejects.note", { count: formatCount(rejected.length) }) : undefined}
      tools={
        data !== null &&
        data.items.length > 0 && (
          <Button
            small
            icon="download"
            onClick={() =>
              saveText(
                `${source.name}.rejects.csv`,
                rejectsText(data.items, headings, (reason) => t(rejectReasonKeys[reason])),
              )
            }
          >
            {t("import.rejects.save")}
          </Button>
        )
      }
      foot={
        rejected.length > 0 && (
          <>
            <ReasonCounts counts={data?.counts ?? {}} />
            <Button
              small
              icon="refresh"
              tone={changed.length > 0 ? "primary" : "normal"}
              disabled={changed.length === 0}
              onClick={() => void reimport()}
            >
              {t("import.rejects.again", { count: changed.length })}
            </Button>
          </>
        )
      }
    >
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={6} />
      ) : (
        <RejectList
          rejected={rejected}
          skipped={skipped}
          repairs={repairs}
          onRepair={(row, text) => setRepairs((old) => ({ ...old, [row]: text }))}
        />
      )}
    </Panel>
  );
}
