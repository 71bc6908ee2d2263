// Communities by label propagation (Raghavan, Albert and Kumara 2007): every node takes the label that weighs most around it, until all have one.
import { seededRandom } from "../random.ts";
import { firstLevel, renumber } from "./communityLevel.ts";
import { numberBySize } from "./components.ts";
import type { Csr } from "./csr.ts";
import { NearParts, shuffled } from "./moveNodes.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

const maxRounds = 100;

export interface LabelResult {
  /** The largest community is 0. */
  readonly part: Int32Array;
  /** False when labels still changed in the last of a hundred rounds. */
  readonly isSettled: boolean;
}

/** Weights count, direction does not. A node keeps its label when none outweighs it; among equals the seed decides. */
export function propagateLabels(graph: Csr, seed = 1, progress: GraphProgress = {}): LabelResult {
  const { nodes, start, target, weight } = firstLevel(graph);
  const random = seededRandom(seed);
  const part = Int32Array.from({ length: nodes }, (_, v) => v);
  const near = new NearParts(nodes);
  let moved = nodes;
  for (let round = 0; round < maxRounds && moved > 0; round++) {
    moved = 0;
    shuffled(nodes, random).forEach((v, done) => {
      checkpoint(progress, done, nodes);
      near.clear();
      for (let i = start[v]!; i < start[v + 1]!; i++) near.add(part[target[i]!]!, weight[i]!);
      const best = heaviest(near, part[v]!, random);
      if (best !== part[v]) moved += 1;
      part[v] = best;
    });
  }
  return { part: numberBySize(part, renumber(part)), isSettled: moved === 0 };
}

function heaviest(near: NearParts, own: number, random: () => number): number {
  let [best, most, equals] = [own, near.weight[own]!, 0];
  for (let i = 0; i < near.count; i++) {
    const p = near.parts[i]!;
    const weight = near.weight[p]!;
    if (p === own || weight < most || (weight === most && best === own)) continue;
    equals = weight > most ? 1 : equals + 1;
    if (weight > most || random() * equals < 1) best = p;
    most = weight;
  }
  return best;
}
