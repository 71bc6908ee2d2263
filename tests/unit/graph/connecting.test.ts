// The k shortest paths against all simple paths, and connecting networks against all shortest paths.
import { expect, it } from "vitest";
import { connectSeeds } from "../../../shared/graph/connectSeeds.ts";
import { buildCsr } from "../../../shared/graph/csr.ts";
import { kShortestPaths } from "../../../shared/graph/kShortestPaths.ts";
import * as slow from "./slowGraph.ts";

const draws = 120;

/** Every path without repeated nodes, of at most `max` edges. */
function simplePaths({ nodes, arcs }: slow.SmallGraph, path: readonly number[], last: number, max: number): (readonly number[])[] {
  if (path.at(-1) === last) return [path];
  if (path.length > max) return [];
  const next = Array.from({ length: nodes }, (_, v) => v).filter((v) => arcs[path.at(-1)!]![v] && !path.includes(v));
  return next.flatMap((v) => simplePaths({ nodes, arcs } as slow.SmallGraph, [...path, v], last, max));
}

const text = (path: readonly number[]) => path.join(" ");

it.each([false, true])("lists every path without repeated nodes, shortest first (directed: %s)", (isDirected) => {
  for (let seed = 1; seed <= draws; seed++) {
    const graph = slow.randomGraph(seed, isDirected);
    const csr = buildCsr(graph.nodes, graph, isDirected);
    const last = graph.nodes - 1;
    const all = simplePaths(graph, [0], last, 4);
    const found = kShortestPaths(csr, 0, last, 4, 10_000);
    expect(found.map(text).sort(), `draw ${seed}`).toEqual(all.map(text).sort());
    const lengths = found.map((path) => path.length);
    expect(lengths, `draw ${seed}`).toEqual([...lengths].sort((a, b) => a - b));
    expect(kShortestPaths(csr, 0, last, 4, 3), `draw ${seed}`).toEqual(found.slice(0, 3));
  }
});

it("connects seeds by all that lies on a shortest path between two of them", () => {
  for (let seed = 1; seed <= draws; seed++) {
    const graph = slow.randomGraph(seed, false);
    const seeds = [...new Set([0, graph.nodes - 1, Math.floor(graph.nodes / 2)])];
    const nodes = new Set(seeds);
    const edges = new Set<string>();
    const lengths: (number | null)[] = [];
    seeds.forEach((a, i) => {
      for (const b of seeds.slice(i + 1)) {
        const paths = slow.shortestPaths(graph, a, b).filter((path) => path.length <= 4);
        lengths.push(paths[0] ? paths[0].length - 1 : null);
        for (const path of paths) {
          for (const v of path) nodes.add(v);
          path.slice(1).forEach((v, step) => {
            edges.add(text([v, path[step]!].sort((x, y) => x - y)));
          });
        }
      }
    });
    const found = connectSeeds(buildCsr(graph.nodes, graph, false), seeds, 3);
    expect(found.nodes, `draw ${seed}`).toEqual([...nodes].sort((a, b) => a - b));
    expect(found.edges.map(text).sort(), `draw ${seed}`).toEqual([...edges].sort());
    expect(
      found.pairs.map(({ length }) => length),
      `draw ${seed}`,
    ).toEqual(lengths);
  }
});
