// Finds patterns of transfers in a child, and names the shape of each source's transfers.
import type { FoundMotif, SourceShape } from "../../../shared/group/motifCalls.ts";
import { findMotifs } from "../../../shared/group/motifs/findMotifs.ts";
import type { MotifKind } from "../../../shared/group/motifs/motif.ts";
import { findPassThrough } from "../../../shared/group/motifs/passThrough.ts";
import { nameShape } from "../../../shared/group/shape/nameShape.ts";
import type { ShapeTransfer } from "../../../shared/group/shape/subgraph.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import { decimalOf } from "../../../shared/model/money.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { Task } from "../jobs/task.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { readCitedName } from "../store/sqlite/tables/citedName.ts";
import { readEntityById } from "../store/sqlite/tables/entity.ts";
import { iterateSourceTransfers } from "../store/sqlite/tables/motifTransfers.ts";
import { type LoadedTransfers, loadTransfers } from "./loadTransfers.ts";

export interface MotifsTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly kinds: readonly MotifKind[];
  readonly windowDays: number;
}

export interface MotifsTaskResult {
  readonly motifs: readonly FoundMotif[];
  readonly leftOut: number;
}

interface Pattern {
  readonly kind: MotifKind;
  readonly score: number;
  /** Rows of the loaded transfers. */
  readonly rows: readonly number[];
  readonly accounts: readonly number[];
}

export const motifsTask: Task<MotifsTaskInput, MotifsTaskResult> = async ({ path, key, kinds, windowDays }, { signal }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const loaded = loadTransfers(db);
    const { motifs, hot } = findMotifs(loaded, new Set(kinds), windowDays, { signal });
    const shapes = motifs.map(({ kind, score, edges }): Pattern => {
      const rows = edges.map((edge) => hot.transfer[edge]!);
      return { kind, score, rows, accounts: [...new Set(rows.flatMap((row) => [loaded.from[row]!, loaded.to[row]!]))] };
    });
    const passing = kinds.includes("fast-in-fast-out") ? findPassThrough(loaded, windowDays) : [];
    const through = passing.map(
      ({ account, transfers, score }): Pattern => ({ kind: "fast-in-fast-out", score, rows: transfers, accounts: [account] }),
    );
    const found = [...shapes, ...through].sort((a, b) => b.score - a.score || a.rows[0]! - b.rows[0]! || (a.kind < b.kind ? -1 : 1));
    return { motifs: found.map((pattern) => toMotif(db, loaded, pattern)), leftOut: hot.leftOut };
  } finally {
    db.close();
  }
};

function toMotif(
  db: ReadableDb,
  { id, at, fen, currency, entities }: LoadedTransfers,
  { kind, score, rows, accounts }: Pattern,
): FoundMotif {
  const times = rows.map((row) => at[row]!).filter((time) => !Number.isNaN(time));
  const timeOf = (time: number) => (Number.isFinite(time) ? isoTime(time) : null);
  const refOf = (account: number) => {
    const found = readEntityById(db, entities[account]!);
    return entityRef(found?.kind ?? "account", found?.key ?? "");
  };
  return {
    motif: kind,
    accounts: accounts.map(refOf).sort(),
    transfers: rows.map((row) => id[row]!),
    amount: decimalOf(rows.reduce((sum, row) => sum + fen[row]!, 0)),
    currency,
    firstAt: timeOf(times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)),
    lastAt: timeOf(times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY)),
    score: Number(score.toFixed(3)),
  };
}

export interface NameTaskInput {
  readonly path: string;
  readonly key: string | null;
}

export const nameSourcesTask: Task<NameTaskInput, SourceShape[]> = async ({ path, key }) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const bySource = new Map<number, ShapeTransfer[]>();
    for (const { source, at, from, to } of iterateSourceTransfers(db)) {
      const known = bySource.get(source);
      const transfer = { from, to, at: at ?? Number.NaN };
      if (known) known.push(transfer);
      else bySource.set(source, [transfer]);
    }
    return [...bySource].map(([sourceId, transfers]) => {
      const source = readCitedName(db, sourceId);
      return { sourceId, source: source?.name ?? "", sheet: source?.sheet ?? null, ...nameShape(transfers) };
    });
  } finally {
    db.close();
  }
};
