// What a merge writes, once it is decided what becomes of each conflict.
import type { BundleFinding } from "../../../../shared/review/exchange/finding.ts";
import type {
  BundleBoard,
  BundleChart,
  BundleDecision,
  BundleRow,
  BundleSource,
  BundleWatch,
  ExchangeContent,
} from "../../../../shared/review/exchange/format.ts";
import type { BundleConflict, ConflictChoice } from "../../../../shared/review/exchange/preview.ts";
import type { ComparedJudgements, JudgementConflict } from "./compareJudgements.ts";
import type { AttributeConflict, ComparedRows, HashedRow, RowConflict } from "./compareRows.ts";

export interface PlannedSource {
  readonly source: BundleSource;
  readonly rows: readonly BundleRow[];
}

export interface Plan {
  readonly sources: readonly PlannedSource[];
  readonly decisions: readonly BundleDecision[];
  readonly watches: readonly BundleWatch[];
  readonly chart: BundleChart | null;
  readonly findings: readonly BundleFinding[];
  readonly boards: readonly BundleBoard[];
  /** Rows that were looked at and stay out, or came without some of what they say. */
  readonly left: readonly { readonly origin: string; readonly row: number; readonly hash: string }[];
  readonly seen: readonly { readonly origin: string; readonly told: string }[];
  /** Every entity that the bundle names, readable by every unit. */
  readonly touched: readonly string[];
  /** Conflicts in which ours stays. */
  readonly kept: number;
}

/** A conflict as it is shown, with what it came from. */
export type OpenConflict =
  | { readonly shown: BundleConflict; readonly attribute: AttributeConflict }
  | { readonly shown: BundleConflict; readonly row: RowConflict }
  | { readonly shown: BundleConflict; readonly judgement: JudgementConflict };

interface Decided {
  readonly rows: ComparedRows;
  readonly judgements: ComparedJudgements;
  readonly watches: readonly BundleWatch[];
  readonly chart: BundleChart | null;
  readonly findings: readonly BundleFinding[];
  readonly boards: readonly BundleBoard[];
  readonly content: ExchangeContent;
  readonly conflicts: readonly OpenConflict[];
  readonly choices: Readonly<Record<string, ConflictChoice>>;
  readonly standard: ConflictChoice | null;
}

/** What somebody chose, else what was asked for all, else what is usual. */
function choiceOf({ shown }: OpenConflict, { choices, standard }: Decided): ConflictChoice {
  const chosen = choices[shown.id] ?? standard;
  return chosen !== undefined && chosen !== null && shown.choices.includes(chosen) ? chosen : shown.standard;
}

export function decideConflicts(decided: Decided): Omit<Plan, "seen" | "touched"> {
  const { rows, judgements, conflicts, content } = decided;
  const without = new Map<BundleRow, Set<number>>();
  const brought: HashedRow[] = [...rows.fresh];
  const left: HashedRow[] = [];
  const decisions: BundleDecision[] = [...judgements.fresh];
  let kept = 0;
  for (const conflict of conflicts) {
    const choice = choiceOf(conflict, decided);
    if ("attribute" in conflict) {
      if (choice !== "ours") continue;
      const { theirs, at } = conflict.attribute;
      without.set(theirs.row, (without.get(theirs.row) ?? new Set()).add(at));
      left.push(theirs);
    } else if ("row" in conflict) {
      if (choice !== "ours") brought.push(conflict.row.theirs);
      else if (decided.choices[conflict.shown.id] === "ours") left.push(conflict.row.theirs);
    } else if (takesTheirs(choice, conflict.judgement)) decisions.push(conflict.judgement.theirs);
    kept += Number(choice === "ours");
  }
  return {
    sources: content.manifest.isMasked ? [] : bySource(content.sources, brought, without),
    decisions: content.manifest.isMasked ? [] : decisions,
    watches: content.manifest.isMasked ? [] : decided.watches,
    chart: content.manifest.isMasked ? null : decided.chart,
    findings: content.manifest.isMasked ? [] : decided.findings,
    boards: content.manifest.isMasked ? [] : decided.boards,
    left: left.map(({ source, row, hash }) => ({ origin: source.origin, row: row.row, hash })),
    kept,
  };
}

const takesTheirs = (choice: ConflictChoice, { ours, theirs }: JudgementConflict): boolean =>
  choice === "theirs" || choice === "both" || (choice === "latest" && theirs.at > ours.at);

function bySource(
  sources: readonly BundleSource[],
  brought: readonly HashedRow[],
  without: ReadonlyMap<BundleRow, ReadonlySet<number>>,
): PlannedSource[] {
  const rows = new Map<BundleSource, BundleRow[]>();
  for (const { source, row } of brought) {
    const skipped = without.get(row);
    const taken = skipped ? { ...row, attributes: row.attributes.filter((_, at) => !skipped.has(at)) } : row;
    const list = rows.get(source);
    if (list) list.push(taken);
    else rows.set(source, [taken]);
  }
  return sources.flatMap((source) => {
    const own = rows.get(source);
    return own ? [{ source, rows: own.sort((a, b) => a.row - b.row) }] : [];
  });
}
