// Where strangers meet densely: the leading eigenvector of the graph with hubs damped, in every connected part for itself.
// One vector for the whole graph would leave a gang that trades only with itself at zero.
import { multiply, type WeightedGraph } from "./strangerGraph.ts";

/** Weight of an account's busyness: x ← k^d · A (k^d · x). */
const damping = -0.15;
const rounds = 100;
/** A little mass for all, so that ties are broken by degree and not by rounding. */
const uniformMass = 0.001;

/** By account, 0..1: its share in the eigenvector of its part, times how dense that part is against the densest. */
export function scoreDensity(graph: WeightedGraph): Float64Array {
  const { part, parts } = numberParts(graph);
  const factor = graph.strength.map((strength) => (strength === 0 ? 0 : strength ** damping));
  let x: Float64Array = new Float64Array(graph.count).fill(1);
  let eigenvalue = new Float64Array(parts);
  for (let round = 0; round < rounds; round++) {
    const scaled = x.map((value, i) => value * factor[i]!);
    const y = multiply(graph, scaled).map((value, i) => value * factor[i]!);
    eigenvalue = largestBy(part, parts, y);
    // Half of the old vector stays: payers and payees alone would swing to and fro.
    x = x.map((value, i) => (value + y[i]! / (eigenvalue[part[i]!]! || 1)) / 2 + uniformMass);
    const most = largestBy(part, parts, x);
    x = x.map((value, i) => value / most[part[i]!]!);
  }
  const densest = eigenvalue.reduce((most, value) => Math.max(most, value), 0) || 1;
  return x.map((value, i) => (value * eigenvalue[part[i]!]!) / densest);
}

function largestBy(part: Int32Array, parts: number, values: Float64Array): Float64Array<ArrayBuffer> {
  const largest = new Float64Array(parts);
  for (let i = 0; i < values.length; i++) largest[part[i]!] = Math.max(largest[part[i]!]!, values[i]!);
  return largest;
}

/** Number of the connected part of each account, from 0. */
function numberParts({ count, start, neighbour }: WeightedGraph): { readonly part: Int32Array; readonly parts: number } {
  const part = new Int32Array(count).fill(-1);
  let parts = 0;
  for (let first = 0; first < count; first++) {
    if (part[first]! >= 0) continue;
    part[first] = parts;
    const waiting = [first];
    for (const account of waiting)
      for (let i = start[account]!; i < start[account + 1]!; i++)
        if (part[neighbour[i]!]! < 0) {
          part[neighbour[i]!] = parts;
          waiting.push(neighbour[i]!);
        }
    parts += 1;
  }
  return { part, parts };
}
