import { describe, expect, test } from "vitest";
import { placeForce } from "../../../renderer/views/chart/forceLayout.ts";
import { componentsOf, packBoxes } from "../../../shared/chart/layouts/components.ts";
import { layoutInput, type Places } from "../../../shared/chart/layouts/layoutInput.ts";
import { atOldMiddle, bodyHeight, bodyWidth, settle } from "../../../shared/chart/layouts/settle.ts";
import { type LayoutId, layoutIds, layouts } from "../../../shared/chart/layouts.ts";
import { roomHeight } from "../../../shared/chart/placeNew.ts";
import { seededRandom } from "../../../shared/random.ts";
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

const placeWith = (id: LayoutId, given: typeof input): Places => (id === "force" ? placeForce(given) : layouts[id](given));

/** Series around shared accounts, chains of money behind them, some that stand alone: as charts are. */
function aCrowd(count: number) {
  const random = seededRandom(count);
  const kinds = ["case", "phone", "account", "person", "netid"];
  const nodes = Array.from({ length: count }, (_, i) =>
    aNode(`${kinds[Math.floor(random() * kinds.length)]}:${i}`, { firstAt: random() < 0.7 ? Math.floor(random() * 2e10) : null }),
  );
  const links = nodes.slice(1).flatMap((node, i) => {
    if (random() < 0.06) return [];
    const near = nodes[Math.floor(random() ** 2 * (i + 1))]!;
    return aLink(near.ref, node.ref, { kind: random() < 0.5 ? "transfer" : "uses", directed: true });
  });
  return layoutInput(aModel(nodes, links));
}

function overlapsOf(places: Places, width: number, height: number): number {
  let overlaps = 0;
  for (let i = 0; i < places.length; i += 2)
    for (let j = 0; j < i; j += 2)
      if (Math.abs(places[i]! - places[j]!) < width && Math.abs(places[i + 1]! - places[j + 1]!) < height) overlaps++;
  return overlaps;
}

describe.each(layoutIds)("%s on charts of 30 and 400", (id) => {
  test.each([30, 400])("lays no shape over another and few labels: %i nodes", (count) => {
    const crowd = aCrowd(count);
    const places = settle(crowd, placeWith(id, crowd));
    expect(overlapsOf(places, bodyWidth, bodyHeight)).toBe(0);
    // A label of eight letters is 84 wide and stands under its shape: two share ground where both are nearer than that.
    expect(overlapsOf(places, 84, roomHeight - 6)).toBeLessThanOrEqual(count * 0.08);
  });

  test("of a part stays where the part stood, over nothing that stays, and moves nothing pinned", () => {
    const crowd = aCrowd(60);
    const pinned = { ...crowd, pinned: Uint8Array.from(crowd.refs, (_, i) => (i % 7 === 0 ? 1 : 0)) };
    const others = Array.from({ length: 80 }, (_, i) => ({ x: (i % 10) * 400, y: Math.floor(i / 10) * 200 }));
    const places = settle(pinned, atOldMiddle(pinned, placeWith(id, pinned)), others);
    const all = Float64Array.from([...places, ...others.flatMap(({ x, y }) => [x, y])]);
    const free = all.filter((_, i) => Math.floor(i / 2) >= pinned.refs.length || pinned.pinned[Math.floor(i / 2)] === 0);
    expect(overlapsOf(free, bodyWidth, bodyHeight)).toBe(0);
    pinned.pinned.forEach((isPinned, i) => {
      if (isPinned === 1) expect(places.slice(2 * i, 2 * i + 2)).toEqual(pinned.positions.slice(2 * i, 2 * i + 2));
    });
  });
});

test("arrows of the layered layout run to the right, those that close a cycle excepted", () => {
  const places = layouts.layered(input);
  for (const [i, from] of input.from.entries()) expect(places[2 * from]!).toBeLessThan(places[2 * input.to[i]!]!);
});

test("rings of the radial layout are steps from the one that was asked for", () => {
  const asked = layoutInput(model, undefined, "phone:p");
  const places = layouts.radial(asked);
  const at = (ref: string) => placeOf(places, ref);
  const far = (ref: string) => Math.hypot(at(ref).x - at("phone:p").x, at(ref).y - at("phone:p").y);
  expect(far("case:1")).toBeGreaterThan(0);
  expect(far("account:a")).toBeGreaterThan(far("case:1"));
  expect(far("account:b")).toBeGreaterThan(far("account:a"));
});

test("the layout by time runs from left to right, a lane for each kind", () => {
  const times = [30, 10, 20].map((day, i) => aNode(`case:${i}`, { firstAt: day * 864e5 }));
  const dated = layoutInput(aModel([...times, aNode("phone:x", { firstAt: 864e5 })]));
  const places = layouts.time(dated);
  const x = (i: number) => places[2 * dated.refs.indexOf(`case:${i}`)]!;
  expect(x(1)).toBeLessThan(x(2));
  expect(x(2)).toBeLessThan(x(0));
  const y = (ref: string) => places[2 * dated.refs.indexOf(ref) + 1]!;
  expect([y("case:0") === y("case:1"), y("phone:x") > y("case:0")]).toEqual([true, true]);
});

describe("layouts", () => {
  test.each(layoutIds)("%s gives every node a place of its own, and the same one each time", (id) => {
    const places = placeWith(id, input);
    const all = input.refs.map((ref) => `${placeOf(places, ref).x},${placeOf(places, ref).y}`);
    expect(new Set(all).size).toBe(input.refs.length);
    expect(placeWith(id, input)).toEqual(places);
  });

  test("levels put money to the right of the cases and contact to the left", () => {
    const places = layouts.levels(input);
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
    const places = settle(pinned, layouts.grid(pinned));
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
