// How much of each family's damped bits counts, fitted on judged pairs: 0 ≤ a ≤ 1, pulled towards all of it.
import { UnionFind } from "../../graph/unionFind.ts";
import { evidenceBits } from "../damping.ts";
import { features } from "../features/index.ts";
import type { Family } from "../pairScore.ts";
import type { Scene } from "../prepared.ts";
import { fitLogistic } from "./logistic.ts";
import type { Labels } from "./samples.ts";

/** Judged pairs, and linked ones in which a family speaks, that are needed to fit its share. */
const leastPairs = 200;
const leastSpeaking = 20;
const assumedShare = 1;
const ridge = 100;

/** Families of identifiers; the shares of the others are in their jointly fitted weights. */
const fitted: readonly Family[] = ["money", "contact", "internet", "person"];

interface FamilyRows {
  /** Sum of damped bits by family and row. */
  readonly sums: readonly Float64Array[];
  readonly offsets: Float64Array;
}

function readRows(scene: Scene, a: Int32Array, b: Int32Array): FamilyRows {
  const sums = fitted.map(() => new Float64Array(a.length));
  const offsets = new Float64Array(a.length);
  const out = new Float64Array(features.length);
  for (let i = 0; i < a.length; i++) {
    evidenceBits(scene, a[i]!, b[i]!, out);
    features.forEach((feature, f) => {
      const family = fitted.indexOf(feature.family);
      if (family < 0) offsets[i]! += out[f]! * Math.LN2;
      else sums[family]![i]! += out[f]! * Math.LN2;
    });
  }
  return { sums, offsets };
}

/** Pairs of one chain of cases repeat each other: a case counts about once, not once for each of its partners. */
function weighPairs({ linked, unlinked }: Labels): Float64Array {
  const chains = new UnionFind();
  linked.a.forEach((a, i) => {
    chains.join(a, linked.b[i]!);
  });
  const sizes = new Map<number, number>();
  const members = new Set([...linked.a, ...linked.b]);
  for (const i of members) sizes.set(chains.find(i), (sizes.get(chains.find(i)) ?? 0) + 1);
  const sizeOf = (i: number) => sizes.get(chains.find(i)) ?? 1;
  const within = Array.from(linked.a, (a) => 1 / (sizeOf(a) - 1));
  const between = Array.from(unlinked.a, (a, i) => 2 / (sizeOf(a) + sizeOf(unlinked.b[i]!)));
  return Float64Array.from([...within, ...between]);
}

export function learnFamilies(scene: Scene, labels: Labels): Map<string, number> {
  const { linked, unlinked } = labels;
  const positives = linked.a.length;
  if (positives + unlinked.a.length < leastPairs || positives < leastSpeaking) return new Map();
  const a = Int32Array.from([...linked.a, ...unlinked.a]);
  const b = Int32Array.from([...linked.b, ...unlinked.b]);
  const { sums, offsets } = readRows(scene, a, b);
  const speaking = sums.map((sum) => sum.subarray(0, positives).reduce((count, bits) => count + (bits === 0 ? 0 : 1), 0));
  const used = fitted.flatMap((name, family) => (speaking[family]! >= leastSpeaking ? [{ name, family }] : []));
  if (used.length === 0) return new Map();
  const rows = {
    columns: used.map(({ family }) => sums[family]!),
    labels: Uint8Array.from(a, (_, i) => (i < positives ? 1 : 0)),
    weights: weighPairs(labels),
    offsets,
  };
  const { weights } = fitLogistic(
    rows,
    used.map(() => assumedShare),
    ridge,
  );
  return new Map(used.map(({ name }, k) => [name, Math.max(0, Math.min(1, weights[k]!))]));
}
