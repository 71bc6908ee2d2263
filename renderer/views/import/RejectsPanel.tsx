// Rejected rows: why, what stood there, and fields to put them right; only what was changed is imported, the rest stays rejected.
import { useEffect, useState } from "react";
import type { FixResult, RefusedRow, RejectItem, RejectList, SourceItem } from "../../../shared/import/calls.ts";
import type { RepairRule } from "../../../shared/import/repairRule.ts";
import { useWords } from "../../i18n/index.ts";
import { rejectReasonKeys } from "../../i18n/rejectReasons.ts";
import { Button, EmptyState, ErrorPanel, formatCount, Panel, Skeleton } from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { runJob } from "../../state/jobs.ts";
import { reportError, tell } from "../../state/toasts.ts";
import { tellUntold } from "../../state/untold.ts";
import { useCall } from "../../state/useCall.ts";
import { ReasonFilter, RuleRepair } from "./RejectFilter.tsx";
import { RejectRow } from "./RejectRow.tsx";
import { changesOf, type Repair, rejectsText, withRepair } from "./rejectRepair.ts";
import { SameCellsList } from "./SameCellsList.tsx";
import { saveText } from "./saveText.ts";

type Repairs = Readonly<Record<number, Repair>>;

const shownLimit = 500;
const none: Repair = {};

interface RejectRowsProps {
  readonly data: RejectList;
  readonly skipped: number;
  readonly repairs: Repairs;
  readonly refused: readonly RefusedRow[];
  readonly onRepair: (item: RejectItem, column: number, text: string) => void;
}

function RejectRows({ data, skipped, repairs, refused, onRepair }: RejectRowsProps) {
  const t = useWords();
  const { items, headings } = data;
  if (items.length === 0) {
    return (
      <EmptyState icon="circleCheck" title={t("import.rejects.none")}>
        {t("import.rejects.noneWhy", { count: formatCount(skipped) })}
      </EmptyState>
    );
  }
  return (
    <ul className="cw-reject-list">
      {items.length === shownLimit && <li className="cw-reject-more">{t("import.rejects.more", { count: shownLimit })}</li>}
      {items.map((item) => (
        <RejectRow
          key={item.row}
          item={item}
          headings={headings}
          repair={repairs[item.row] ?? none}
          refused={refused.find(({ row }) => row === item.row) ?? null}
          onChange={(column, text) => onRepair(item, column, text)}
        />
      ))}
    </ul>
  );
}

/** Undo of a correction: its source goes, its rows are rejected again. */
async function undoFix(sourceIds: readonly number[], reason: string): Promise<void> {
  try {
    for (const sourceId of sourceIds) await engine.call("import.removeSource", { sourceId, reason });
  } catch (error) {
    reportError(error);
  }
}

/** What was typed for a source, with what stands proposed since it was read anew. */
function useRepairs(data: RejectList | null) {
  const [repairs, setRepairs] = useState<Repairs>({});
  const proposed = JSON.stringify(data?.proposals ?? []);
  useEffect(() => {
    const proposals = JSON.parse(proposed) as RejectList["proposals"];
    const texts = proposals.map(({ row, changes }) => [row, Object.fromEntries(changes.map(({ column, now }) => [column, now]))]);
    setRepairs((old) => ({ ...(Object.fromEntries(texts) as Repairs), ...old }));
  }, [proposed]);
  return [repairs, setRepairs] as const;
}

/** Puts rows right and imports them; what is refused keeps what was typed, and says why. */
function useFixing(setRepairs: (change: (old: Repairs) => Repairs) => void) {
  const t = useWords();
  const [refused, setRefused] = useState<readonly RefusedRow[]>([]);
  const fix = async (work: () => Promise<FixResult>) => {
    try {
      const result = await work();
      const ids = result.sources.map(({ id }) => id);
      const stored = result.sources.reduce((sum, { rows }) => sum + rows.stored, 0);
      const left = new Set(result.refused.map(({ row }) => row));
      setRefused(result.refused);
      tellUntold(result.untold);
      setRepairs((old) => Object.fromEntries(Object.entries(old).filter(([row]) => left.has(Number(row)))));
      tell(
        result.refused.length === 0 ? "import.told.fixed" : "import.told.fixedSome",
        { count: stored, refused: result.refused.length },
        ids.length === 0 ? null : () => void undoFix(ids, t("import.corrections.undone")),
      );
    } catch (failure) {
      reportError(failure);
    }
  };
  return { refused, fix };
}

interface DeskProps {
  readonly source: SourceItem;
  readonly data: RejectList;
  readonly reason: string | null;
  readonly onReason: (reason: string | null) => void;
  readonly repairs: Repairs;
  readonly setRepairs: (change: (old: Repairs) => Repairs) => void;
  readonly refused: readonly RefusedRow[];
  readonly onRule: (rule: RepairRule, reason: string | null) => void;
}

function RejectsDesk({ source, data, reason, onReason, repairs, setRepairs, refused, onRule }: DeskProps) {
  const { items, headings } = data;
  return (
    <>
      {(items.length > 0 || reason !== null) && <ReasonFilter counts={data.counts} chosen={reason} onChoose={onReason} />}
      {items.length > 0 && <RuleRepair items={items} headings={headings} onRepair={(rule) => onRule(rule, reason)} />}
      <SameCellsList same={data.same} onRepair={onRule} />
      <RejectRows
        data={data}
        skipped={source.rows.skipped}
        repairs={repairs}
        refused={refused}
        onRepair={(item, column, text) =>
          setRepairs((old) => ({ ...old, [item.row]: withRepair(old[item.row] ?? none, item, headings, column, text) }))
        }
      />
    </>
  );
}

export function RejectsPanel({ source }: { readonly source: SourceItem }) {
  const t = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const filter = { sourceId: source.id, verdict: "rejected" as const, limit: shownLimit, ...(reason !== null && { reason }) };
  const { data, error, reload } = useCall("import.listRejects", filter, ["facts"]);
  const [repairs, setRepairs] = useRepairs(data);
  const { refused, fix } = useFixing(setRepairs);
  const { items = [], headings = [] } = data ?? {};
  const changed = items.filter(({ row }) => Object.keys(repairs[row] ?? none).length > 0);
  const count = items.length < shownLimit ? items.length : source.rows.rejected;
  const sourceId = source.id;
  const titleOf = (rows: number) => ({ title: "job.title.fix" as const, titleValues: { count: rows } });
  const changedRows = () => changed.map((item) => ({ row: item.row, changes: changesOf(item, headings, repairs[item.row] ?? none) }));
  const fixTyped = () => fix(() => runJob("import.fixRejects", { sourceId, rows: changedRows() }, titleOf(changed.length)));
  const fixByRule = (rule: RepairRule, why: string | null) =>
    fix(() => runJob("import.fixRejectsByRule", { sourceId, reason: why, rule }, titleOf(count)));
  const save = () =>
    saveText(
      `${source.name}.rejects.csv`,
      rejectsText(items, headings, (code) => t(rejectReasonKeys[code])),
      "text/csv",
    );
  const saveButton = (
    <Button small icon="download" onClick={save}>
      {t("import.rejects.save")}
    </Button>
  );
  const foot = (
    <>
      <span className="cw-format-note">{t("import.rejects.restStays")}</span>
      <Button
        small
        icon="refresh"
        tone={changed.length > 0 ? "primary" : "normal"}
        disabled={changed.length === 0}
        onClick={() => void fixTyped()}
      >
        {t("import.rejects.again", { count: changed.length })}
      </Button>
    </>
  );
  const desk = { source, reason, onReason: setReason, repairs, setRepairs, refused };
  return (
    <Panel
      className="cw-rejects"
      title={t("import.rejects.title")}
      note={items.length > 0 ? t("import.rejects.note", { count: formatCount(count) }) : undefined}
      tools={items.length > 0 && saveButton}
      foot={items.length > 0 && foot}
    >
      {error ? (
        <ErrorPanel error={error} onRetry={reload} />
      ) : data === null ? (
        <Skeleton rows={6} />
      ) : (
        <RejectsDesk {...desk} data={data} onRule={(rule, why) => void fixByRule(rule, why)} />
      )}
    </Panel>
  );
}
