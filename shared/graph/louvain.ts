// Communities by Louvain (Blondel, Guillaume, Lambiotte and Lefebvre 2008): local moving and merging until nothing moves.
import { seededRandom } from "../random.ts";
import { firstLevel, mergeParts, renumber } from "./communityLevel.ts";
import { numberBySize } from "./components.ts";
import type { Csr } from "./csr.ts";
import { moveNodes } from "./moveNodes.ts";
import type { GraphProgress } from "./progress.ts";

/** Number of each node's community, the largest 0. Weights count, direction does not. */
export function louvain(graph: Csr, resolution = 1, seed = 1, progress: GraphProgress = {}): Int32Array {
  const options = { resolution, random: seededRandom(seed), progress };
  const place = Int32Array.from({ length: graph.nodes }, (_, v) => v);
  let level = firstLevel(graph);
  while (level.total > 0) {
    const part = Int32Array.from({ length: level.nodes }, (_, v) => v);
    moveNodes(level, part, options);
    const count = renumber(part);
    if (count === level.nodes) break;
    for (let v = 0; v < place.length; v++) place[v] = part[place[v]!]!;
    level = mergeParts(level, part, count);
  }
  return numberBySize(place, renumber(place));
}
