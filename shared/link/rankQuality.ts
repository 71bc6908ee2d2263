// How good a ranking is against known answers: area under the curve, average precision, precision among the first k, calibration.

export interface Judged {
  readonly bits: number;
  readonly posterior: number;
  readonly isLinked: boolean;
}

export interface CalibrationBin {
  /** Posteriors in [from, to). */
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Mean posterior and share of linked pairs. */
  readonly expected: number;
  readonly actual: number;
  /** Bounds of the share, 95 %: a bin of few pairs says little. */
  readonly low: number;
  readonly high: number;
}

/** Groups of equal bits, best first. */
function tiesOf(judged: readonly Judged[]): Judged[][] {
  const groups = Map.groupBy(judged, ({ bits }) => bits);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

const countLinked = (judged: readonly Judged[]): number => judged.reduce((count, { isLinked }) => count + Number(isLinked), 0);

/** Chance that a linked pair stands above an unlinked one; ties count half (Mann and Whitney 1947). NaN without both. */
export function areaUnderCurve(judged: readonly Judged[]): number {
  const linked = countLinked(judged);
  let [above, sum] = [0, 0];
  for (const group of tiesOf(judged)) {
    const own = countLinked(group);
    sum += (group.length - own) * (above + own / 2);
    above += own;
  }
  return sum / (linked * (judged.length - linked));
}

/** Mean of the precision at each linked pair; a tie is one step at the precision of its end. NaN without linked pairs. */
export function averagePrecision(judged: readonly Judged[]): number {
  const linked = countLinked(judged);
  let [seen, hits, sum] = [0, 0, 0];
  for (const group of tiesOf(judged)) {
    const own = countLinked(group);
    seen += group.length;
    hits += own;
    sum += (own * hits) / seen;
  }
  return sum / linked;
}

/** Share of linked pairs among the first k; inside a tie the expected number. */
export function precisionAt(judged: readonly Judged[], k: number): number {
  let [left, hits] = [Math.min(k, judged.length), 0];
  const wanted = left;
  for (const group of tiesOf(judged)) {
    const taken = Math.min(left, group.length);
    hits += (countLinked(group) * taken) / group.length;
    left -= taken;
    if (left === 0) break;
  }
  return wanted === 0 ? Number.NaN : hits / wanted;
}

/** Standard deviations of a 95 % interval. */
const z = 1.96;

/** Bounds of a share by its counts (Wilson 1927). */
export function shareBounds(hits: number, count: number): readonly [number, number] {
  if (count === 0) return [0, 1];
  const share = hits / count;
  const middle = share + z ** 2 / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

const bins = 10;

/** Tenths of the posterior, empty ones left out. */
export function calibrate(judged: readonly Judged[]): CalibrationBin[] {
  const groups = Map.groupBy(judged, ({ posterior }) => Math.min(bins - 1, Math.floor(posterior * bins)));
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([bin, group]) => {
      const [linked, pairs] = [countLinked(group), group.length];
      const [low, high] = shareBounds(linked, pairs);
      const expected = group.reduce((sum, { posterior }) => sum + posterior, 0) / pairs;
      return { from: bin / bins, to: (bin + 1) / bins, pairs, expected, actual: linked / pairs, low, high };
    });
}
