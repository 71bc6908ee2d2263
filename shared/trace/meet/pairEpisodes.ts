// What pairs have in common, in typed columns that grow: a list of encounters a pair, found by open addressing.
import { hashPair } from "./pairSketch.ts";

/** One place and time at which both were. */
export interface Episode {
  readonly place: number;
  readonly from: number;
  readonly until: number;
  readonly bits: number;
}

const firstCapacity = 2 ** 10;

const createEncounters = (capacity: number) => ({
  /** Encounter before this one of the same pair, −1 for none. */
  next: new Int32Array(capacity),
  place: new Int32Array(capacity),
  from: new Float64Array(capacity),
  until: new Float64Array(capacity),
  bits: new Float64Array(capacity),
});

const createPairs = (capacity: number) => ({
  a: new Int32Array(capacity),
  b: new Int32Array(capacity),
  last: new Int32Array(capacity),
  times: new Int32Array(capacity),
});

type Columns = Readonly<Record<string, Int32Array | Float64Array>>;

/** The same columns with twice the room. */
function grow<T extends Columns>(columns: T, create: (capacity: number) => T): T {
  const larger = create(Object.values(columns)[0]!.length * 2);
  for (const name of Object.keys(columns)) larger[name]!.set(columns[name]!);
  return larger;
}

export class PairEpisodes {
  private encounters = createEncounters(firstCapacity);
  private pairs = createPairs(firstCapacity);
  private slots = new Int32Array(firstCapacity * 4);
  private encounterCount = 0;
  private pairCount = 0;

  add(a: number, b: number, place: number, from: number, until: number, bits: number): void {
    const pair = this.find(a, b);
    if (this.encounterCount === this.encounters.next.length) this.encounters = grow(this.encounters, createEncounters);
    const { encounters, pairs } = this;
    const i = this.encounterCount++;
    encounters.next[i] = pairs.last[pair]!;
    encounters.place[i] = place;
    encounters.from[i] = from;
    encounters.until[i] = until;
    encounters.bits[i] = bits;
    pairs.last[pair] = i;
    pairs.times[pair]! += 1;
  }

  private find(a: number, b: number): number {
    const mask = this.slots.length - 1;
    let slot = hashPair(a, b) & mask;
    for (;;) {
      const pair = this.slots[slot]! - 1;
      if (pair < 0) break;
      if (this.pairs.a[pair] === a && this.pairs.b[pair] === b) return pair;
      slot = (slot + 1) & mask;
    }
    if (this.pairCount === this.pairs.a.length) {
      this.growPairs();
      return this.find(a, b);
    }
    const pair = this.pairCount++;
    this.slots[slot] = pair + 1;
    this.pairs.a[pair] = a;
    this.pairs.b[pair] = b;
    this.pairs.last[pair] = -1;
    return pair;
  }

  private growPairs(): void {
    this.pairs = grow(this.pairs, createPairs);
    this.slots = new Int32Array(this.pairs.a.length * 4);
    const mask = this.slots.length - 1;
    for (let pair = 0; pair < this.pairCount; pair++) {
      let slot = hashPair(this.pairs.a[pair]!, this.pairs.b[pair]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = pair + 1;
    }
  }

  /** Pairs with at least so many encounters. */
  *list(min: number): IterableIterator<{ a: number; b: number; encounters: Episode[] }> {
    const { a, b, times } = this.pairs;
    for (let pair = 0; pair < this.pairCount; pair++)
      if (times[pair]! >= min) yield { a: a[pair]!, b: b[pair]!, encounters: this.encountersOf(pair) };
  }

  private encountersOf(pair: number): Episode[] {
    const { next, place, from, until, bits } = this.encounters;
    const found: Episode[] = [];
    for (let i = this.pairs.last[pair]!; i >= 0; i = next[i]!)
      found.push({ place: place[i]!, from: from[i]!, until: until[i]!, bits: bits[i]! });
    return found.reverse();
  }
}
