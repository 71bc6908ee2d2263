// Learns the weights: u from random pairs, m from solved and judged pairs and by expectation–maximisation, terms, families, prior.

import { features } from "./features/index.ts";
import { editLevels } from "./learn/editCounts.ts";
import { addCounts, type Counts, emptyCounts, expectCounts, readBlocks } from "./learn/expectation.ts";
import { learnFamilies } from "./learn/families.ts";
import { type LevelShape, weighLevels, weighShared } from "./learn/levelWeights.ts";
import { assumedPrior, learnPrior, type PriorRule } from "./learn/prior.ts";
import { type Labels, type Pairs, readPlaceScale, sampleRandomPairs } from "./learn/samples.ts";
import { learnTermWeights } from "./learn/termWeights.ts";
import type { LevelWeights, Scene, Weights } from "./prepared.ts";
import type { CountEdit } from "./weightEdits.ts";

export interface Learned {
  readonly weights: Weights;
  readonly learnedFrom: "default" | "em" | "labels" | "labels+em";
}

/** What learning needs to know beside the scene. */
export interface Lessons {
  readonly labels: Labels;
  readonly identifierPairs: Float64Array;
  readonly candidates: Float64Array;
  readonly prior: PriorRule;
  /** Kept from an earlier model: do not measure it again as the data grow. */
  readonly placeScale: number | null;
  /** Counts set by hand. */
  readonly edits: readonly CountEdit[];
}

const unlearned: Weights = {
  priorBits: 0,
  expectedPairs: 0,
  levels: new Map(),
  terms: new Map(),
  families: new Map(),
  placeScale: 1,
};

export const withWeights = (scene: Scene, change: Partial<Weights>): Scene => ({ ...scene, weights: { ...scene.weights, ...change } });

/** m counts and u counts → weights of every feature with levels. */
export function weighCounts(mCounts: Counts, uCounts: Counts): ReadonlyMap<string, LevelWeights> {
  const weights = new Map<string, LevelWeights>();
  for (const feature of features) {
    const [m, u] = [mCounts.get(feature.id), uCounts.get(feature.id)];
    if (!m || !u) continue;
    if (feature.learning === "levels") weights.set(feature.id, weighLevels(m, u, feature satisfies LevelShape));
    if (feature.learning === "shared") weights.set(feature.id, weighShared(m, u, feature.linkedShare));
  }
  return weights;
}

function addAll(one: Counts, other: Counts): Counts {
  return new Map([...one].map(([id, counts]) => [id, counts.map((count, level) => count + (other.get(id)?.[level] ?? 0))]));
}

function countPairs(scene: Scene, pairs: Pairs): Counts {
  const counts = emptyCounts();
  addCounts(counts, scene, pairs, () => 1);
  return counts;
}

/** Rules by blocking only help where identifiers give independent evidence; place and time alone flatten under EM (docs/evidence.md). */
function expectByBlocks(scene: Scene, lessons: Lessons, known: Counts, uCounts: Counts): Counts | null {
  if (lessons.identifierPairs.length === 0) return null;
  const blocks = readBlocks(scene, lessons.identifierPairs);
  if (blocks.length === 0) return null;
  return expectCounts(scene, blocks, (expected) => weighCounts(addAll(known, expected), uCounts));
}

/** What is known without expectation–maximisation, with the counts behind it. */
interface Start {
  readonly scene: Scene;
  readonly known: Counts;
  readonly uCounts: Counts;
}

function startLearning(bare: Omit<Scene, "weights">, lessons: Lessons): Start {
  const placeScale = lessons.placeScale ?? readPlaceScale(bare.tables.table);
  const empty: Scene = { ...bare, weights: { ...unlearned, placeScale } };
  const random = sampleRandomPairs(empty.tables.table, lessons.labels);
  const scene = withWeights(empty, { terms: learnTermWeights(empty, random, lessons.labels) });
  const uCounts = countPairs(scene, random);
  const known = countPairs(scene, lessons.labels.linked);
  return { scene: withWeights(scene, { levels: weighCounts(known, uCounts) }), known, uCounts };
}

/** Weights before anything is learned from unlabelled pairs, for the first guess at the series. */
export function assumeWeights(bare: Omit<Scene, "weights">, lessons: Lessons): Weights {
  const { scene } = startLearning(bare, lessons);
  return { ...scene.weights, priorBits: assumedPrior(bare.tables.table.count) };
}

/** An implied share of linked pairs above this is refused, and what was assumed stays. */
const mostLinkedShare = 0.25;
const fewCases = 60;

export function learnWeights(bare: Omit<Scene, "weights">, lessons: Lessons): Learned {
  const { scene: assumed, known, uCounts } = startLearning(bare, lessons);
  const expected = expectByBlocks(assumed, lessons, known, uCounts);
  let scene = finish(expected ? withWeights(assumed, { levels: weighCounts(addAll(known, expected), uCounts) }) : assumed, lessons);
  const { count } = scene.tables.table;
  const isRefused = expected !== null && count > fewCases && scene.weights.expectedPairs > (mostLinkedShare * count * (count - 1)) / 2;
  if (isRefused) scene = finish(assumed, lessons);
  const hasLabels = lessons.labels.linked.a.length > 0;
  const hasExpectation = expected !== null && !isRefused;
  if (hasLabels) return { weights: scene.weights, learnedFrom: hasExpectation ? "labels+em" : "labels" };
  return { weights: scene.weights, learnedFrom: hasExpectation ? "em" : "default" };
}

function finish(learned: Scene, lessons: Lessons): Scene {
  const levels = editLevels(learned.weights.levels, lessons.edits);
  const isStated = lessons.prior.expectedPairs !== null;
  const scene = withWeights(learned, {
    levels,
    ...(levels === learned.weights.levels ? {} : { learnedLevels: learned.weights.levels }),
    ...(isStated ? { isPriorStated: true } : {}),
  });
  const damped = withWeights(scene, { families: learnFamilies(scene, lessons.labels) });
  return withWeights(damped, learnPrior(damped, lessons.labels, lessons.candidates, lessons.identifierPairs.length > 0, lessons.prior));
}
