// Betweenness by Brandes (2001): shortest paths counted from every source, or from a seeded sample of sources scaled up. Unnormalised.
import { seededRandom } from "../random.ts";
import type { Csr } from "./csr.ts";
import { checkpoint, type GraphProgress } from "./progress.ts";

/** In an undirected graph every pair counts once. */
export function betweenness(graph: Csr, progress: GraphProgress = {}): Float64Array {
  return accumulate(
    graph,
    Int32Array.from({ length: graph.nodes }, (_, v) => v),
    progress,
  );
}

/** From `samples` sources drawn without repetition; scaled to all (Brandes and Pich 2007). */
export function sampledBetweenness(graph: Csr, samples: number, seed: number, progress: GraphProgress = {}): Float64Array {
  if (samples >= graph.nodes) return betweenness(graph, progress);
  const random = seededRandom(seed);
  const all = Int32Array.from({ length: graph.nodes }, (_, v) => v);
  for (let i = 0; i < samples; i++) {
    const j = i + Math.floor(random() * (graph.nodes - i));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  const scale = graph.nodes / samples;
  return accumulate(graph, all.slice(0, samples).sort(), progress).map((value) => value * scale);
}

function accumulate(graph: Csr, sources: Int32Array, progress: GraphProgress): Float64Array {
  const score = new Float64Array(graph.nodes);
  const search = new PathCounter(graph);
  sources.forEach((source, done) => {
    checkpoint(progress, done, sources.length);
    search.addFrom(source, score);
  });
  return graph.isDirected ? score : score.map((value) => value / 2);
}

class PathCounter {
  private readonly distance: Int32Array;
  private readonly paths: Float64Array;
  private readonly dependency: Float64Array;
  private readonly queue: Int32Array;
  private readonly graph: Csr;

  constructor(graph: Csr) {
    this.graph = graph;
    this.distance = new Int32Array(graph.nodes).fill(-1);
    this.paths = new Float64Array(graph.nodes);
    this.dependency = new Float64Array(graph.nodes);
    this.queue = new Int32Array(graph.nodes);
  }

  addFrom(source: number, score: Float64Array): void {
    const reached = this.countPaths(source);
    const { distance, paths, dependency, queue } = this;
    const { outStart, target } = this.graph;
    for (let place = reached - 1; place >= 0; place--) {
      const v = queue[place]!;
      for (let i = outStart[v]!; i < outStart[v + 1]!; i++) {
        const w = target[i]!;
        if (distance[w] === distance[v]! + 1) dependency[v]! += (paths[v]! / paths[w]!) * (1 + dependency[w]!);
      }
      if (v !== source) score[v]! += dependency[v]!;
    }
    for (let place = 0; place < reached; place++) {
      distance[queue[place]!] = -1;
      paths[queue[place]!] = 0;
      dependency[queue[place]!] = 0;
    }
  }

  /** Breadth first; gives how many nodes were reached, which then stand in the queue by distance. */
  private countPaths(source: number): number {
    const { distance, paths, queue } = this;
    const { outStart, target } = this.graph;
    distance[source] = 0;
    paths[source] = 1;
    queue[0] = source;
    let end = 1;
    for (let place = 0; place < end; place++) {
      const v = queue[place]!;
      for (let i = outStart[v]!; i < outStart[v + 1]!; i++) {
        const w = target[i]!;
        if (distance[w]! < 0) {
          distance[w] = distance[v]! + 1;
          queue[end] = w;
          end += 1;
        }
        if (distance[w] === distance[v]! + 1) paths[w]! += paths[v]!;
      }
    }
    return end;
  }
}
