// Local moving of Louvain and Leiden: every node goes where modularity gains most; who has a neighbour that moved is asked again (Traag et al. 2019, fast local move).
import type { CommunityLevel } from "./communityLevel.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

export interface CommunityOptions {
  /** Above 1: more and smaller communities (Reichardt and Bornholdt 2006). */
  readonly resolution: number;
  readonly random: () => number;
  readonly progress: GraphProgress;
}

/** Less than this is no gain but rounding. */
const leastGain = 1e-10;

export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, v) => v);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Weights from one node to the parts around it, in arrays that are used again for the next. */
export class NearParts {
  readonly weight: Float64Array;
  readonly parts: Int32Array;
  count = 0;

  constructor(size: number) {
    this.weight = new Float64Array(size);
    this.parts = new Int32Array(size);
  }

  add(part: number, weight: number): void {
    if (this.weight[part] === 0) {
      this.parts[this.count] = part;
      this.count += 1;
    }
    this.weight[part]! += weight;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.weight[this.parts[i]!] = 0;
    this.count = 0;
  }
}

/** Strength and size of every part, and numbers that no part has. */
class PartSums {
  readonly sums: Float64Array;
  private readonly sizes: Int32Array;
  private readonly free: number[] = [];
  private readonly strength: Float64Array;

  constructor(part: Int32Array, strength: Float64Array) {
    this.strength = strength;
    this.sums = new Float64Array(part.length);
    this.sizes = new Int32Array(part.length);
    for (let v = 0; v < part.length; v++) this.put(v, part[v]!);
    for (let p = part.length - 1; p >= 0; p--) if (this.sizes[p] === 0) this.free.push(p);
  }

  put(v: number, p: number): void {
    this.sums[p]! += this.strength[v]!;
    this.sizes[p]! += 1;
    if (this.free.at(-1) === p) this.free.pop();
  }

  take(v: number, p: number): void {
    this.sums[p]! -= this.strength[v]!;
    this.sizes[p]! -= 1;
    if (this.sizes[p] === 0) this.free.push(p);
  }

  /** A part without nodes; there is one whenever a node has just been taken out. */
  get empty(): number {
    return this.free.at(-1) ?? -1;
  }
}

/** Changes `part` (numbers below the count of nodes) in place. */
export function moveNodes(level: CommunityLevel, part: Int32Array, { resolution, random, progress }: CommunityOptions): void {
  const { nodes, start, target, weight, strength, total } = level;
  const sums = new PartSums(part, strength);
  const queue = shuffled(nodes, random);
  const isQueued = new Uint8Array(nodes).fill(1);
  const near = new NearParts(nodes);
  for (let head = 0, waiting = nodes, asked = 0; waiting > 0; asked++) {
    checkpoint(progress, asked, asked + waiting);
    const v = queue[head]!;
    head = head + 1 === nodes ? 0 : head + 1;
    waiting -= 1;
    isQueued[v] = 0;
    const own = part[v]!;
    near.clear();
    for (let i = start[v]!; i < start[v + 1]!; i++) near.add(part[target[i]!]!, weight[i]!);
    sums.take(v, own);
    const best = bestPart(near, sums.sums, (resolution * strength[v]!) / total, own, sums.empty);
    sums.put(v, best);
    if (best === own) continue;
    part[v] = best;
    for (let i = start[v]!; i < start[v + 1]!; i++) {
      const u = target[i]!;
      if (isQueued[u] || part[u] === best) continue;
      isQueued[u] = 1;
      queue[(head + waiting) % nodes] = u;
      waiting += 1;
    }
  }
}

/** Where the node gains most; it stays when nothing is better, and stands alone when every company costs. */
function bestPart(near: NearParts, sums: Float64Array, cost: number, own: number, empty: number): number {
  let [best, most] = [own, near.weight[own]! - cost * sums[own]!];
  for (let i = 0; i < near.count; i++) {
    const p = near.parts[i]!;
    const gain = near.weight[p]! - cost * sums[p]!;
    if (gain > most + leastGain) [best, most] = [p, gain];
  }
  return most < -leastGain ? empty : best;
}
