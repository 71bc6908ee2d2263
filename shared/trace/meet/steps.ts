// How usual a way is: of all who are seen at one place, how many are seen at another one soon after. Two cars on the main road share what all do.
import { orderBySubject, type SubjectSightings } from "./bySubject.ts";
import type { SightingColumns } from "./sightings.ts";

/** Sightings after one that are looked at for what follows it. */
export const lookAhead = 6;
/** Weight of the place's share of all sightings, in visits. */
const priorVisits = 1;
const mostBits = 12;

const keyOf = (from: number, to: number): string => `${from} ${to}`;

interface Tally {
  /** Visits at the place where the step begins, and those of them that go on to where it ends. */
  visits: number;
  reached: number;
}

export class StepBits {
  private readonly sightings: SightingColumns;
  private readonly own: SubjectSightings;
  private readonly gap: number;
  private readonly asked = new Map<number, Set<number>>();
  private readonly reached = new Map<string, number>();
  private readonly visits = new Map<number, number>();

  /** `steps`: only these can be asked for. `gap`: milliseconds in which the other place follows. */
  constructor(sightings: SightingColumns, gap: number, steps: Iterable<readonly [from: number, to: number]>) {
    this.sightings = sightings;
    this.gap = gap;
    this.own = orderBySubject(sightings);
    for (const [from, to] of steps) this.asked.set(from, (this.asked.get(from) ?? new Set()).add(to));
    for (let i = 0; i < sightings.count; i++) this.visits.set(sightings.place[i]!, (this.visits.get(sightings.place[i]!) ?? 0) + 1);
    for (let rank = 0; rank < this.own.subjects.length; rank++)
      this.walk(rank, (from, to) => this.reached.set(keyOf(from, to), (this.reached.get(keyOf(from, to)) ?? 0) + 1));
  }

  /** Each asked step that a subject takes, once a visit. */
  private walk(rank: number, take: (from: number, to: number) => void): void {
    const { order, starts } = this.own;
    const { place, from } = this.sightings;
    const end = starts[rank + 1]!;
    for (let at = starts[rank]!; at < end; at++) {
      const begin = place[order[at]!]!;
      const targets = this.asked.get(begin);
      if (targets === undefined) continue;
      const seen = new Set<number>();
      for (let next = at + 1; next < Math.min(end, at + 1 + lookAhead); next++) {
        const other = place[order[next]!]!;
        if (from[order[next]!]! - from[order[at]!]! > this.gap) break;
        if (!targets.has(other) || seen.has(other)) continue;
        seen.add(other);
        take(begin, other);
      }
    }
  }

  private tallyOf(subject: number, begin: number, end: number): Tally {
    const rank = this.own.rankOf.get(subject)!;
    const tally = { visits: 0, reached: 0 };
    for (let at = this.own.starts[rank]!; at < this.own.starts[rank + 1]!; at++)
      if (this.sightings.place[this.own.order[at]!] === begin) tally.visits += 1;
    this.walk(rank, (from, to) => {
      if (from === begin && to === end) tally.reached += 1;
    });
    return tally;
  }

  /** −log2 of the share of the others' visits at `begin` that go on to `end`, smoothed by how much is seen at `end` at all; 0 to 12 bits. */
  bitsOf(a: number, b: number, begin: number, end: number): number {
    const [one, other] = [this.tallyOf(a, begin, end), this.tallyOf(b, begin, end)];
    const visits = (this.visits.get(begin) ?? 0) - one.visits - other.visits;
    const reached = (this.reached.get(keyOf(begin, end)) ?? 0) - one.reached - other.reached;
    const share = (this.visits.get(end) ?? 0) / this.sightings.count;
    const chance = (reached + priorVisits * share) / (visits + priorVisits);
    return Math.min(mostBits, Math.max(0, -Math.log2(chance)));
  }
}
