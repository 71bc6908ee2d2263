// Small charts for the tests of this folder: a random one from fast-check, and one written out.
import fc from "fast-check";
import type { Draft, Grade, Group, Note } from "../../../shared/chart/document.ts";
import type { ChartLink } from "../../../shared/chart/elements.ts";
import { type ChartModel, emptyModel, type ShownNode } from "../../../shared/chart/graphModel.ts";
import { plainArrangement } from "../../../shared/chart/marks.ts";
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

/** What a store would answer about every entity and link of these charts. */
export const everyElement = (): { readonly nodes: readonly ShownNode[]; readonly links: readonly ChartLink[] } => ({
  nodes: refs.map((name) => aNode(name)),
  links: refs.flatMap((from) => refs.filter((to) => to !== from).map((to) => aLink(from, to))),
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

const aNote = (id: string, text: string): Note => ({
  ...{ id, shape: "note", on: null, text, author: "沈", at: "2026-11-18T09:00:00Z", x: 0, y: 0, width: 160, height: 60 },
  attachments: [],
});
const aDraft = (name: string): Draft => ({
  ...{ id: name, node: { ...aNode(name), ghost: undefined } as unknown as Draft["node"], link: null, author: "沈" },
  ...{ at: "2026-11-18T09:00:00Z", ground: "猜测" },
});
const aGroup = (id: string, isCollapsed: boolean): Group => ({ id, label: id, entities: refs.slice(0, 3), isCollapsed });
const aGrade = (id: string): Grade => ({ id, scheme: "4x4", source: "B", information: 2, handling: null });

const putOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .tuple(fc.constantFrom("n1", "n2"), fc.option(fc.constantFrom("一", "二")))
    .map(([id, text]): Operation => ({ type: "put", part: "notes", id, value: text === null ? null : aNote(id, text) })),
  fc.tuple(ref, fc.boolean()).map(([id, on]): Operation => ({ type: "put", part: "drafts", id, value: on ? aDraft(id) : null })),
  fc.tuple(ref, fc.boolean()).map(([id, on]): Operation => ({ type: "put", part: "grades", id, value: on ? aGrade(id) : null })),
  fc
    .tuple(fc.constantFrom("g1", "g2"), fc.option(fc.boolean()))
    .map(([id, on]): Operation => ({ type: "put", part: "groups", id, value: on === null ? null : aGroup(id, on) })),
);
const arrangeOperation = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(
  ([combined, condensed, leafless]): Operation => ({
    type: "arrange",
    arrangement: { ...plainArrangement, combined, condensed, leafless },
  }),
);

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 2, arbitrary: putOperation },
  arrangeOperation,
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
