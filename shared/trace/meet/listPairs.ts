// Pairs that were together often enough, with every encounter. The join runs twice or more: first to count, then for those pairs that may have
// enough, in as many parts as memory asks for.
import { type JoinOptions, joinSightings } from "./joinSightings.ts";
import { type Episode, PairEpisodes } from "./pairEpisodes.ts";
import { hashPair, PairSketch } from "./pairSketch.ts";
import type { PlacedSightings } from "./sightings.ts";

export interface PairOptions extends JoinOptions {
  /** Encounters held at once, about 40 bytes each; only tests ask for few. */
  readonly mostHeld?: number;
}

export interface PairEncounters {
  readonly a: number;
  readonly b: number;
  readonly encounters: readonly Episode[];
}

const mostHeld = 6_000_000;
const anyPair = (): boolean => true;

/** `describe`: two sightings as `joinSightings` gives them. `isAsked`: the lower subject first. */
export function* listPairs(
  placed: PlacedSightings,
  options: PairOptions,
  min: number,
  describe: (one: number, other: number) => Episode,
  isAsked: (a: number, b: number) => boolean = anyPair,
): IterableIterator<PairEncounters> {
  const { subject } = placed;
  const forEach = (take: (a: number, b: number, one: number, other: number) => void) =>
    joinSightings(placed, options, (one, other) => {
      const [a, b] = subject[one]! < subject[other]! ? [subject[one]!, subject[other]!] : [subject[other]!, subject[one]!];
      if (isAsked(a, b)) take(a, b, one, other);
    });
  const sketch = new PairSketch(placed.count);
  forEach((a, b) => sketch.add(a, b));
  const parts = Math.max(1, Math.ceil(sketch.countReaching(min) / (options.mostHeld ?? mostHeld)));
  for (let part = 0; part < parts; part++) {
    const found = new PairEpisodes();
    forEach((a, b, one, other) => {
      if (!sketch.mayReach(a, b, min) || (parts > 1 && (hashPair(b, a) >>> 1) % parts !== part)) return;
      const { place, from, until, bits } = describe(one, other);
      found.add(a, b, place, from, until, bits);
    });
    yield* found.list(min);
  }
}
