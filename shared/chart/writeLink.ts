// One link as SVG text: line, dashes, arrow head. Parallel links stand side by side.

import type { ChartTheme } from "./chartTheme.ts";
import type { ChartLink } from "./elements.ts";
import type { ChartModel, Position, ShownNode } from "./graphModel.ts";
import { shapeOf } from "./kindShapes.ts";
import { familyColour, familyOf, hasArrow, type LinkLine, linkLine, linkWidth } from "./linkLook.ts";
import type { Look } from "./looks/applyLooks.ts";
import { mutedOpacity } from "./styleRules.ts";
import { element, number } from "./xmlText.ts";

const dashes = { solid: undefined, dashed: "6 4", dotted: "1.5 4" } as const;
const parallelGap = 9;

export interface DrawnLink {
  readonly start: Position;
  readonly end: Position;
  readonly targetKind: string;
  readonly width: number;
  readonly colour: string;
  readonly line: LinkLine;
  readonly hasArrow: boolean;
  readonly isMuted: boolean;
}

const pairKey = (link: ChartLink): string => (link.from < link.to ? `${link.from}\n${link.to}` : `${link.to}\n${link.from}`);

/** Links in the order of their ids, parallel ones shifted apart. */
export function drawnLinks(
  model: ChartModel,
  theme: ChartTheme,
  isMuted: (node: ShownNode) => boolean,
  looks: ReadonlyMap<string, Look> = new Map(),
): readonly DrawnLink[] {
  const links = [...model.links.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const beside = Map.groupBy(links, pairKey);
  return links.flatMap((link) => {
    const group = beside.get(pairKey(link))!;
    const shift = (group.indexOf(link) - (group.length - 1) / 2) * parallelGap * (link.from < link.to ? 1 : -1);
    const ends = shifted(model.positions.get(link.from)!, model.positions.get(link.to)!, shift);
    if (ends === null) return [];
    const muted = [link.from, link.to].some((ref) => isMuted(model.nodes.get(ref)!));
    const isDisabled = [link.id, link.from, link.to].some((id) => model.disabled.has(id));
    return {
      ...ends,
      targetKind: model.nodes.get(link.to)!.kind,
      width: looks.get(link.id)?.width ?? linkWidth(link),
      colour: isDisabled || muted ? theme.fact : (looks.get(link.id)?.colour ?? familyColour(theme, familyOf(link.kind))),
      line: linkLine(link, isDisabled),
      hasArrow: hasArrow(link),
      isMuted: muted,
    };
  });
}

/** Both ends moved sideways; null where they are one point. */
function shifted(start: Position, end: Position, shift: number): { readonly start: Position; readonly end: Position } | null {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length < 1) return null;
  const dx = (-(end.y - start.y) / length) * shift;
  const dy = ((end.x - start.x) / length) * shift;
  return { start: { x: start.x + dx, y: start.y + dy }, end: { x: end.x + dx, y: end.y + dy } };
}

export function writeLink(link: DrawnLink, theme: ChartTheme): string {
  const { start, end, colour } = link;
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const unit = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const gap = Math.min(length / 2, reach(link.targetKind, unit) * theme.nodeScale + 1);
  const tip = { x: end.x - unit.x * gap, y: end.y - unit.y * gap };
  const side = 4 + link.width * 1.1;
  const neck = link.hasArrow ? { x: tip.x - unit.x * side * 1.5, y: tip.y - unit.y * side * 1.5 } : tip;
  const opacity = link.isMuted ? mutedOpacity : undefined;
  const line = element("line", {
    x1: number(start.x),
    y1: number(start.y),
    x2: number(neck.x),
    y2: number(neck.y),
    stroke: colour,
    "stroke-width": link.width,
    "stroke-dasharray": dashes[link.line],
    opacity,
  });
  if (!link.hasArrow) return line;
  const wing = side * 0.7;
  const corners = [tip, { x: neck.x - unit.y * wing, y: neck.y + unit.x * wing }, { x: neck.x + unit.y * wing, y: neck.y - unit.x * wing }];
  return (
    line +
    element("polygon", { points: corners.map((corner) => `${number(corner.x)},${number(corner.y)}`).join(" "), fill: colour, opacity })
  );
}

/** From the middle of a node to its edge in a direction, near enough for an arrow head. */
function reach(kind: string, unit: Position): number {
  const { width, height, outline } = shapeOf(kind);
  if (outline !== "round-rectangle") return Math.max(width, height) / 2;
  return Math.min(width / 2 / Math.max(1e-6, Math.abs(unit.x)), height / 2 / Math.max(1e-6, Math.abs(unit.y)));
}
