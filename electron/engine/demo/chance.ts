// Seeded chance in the shapes that making up data needs: whole numbers, picks, shuffles, skewed amounts.
import { hashText, seededRandom } from "../../../shared/random.ts";

export interface Chance {
  readonly next: () => number;
  /** Whole number from `low` to `high`, both inclusive. */
  readonly int: (low: number, high: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly sample: <T>(items: readonly T[], count: number) => T[];
  readonly normal: () => number;
}

/** A stream of chance of its own for every purpose, so that a change in one part leaves the others as they were. */
export function createChance(seed: number, purpose: string): Chance {
  const next = seededRandom(hashText(`${seed}/${purpose}`));
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items];
    for (let i = rest.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [rest[i], rest[j]] = [rest[j]!, rest[i]!];
    }
    return rest.slice(0, count);
  };
  // Box–Muller (G. Box and M. Muller, 1958).
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, int, happens: (probability) => next() < probability, pick, sample, normal };
}
