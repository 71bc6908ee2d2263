// How nodes and edges are drawn, as GEXF (viz) and yEd's GraphML say it: place, size, colour, shape, as values that the chart may use and nothing loses.

type Attributes = ReadonlyMap<string, string>;
type Named = readonly (readonly [name: string, value: string])[];

const named = (found: Attributes, names: Readonly<Record<string, string>>): Named =>
  Object.entries(names).flatMap(([from, to]) => {
    const value = found.get(from)?.trim() ?? "";
    return value === "" ? [] : [[to, value] as const];
  });

const twoDigits = (value: string | undefined): string =>
  Math.min(255, Math.max(0, Math.round(Number(value ?? 0)) || 0))
    .toString(16)
    .padStart(2, "0");

/** GEXF 1.3 may write `hex`; 1.1 and 1.2 write red, green and blue from 0 to 255. */
function colourOf(found: Attributes): Named {
  const hex = found.get("hex")?.trim();
  const colour = hex || `#${["r", "g", "b"].map((part) => twoDigits(found.get(part))).join("")}`;
  return [["viz.color", colour], ...named(found, { a: "viz.alpha" })];
}

/** By the element's name without its prefix; each stands inside a node or an edge. */
export const lookOf: ReadonlyMap<string, (found: Attributes) => Named> = new Map([
  ["position", (found: Attributes) => named(found, { x: "viz.x", y: "viz.y", z: "viz.z" })],
  ["color", colourOf],
  ["size", (found: Attributes) => named(found, { value: "viz.size" })],
  ["thickness", (found: Attributes) => named(found, { value: "viz.thickness" })],
  ["shape", (found: Attributes) => named(found, { value: "viz.shape", uri: "viz.uri" })],
  ["Geometry", (found: Attributes) => named(found, { x: "viz.x", y: "viz.y", width: "viz.width", height: "viz.height" })],
  ["Fill", (found: Attributes) => named(found, { color: "viz.color" })],
  ["Shape", (found: Attributes) => named(found, { type: "viz.shape" })],
]);
