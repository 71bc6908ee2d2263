// Paths against trying all walks.
import { expect, it } from "vitest";
import { buildCsr } from "../../../shared/graph/csr.ts";
import { allShortestPaths, distancesFrom, shortestPath } from "../../../shared/graph/shortestPaths.ts";
import { earliestPath } from "../../../shared/graph/timedPaths.ts";
import { seededRandom } from "../../../shared/random.ts";
import * as slow from "./slowGraph.ts";

const draws = 120;

it("finds one shortest path from both ends, or says that there is none", () => {
  for (let seed = 1; seed <= draws; seed++) {
    const graph = slow.randomGraph(seed, false);
    const csr = buildCsr(graph.nodes, graph, false);
    const wanted = slow.shortestPaths(graph, 0, graph.nodes - 1).map((path) => path.join(" "));
    const found = shortestPath(csr, 0, graph.nodes - 1, graph.nodes);
    if (wanted.length === 0) expect(found, `draw ${seed}`).toBeNull();
    else expect(wanted, `draw ${seed}`).toContain(found?.join(" "));
    expect(shortestPath(csr, 0, graph.nodes - 1, (found?.length ?? 1) - 2), `draw ${seed}`).toBeNull();
  }
});

it("finds all shortest paths", () => {
  for (let seed = 1; seed <= draws; seed++) {
    const graph = slow.randomGraph(seed, false);
    const csr = buildCsr(graph.nodes, graph, false);
    const { paths, isCut } = allShortestPaths(csr, 0, graph.nodes - 1, graph.nodes, 1_000);
    expect(isCut).toBe(false);
    expect(paths.map((path) => path.join(" ")).sort(), `draw ${seed}`).toEqual(
      slow
        .shortestPaths(graph, 0, graph.nodes - 1)
        .map((path) => path.join(" "))
        .sort(),
    );
  }
});

it("says when there are more paths than wanted", () => {
  const csr = buildCsr(5, { from: [0, 0, 0, 1, 2, 3], to: [1, 2, 3, 4, 4, 4] }, false);
  expect(allShortestPaths(csr, 0, 4, 9, 2)).toEqual({
    paths: [
      [0, 1, 4],
      [0, 2, 4],
    ],
    isCut: true,
  });
});

it("counts steps along edges only, up to the limit", () => {
  for (let seed = 1; seed <= draws; seed++) {
    const graph = slow.randomGraph(seed, true);
    const found = distancesFrom(buildCsr(graph.nodes, graph, true), 0, 3);
    found.forEach((steps, v) => {
      const exact = slow.distance(graph, 0, v);
      expect(steps, `draw ${seed}, node ${v}`).toBe(exact <= 3 ? exact : -1);
    });
  }
});

it("never goes back in time, and takes as few steps as can be", () => {
  for (let seed = 1; seed <= draws; seed++) {
    const random = seededRandom(seed);
    const pick = (most: number) => Math.floor(random() * most);
    const edges = Array.from({ length: 3 + pick(12) }, () => ({
      from: pick(6),
      to: pick(6),
      at: pick(9),
      isDirected: random() < 0.5,
    })).sort((a, b) => a.at - b.at);
    const columns = {
      count: edges.length,
      nodes: 6,
      from: Int32Array.from(edges, ({ from }) => from),
      to: Int32Array.from(edges, ({ to }) => to),
      at: Float64Array.from(edges, ({ at }) => at),
      directed: Uint8Array.from(edges, ({ isDirected }) => Number(isDirected)),
    };
    const path = earliestPath(columns, 0, 5, 5);
    expect(path?.edges.length ?? null, `draw ${seed}`).toBe(slow.slowTimedLength(edges, 0, 5, 5));
    const times = path?.edges.map((edge) => edges[edge]!.at) ?? [];
    expect(times, `draw ${seed}`).toEqual([...times].sort((a, b) => a - b));
    path?.edges.forEach((edge, i) => {
      const ends = [edges[edge]!.from, edges[edge]!.to];
      expect(ends, `draw ${seed}`).toContain(path.nodes[i]);
      expect(ends, `draw ${seed}`).toContain(path.nodes[i + 1]);
    });
  }
});
