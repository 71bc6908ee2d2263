// What Louvain and Leiden work on: a weighted undirected graph whose nodes may stand for many, with what lies inside them.
import { type Csr, toUndirected } from "./csr.ts";

export interface CommunityLevel {
  readonly nodes: number;
  /** Neighbours of v: target[start[v] … start[v + 1] − 1], never v itself. */
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /** Weights of all edges at a node; an edge inside it counts twice. */
  readonly strength: Float64Array;
  /** Sum of all strengths. */
  readonly total: number;
}

export function firstLevel(graph: Csr): CommunityLevel {
  const { nodes, outStart, target, outWeight } = toUndirected(graph);
  const strength = new Float64Array(nodes);
  for (let v = 0; v < nodes; v++) for (let i = outStart[v]!; i < outStart[v + 1]!; i++) strength[v]! += outWeight[i]!;
  return { nodes, start: outStart, target, weight: outWeight, strength, total: strength.reduce((sum, value) => sum + value, 0) };
}

/** Renumbers parts from 0 in the order of their first nodes, in place; gives their count. */
export function renumber(part: Int32Array): number {
  const names = new Int32Array(part.length).fill(-1);
  let count = 0;
  for (let v = 0; v < part.length; v++) {
    const old = part[v]!;
    if (names[old]! < 0) {
      names[old] = count;
      count += 1;
    }
    part[v] = names[old]!;
  }
  return count;
}

/** Nodes by part: members[first[p] … first[p + 1] − 1]. */
function membersOf(part: Int32Array, parts: number): { first: Int32Array; members: Int32Array } {
  const first = new Int32Array(parts + 1);
  for (const p of part) first[p + 1]! += 1;
  for (let p = 0; p < parts; p++) first[p + 1]! += first[p]!;
  const next = first.slice();
  const members = new Int32Array(part.length);
  for (let v = 0; v < part.length; v++) {
    members[next[part[v]!]!] = v;
    next[part[v]!]! += 1;
  }
  return { first, members };
}

/** Each part as one node. Parts are numbered from 0 without gaps. */
export function mergeParts(level: CommunityLevel, part: Int32Array, parts: number): CommunityLevel {
  const { first, members } = membersOf(part, parts);
  const start = new Int32Array(parts + 1);
  const target = new Int32Array(level.target.length);
  const weight = new Float64Array(level.target.length);
  const strength = new Float64Array(parts);
  const place = new Int32Array(parts).fill(-1);
  let end = 0;
  for (let p = 0; p < parts; p++) {
    for (let m = first[p]!; m < first[p + 1]!; m++) {
      const v = members[m]!;
      strength[p]! += level.strength[v]!;
      for (let i = level.start[v]!; i < level.start[v + 1]!; i++) {
        const q = part[level.target[i]!]!;
        if (q === p) continue;
        if (place[q]! < start[p]!) {
          place[q] = end;
          target[end] = q;
          end += 1;
        }
        weight[place[q]!]! += level.weight[i]!;
      }
    }
    start[p + 1] = end;
  }
  return { nodes: parts, start, target: target.slice(0, end), weight: weight.slice(0, end), strength, total: level.total };
}
