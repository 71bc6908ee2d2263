// The few things that can happen to a chart. Each gives the new chart and the operation that takes it back; positions travel as typed arrays.
import type { Arrangement, Draft, Grade, Group, Note } from "./document.ts";
import type { ChartLink } from "./elements.ts";
import type { ChartFilter, ChartModel, Position, ShownNode } from "./graphModel.ts";

export interface AddOperation {
  readonly type: "add";
  readonly nodes: readonly ShownNode[];
  /** x, y of each node in turn. */
  readonly positions: Float64Array;
  readonly links: readonly ChartLink[];
  readonly pinned: readonly string[];
  readonly disabled: readonly string[];
}
export interface RemoveOperation {
  readonly type: "remove";
  readonly nodes: readonly string[];
  readonly links: readonly string[];
}
export interface MoveOperation {
  readonly type: "move";
  readonly refs: readonly string[];
  readonly positions: Float64Array;
}
export interface SwitchOperation {
  readonly type: "disable" | "pin";
  readonly ids: readonly string[];
  readonly on: boolean;
}
export interface FilterOperation {
  readonly type: "filter";
  readonly filter: ChartFilter;
}
/** Puts, changes or takes away (null) one thing that people made: a draft, a group, a note, a grade. */
export interface PutOperation {
  readonly type: "put";
  readonly part: PartName;
  readonly id: string;
  readonly value: Draft | Group | Note | Grade | null;
}
export interface ArrangeOperation {
  readonly type: "arrange";
  readonly arrangement: Arrangement;
}
export type PartName = "drafts" | "groups" | "notes" | "grades";
export type Operation =
  | AddOperation
  | RemoveOperation
  | MoveOperation
  | SwitchOperation
  | FilterOperation
  | PutOperation
  | ArrangeOperation;

export interface Applied {
  readonly model: ChartModel;
  readonly inverse: Operation;
}

export function packPositions(places: readonly Position[]): Float64Array {
  const packed = new Float64Array(places.length * 2);
  places.forEach((place, i) => {
    packed[2 * i] = place.x;
    packed[2 * i + 1] = place.y;
  });
  return packed;
}

const placeAt = (packed: Float64Array, i: number): Position => ({ x: packed[2 * i]!, y: packed[2 * i + 1]! });

function withItems<T>(set: ReadonlySet<T>, items: readonly T[], on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  for (const item of items) on ? next.add(item) : next.delete(item);
  return next;
}

function addElements(model: ChartModel, { nodes, positions, links, pinned, disabled }: AddOperation): Applied {
  const shown = new Map(model.nodes);
  const places = new Map(model.positions);
  const fresh = nodes.map((node, i) => ({ node, place: placeAt(positions, i) })).filter(({ node }) => !shown.has(node.ref));
  for (const { node, place } of fresh) {
    shown.set(node.ref, node);
    places.set(node.ref, place);
  }
  const freshLinks = links.filter((link) => !model.links.has(link.id) && shown.has(link.from) && shown.has(link.to));
  const allLinks = new Map(model.links);
  for (const link of freshLinks) allLinks.set(link.id, link);
  return {
    model: {
      ...model,
      nodes: shown,
      positions: places,
      links: allLinks,
      pinned: withItems(model.pinned, pinned, true),
      disabled: withItems(model.disabled, disabled, true),
    },
    inverse: { type: "remove", nodes: fresh.map(({ node }) => node.ref), links: freshLinks.map((link) => link.id) },
  };
}

function removeElements(model: ChartModel, operation: RemoveOperation): Applied {
  const goneNodes = operation.nodes.flatMap((ref) => model.nodes.get(ref) ?? []);
  const goneRefs = new Set(goneNodes.map((node) => node.ref));
  const asked = new Set(operation.links);
  const goneLinks = [...model.links.values()].filter((link) => asked.has(link.id) || goneRefs.has(link.from) || goneRefs.has(link.to));
  const gone = [...goneRefs, ...goneLinks.map((link) => link.id)];
  const keptNodes = new Map(model.nodes);
  const keptPlaces = new Map(model.positions);
  const keptLinks = new Map(model.links);
  for (const id of gone) {
    keptNodes.delete(id);
    keptPlaces.delete(id);
    keptLinks.delete(id);
  }
  return {
    model: {
      ...model,
      nodes: keptNodes,
      positions: keptPlaces,
      links: keptLinks,
      pinned: withItems(model.pinned, gone, false),
      disabled: withItems(model.disabled, gone, false),
    },
    inverse: {
      type: "add",
      nodes: goneNodes,
      positions: packPositions(goneNodes.map((node) => model.positions.get(node.ref)!)),
      links: goneLinks,
      pinned: gone.filter((id) => model.pinned.has(id)),
      disabled: gone.filter((id) => model.disabled.has(id)),
    },
  };
}

function moveNodes(model: ChartModel, { refs, positions }: MoveOperation): Applied {
  const places = new Map(model.positions);
  const moved: string[] = [];
  const before: Position[] = [];
  refs.forEach((ref, i) => {
    const old = places.get(ref);
    if (old === undefined) return;
    moved.push(ref);
    before.push(old);
    places.set(ref, placeAt(positions, i));
  });
  // Taken back in reverse, so that a node named twice ends where it began.
  return {
    model: { ...model, positions: places },
    inverse: { type: "move", refs: moved.reverse(), positions: packPositions(before.reverse()) },
  };
}

const switchField = { disable: "disabled", pin: "pinned" } as const;

function switchItems(model: ChartModel, { type, ids, on }: SwitchOperation): Applied {
  const field = switchField[type];
  const changed = [...new Set(ids)].filter((id) => (model.nodes.has(id) || model.links.has(id)) && model[field].has(id) !== on);
  return { model: { ...model, [field]: withItems(model[field], changed, on) }, inverse: { type, ids: changed, on: !on } };
}

const changeFilter = (model: ChartModel, { filter }: FilterOperation): Applied => ({
  model: { ...model, filter },
  inverse: { type: "filter", filter: model.filter },
});

function putPart(model: ChartModel, { part, id, value }: PutOperation): Applied {
  const items: ReadonlyMap<string, unknown> = model[part];
  const next = new Map(items);
  if (value === null) next.delete(id);
  else next.set(id, value);
  const before = (items.get(id) ?? null) as PutOperation["value"];
  return { model: { ...model, [part]: next }, inverse: { type: "put", part, id, value: before } };
}

const changeArrangement = (model: ChartModel, { arrangement }: ArrangeOperation): Applied => ({
  model: { ...model, arrangement },
  inverse: { type: "arrange", arrangement: model.arrangement },
});

type Apply = { readonly [Type in Operation["type"]]: (model: ChartModel, operation: Extract<Operation, { type: Type }>) => Applied };

const registry = {
  add: addElements,
  remove: removeElements,
  move: moveNodes,
  disable: switchItems,
  pin: switchItems,
  filter: changeFilter,
  put: putPart,
  arrange: changeArrangement,
} as unknown as Apply;

export function applyOperation(model: ChartModel, operation: Operation): Applied {
  const apply = registry[operation.type] as (model: ChartModel, operation: Operation) => Applied;
  return apply(model, operation);
}
