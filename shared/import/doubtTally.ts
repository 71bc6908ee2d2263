// Counts what was kept although something about it is odd: one doubt a code and column, with the first cell as its example.
import type { Doubt } from "./calls.ts";

interface Entry {
  readonly code: string;
  readonly column: string;
  readonly sample: string;
  count: number;
}

export class DoubtTally {
  private readonly entries = new Map<string, Entry>();

  add(code: string, column: string, sample: string): void {
    const key = `${code}\u0000${column}`;
    const known = this.entries.get(key);
    if (known) known.count++;
    else this.entries.set(key, { code, column, sample: sample.slice(0, 80), count: 1 });
  }

  /** Takes one back that has been settled since. */
  remove(code: string, column: string): void {
    const key = `${code}\u0000${column}`;
    const known = this.entries.get(key);
    if (known && --known.count === 0) this.entries.delete(key);
  }

  list(): readonly Doubt[] {
    return [...this.entries.values()].map(({ code, column, sample, count }) => ({
      code,
      column,
      values: { count, sample, column },
      blocking: false,
    }));
  }
}
