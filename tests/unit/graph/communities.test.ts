// Communities and cycles against their definitions, on random graphs with isolated nodes, parallel edges and loops.
import { expect, it } from "vitest";
import { strongComponents } from "../../../shared/graph/components.ts";
import { buildCsr, type Csr } from "../../../shared/graph/csr.ts";
import { propagateLabels } from "../../../shared/graph/labelPropagation.ts";
import { leiden } from "../../../shared/graph/leiden.ts";
import { louvain } from "../../../shared/graph/louvain.ts";
import { modularity } from "../../../shared/graph/modularity.ts";
import { simpleCycles } from "../../../shared/graph/simpleCycles.ts";
import * as slow from "./slowGraph.ts";

const draws = 100;

/** Sum of weights between two nodes, whatever the direction. */
const tie = ({ sums, isDirected }: slow.SmallGraph, a: number, b: number) => sums[a]![b]! + (isDirected ? sums[b]![a]! : 0);

function slowModularity(graph: slow.SmallGraph, part: ArrayLike<number>, resolution: number): number {
  const all = Array.from({ length: graph.nodes }, (_, v) => v);
  const strength = all.map((v) => all.reduce((sum, u) => sum + tie(graph, v, u), 0));
  const total = strength.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  let quality = 0;
  for (const a of all)
    for (const b of all)
      if (part[a] === part[b]) quality += tie(graph, a, b) / total - (resolution * strength[a]! * strength[b]!) / total ** 2;
  return quality;
}

/** Every partition of n nodes, as growing numbers. */
function partitions(n: number, begun: readonly number[] = []): (readonly number[])[] {
  if (begun.length === n) return [begun];
  const next = Math.max(-1, ...begun) + 1;
  return Array.from({ length: next + 1 }, (_, p) => p).flatMap((p) => partitions(n, [...begun, p]));
}

function forGraphs(check: (graph: slow.SmallGraph, csr: Csr, seed: number, name: string) => void): void {
  for (const isDirected of [false, true])
    for (let seed = 1; seed <= draws; seed++) {
      const graph = slow.randomGraph(seed, isDirected);
      check(graph, buildCsr(graph.nodes, graph, isDirected), seed, `${isDirected ? "directed" : "undirected"} ${seed}`);
    }
}

it("modularity is its definition", () =>
  forGraphs((graph, csr, seed, name) => {
    const part = Int32Array.from({ length: graph.nodes }, (_, v) => (v * seed) % 3);
    expect(modularity(csr, part), name).toBeCloseTo(slowModularity(graph, part, 1), 12);
    expect(modularity(csr, part, 0.5), name).toBeCloseTo(slowModularity(graph, part, 0.5), 12);
  }));

it.each([
  { name: "Leiden", find: leiden },
  { name: "Louvain", find: (csr: Csr, { resolution, seed }: { resolution: number; seed: number }) => louvain(csr, resolution, seed) },
])("$name: no node gains by moving, and the best of all partitions is hardly better", ({ find }) => {
  let [reached, possible] = [0, 0];
  forGraphs((graph, csr, seed, name) => {
    const resolution = seed % 2 === 0 ? 1 : 0.7;
    const part = find(csr, { resolution, seed });
    const quality = slowModularity(graph, part, resolution);
    for (let v = 0; v < graph.nodes; v++)
      for (let p = 0; p <= graph.nodes; p++) {
        const moved = slowModularity(graph, part.with(v, p), resolution);
        expect(moved, `${name}: node ${v} to ${p}`).toBeLessThan(quality + 1e-9);
      }
    if (graph.nodes > 6) return;
    reached += quality;
    possible += Math.max(...partitions(graph.nodes).map((other) => slowModularity(graph, other, resolution)));
  });
  expect(reached / possible).toBeGreaterThan(0.98);
});

it("Leiden's communities hang together, repeat with the seed, and the largest is 0", () =>
  forGraphs((graph, csr, seed, name) => {
    const part = leiden(csr, { seed });
    expect(leiden(csr, { seed }), name).toEqual(part);
    const inside = graph.arcs.map((row, a) => row.map((_, b) => part[a] === part[b] && tie(graph, a, b) > 0));
    for (let v = 0; v < graph.nodes; v++)
      for (let u = 0; u < graph.nodes; u++)
        if (part[u] === part[v]) expect(slow.distance({ ...graph, arcs: inside }, u, v), name).toBeLessThan(Number.POSITIVE_INFINITY);
    const sizes = Array.from({ length: Math.max(...part) + 1 }, (_, p) => part.filter((own) => own === p).length);
    expect(sizes, name).toEqual([...sizes].sort((a, b) => b - a));
  }));

it("labels settle where no other label weighs more around a node", () =>
  forGraphs((graph, csr, seed, name) => {
    const { part, isSettled } = propagateLabels(csr, seed);
    if (!isSettled) return;
    const all = Array.from({ length: graph.nodes }, (_, v) => v);
    const around = (v: number, label: number) => all.reduce((sum, u) => sum + (part[u] === label ? tie(graph, v, u) : 0), 0);
    for (const v of all) for (const label of part) expect(around(v, label), name).toBeLessThanOrEqual(around(v, part[v]!));
  }));

/** Every cycle up to a length, from its smallest node, by trying all walks. */
function slowCycles({ nodes, arcs }: slow.SmallGraph, path: readonly number[], max: number): string[] {
  const here = path.at(-1)!;
  const closed = path.length > 1 && arcs[here]![path[0]!] ? [path.join(" ")] : [];
  if (path.length === max) return closed;
  const next = Array.from({ length: nodes }, (_, v) => v).filter((v) => v > path[0]! && arcs[here]![v] && !path.includes(v));
  return [...closed, ...next.flatMap((v) => slowCycles({ nodes, arcs } as slow.SmallGraph, [...path, v], max))];
}

it("lists every bounded cycle once, and says when it stops", () => {
  let met = 0;
  forGraphs((graph, csr, seed, name) => {
    const max = 2 + (seed % 4);
    const wanted = Array.from({ length: graph.nodes }, (_, v) => v).flatMap((v) => slowCycles(graph, [v], max));
    const { cycles, isCut } = simpleCycles(csr, max, 10_000);
    expect(isCut).toBe(false);
    expect(cycles.map((cycle) => cycle.join(" ")).sort(), name).toEqual(wanted.sort());
    if (wanted.length > 1) expect(simpleCycles(csr, max, 1), name).toEqual({ cycles: cycles.slice(0, 1), isCut: true });
    met += wanted.length;
    for (const cycle of cycles) expect(new Set(cycle.map((v) => strongComponents(csr)[v])).size, name).toBe(1);
  });
  expect(met).toBeGreaterThan(0);
});
