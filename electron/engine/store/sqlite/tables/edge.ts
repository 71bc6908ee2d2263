// The derived edges: per source, so that a source that is loading or taken out never has to be subtracted from a sum.
import type { WritableDb } from "../database.ts";

export interface EdgeDelta {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly directed: boolean;
  readonly sourceId: number;
  readonly count: number;
  /** Transfers: 1/100 of the currency; calls: seconds; else 0. */
  readonly sum: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

const upsert = `INSERT INTO edge (from_id, to_id, kind, source_id, directed, count, sum, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (from_id, to_id, kind, source_id) DO UPDATE SET count = count + excluded.count, sum = sum + excluded.sum,
    first_at = min(coalesce(first_at, excluded.first_at), coalesce(excluded.first_at, first_at)),
    last_at = max(coalesce(last_at, excluded.last_at), coalesce(excluded.last_at, last_at))`;

export function addEdge(db: WritableDb, edge: EdgeDelta): void {
  db.prepare(upsert).run(
    edge.from,
    edge.to,
    edge.kind,
    edge.sourceId,
    edge.directed ? 1 : 0,
    edge.count,
    edge.sum,
    edge.firstAt,
    edge.lastAt,
  );
}

/** Edges held before they are written: sorted and in bulk they cost a fraction of single ones in random order. */
const maxHeld = 150_000;
const edgesAtOnce = 1000;

/** Collects the edges of a source, so that a pair of accounts with many transfers is written once. */
export class EdgeCollector {
  private readonly edges = new Map<string, { -readonly [Field in keyof EdgeDelta]: EdgeDelta[Field] }>();
  private readonly sourceId: number;

  constructor(sourceId: number) {
    this.sourceId = sourceId;
  }

  add(from: number, to: number, kind: string, directed: boolean, sum: number, at: number | null): void {
    const key = `${from} ${to} ${kind}`;
    const known = this.edges.get(key);
    if (!known) {
      this.edges.set(key, { from, to, kind, directed, sourceId: this.sourceId, count: 1, sum, firstAt: at, lastAt: at });
      return;
    }
    known.count += 1;
    known.sum += sum;
    if (at !== null && (known.firstAt === null || at < known.firstAt)) known.firstAt = at;
    if (at !== null && (known.lastAt === null || at > known.lastAt)) known.lastAt = at;
  }

  get isFull(): boolean {
    return this.edges.size >= maxHeld;
  }

  /** What is held, in key order, in steps short enough to answer other calls in between. */
  takeSteps(): ((db: WritableDb) => void)[] {
    const edges = [...this.edges.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.kind < b.kind ? -1 : 1));
    this.edges.clear();
    const starts = Array.from({ length: Math.ceil(edges.length / edgesAtOnce) }, (_, i) => i * edgesAtOnce);
    return starts.map((start) => (db) => {
      for (const edge of edges.slice(start, start + edgesAtOnce)) addEdge(db, edge);
    });
  }
}
