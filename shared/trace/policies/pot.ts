// Policies that mix: an account is one pot with a clean part and a traced part a seed; a rule says how much traced money an outflow takes.
import { addPart, clean, noParts, type Parts } from "../parts.ts";
import { roundedProportion, shareByLargestRemainder } from "../proportion.ts";
import type { Holdings, Policy } from "./policy.ts";

/** Traced part of an outflow, 1/100 of the currency: never more than is held traced, nor than flows out. */
type TracedPart = (outflow: number, traced: number, clean: number) => number;

class Pot implements Holdings {
  private cleanFen: number;
  private tracedFen = 0;
  private readonly seeds = new Map<number, number>();
  private readonly tracedPart: TracedPart;

  constructor(openingFen: number, tracedPart: TracedPart) {
    this.cleanFen = openingFen;
    this.tracedPart = tracedPart;
  }

  add({ fen, seed }: Parts): void {
    for (let i = 0; i < fen.length; i++) {
      if (seed[i] === clean) this.cleanFen += fen[i]!;
      else {
        this.seeds.set(seed[i]!, (this.seeds.get(seed[i]!) ?? 0) + fen[i]!);
        this.tracedFen += fen[i]!;
      }
    }
  }

  take(fen: number): Parts {
    const traced = this.tracedFen === 0 ? 0 : this.tracedPart(fen, this.tracedFen, this.cleanFen);
    const taken = noParts();
    if (traced > 0) this.takeTraced(traced, taken);
    addPart(taken, fen - traced, clean);
    this.cleanFen = Math.max(0, this.cleanFen - (fen - traced));
    return taken;
  }

  /** Several seeds give in proportion to what they hold, in the order of the seeds. */
  private takeTraced(traced: number, taken: Parts): void {
    const seeds = [...this.seeds.keys()].sort((a, b) => a - b);
    const held = seeds.map((seed) => this.seeds.get(seed)!);
    shareByLargestRemainder(traced, held).forEach((share, i) => {
      addPart(taken, share, seeds[i]!);
      if (share === held[i]) this.seeds.delete(seeds[i]!);
      else this.seeds.set(seeds[i]!, held[i]! - share);
    });
    this.tracedFen -= traced;
  }
}

const potPolicy =
  (tracedPart: TracedPart): Policy =>
  (openingFen) =>
    new Pot(openingFen, tracedPart);

/** amount × traced ÷ balance, rounded half up to the fen. */
export const prorata = potPolicy((outflow, traced, cleanFen) => roundedProportion(outflow, traced, Math.max(traced + cleanFen, outflow)));
export const tracedFirst = potPolicy((outflow, traced) => Math.min(outflow, traced));
export const cleanFirst = potPolicy((outflow, traced, cleanFen) => Math.min(traced, Math.max(0, outflow - cleanFen)));
