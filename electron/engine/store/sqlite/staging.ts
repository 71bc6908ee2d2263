// Slices of a loading source share transactions: a sync to disk a slice would cost more than the slice.
import type BetterSqlite3 from "better-sqlite3";

const slicesACommit = 60;
const commitMilliseconds = 1000;

export class Staging {
  private readonly database: BetterSqlite3.Database;
  private slices = 0;
  private timer: NodeJS.Timeout | null = null;
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

  /** Commits, and tells a loss that nobody has heard of yet. */
  keep(): void {
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
    if (!this.database.inTransaction) this.database.exec("BEGIN IMMEDIATE");
    try {
      const value = work();
      this.slices += 1;
      if (this.slices >= slicesACommit) this.commit();
      else this.timer ??= setTimeout(() => this.commitLater(), commitMilliseconds);
      return value;
    } catch (error) {
      if (this.database.inTransaction) this.database.exec("ROLLBACK");
      this.lost = null;
      throw error;
    }
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
