// What is different between two states of a chart: came, went, moved, switched; and how a snapshot is gone back to, as steps that can be undone.
import type { ChartModel, ShownNode } from "./graphModel.ts";
import { type Operation, type PartName, packPositions } from "./operations.ts";

export interface ChartDifference {
  readonly came: readonly ShownNode[];
  readonly went: readonly ShownNode[];
  readonly cameLinks: readonly string[];
  readonly wentLinks: readonly string[];
  readonly moved: readonly string[];
  /** Items on both that are switched off only now, and only then. */
  readonly switchedOff: readonly string[];
  readonly switchedOn: readonly string[];
  readonly parts: Readonly<
    Record<PartName, { readonly came: readonly string[]; readonly went: readonly string[]; readonly changed: readonly string[] }>
  >;
}

const missingIn = <T>(items: Iterable<T>, others: { has(item: T): boolean }): T[] => [...items].filter((item) => !others.has(item));

function compareParts(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) {
  const both = [...after.keys()].filter((id) => before.has(id));
  return {
    came: missingIn(after.keys(), before),
    went: missingIn(before.keys(), after),
    changed: both.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id))),
  };
}

const partNames: readonly PartName[] = ["drafts", "groups", "notes", "grades"];

export function compareCharts(before: ChartModel, after: ChartModel): ChartDifference {
  const isOnBoth = (id: string) => (before.nodes.has(id) && after.nodes.has(id)) || (before.links.has(id) && after.links.has(id));
  return {
    came: missingIn(after.nodes.keys(), before.nodes).map((ref) => after.nodes.get(ref)!),
    went: missingIn(before.nodes.keys(), after.nodes).map((ref) => before.nodes.get(ref)!),
    cameLinks: missingIn(after.links.keys(), before.links),
    wentLinks: missingIn(before.links.keys(), after.links),
    moved: [...after.positions].flatMap(([ref, { x, y }]) => {
      const old = before.positions.get(ref);
      return old !== undefined && (old.x !== x || old.y !== y) ? ref : [];
    }),
    switchedOff: missingIn(after.disabled, before.disabled).filter(isOnBoth),
    switchedOn: missingIn(before.disabled, after.disabled).filter(isOnBoth),
    parts: Object.fromEntries(
      partNames.map((part) => [part, compareParts(before[part], after[part])]),
    ) as unknown as ChartDifference["parts"],
  };
}

/** Nodes by kind, most first. */
export function countByKind(nodes: readonly ShownNode[]): readonly { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** Operations that turn one state into another. */
export function operationsBetween(from: ChartModel, to: ChartModel): readonly Operation[] {
  const gone = missingIn(from.nodes.keys(), to.nodes);
  const goneLinks = missingIn(from.links.keys(), to.links);
  const fresh = missingIn(to.nodes.keys(), from.nodes);
  const stay = [...to.nodes.keys()].filter((ref) => from.nodes.has(ref));
  const places = (refs: readonly string[]) => packPositions(refs.map((ref) => to.positions.get(ref)!));
  const puts = partNames.flatMap((part) => {
    const { came, went, changed } = compareParts(from[part], to[part]);
    return [...came, ...changed, ...went].map((id): Operation => ({ type: "put", part, id, value: to[part].get(id) ?? null }));
  });
  const switches = (["disabled", "pinned"] as const).flatMap((field): Operation[] => {
    const type = field === "disabled" ? "disable" : "pin";
    const before = new Set([...from[field]].filter((id) => (from.links.has(id) ? to.links.has(id) : to.nodes.has(id))));
    return [
      { type, ids: missingIn(to[field], before), on: true },
      { type, ids: missingIn(before, to[field]), on: false },
    ];
  });
  return [
    { type: "remove", nodes: gone, links: goneLinks },
    {
      ...{ type: "add" as const, nodes: fresh.map((ref) => to.nodes.get(ref)!), positions: places(fresh) },
      ...{ links: missingIn(to.links.keys(), from.links).map((id) => to.links.get(id)!), pinned: [], disabled: [] },
    },
    { type: "move", refs: stay, positions: places(stay) },
    ...switches,
    ...puts,
    { type: "filter", filter: to.filter },
    { type: "arrange", arrangement: to.arrangement },
  ];
}
