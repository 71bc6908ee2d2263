// The same sightings by who was seen: each subject's own in time order.
import type { SightingColumns } from "./sightings.ts";

export interface SubjectSightings {
  /** Subjects ascending; the sightings of subjects[rank] are order[starts[rank]] … order[starts[rank + 1] − 1], by time, then place. */
  readonly subjects: Int32Array;
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
  readonly rankOf: ReadonlyMap<number, number>;
}

export function orderBySubject({ count, subject, place, from }: SightingColumns): SubjectSightings {
  const counts = new Map<number, number>();
  for (let i = 0; i < count; i++) counts.set(subject[i]!, (counts.get(subject[i]!) ?? 0) + 1);
  const subjects = Int32Array.from(counts.keys()).sort();
  const rankOf = new Map([...subjects].map((each, rank) => [each, rank]));
  const starts = new Uint32Array(subjects.length + 1);
  subjects.forEach((each, rank) => {
    starts[rank + 1] = starts[rank]! + counts.get(each)!;
  });
  const next = starts.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const rank = rankOf.get(subject[i]!)!;
    order[next[rank]!] = i;
    next[rank]! += 1;
  }
  for (let rank = 0; rank < subjects.length; rank++)
    order.subarray(starts[rank]!, starts[rank + 1]!).sort((x, y) => from[x]! - from[y]! || place[x]! - place[y]! || x - y);
  return { subjects, starts, order, rankOf };
}
