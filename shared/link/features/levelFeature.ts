// Builds a feature that reads its bits from learned level weights.

import type { Scene } from "../prepared.ts";
import type { LevelFeature, Reading } from "./feature.ts";
import { missingReading } from "./feature.ts";

type Declared = Pick<
  LevelFeature,
  "id" | "family" | "basis" | "source" | "attributes" | "contexts" | "defaultBits" | "isMonotone" | "levelOf"
> & {
  readonly levelNames: readonly string[];
  detail(scene: Scene, a: number, b: number): Readonly<Record<string, string | number>>;
};

/** Level weights as a reading: m and u with the counts they came from. */
export function readLevel(scene: Scene, id: string, index: number, perContext: number): Omit<Reading, "level" | "detail" | "entities"> {
  const weights = scene.weights.levels.get(id);
  if (!weights) return missingReading;
  const context = Math.floor(index / perContext);
  return {
    rawBits: weights.bits[index]!,
    m: weights.m[index]!,
    u: weights.u[index]!,
    mCount: [weights.mCounts[index]!, weights.mTotals[context]!],
    uCount: [weights.uCounts[index]!, weights.uTotals[context]!],
  };
}

/** Bits by level of one feature; the array is kept while the weights stay the same, since pairs are scored by the million. */
export function makeLevelBits(id: string): (scene: Scene, index: number) => number {
  let last: { readonly weights: Scene["weights"]; readonly bits: Float64Array | null } | null = null;
  return (scene, index) => {
    if (last?.weights !== scene.weights) last = { weights: scene.weights, bits: scene.weights.levels.get(id)?.bits ?? null };
    return last.bits?.[index] ?? 0;
  };
}

export function makeLevelFeature({ levelNames, detail, ...declared }: Declared): LevelFeature {
  const levelCount = levelNames.length;
  const bitsAt = makeLevelBits(declared.id);
  return {
    ...declared,
    learning: "levels",
    levelCount,
    levels: [...levelNames, "missing"],
    bits(scene, a, b) {
      const index = declared.levelOf(scene, a, b);
      return index < 0 ? 0 : bitsAt(scene, index);
    },
    read(scene, a, b) {
      const index = declared.levelOf(scene, a, b);
      if (index < 0) return missingReading;
      const level = levelNames[index % levelCount]!;
      return { ...readLevel(scene, declared.id, index, levelCount), level, detail: detail(scene, a, b), entities: [] };
    },
  };
}

/** The first level whose bound is not exceeded. */
export function levelByBounds(value: number, bounds: readonly number[]): number {
  let level = 0;
  while (level < bounds.length && value > bounds[level]!) level++;
  return level;
}
