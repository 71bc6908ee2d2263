// Icons of every kind become geometry: arcs end where the path says, on their circle.
import { expect, it } from "vitest";
import { iconGeometry, readPath } from "../../../electron/engine/review/writeExport/pptx/iconGeometry.ts";
import icons from "../../../resources/icons/kindIcons.json" with { type: "json" };

it("reads moves, lines, curves and closings, absolute and relative", () => {
  expect(readPath("M1 2l3 4h-1V9c1 1 2 2 3 3z m5 5 1 1")).toEqual([
    { kind: "move", to: { x: 1, y: 2 } },
    { kind: "line", to: { x: 4, y: 6 } },
    { kind: "line", to: { x: 3, y: 6 } },
    { kind: "line", to: { x: 3, y: 9 } },
    { kind: "curve", first: { x: 4, y: 10 }, second: { x: 5, y: 11 }, to: { x: 6, y: 12 } },
    { kind: "close" },
    { kind: "move", to: { x: 6, y: 7 } },
    { kind: "line", to: { x: 7, y: 8 } },
  ]);
});

it("turns an arc into curves on its circle", () => {
  const pieces = readPath("M3 12a9 9 0 1 0 18 0").slice(1);
  expect(pieces.at(-1)).toMatchObject({ kind: "curve", to: { x: 21, y: 12 } });
  expect(pieces).toHaveLength(2);
  const [first] = pieces;
  expect(first).toMatchObject({ kind: "curve" });
  if (first?.kind === "curve") expect([first.to.x, first.to.y].map(Math.round)).toEqual([12, 21]);
});

it.each(Object.entries(icons))("keeps the icon of a %s in its box of 24", (_kind, markup) => {
  const points = [...iconGeometry(markup).matchAll(/<a:pt x="(-?\d+)" y="(-?\d+)"\/>/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(points.length).toBeGreaterThan(4);
  expect(Math.min(...points)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...points)).toBeLessThanOrEqual(24_000);
});
