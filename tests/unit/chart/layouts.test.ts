import { describe, expect, test } from "vitest";
import { placeForce } from "../../../renderer/views/chart/forceLayout.ts";
import { componentsOf, packBoxes } from "../../../shared/chart/layouts/components.ts";
import { keepPinned, layoutInput, type Places } from "../../../shared/chart/layouts/layoutInput.ts";
import { layouts } from "../../../shared/chart/layouts.ts";
import { aLink, aModel, aNode } from "./chartFixtures.ts";

const cases = ["case:1", "case:2", "case:3"].map((ref) => aNode(ref));
const accounts = ["account:a", "account:b"].map((ref) => aNode(ref));
const phone = aNode("phone:p");
const lone = aNode("thing:lone");
const model = aModel(
  [...cases, ...accounts, phone, lone],
  [
    aLink("case:1", "account:a"),
    aLink("case:2", "account:a"),
    aLink("account:a", "account:b", { kind: "transfer", directed: true }),
    aLink("case:1", "phone:p"),
    aLink("case:3", "phone:p"),
  ],
);
const input = layoutInput(model);
const placeOf = (places: Places, ref: string) => ({ x: places[2 * input.refs.indexOf(ref)]!, y: places[2 * input.refs.indexOf(ref) + 1]! });

describe("layouts", () => {
  test.each(["levels", "circle", "grid"] as const)("%s gives every node a place of its own, and the same one each time", (id) => {
    const places = layouts[id].place!(input);
    const all = input.refs.map((ref) => `${placeOf(places, ref).x},${placeOf(places, ref).y}`);
    expect(new Set(all).size).toBe(input.refs.length);
    expect(layouts[id].place!(input)).toEqual(places);
  });

  test("levels put money to the right of the cases and contact to the left", () => {
    const places = layouts.levels.place!(input);
    const x = (ref: string) => placeOf(places, ref).x;
    expect(x("phone:p")).toBeLessThan(x("case:1"));
    expect(x("case:1")).toBeLessThan(x("account:a"));
    expect(x("account:a")).toBeLessThan(x("account:b"));
  });

  test("force keeps nodes apart and parts of a chart from lying over each other, and repeats", () => {
    const places = placeForce(input);
    input.refs.forEach((ref, i) => {
      for (const other of input.refs.slice(0, i)) {
        const [a, b] = [placeOf(places, ref), placeOf(places, other)];
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(50);
      }
    });
    expect(placeForce(input)).toEqual(places);
  });

  test("pinned nodes keep their places", () => {
    const pinned = { ...input, pinned: Uint8Array.from(input.refs, (ref) => (ref === "case:1" ? 1 : 0)) };
    const places = keepPinned(pinned, layouts.grid.place!(pinned));
    expect(placeOf(places, "case:1")).toEqual(model.positions.get("case:1"));
  });

  test("components come largest first, boxes do not overlap", () => {
    expect(componentsOf(input).map((part) => part.length)).toEqual([6, 1]);
    const boxes = [
      { width: 300, height: 200 },
      { width: 100, height: 100 },
      { width: 250, height: 80 },
    ];
    const corners = packBoxes(boxes, 20);
    corners.forEach((a, i) => {
      corners.slice(0, i).forEach((b, j) => {
        const apart =
          a.x >= b.x + boxes[j]!.width || b.x >= a.x + boxes[i]!.width || a.y >= b.y + boxes[j]!.height || b.y >= a.y + boxes[i]!.height;
        expect(apart).toBe(true);
      });
    });
  });
});
