// Builds a feature that reads its bits from learned level weights.

import type { Scene } from "../prepared.ts";
import type { LevelFeature, Reading } from "./feature.ts";
import { missingReading } from "./feature.ts";

type Declared = Pick<LevelFeature, "id" | "family" | "basis" | "source" | "contexts" | "defaultBits" | "isMonotone" | "levelOf"> & {
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

export function makeLevelFeature({ levelNames, detail, ...declared }: Declared): LevelFeature {
  const levelCount = levelNames.length;
  return {
    ...declared,
    learning: "levels",
    levelCount,
    levels: [...levelNames, "missing"],
    bits(scene, a, b) {
      const index = declared.levelOf(scene, a, b);
      return index < 0 ? 0 : (scene.weights.levels.get(declared.id)?.bits[index] ?? 0);
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
