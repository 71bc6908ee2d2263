// Counts set by hand in place of those that were learned: the weights follow by the same rule, and what was learned stays beside them.
import { features } from "../features/index.ts";
import { levelNames } from "../linkModel.ts";
import type { LevelWeights } from "../prepared.ts";
import type { CountEdit } from "../weightEdits.ts";
import { type LevelShape, weighLevels, weighShared } from "./levelWeights.ts";

function edit(id: string, learned: LevelWeights, edits: readonly CountEdit[]): LevelWeights {
  const names = levelNames(id, learned.bits.length);
  const [m, u] = [learned.mCounts.slice(), learned.uCounts.slice()];
  for (const one of edits) {
    const level = names.indexOf(one.level);
    if (level < 0) continue;
    m[level] = one.m ?? m[level]!;
    u[level] = one.u ?? u[level]!;
  }
  const feature = features.find((each) => each.id === id)!;
  return feature.learning === "shared" ? weighShared(m, u, feature.linkedShare) : weighLevels(m, u, feature as LevelShape);
}

/** Features without an edit keep their weights, the very same. */
export function editLevels(learned: ReadonlyMap<string, LevelWeights>, edits: readonly CountEdit[]): ReadonlyMap<string, LevelWeights> {
  if (edits.length === 0) return learned;
  const byFeature = Map.groupBy(edits, ({ feature }) => feature);
  return new Map([...learned].map(([id, weights]) => [id, byFeature.has(id) ? edit(id, weights, byFeature.get(id)!) : weights]));
}
