// How firmly a ring and each member hold: communities found again with one link in seven left out, many times over.

import type { GraphProgress } from "../../graph/progress.ts";
import { hashText } from "../../random.ts";
import type { Admitted } from "./admit.ts";
import { findCommunities } from "./ringCommunities.ts";
import { graphOf } from "./ringGraph.ts";
import type { RingView } from "./ringView.ts";

export interface RingStability {
  /** Mean Jaccard similarity of the ring's people and those of the community nearest to it, 0 … 1 (Hennig 2007). */
  readonly ring: number;
  /** Share of the runs in which the actor is in that community. */
  readonly member: ReadonlyMap<number, number>;
}

export const stabilityRuns = 20;
const leftOut = 1 / 7;

/** A link is left out by what its ends are and the run, never by their places: the same links are left out whatever else is known, and whenever it came. */
const isKept = (name: string, run: number) => hashText(`${run} ${name}`) / 2 ** 32 >= leftOut;

export function measureStability(
  views: readonly RingView[],
  { links, isIn, vertices: { nameOf } }: Pick<Admitted, "links" | "isIn" | "vertices">,
  progress: GraphProgress = {},
): ReadonlyMap<number, RingStability> {
  const sums = new Map(views.map(({ community }) => [community, { ring: 0, member: new Map<number, number>() }]));
  const own = links.filter(({ a, b }) => isIn[a] === 1 && isIn[b] === 1);
  const names = own.map(({ a, b, kind }) => `${kind} ${[nameOf(a), nameOf(b)].sort().join(" ")}`);
  for (let run = 0; run < stabilityRuns; run++) {
    progress.signal?.throwIfAborted();
    const { graph, vertices } = graphOf(
      own.filter((_, i) => isKept(names[i]!, run)),
      isIn,
    );
    const part = findCommunities(graph, run + 1, progress);
    const partOf = new Map(vertices.map((vertex, node) => [vertex, part[node]!]));
    const sizes = countPeople(views, partOf);
    for (const view of views) addRun(sums.get(view.community)!, view, partOf, sizes);
  }
  for (const sum of sums.values()) {
    sum.ring /= stabilityRuns;
    for (const [actor, times] of sum.member) sum.member.set(actor, times / stabilityRuns);
  }
  return sums;
}

/** People of all rings by part. */
function countPeople(views: readonly RingView[], partOf: ReadonlyMap<number, number>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { people } of views)
    for (const actor of people) {
      const part = partOf.get(actor);
      if (part !== undefined) sizes.set(part, (sizes.get(part) ?? 0) + 1);
    }
  return sizes;
}

function addRun(
  sum: { ring: number; member: Map<number, number> },
  { people }: RingView,
  partOf: ReadonlyMap<number, number>,
  sizes: ReadonlyMap<number, number>,
): void {
  const counts = new Map<number, number>();
  for (const actor of people) {
    const part = partOf.get(actor);
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([p, x], [q, y]) => y - x || p - q);
  for (const actor of people) {
    const isThere = best !== undefined && partOf.get(actor) === best[0];
    sum.member.set(actor, (sum.member.get(actor) ?? 0) + (isThere ? 1 : 0));
  }
  if (best !== undefined) sum.ring += best[1] / (people.length + sizes.get(best[0])! - best[1]);
}
