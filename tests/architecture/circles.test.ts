// No file leads back to itself by its imports: types, and what is loaded on demand (views, tasks), included.
import { expect, it } from "vitest";
import { codeFiles } from "./sourceFiles.ts";

const importsOf = new Map(codeFiles.map(({ path, imports }) => [path, imports]));

/** Files on one circle, the first met; empty where none is. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): readonly string[] => {
    if (done.has(path)) return [];
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    trail.push(path);
    for (const next of graph.get(path) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    trail.pop();
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const circle = visit(path);
    if (circle.length > 0) return circle;
  }
  return [];
}

it("finds a circle where there is one", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["b"]],
  ]);
  expect(findCircle(graph)).toEqual(["b", "c", "b"]);
});

it("holds none", () => {
  expect(findCircle(importsOf)).toEqual([]);
});
