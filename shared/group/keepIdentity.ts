// Series ids survive re-running: a new cluster inherits the id of the version that held most of its confirmed members, else most members.

export interface EarlierSeries {
  readonly series: string;
  readonly cases: readonly string[];
  readonly confirmed: readonly string[];
}

interface Claim {
  readonly cluster: number;
  readonly series: string;
  readonly confirmed: number;
  readonly members: number;
}

const numberOf = (series: string): number => Number(/^[A-Z]-(\d+)$/.exec(series)?.[1] ?? 0);

/** Earlier series by each case that they had. */
function seriesByCase(earlier: readonly EarlierSeries[]): Map<string, EarlierSeries[]> {
  const byCase = new Map<string, EarlierSeries[]>();
  for (const each of earlier)
    for (const number of each.cases) {
      const known = byCase.get(number);
      if (known) known.push(each);
      else byCase.set(number, [each]);
    }
  return byCase;
}

function readClaims(clusters: readonly (readonly string[])[], earlier: readonly EarlierSeries[]): Claim[] {
  const byCase = seriesByCase(earlier);
  return clusters.flatMap((cases, cluster) => {
    const own = new Set(cases);
    const met = new Set(cases.flatMap((number) => byCase.get(number) ?? []));
    const countOwn = (numbers: readonly string[]) => numbers.filter((number) => own.has(number)).length;
    return [...met].map(({ series, cases: before, confirmed }) => ({
      cluster,
      series,
      members: countOwn(before),
      confirmed: countOwn(confirmed),
    }));
  });
}

const strongestFirst = (one: Claim, other: Claim): number =>
  other.confirmed - one.confirmed ||
  other.members - one.members ||
  numberOf(one.series) - numberOf(other.series) ||
  one.cluster - other.cluster;

/** One id a cluster, in their order. Every old id goes to at most one cluster; splits and newcomers get numbers never used (above `lastNumber`). */
export function keepIdentity(
  clusters: readonly (readonly string[])[],
  earlier: readonly EarlierSeries[],
  lastNumber = 0,
  prefix = "S",
): string[] {
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const { cluster, series } of readClaims(clusters, earlier).sort(strongestFirst)) {
    if (ids.has(cluster) || taken.has(series)) continue;
    ids.set(cluster, series);
    taken.add(series);
  }
  let next = earlier.reduce((most, { series }) => Math.max(most, numberOf(series)), lastNumber);
  return clusters.map((_, cluster) => ids.get(cluster) ?? `${prefix}-${++next}`);
}
