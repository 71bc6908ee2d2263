// From the model to what is drawn, stage by stage; without an arrangement it is the model itself.
import type { ChartModel } from "../graphModel.ts";
import { collapseGroups } from "./collapseGroups.ts";
import { combineLinks } from "./combineLinks.ts";
import { condenseChains } from "./condenseChains.ts";
import type { Drawn, DrawStep } from "./drawn.ts";
import { hideLeaves } from "./hideLeaves.ts";
import { mergeRecords } from "./mergeRecords.ts";

const drawSteps: readonly DrawStep[] = [collapseGroups, mergeRecords, hideLeaves, condenseChains, combineLinks];

const cache = new WeakMap<ChartModel, Drawn>();

/** The same answer for the same model, so that every controller and the exporters see one picture. */
export function drawnOf(model: ChartModel): Drawn {
  const known = cache.get(model);
  if (known !== undefined) return known;
  const { nodes, positions, links } = model;
  const drawn = drawSteps.reduce<Drawn>((before, step) => step(before, model), { nodes, positions, links, standsFor: new Map() });
  cache.set(model, drawn);
  return drawn;
}
