// A drawing between two: what stands on both moves in a straight line, what comes or goes does so at once.
import type { Position } from "../../../../shared/chart/graphModel.ts";
import type { StageDrawing } from "../../../../shared/review/stage/drawScene.ts";

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;
const mixPoint = (from: Position, to: Position, share: number): Position => ({ x: mix(from.x, to.x, share), y: mix(from.y, to.y, share) });

/** share: 0 at the first, 1 at the second. */
export function between(from: StageDrawing, to: StageDrawing, share: number): StageDrawing {
  const nodes = new Map(from.nodes.map((node) => [node.ref, node]));
  const links = new Map(from.links.map((link) => [link.id, link]));
  return {
    ...to,
    // Panels are drawn around what stands still.
    panels: share < 0.5 ? [] : to.panels,
    nodes: to.nodes.map((node) => {
      const before = nodes.get(node.ref);
      return before === undefined
        ? node
        : {
            ...node,
            ...mixPoint(before, node, share),
            width: mix(before.width, node.width, share),
            height: mix(before.height, node.height, share),
          };
    }),
    links: to.links.map((link) => {
      const before = links.get(link.id);
      return before === undefined
        ? link
        : { ...link, start: mixPoint(before.start, link.start, share), end: mixPoint(before.end, link.end, share) };
    }),
  };
}
