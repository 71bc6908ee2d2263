// Weights of the power-law terms: the defaults, or fitted to solved pairs around them; centred on random pairs.

import type { Term } from "../features/feature.ts";
import { termFeatures } from "../features/index.ts";
import { isRemotePair, termKey } from "../features/termFeature.ts";
import type { Scene, TermWeight } from "../prepared.ts";
import { fitLogistic } from "./logistic.ts";
import type { Labels, Pairs } from "./samples.ts";

/** Pull towards the default weights (docs/evidence.md: 30), and linked pairs needed for fitting at all. */
const ridge = 30;
const leastLinked = 3;
/** A centre from fewer pairs than this is noise. */
const leastRandom = 10;

export const allTerms = (scene: Pick<Scene, "tables">): readonly Term[] => termFeatures.flatMap((feature) => [...feature.terms(scene)]);

function valuesOf(scene: Scene, term: Term, { a, b }: Pairs, isRemote: boolean): Float64Array {
  const values: number[] = [];
  for (let i = 0; i < a.length; i++) if (isRemotePair(scene, a[i]!, b[i]!) === isRemote) values.push(term.x(scene, a[i]!, b[i]!));
  return Float64Array.from(values);
}

/** ln mean_u e^{w·x} over the random pairs where both cases say something. */
export function centreOf(values: Float64Array, weight: number): number {
  let sum = 0;
  let count = 0;
  for (const x of values)
    if (!Number.isNaN(x)) {
      sum += Math.exp(weight * x);
      count++;
    }
  return count < leastRandom || sum === 0 ? Number.NaN : Math.log(sum / count);
}

/** A missing value takes the x at which the term says nothing. */
function fillMissing(values: Float64Array, neutral: number): Float64Array {
  return values.map((x) => (Number.isNaN(x) ? neutral : x));
}

interface Stratum {
  readonly terms: readonly Term[];
  readonly defaults: readonly number[];
  readonly random: readonly Float64Array[];
}

function readStratum(scene: Scene, random: Pairs, isRemote: boolean): Stratum {
  const all = allTerms(scene).map((term) => ({ term, values: valuesOf(scene, term, random, isRemote) }));
  const used = all.filter(({ term, values }) => !Number.isNaN(centreOf(values, term.defaultWeight)));
  const weightOf = ({ defaultWeight, remoteWeight }: Term) => (isRemote ? remoteWeight : defaultWeight);
  return {
    terms: used.map(({ term }) => term),
    defaults: used.map(({ term }) => weightOf(term)),
    random: used.map(({ values }) => values),
  };
}

function fitStratum(scene: Scene, { terms, defaults, random }: Stratum, labels: Labels, isRemote: boolean): readonly number[] {
  const linked = terms.map((term) => valuesOf(scene, term, labels.linked, isRemote));
  const unlinked = terms.map((term) => valuesOf(scene, term, labels.unlinked, isRemote));
  const [positives, negatives] = [linked[0]?.length ?? 0, unlinked[0]?.length ?? 0];
  if (positives < leastLinked || negatives < leastLinked) return defaults;
  const columns = terms.map((_, f) => {
    const neutral = defaults[f]! > 0 ? centreOf(random[f]!, defaults[f]!) / defaults[f]! : 0;
    return fillMissing(Float64Array.from([...linked[f]!, ...unlinked[f]!]), neutral);
  });
  const size = positives + negatives;
  const rows = {
    columns,
    labels: Uint8Array.from({ length: size }, (_, i) => (i < positives ? 1 : 0)),
    weights: new Float64Array(size).fill(1),
    offsets: new Float64Array(size),
  };
  return fitLogistic(rows, defaults, ridge).weights.map((weight) => Math.max(0, weight));
}

export function learnTermWeights(scene: Scene, random: Pairs, labels: Labels): Map<string, TermWeight> {
  const weights = new Map<string, TermWeight>();
  for (const isRemote of [false, true]) {
    const stratum = readStratum(scene, random, isRemote);
    const fitted = fitStratum(scene, stratum, labels, isRemote);
    stratum.terms.forEach(({ key }, f) => {
      weights.set(termKey(key, isRemote), { weight: fitted[f]!, centre: centreOf(stratum.random[f]!, fitted[f]!) });
    });
  }
  return weights;
}
