// Sightings in typed columns, by place and time: ten million of them in some 300 MB, where as many objects would take several times that.

export interface Sighting {
  /** Number of the person or device. */
  readonly subject: number;
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

export interface SightingColumns {
  readonly count: number;
  readonly subject: Int32Array;
  readonly place: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
}

/** Ordered by place, within a place by beginning, then subject, then end. */
export interface PlacedSightings extends SightingColumns {
  /** Places ascending; the sightings at places[rank] are starts[rank] … starts[rank + 1] − 1. */
  readonly places: Int32Array;
  readonly starts: Uint32Array;
  readonly rankOf: ReadonlyMap<number, number>;
  /** By rank: the longest sighting there, milliseconds. */
  readonly longest: Float64Array;
}

const createColumns = (capacity: number) => ({
  subject: new Int32Array(capacity),
  place: new Int32Array(capacity),
  from: new Float64Array(capacity),
  until: new Float64Array(capacity),
});

/** `capacity`: how many there are at most. */
export function collectSightings(rows: Iterable<Sighting>, capacity: number): SightingColumns {
  const columns = createColumns(capacity);
  let count = 0;
  for (const { subject, place, from, until } of rows) {
    columns.subject[count] = subject;
    columns.place[count] = place;
    columns.from[count] = from;
    columns.until[count] = until;
    count += 1;
  }
  return { count, ...columns };
}

export function placeSightings(sightings: SightingColumns): PlacedSightings {
  const { count, subject, from, until } = sightings;
  const { places, starts, rankOf } = rankPlaces(sightings);
  const order = orderByPlace(sightings, starts, rankOf);
  for (let rank = 0; rank < places.length; rank++) sortByTime(order.subarray(starts[rank]!, starts[rank + 1]!), sightings);
  const placed = { count, ...createColumns(count) };
  for (let i = 0; i < count; i++) {
    placed.subject[i] = subject[order[i]!]!;
    placed.place[i] = sightings.place[order[i]!]!;
    placed.from[i] = from[order[i]!]!;
    placed.until[i] = until[order[i]!]!;
  }
  const longest = new Float64Array(places.length);
  for (let rank = 0; rank < places.length; rank++)
    for (let i = starts[rank]!; i < starts[rank + 1]!; i++) longest[rank] = Math.max(longest[rank]!, placed.until[i]! - placed.from[i]!);
  return { ...placed, places, starts, rankOf, longest };
}

function rankPlaces({ count, place }: SightingColumns): Pick<PlacedSightings, "places" | "starts" | "rankOf"> {
  const counts = new Map<number, number>();
  for (let i = 0; i < count; i++) counts.set(place[i]!, (counts.get(place[i]!) ?? 0) + 1);
  const places = Int32Array.from(counts.keys()).sort();
  const starts = new Uint32Array(places.length + 1);
  places.forEach((each, rank) => {
    starts[rank + 1] = starts[rank]! + counts.get(each)!;
  });
  return { places, starts, rankOf: new Map([...places].map((each, rank) => [each, rank])) };
}

function orderByPlace({ count, place }: SightingColumns, starts: Uint32Array, rankOf: ReadonlyMap<number, number>): Uint32Array {
  const next = starts.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const rank = rankOf.get(place[i]!)!;
    order[next[rank]!] = i;
    next[rank]! += 1;
  }
  return order;
}

/** Numbers sort several times faster without a function that compares: the time and the place in the list go into one where they fit. */
function sortByTime(order: Uint32Array, { subject, from, until }: SightingColumns): void {
  const compare = (x: number, y: number) => from[x]! - from[y]! || subject[x]! - subject[y]! || until[x]! - until[y]! || x - y;
  const { length } = order;
  let [first, last, isSorted] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let i = 0; i < length; i++) {
    first = Math.min(first, from[order[i]!]!);
    last = Math.max(last, from[order[i]!]!);
    isSorted &&= i === 0 || compare(order[i - 1]!, order[i]!) <= 0;
  }
  if (isSorted) return;
  if ((last - first + 1) * length > Number.MAX_SAFE_INTEGER || !Number.isInteger(first)) {
    order.sort(compare);
    return;
  }
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = (from[order[i]!]! - first) * length + i;
  keys.sort();
  const before = order.slice();
  for (let i = 0; i < length; i++) order[i] = before[keys[i]! % length]!;
  sortTies(order, from, compare);
}

function sortTies(order: Uint32Array, from: Float64Array, compare: (x: number, y: number) => number): void {
  for (let begin = 0, end = 0; begin < order.length; begin = end) {
    while (end < order.length && from[order[end]!] === from[order[begin]!]) end += 1;
    if (end - begin > 1) order.subarray(begin, end).sort(compare);
  }
}
