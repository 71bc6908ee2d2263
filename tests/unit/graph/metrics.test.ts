// Every measure against its definition, on random graphs with isolated nodes, parallel edges and loops, directed and not.
import { describe, expect, it } from "vitest";
import { betweenness, sampledBetweenness } from "../../../shared/graph/betweenness.ts";
import { closeness } from "../../../shared/graph/closeness.ts";
import { strongComponents, weakComponents } from "../../../shared/graph/components.ts";
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { degrees, inDegrees, outDegrees, weightedDegrees } from "../../../shared/graph/degree.ts";
import { eigenvector } from "../../../shared/graph/eigenvector.ts";
import { coreNumbers } from "../../../shared/graph/kCore.ts";
import { pageRank } from "../../../shared/graph/pagerank.ts";
import { clustering, countTriangles } from "../../../shared/graph/triangles.ts";
import * as slow from "./slowGraph.ts";

const draws = 120;

function forGraphs(check: (graph: slow.SmallGraph, csr: Csr, name: string) => void): void {
  for (const isDirected of [false, true])
    for (let seed = 1; seed <= draws; seed++) {
      const graph = slow.randomGraph(seed, isDirected);
      check(graph, buildCsr(graph.nodes, graph, isDirected), `${isDirected ? "directed" : "undirected"} ${seed}`);
    }
}

function expectClose(got: ArrayLike<number>, want: readonly number[], name: string): void {
  expect(got.length, name).toBe(want.length);
  for (const [v, value] of want.entries()) expect(got[v], `${name}, node ${v}`).toBeCloseTo(value, 9);
}

const count = (row: readonly boolean[]) => row.filter(Boolean).length;
const column = <T>(matrix: readonly (readonly T[])[], v: number) => matrix.map((row) => row[v]!);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("measures", () => {
  it("count neighbours once, whatever the parallel edges, and add their weights", () =>
    forGraphs((graph, csr, name) => {
      const out = graph.arcs.map(count);
      const into = graph.arcs.map((_, v) => count(column(graph.arcs, v)));
      expectClose(outDegrees(csr), out, name);
      expectClose(inDegrees(csr), into, name);
      expectClose(degrees(csr), graph.isDirected ? out.map((value, v) => value + into[v]!) : out, name);
      const weights = graph.sums.map((row, v) => total(row) + (graph.isDirected ? total(column(graph.sums, v)) : 0));
      expectClose(weightedDegrees(csr), weights, name);
    }));
  it("betweenness counts shortest paths", () =>
    forGraphs((graph, csr, name) => expectClose(betweenness(csr), slow.slowBetweenness(graph), name)));
  it("closeness sums distances into a node", () =>
    forGraphs((graph, csr, name) => expectClose(closeness(csr), slow.slowCloseness(graph), name)));
  it("PageRank is the fixed point", () => forGraphs((graph, csr, name) => expectClose(pageRank(csr), slow.slowPageRank(graph), name)));
  it("core numbers survive peeling", () => forGraphs((graph, csr, name) => expectClose(coreNumbers(csr), slow.slowCores(graph), name)));
  it("triangles are counted at each corner", () =>
    forGraphs((graph, csr, name) => expectClose(countTriangles(csr), slow.slowTriangles(graph), name)));
  it("clustering is the share of closed pairs", () =>
    forGraphs((graph, csr, name) => expectClose(clustering(csr), slow.slowClustering(graph), name)));
  it("eigenvector centrality is an eigenvector of length 1", () =>
    forGraphs((graph, csr, name) => {
      if (csr.edges === 0 || graph.isDirected || new Set(weakComponents(csr)).size > 1) return;
      const x = eigenvector(csr);
      const image = graph.arcs.map((_, v) => total(column(graph.arcs, v).map((arc, u) => (arc ? x[u]! : 0))));
      const value = total(image.map((y, v) => y * x[v]!));
      expectClose(
        image,
        [...x].map((y) => y * value),
        name,
      );
      expect(total([...x].map((y) => y * y)), name).toBeCloseTo(1, 9);
    }));
  it("parts are those that reach each other, the largest numbered 0", () =>
    forGraphs((graph, csr, name) => {
      for (const [find, isStrong] of [
        [weakComponents, false],
        [strongComponents, true],
      ] as const) {
        const part = [...find(csr)];
        const groups = [...new Set(part)].map((number) => part.flatMap((own, v) => (own === number ? [v] : [])));
        expect(groups.map((group) => group.join(" ")).sort(), name).toEqual(slow.slowParts(graph, isStrong));
        expect(Math.max(...groups.map((group) => group.length)), name).toBe(part.filter((number) => number === 0).length);
      }
    }));
  it("a sample of all sources is exact, and a smaller one repeats itself", () => {
    const graph = slow.randomGraph(11, false);
    const csr = buildCsr(graph.nodes, graph, false);
    expect(sampledBetweenness(csr, graph.nodes, 1)).toEqual(betweenness(csr));
    expect(sampledBetweenness(csr, 2, 5)).toEqual(sampledBetweenness(csr, 2, 5));
  });
  it("stop when asked to", () => {
    const csr = buildCsr(3, { from: [0, 1], to: [1, 2] }, false);
    expect(() => betweenness(csr, { signal: AbortSignal.abort() })).toThrow();
  });
});
