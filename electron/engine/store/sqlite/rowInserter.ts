// Many rows of one table a statement: a call into the database costs as much as the row itself, so rows wait until there are enough for one call.

import type { WritableDb } from "./database.ts";
import type { SqlValue } from "./sql.ts";

/** Measured: 25 % less time a row at 16, nothing more at 64. */
const rowsAtOnce = 16;

export class RowInserter {
  private readonly into: string;
  private readonly marks: string;
  private readonly width: number;
  private readonly tail: string;
  private readonly db: WritableDb;
  private values: SqlValue[] = [];

  /** `into` is `table (column, …)`; `tail` may say what happens on conflict. Nothing is sure to be written before `flush`. */
  constructor(db: WritableDb, into: string, width: number, tail = "") {
    this.db = db;
    this.into = into;
    this.width = width;
    this.tail = tail;
    this.marks = `(${Array(width).fill("?").join(", ")})`;
  }

  add(...row: readonly SqlValue[]): void {
    for (const value of row) this.values.push(value);
    if (this.values.length === rowsAtOnce * this.width) this.write(rowsAtOnce);
  }

  flush(): void {
    // The rest one by one: a text for each number of rows would fill the store of prepared statements.
    const { values, width } = this;
    this.values = [];
    for (let at = 0; at < values.length; at += width) {
      this.values = values.slice(at, at + width);
      this.write(1);
    }
  }

  private write(rows: number): void {
    const marks = Array(rows).fill(this.marks).join(", ");
    this.db.prepare(`INSERT INTO ${this.into} VALUES ${marks} ${this.tail}`).run(this.values);
    this.values = [];
  }
}
