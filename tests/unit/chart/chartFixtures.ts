// Small charts for the tests of this folder: a random one from fast-check, and one written out.
import fc from "fast-check";
import type { ChartLink } from "../../../shared/chart/elements.ts";
import { type ChartModel, emptyModel, type ShownNode } from "../../../shared/chart/graphModel.ts";
import { applyOperation, type Operation, packPositions } from "../../../shared/chart/operations.ts";

export const aNode = (ref: string, change: Partial<ShownNode> = {}): ShownNode => ({
  ref,
  kind: ref.split(":")[0]!,
  subtype: "",
  label: ref.slice(ref.indexOf(":") + 1),
  note: "",
  firstAt: null,
  lastAt: null,
  ghost: false,
  ...change,
});

export const aLink = (from: string, to: string, change: Partial<ChartLink> = {}): ChartLink => ({
  id: `${from}>${to}`,
  from,
  to,
  kind: "uses",
  directed: false,
  count: 1,
  sum: null,
  firstAt: null,
  lastAt: null,
  confirmed: true,
  ...change,
});

export function aModel(nodes: readonly ShownNode[], links: readonly ChartLink[] = []): ChartModel {
  const positions = packPositions(nodes.map((_, i) => ({ x: i * 200, y: (i % 3) * 150 })));
  return applyOperation(emptyModel(), { type: "add", nodes, positions, links, pinned: [], disabled: [] }).model;
}

const refs = ["case:A1", "case:A2", "phone:13800000001", "account:6217000000000001", "person:x", "netid:app:z"];
const ref = fc.constantFrom(...refs);
const coordinate = fc.integer({ min: -500, max: 500 });
const link = fc
  .tuple(ref, ref)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => aLink(from, to));
const ids = fc.array(
  fc.oneof(
    ref,
    link.map((one) => one.id),
  ),
  { maxLength: 5 },
);

const addOperation = fc.array(fc.tuple(ref, coordinate, coordinate), { maxLength: 5 }).chain((placed) =>
  fc.array(link, { maxLength: 6 }).map(
    (links): Operation => ({
      type: "add",
      nodes: placed.map(([name]) => aNode(name)),
      positions: packPositions(placed.map(([, x, y]) => ({ x, y }))),
      links,
      pinned: [],
      disabled: [],
    }),
  ),
);
const moveOperation = fc.array(fc.tuple(ref, coordinate, coordinate), { maxLength: 5 }).map(
  (moved): Operation => ({
    type: "move",
    refs: moved.map(([name]) => name),
    positions: packPositions(moved.map(([, x, y]) => ({ x, y }))),
  }),
);

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: addOperation },
  { weight: 2, arbitrary: moveOperation },
  fc.record({
    type: fc.constant("remove" as const),
    nodes: fc.array(ref, { maxLength: 3 }),
    links: fc.array(
      link.map((one) => one.id),
      { maxLength: 3 },
    ),
  }),
  fc.record({ type: fc.constantFrom("disable" as const, "pin" as const), ids, on: fc.boolean() }),
  fc.record({
    type: fc.constant("filter" as const),
    filter: fc.record({
      hiddenKinds: fc.uniqueArray(fc.constantFrom("case", "phone"), { maxLength: 2 }),
      from: fc.constant(null),
      until: fc.constant(null),
    }),
  }),
);
