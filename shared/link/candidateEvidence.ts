// Evidence of all candidates, without the prior: learning, provisional series and ranking ask for the same sums.
import { firstOf, secondOf } from "./candidates.ts";
import { evidenceBits } from "./damping.ts";
import { features } from "./features/index.ts";
import type { Scene } from "./prepared.ts";

interface Known {
  /** Everything the sums depend on. */
  readonly grounds: readonly unknown[];
  readonly bits: Float64Array;
}

const known = new WeakMap<Float64Array, Known>();

const groundsOf = ({ tables, units, hubs, weights }: Scene) => [tables, units, hubs, weights.levels, weights.terms, weights.families];

/** Beside the candidates; the last answer is kept, because the prior alone changes between two questions. */
export function evidenceOfAll(scene: Scene, candidates: Float64Array): Float64Array {
  const grounds = groundsOf(scene);
  const before = known.get(candidates);
  if (before?.grounds.every((each, i) => each === grounds[i])) return before.bits;
  const { count } = scene.tables.table;
  const out = new Float64Array(features.length);
  const bits = new Float64Array(candidates.length);
  for (let i = 0; i < bits.length; i++) bits[i] = evidenceBits(scene, firstOf(candidates[i]!, count), secondOf(candidates[i]!, count), out);
  known.set(candidates, { grounds, bits });
  return bits;
}

/** Visits every candidate with its evidence. */
export function forEachCandidate(
  scene: Scene,
  candidates: Float64Array,
  visit: (a: number, b: number, evidence: number, i: number) => void,
): void {
  const { count } = scene.tables.table;
  const bits = evidenceOfAll(scene, candidates);
  for (let i = 0; i < bits.length; i++) visit(firstOf(candidates[i]!, count), secondOf(candidates[i]!, count), bits[i]!, i);
}
