// Modularity of a partition (Newman and Girvan 2004, with resolution): weight inside communities above what strengths alone would give.
import { firstLevel } from "./communityLevel.ts";
import type { Csr } from "./csr.ts";

/** Σ inside ÷ total − resolution · (strength ÷ total)²; 0 for a graph without edges. Direction is not used. */
export function modularity(graph: Csr, part: Int32Array, resolution = 1): number {
  const { nodes, start, target, weight, strength, total } = firstLevel(graph);
  if (total === 0) return 0;
  let inside = 0;
  const sums = new Map<number, number>();
  for (let v = 0; v < nodes; v++) {
    sums.set(part[v]!, (sums.get(part[v]!) ?? 0) + strength[v]!);
    for (let i = start[v]!; i < start[v + 1]!; i++) if (part[target[i]!] === part[v]) inside += weight[i]!;
  }
  let expected = 0;
  for (const sum of sums.values()) expected += (sum / total) ** 2;
  return inside / total - resolution * expected;
}
