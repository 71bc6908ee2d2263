// Records drawn as one node: nothing moves, nothing of the document changes, un-merging draws every node and link again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersOf } from "../../../shared/chart/drawn/drawn.ts";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import { drawnWith, identityNode, meantByAll } from "../../../shared/chart/drawn/mergeRecords.ts";
import { type ChartModel, emptyModel, toDocument } from "../../../shared/chart/graphModel.ts";
import { applyOperation } from "../../../shared/chart/operations.ts";
import { aLink, aModel, aNode, anyOperation } from "./chartFixtures.ts";

const people = [
  aNode("person:a", { firstAt: 5, lastAt: 9 }),
  aNode("person:b", { firstAt: 2, lastAt: 6 }),
  aNode("phone:1"),
  aNode("case:A1"),
];
const links = [
  aLink("person:a", "phone:1", { count: 2, firstAt: 4 }),
  aLink("person:b", "phone:1", { count: 3, firstAt: 1 }),
  aLink("person:b", "case:A1", { kind: "involved-in", directed: true }),
  aLink("person:a", "person:b", { kind: "related" }),
  aLink("phone:1", "case:A1"),
];
const identities = [{ refs: ["person:a", "person:b", "person:c"] }];
const merged = identityNode("person:a");

describe("records that are one", () => {
  it("are one node where the first stands, with all that they are linked to, once for each kind and end", () => {
    const model = { ...aModel(people, links), identities };
    const drawn = drawnOf(model);
    expect([...drawn.nodes.keys()].sort()).toEqual(["case:A1", merged, "phone:1"]);
    expect(drawn.nodes.get(merged)).toMatchObject({ kind: "person", firstAt: 2, lastAt: 9, records: identities[0]!.refs });
    expect(drawn.positions.get(merged)).toEqual(model.positions.get("person:a"));
    expect([...drawn.links.values()].map(({ from, to, kind, count }) => [from, to, kind, count]).sort()).toEqual(
      [
        ["phone:1", "case:A1", "uses", 1],
        [merged, "phone:1", "uses", 5],
        [merged, "case:A1", "involved-in", 1],
      ].sort(),
    );
    expect(membersOf(drawn.standsFor, merged)).toEqual(["person:a", "person:b"]);
  });

  it("carry their count also where the others are not on the chart", () => {
    const model = { ...aModel([aNode("person:b"), aNode("phone:1")]), identities };
    const drawn = drawnOf(model);
    expect([...drawn.nodes.keys()]).toEqual(["person:b", "phone:1"]);
    expect(drawn.nodes.get("person:b")?.records).toEqual(identities[0]!.refs);
    expect(drawn.positions.get("person:b")).toBe(model.positions.get("person:b"));
  });

  it("are meant together when they are chosen together", () => {
    expect(meantByAll(identities, ["person:b", "person:a"])).toBe("person:b");
    expect(meantByAll(identities, ["person:b", "phone:1"])).toBeNull();
    expect(drawnWith(identities, "person:b")).toEqual(["person:b", "person:a", "person:c"]);
    expect(drawnWith([], "person:b")).toEqual(["person:b"]);
  });

  it("leave the chart as it is, whatever was done to it: same places, same document, and drawn as before once parted", () => {
    const known = ["case:A1", "phone:13800000001", "person:x", "account:6217000000000001"];
    const anyIdentities = fc.subarray(known, { minLength: 2 }).map((refs) => [{ refs }]);
    fc.assert(
      fc.property(fc.array(anyOperation, { maxLength: 12 }), anyIdentities, (operations, found) => {
        // Hidden leaves and condensed chains look at neighbours, which a merge changes; what is compared is drawn without them.
        const plain = operations.filter(({ type }) => type !== "arrange");
        const model = plain.reduce<ChartModel>((one, operation) => applyOperation(one, operation).model, emptyModel());
        const before = drawnOf(model);
        const seen = { ...model, identities: found };
        const drawn = drawnOf(seen);
        expect(toDocument(seen)).toEqual(toDocument(model));
        for (const { from, to } of drawn.links.values()) expect(drawn.nodes.has(from) && drawn.nodes.has(to)).toBe(true);
        for (const [ref, place] of drawn.positions)
          expect(
            [...before.positions.values()].some((was) => was.x === place.x && was.y === place.y),
            ref,
          ).toBe(true);
        const stoodFor = [...drawn.nodes.keys()].flatMap((ref) => membersOf(drawn.standsFor, ref));
        expect(stoodFor.sort()).toEqual([...before.nodes.keys()].flatMap((ref) => membersOf(before.standsFor, ref)).sort());
        expect(drawnOf({ ...seen, identities: [] })).toEqual(before);
      }),
    );
  });
});
