// Rejected rows: why, what stood there, and a field to put it right; only the changed ones are imported again.
import { useMemo, useState } from "react";
import type { ImportResult, RejectItem, SourceItem } from "../../../shared/import/calls.ts";
import type { RepairRule } from "../../../shared/import/repairRule.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { Button, EmptyState, ErrorPanel, formatCount, Panel, Skeleton } from "../../parts/index.ts";
import { runJob } from "../../state/jobs.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { useCall } from "../../state/useCall.ts";
import { ReasonFilter, RuleRepair } from "./RejectFilter.tsx";
import { RejectRow } from "./RejectRow.tsx";
import { changesOf, rejectsText, repairStart } from "./rejectRepair.ts";

function saveText(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const shownLimit = 500;

interface RejectListProps {
  readonly rejected: readonly RejectItem[];
  readonly skipped: number;
  readonly headings: readonly string[];
  readonly repairs: Readonly<Record<number, string>>;
  readonly onRepair: (row: number, text: string) => void;
}

function RejectList({ rejected, skipped, headings, repairs, onRepair }: RejectListProps) {
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
      {rejected.length === shownLimit && <li className="cw-reject-more">{t("import.rejects.more", { count: shownLimit })}</li>}
      {rejected.map((item) => (
        <RejectRow
          key={item.row}
          item={item}
          headings={headings}
          value={repairs[item.row] ?? null}
          onChange={(text) => onRepair(item.row, text)}
        />
      ))}
    </ul>
  );
}

/** Corrected rows go in as a source of their own; how many of them were stored is told. */
async function importAgain(fix: () => Promise<ImportResult>): Promise<boolean> {
  try {
    const { sources } = await fix();
    tell("import.told.fixed", { count: sources.reduce((sum, item) => sum + item.rows.stored, 0) });
    return true;
  } catch (reason) {
    reportError(reason);
    return false;
  }
}

export function RejectsPanel({ source }: { readonly source: SourceItem }) {
  const t = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const filter = { sourceId: source.id, limit: shownLimit, ...(reason !== null && { reason }) };
  const { data, error, reload } = useCall("import.listRejects", filter, ["facts"]);
  const [repairs, setRepairs] = useState<Readonly<Record<number, string>>>({});
  const rejected = useMemo(() => (data?.items ?? []).filter((item) => item.verdict === "rejected"), [data]);
  const skipped = (data?.items.length ?? 0) - rejected.length;
  const headings = data?.headings ?? [];
  const changed = rejected.filter((item) => repairs[item.row] !== undefined && repairs[item.row] !== repairStart(item, headings));
  const saveRejects = () =>
    saveText(
      `${source.name}.rejects.csv`,
      rejectsText(data?.items ?? [], headings, (code) => t(rejectReasonKeys[code])),
    );
  const reimport = async () => {
    const rows = changed.map((item) => ({ row: item.row, changes: changesOf(item, headings, repairs[item.row] ?? "") }));
    const title = { title: "job.title.fix" as const, titleValues: { count: rows.length } };
    if (await importAgain(() => runJob("import.fixRejects", { sourceId: source.id, rows }, title))) setRepairs({});
  };
  const repairAll = (rule: RepairRule) =>
    importAgain(() =>
      runJob(
        "import.fixRejectsByRule",
        { sourceId: source.id, reason, rule },
        { title: "job.title.fix", titleValues: { count: rejected.length } },
      ),
    );
  return (
    <Panel
      className="cw-rejects"
      title={t("import.rejects.title")}
      note={rejected.length > 0 ? t("import.rejects.note", { count: formatCount(rejected.length) }) : undefined}
      tools={
        data !== null &&
        data.items.length > 0 && (
          <Button small icon="download" onClick={saveRejects}>
            {t("import.rejects.save")}
          </Button>
        )
      }
      foot={
        (rejected.length > 0 || reason !== null) && (
          <>
            <ReasonFilter counts={data?.counts ?? {}} chosen={reason} onChoose={setReason} />
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
        <>
          {rejected.length > 0 && <RuleRepair items={rejected} headings={headings} onRepair={(rule) => void repairAll(rule)} />}
          <RejectList
            rejected={rejected}
            skipped={skipped}
            headings={headings}
            repairs={repairs}
            onRepair={(row, text) => setRepairs((old) => ({ ...old, [row]: text }))}
          />
        </>
      )}
    </Panel>
  );
}
