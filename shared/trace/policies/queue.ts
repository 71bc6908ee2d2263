// First in first out and last in first out: an account is a queue of lots, taken from one end (lowest intermediate balance falls out of it).
import { addPart, clean, noParts, type Parts } from "../parts.ts";
import type { Holdings } from "./policy.ts";

/** Lots behind `head` are gone; the lists are cut when half of them is. */
const minCut = 64;

class LotQueue implements Holdings {
  protected lots = noParts();
  protected head = 0;

  constructor(openingFen: number) {
    addPart(this.lots, openingFen, clean);
  }

  add({ fen, seed }: Parts): void {
    for (let i = 0; i < fen.length; i++) this.addLot(fen[i]!, seed[i]!);
  }

  /** An emptied queue starts anew, so that a new lot is never joined to one that is gone. */
  private addLot(fen: number, seed: number): void {
    if (this.head >= this.lots.fen.length) {
      this.lots = noParts();
      this.head = 0;
    }
    addPart(this.lots, fen, seed);
  }

  take(fen: number): Parts {
    const taken = noParts();
    let missing = fen;
    while (missing > 0 && this.head < this.lots.fen.length) missing -= this.takeLot(missing, taken);
    addPart(taken, missing, clean);
    return taken;
  }

  protected takeLot(_most: number, _taken: Parts): number {
    return 0;
  }
}

class FirstInFirstOut extends LotQueue {
  protected override takeLot(most: number, taken: Parts): number {
    const { fen, seed } = this.lots;
    const used = Math.min(most, fen[this.head]!);
    addPart(taken, used, seed[this.head]!);
    fen[this.head]! -= used;
    if (fen[this.head] === 0) this.head += 1;
    if (this.head > minCut && this.head * 2 > fen.length) this.cut();
    return used;
  }

  private cut(): void {
    this.lots = { fen: this.lots.fen.slice(this.head), seed: this.lots.seed.slice(this.head) };
    this.head = 0;
  }
}

class LastInFirstOut extends LotQueue {
  protected override takeLot(most: number, taken: Parts): number {
    const { fen, seed } = this.lots;
    const last = fen.length - 1;
    const used = Math.min(most, fen[last]!);
    addPart(taken, used, seed[last]!);
    fen[last]! -= used;
    if (fen[last] === 0) {
      fen.pop();
      seed.pop();
    }
    return used;
  }
}

export const fifo = (openingFen: number): Holdings => new FirstInFirstOut(openingFen);
export const lifo = (openingFen: number): Holdings => new LastInFirstOut(openingFen);
