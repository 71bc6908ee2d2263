// Features of one family repeat each other: fitted shares where judged pairs tell them, else the strongest in full and a quarter of the rest.
import { familyOfFeature, features } from "./features/index.ts";
import { families } from "./pairScore.ts";
import type { Scene, Weights } from "./prepared.ts";

export const restShare = 0.25;

/** The terms of place and time were fitted side by side, so their dependence is in the weights already. */
const jointlyFitted = families.indexOf("placeTime");

const strongest = { plus: new Int32Array(families.length), minus: new Int32Array(families.length) };

/** Fitted shares by family, NaN where none was; kept while the weights stay the same. */
let compiled: { readonly weights: Weights; readonly shares: Float64Array } | null = null;

function fittedShares(weights: Weights): Float64Array {
  if (compiled?.weights !== weights)
    compiled = { weights, shares: Float64Array.from(families, (family) => weights.families.get(family) ?? Number.NaN) };
  return compiled.shares;
}

/** Share of each feature's bits that counts, written into `out`: the strongest for and the strongest against a family stay whole. */
export function dampFamilies(bits: Float64Array, weights: Weights, out: Float64Array): void {
  const { plus, minus } = strongest;
  const shares = fittedShares(weights);
  plus.fill(-1);
  minus.fill(-1);
  for (let f = 0; f < bits.length; f++) {
    const family = familyOfFeature[f]!;
    if (bits[f]! > 0 && (plus[family]! < 0 || bits[f]! > bits[plus[family]!]!)) plus[family] = f;
    if (bits[f]! < 0 && (minus[family]! < 0 || bits[f]! < bits[minus[family]!]!)) minus[family] = f;
  }
  for (let f = 0; f < bits.length; f++) {
    const family = familyOfFeature[f]!;
    const fitted = shares[family]!;
    const isWhole = family === jointlyFitted || plus[family] === f || minus[family] === f;
    out[f] = (isWhole ? 1 : restShare) * (Number.isNaN(fitted) ? 1 : fitted);
  }
}

/** Bits are kept on a grid of 2^-30, so that a prior and its bars add up to the total exactly, in any order. */
const grid = 2 ** 30;
export const onGrid = (bits: number): number => Math.round(bits * grid) / grid;

const rawBits = new Float64Array(features.length);
const shares = new Float64Array(features.length);

/** Damped bits by feature into `out`, and their sum. */
export function evidenceBits(scene: Scene, a: number, b: number, out: Float64Array): number {
  for (let f = 0; f < features.length; f++) rawBits[f] = features[f]!.bits(scene, a, b);
  dampFamilies(rawBits, scene.weights, shares);
  let sum = 0;
  for (let f = 0; f < features.length; f++) {
    // Most features say nothing of most pairs, and pairs are scored by the million.
    out[f] = rawBits[f] === 0 ? 0 : onGrid(rawBits[f]! * shares[f]!);
    sum += out[f]!;
  }
  return sum;
}
