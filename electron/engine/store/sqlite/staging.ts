// Slices of a loading source share transactions: a sync to disk a slice would cost more than the slice.
import type BetterSqlite3 from "better-sqlite3";

/** The first commit comes soon; a long load commits ever more at once, because in a filled workspace each commit writes every page of the indexes
 * that rows fell into. Slices and milliseconds of the first commit, what each further one adds, and the most. */
const slicesACommit = { first: 60, more: 20, most: 400 } as const;
const millisecondsACommit = { first: 1000, more: 250, most: 5000 } as const;
/** Nobody stages for so long: what there is, is committed. */
const idleMilliseconds = 1000;

export class Staging {
  private readonly database: BetterSqlite3.Database;
  private slices = 0;
  private timer: NodeJS.Timeout | null = null;
  private begunAt = 0;
  /** Commits of the load at work. */
  private commits = 0;
  /** Why staged rows were lost: whoever staged them must hear of it, not only the one who happened to write. */
  private lost: unknown = null;

  constructor(database: BetterSqlite3.Database) {
    this.database = database;
  }

  commit(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.slices = 0;
    if (!this.database.inTransaction) return;
    try {
      this.database.exec("COMMIT");
    } catch (error) {
      if (this.database.inTransaction) this.database.exec("ROLLBACK");
      this.lost = error;
      throw error;
    }
  }

  private isDue(): boolean {
    const limit = ({ first, more, most }: Record<"first" | "more" | "most", number>) => Math.min(most, first + more * this.commits);
    return this.slices >= limit(slicesACommit) || performance.now() - this.begunAt >= limit(millisecondsACommit);
  }

  private commitFull(): void {
    this.commits += 1;
    this.commit();
  }

  /** Commits, and tells a loss that nobody has heard of yet. */
  keep(): void {
    this.commits = 0;
    this.takeLoss();
    try {
      this.commit();
    } finally {
      this.lost = null;
    }
  }

  /** A slice that fails takes its whole transaction back: the import it belongs to is discarded anyway. */
  run<T>(work: () => T): T {
    this.takeLoss();
    if (!this.database.inTransaction) this.begin();
    try {
      const value = work();
      this.slices += 1;
      if (this.isDue()) this.commitFull();
      else if (this.timer) this.timer.refresh();
      else this.timer = setTimeout(() => this.commitLater(), idleMilliseconds);
      return value;
    } catch (error) {
      if (this.database.inTransaction) this.database.exec("ROLLBACK");
      this.lost = null;
      throw error;
    }
  }

  private begin(): void {
    this.database.exec("BEGIN IMMEDIATE");
    this.begunAt = performance.now();
  }

  private takeLoss(): void {
    const error = this.lost;
    this.lost = null;
    if (error) throw error;
  }

  private commitLater(): void {
    try {
      this.commit();
    } catch {
      this.timer = null; // nobody waits for the timer: the loss is told to the next slice
    }
  }
}
