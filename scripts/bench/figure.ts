// One figure of a benchmark as one JSON line: value, unit, budget and whether it is kept.

export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** null: shown only (a peer, a size). */
  readonly budget?: number | null;
  /** True when more is better (rows a second). */
  readonly more?: boolean;
  readonly note?: string;
}

export function printFigure({ budget = null, more = false, note = "", ...figure }: Figure): void {
  const value = Number(figure.value.toPrecision(4));
  const ok = budget === null ? null : more ? value >= budget : value <= budget;
  console.log(JSON.stringify({ ...figure, value, budget, ok, note }));
}

export async function timed<T>(work: () => Promise<T> | T): Promise<{ value: T; seconds: number }> {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

/** The p-th quantile of the values, nearest rank. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}
