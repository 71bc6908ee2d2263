// What the canvas draws: the model as it is arranged, and while a snapshot is held against it what has gone since then, where it stood.
import { useMemo } from "react";
import type { Drawn } from "../../../shared/chart/drawn/drawn.ts";
import { drawnOf } from "../../../shared/chart/drawn/index.ts";
import type { ChartModel } from "../../../shared/chart/graphModel.ts";
import { useChart } from "../../state/chart.ts";

export function withGone(drawn: Drawn, model: ChartModel, before: ChartModel): Drawn {
  const nodes = new Map(drawn.nodes);
  const positions = new Map(drawn.positions);
  for (const node of before.nodes.values()) {
    if (model.nodes.has(node.ref)) continue;
    nodes.set(node.ref, node);
    positions.set(node.ref, before.positions.get(node.ref)!);
  }
  const gone = [...before.links.values()].filter((link) => !model.links.has(link.id) && nodes.has(link.from) && nodes.has(link.to));
  const links = new Map([...drawn.links, ...gone.map((link) => [link.id, link] as const)]);
  return { ...drawn, nodes, positions, links };
}

export function useDrawn(): Drawn {
  const model = useChart((state) => state.chart.model);
  const before = useChart((state) => state.comparison?.before ?? null);
  return useMemo(() => (before === null ? drawnOf(model) : withGone(drawnOf(model), model, before)), [model, before]);
}
