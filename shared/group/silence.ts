// When a series has fallen silent: one rule for the overview and for briefings, by the series' own rhythm.

/** No case for three times its usual gap, and for two weeks at least; from three cases on it has a usual gap. */
const silence = { gaps: 3, days: 14, cases: 3 } as const;

export interface Silence {
  /** Median of the days between its cases. */
  readonly gapDays: number;
  /** Days since its last case. */
  readonly silentDays: number;
}

function medianGap(days: readonly number[]): number {
  const gaps = days
    .slice(1)
    .map((day, i) => day - days[i]!)
    .sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  return Math.max(1, gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2);
}

/** `days` of its cases, ascending, none after `on`; null while it is not silent on that day. */
export function silenceOf(days: readonly number[], on: number): Silence | null {
  if (days.length < silence.cases) return null;
  const gapDays = medianGap(days);
  const silentDays = on - days.at(-1)!;
  return silentDays > silence.gaps * gapDays && silentDays >= silence.days ? { gapDays, silentDays } : null;
}
