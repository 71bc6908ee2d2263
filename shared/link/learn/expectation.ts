// m by expectation–maximisation, one blocking rule at a time: pairs found by a rule are judged by all features but the rule's own.

import { hashText } from "../../random.ts";
import { nearestByPlaceAndTime } from "../candidates/placeTimeNeighbours.ts";
import { nearestByText } from "../candidates/textNeighbours.ts";
import { firstOf, secondOf } from "../candidates.ts";
import { dampFamilies } from "../damping.ts";
import { features } from "../features/index.ts";
import { kindGroups } from "../kindGroups.ts";
import type { LevelWeights, Scene } from "../prepared.ts";
import type { Pairs } from "./samples.ts";

/** A rule's pairs and the features it must not be judged by. */
export interface Block {
  readonly rule: string;
  readonly leftOut: ReadonlySet<string>;
  readonly pairs: Pairs;
  /** A share of linked pairs above this is not believed: the rule's counts are refused. */
  readonly mostLinked: number;
}

export type Counts = ReadonlyMap<string, Float64Array>;

const pairsPerBlock = 2000;
const leastPairs = 20;
const rounds = 8;
/** Beta prior on the share of linked pairs under a rule. */
const shareBeta = [1, 1] as const;

function thin(keys: readonly number[], count: number): Pairs {
  const chosen =
    keys.length <= pairsPerBlock
      ? keys
      : [...keys].sort((one, other) => hashText(String(one)) - hashText(String(other)) || one - other).slice(0, pairsPerBlock);
  return { a: Int32Array.from(chosen, (key) => firstOf(key, count)), b: Int32Array.from(chosen, (key) => secondOf(key, count)) };
}

function neighbourKeys(count: number, find: (add: (a: number, b: number) => void) => void): number[] {
  const keys = new Set<number>();
  find((a, b) => keys.add(a < b ? a * count + b : b * count + a));
  return [...keys].sort((a, b) => a - b);
}

const nearOf: Readonly<Record<string, string>> = {
  money: "nearAccount",
  contact: "nearContact",
  internet: "nearNetid",
  person: "nearPerson",
};

/** One rule a kind group, one for nearest in place and time, one for text. */
export function readBlocks(scene: Scene, identifierPairs: Float64Array): Block[] {
  const { table, briefs } = scene.tables;
  const shared = features.flatMap((feature, f) => (feature.learning === "shared" ? [{ feature, f }] : []));
  const keys: number[][] = kindGroups.map(() => []);
  for (const key of identifierPairs)
    for (const { feature } of shared)
      if (feature.levelOf(scene, firstOf(key, table.count), secondOf(key, table.count)) === 1) keys[feature.group]!.push(key);
  const blocks = shared.map(({ feature }) => ({
    rule: feature.id,
    leftOut: new Set([feature.id, nearOf[feature.family] ?? ""]),
    pairs: thin(keys[feature.group]!, table.count),
    mostLinked: 1,
  }));
  const placed = thin(
    neighbourKeys(table.count, (add) => nearestByPlaceAndTime(table, add)),
    table.count,
  );
  const written = thin(
    neighbourKeys(table.count, (add) => nearestByText(briefs, add)),
    table.count,
  );
  return [
    ...blocks,
    { rule: "placeTime", leftOut: new Set(["place", "time"]), pairs: placed, mostLinked: 0.5 },
    { rule: "text", leftOut: new Set(["brief", "modusTags"]), pairs: written, mostLinked: 0.9 },
  ].filter(({ pairs }) => pairs.a.length >= leastPairs);
}

const raw = new Float64Array(features.length);
const shares = new Float64Array(features.length);

/** Damped bits of all features but those left out. */
function bitsWithout(scene: Scene, leftOut: ReadonlySet<string>, a: number, b: number): number {
  features.forEach((feature, f) => {
    raw[f] = leftOut.has(feature.id) ? 0 : feature.bits(scene, a, b);
  });
  dampFamilies(raw, scene.weights, shares);
  return raw.reduce((sum, bits, f) => sum + bits * shares[f]!, 0);
}

/** Level of a learnable feature, -1 where it is missing or not learned. */
export function learnedLevel(scene: Scene, f: number, a: number, b: number): number {
  const feature = features[f]!;
  return feature.learning === "levels" || feature.learning === "shared" ? feature.levelOf(scene, a, b) : -1;
}

export function emptyCounts(): Map<string, Float64Array> {
  const counts = new Map<string, Float64Array>();
  for (const feature of features) {
    if (feature.learning === "levels") counts.set(feature.id, new Float64Array(feature.contexts * feature.levelCount));
    if (feature.learning === "shared") counts.set(feature.id, new Float64Array(2));
  }
  return counts;
}

export function addCounts(
  counts: Counts,
  scene: Scene,
  { a, b }: Pairs,
  weightOf: (i: number) => number,
  leftOut: ReadonlySet<string> = new Set(),
): void {
  features.forEach((feature, f) => {
    const own = counts.get(feature.id);
    if (!own || leftOut.has(feature.id)) return;
    for (let i = 0; i < a.length; i++) {
      const level = learnedLevel(scene, f, a[i]!, b[i]!);
      if (level >= 0) own[level]! += weightOf(i);
    }
  });
}

/** Posteriors of a block's pairs and its share of linked pairs, a few alternations at fixed weights. */
function judgeBlock(scene: Scene, { pairs, leftOut }: Block): { posteriors: Float64Array; share: number } {
  const odds = Float64Array.from(pairs.a, (a, i) => 2 ** bitsWithout(scene, leftOut, a, pairs.b[i]!));
  let share = 0.3;
  let posteriors = odds;
  for (let turn = 0; turn < 20; turn++) {
    posteriors = odds.map((ratio) => (share * ratio) / (share * ratio + 1 - share));
    const sum = posteriors.reduce((total, p) => total + p, 0);
    share = (sum + shareBeta[0]) / (posteriors.length + shareBeta[0] + shareBeta[1]);
  }
  return { posteriors, share };
}

/** Expected level counts among linked pairs, pooled over the rules (Winkler 1988; u fixed). `reweigh` turns counts into weights. */
export function expectCounts(
  scene: Scene,
  blocks: readonly Block[],
  reweigh: (counts: Counts) => ReadonlyMap<string, LevelWeights>,
): Counts {
  let counts = emptyCounts();
  let current = scene;
  for (let round = 0; round < rounds; round++) {
    counts = emptyCounts();
    for (const block of blocks) {
      const { posteriors, share } = judgeBlock(current, block);
      if (share <= block.mostLinked) addCounts(counts, current, block.pairs, (i) => posteriors[i]!, block.leftOut);
    }
    current = { ...current, weights: { ...current.weights, levels: reweigh(counts) } };
  }
  return counts;
}
