// The parts of a sum of money: how much of it came from which seed, in the order in which it left.

/** Clean money: of no seed. */
export const clean = -1;

/** Parallel lists: fen[i] came from seed[i] (an index, or `clean`). Neighbours differ in seed. */
export interface Parts {
  readonly fen: number[];
  readonly seed: number[];
}

export const noParts = (): Parts => ({ fen: [], seed: [] });

export const cleanParts = (fen: number): Parts => ({ fen: [fen], seed: [clean] });

/** Joins a part to the end; money of the same seed side by side is one part, which changes no policy. */
export function addPart(parts: Parts, fen: number, seed: number): void {
  if (fen === 0) return;
  const last = parts.seed.length - 1;
  if (last >= 0 && parts.seed[last] === seed) parts.fen[last]! += fen;
  else {
    parts.fen.push(fen);
    parts.seed.push(seed);
  }
}

export function tracedOf({ fen, seed }: Parts): number {
  let sum = 0;
  for (let i = 0; i < seed.length; i++) if (seed[i] !== clean) sum += fen[i]!;
  return sum;
}

export const seedsIn = ({ seed }: Parts): number[] => [...new Set(seed)].filter((one) => one !== clean);
