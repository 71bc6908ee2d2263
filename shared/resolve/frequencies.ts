// How common a value is: agreement on a rare value says more (term frequency), unseen ones are discounted (Good 1953).
import { type Field, missing } from "./fieldTable.ts";

export interface Frequencies {
  /** −log2 of the chance that somebody else has this value, by value number. */
  readonly surprise: Float64Array;
  /** Chance that two random people agree exactly. */
  readonly exact: number;
  readonly stated: number;
}

/** Counted over the given records, one for each person as far as known; `whole` bounds the chance from above. */
export function countFrequencies({ values, dictionary }: Field, counted: Uint8Array | null, whole: number): Frequencies {
  const counts = new Float64Array(dictionary.values.length);
  let stated = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === missing || (counted && !counted[i])) continue;
    counts[values[i]!]!++;
    stated++;
  }
  let [once, twice, pairs] = [0, 0, 0];
  for (const count of counts) {
    if (count === 1) once++;
    if (count === 2) twice++;
    pairs += count * (count - 1);
  }
  const discount = once / (once + 2 * twice + 1);
  const floor = 1 / (stated + 1) / Math.max(1, stated);
  const surprise = counts.map((count) => -Math.log2(Math.max(floor, Math.min(1, (Math.max(count, 1) - discount) / Math.max(1, stated)))));
  const exact = (pairs + 1) / Math.max(1, stated * (stated - 1));
  return { surprise, exact: Math.min(whole, exact), stated };
}
