// Communities by Leiden (Traag, Waltman and van Eck 2019): local moving, refinement so that communities hang together, merging; repeated from the result.
// Refinement takes the best merge instead of a drawn one (θ → 0); the order of nodes is drawn by the seed.
import { seededRandom } from "../random.ts";
import { type CommunityLevel, firstLevel, mergeParts, renumber } from "./communityLevel.ts";
import { numberBySize } from "./components.ts";
import type { Csr } from "./csr.ts";
import { type CommunityOptions, moveNodes, NearParts, shuffled } from "./moveNodes.ts";
import type { GraphProgress } from "./progress.ts";

export interface LeidenOptions {
  readonly resolution?: number;
  readonly seed?: number;
  /** Runs, each from the communities of the one before. */
  readonly runs?: number;
}

/** Number of each node's community, the largest 0. Weights count, direction does not. */
export function leiden(graph: Csr, { resolution = 1, seed = 1, runs = 2 }: LeidenOptions = {}, progress: GraphProgress = {}): Int32Array {
  const base = firstLevel(graph);
  const part = Int32Array.from({ length: graph.nodes }, (_, v) => v);
  const options = { resolution, random: seededRandom(seed), progress };
  if (base.total > 0) for (let run = 0; run < runs; run++) improve(base, part, options);
  return numberBySize(part, renumber(part));
}

function improve(base: CommunityLevel, part: Int32Array, options: CommunityOptions): void {
  let level = base;
  let own: Int32Array = part.slice();
  /** Node of the level that each first node is part of. */
  let place = Int32Array.from({ length: base.nodes }, (_, v) => v);
  while (true) {
    moveNodes(level, own, options);
    if (renumber(own) === level.nodes) break;
    const refined = refine(level, own, options);
    const count = renumber(refined);
    if (count === level.nodes) break;
    const next = new Int32Array(count);
    for (let v = 0; v < level.nodes; v++) next[refined[v]!] = own[v]!;
    place = place.map((v) => refined[v]!);
    level = mergeParts(level, refined, count);
    own = next;
  }
  for (let v = 0; v < part.length; v++) part[v] = own[place[v]!]!;
}

/** Splits every community into parts that hang together well: only lone nodes move, only into parts that are well tied to the rest. */
function refine(level: CommunityLevel, part: Int32Array, { resolution, random }: CommunityOptions): Int32Array {
  const { nodes, start, target, weight, strength, total } = level;
  const refined = Int32Array.from({ length: nodes }, (_, v) => v);
  const whole = new Float64Array(nodes);
  const sums = strength.slice();
  const sizes = new Int32Array(nodes).fill(1);
  /** Weight from a refined part to the rest of its community. */
  const ties = new Float64Array(nodes);
  for (let v = 0; v < nodes; v++) {
    whole[part[v]!]! += strength[v]!;
    for (let i = start[v]!; i < start[v + 1]!; i++) if (part[target[i]!] === part[v]) ties[v]! += weight[i]!;
  }
  const isTied = (p: number, all: number) => ties[p]! >= (resolution * sums[p]! * (all - sums[p]!)) / total;
  const near = new NearParts(nodes);
  for (const v of shuffled(nodes, random)) {
    const all = whole[part[v]!]!;
    if (refined[v] !== v || sizes[v] !== 1 || !isTied(v, all)) continue;
    near.clear();
    for (let i = start[v]!; i < start[v + 1]!; i++) if (part[target[i]!] === part[v]) near.add(refined[target[i]!]!, weight[i]!);
    let [best, most] = [v, 0];
    for (let i = 0; i < near.count; i++) {
      const p = near.parts[i]!;
      const gain = near.weight[p]! - (resolution * strength[v]! * sums[p]!) / total;
      if (gain > most && isTied(p, all)) [best, most] = [p, gain];
    }
    if (best === v) continue;
    refined[v] = best;
    sums[best]! += strength[v]!;
    sizes[best]! += 1;
    sizes[v] = 0;
    ties[best]! += ties[v]! - 2 * near.weight[best]!;
  }
  return refined;
}
