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

const numberOf = (series: string): number => Number(/^S-(\d+)$/.exec(series)?.[1] ?? 0);

function readClaims(clusters: readonly (readonly string[])[], earlier: readonly EarlierSeries[]): Claim[] {
  const claims: Claim[] = [];
  clusters.forEach((cases, cluster) => {
    const own = new Set(cases);
    for (const { series, cases: before, confirmed } of earlier) {
      const members = before.filter((number) => own.has(number)).length;
      if (members > 0) claims.push({ cluster, series, members, confirmed: confirmed.filter((number) => own.has(number)).length });
    }
  });
  return claims;
}

const strongestFirst = (one: Claim, other: Claim): number =>
  other.confirmed - one.confirmed ||
  other.members - one.members ||
  numberOf(one.series) - numberOf(other.series) ||
  one.cluster - other.cluster;

/** One id a cluster, in their order. Every old id goes to at most one cluster; splits and newcomers get numbers never used (above `lastNumber`). */
export function keepIdentity(clusters: readonly (readonly string[])[], earlier: readonly EarlierSeries[], lastNumber = 0): string[] {
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const { cluster, series } of readClaims(clusters, earlier).sort(strongestFirst)) {
    if (ids.has(cluster) || taken.has(series)) continue;
    ids.set(cluster, series);
    taken.add(series);
  }
  let next = earlier.reduce((most, { series }) => Math.max(most, numberOf(series)), lastNumber);
  return clusters.map((_, cluster) => ids.get(cluster) ?? `S-${++next}`);
}
