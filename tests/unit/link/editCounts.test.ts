// Counts set by hand: the weights are those that the same counts would have been learned to, and nothing else moves.
import { expect, it } from "vitest";
import { features } from "../../../shared/link/features/index.ts";
import { editLevels } from "../../../shared/link/learn/editCounts.ts";
import { type LevelShape, weighLevels, weighShared } from "../../../shared/link/learn/levelWeights.ts";
import { levelNames } from "../../../shared/link/linkModel.ts";
import type { LevelWeights } from "../../../shared/link/prepared.ts";
import { seededRandom } from "../../../shared/random.ts";

function draw(seed: number) {
  const random = seededRandom(seed);
  const counts = (size: number) => Float64Array.from({ length: size }, () => Math.floor(random() * 400));
  const weigh = (id: string, m: Float64Array, u: Float64Array): LevelWeights => {
    const feature = features.find((each) => each.id === id)!;
    return feature.learning === "shared" ? weighShared(m, u, feature.linkedShare) : weighLevels(m, u, feature as LevelShape);
  };
  const sizes = features.flatMap((feature): [string, number][] => {
    if (feature.learning === "shared") return [[feature.id, 2]];
    return feature.learning === "levels" ? [[feature.id, feature.contexts * feature.levelCount]] : [];
  });
  const drawn = sizes.map(([id, size]) => [id, counts(size), counts(size)] as const);
  const learned = new Map(drawn.map(([id, m, u]) => [id, weigh(id, m, u)]));
  return { random, weigh, drawn, learned };
}

it("gives the weights of the same counts, for every feature with levels, and keeps what was not set", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { random, weigh, drawn, learned } = draw(seed);
    const [id, m, u] = drawn[Math.floor(random() * drawn.length)]!;
    const at = Math.floor(random() * m.length);
    const level = levelNames(id, m.length)[at]!;
    const edited = editLevels(learned, [{ feature: id, level, m: 77, u: null }]);
    expect(edited.get(id), `draw ${seed}: ${id} ${level}`).toEqual(weigh(id, m.with(at, 77), u));
    for (const [other, weights] of learned) if (other !== id) expect(edited.get(other)).toBe(weights);
  }
});

it("is the very same without an edit, and for a feature that nobody knows", () => {
  const { learned } = draw(3);
  expect(editLevels(learned, [])).toBe(learned);
  expect([...editLevels(learned, [{ feature: "none", level: "x", m: 1, u: 1 }])]).toEqual([...learned]);
});
