// The panels behind the parts of a series: one around each part where they stand apart, none where they would cover each other (colour tells it then).
import type { ChartNode } from "../../chart/elements.ts";
import { lossOf } from "./sceneLabels.ts";
import { type Box, stageSizes, textWidth } from "./stageLook.ts";
import { labelBox, meet, type StageLink, type StageNode } from "./stageShapes.ts";

export interface Part {
  readonly part: number;
  readonly cases: readonly StageNode[];
  readonly facts: readonly ChartNode[];
}

export interface StagePanel extends Box {
  readonly part: number;
  /** `9 案 · 128.6 万元`, and where its right end stands. */
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
}

const padding = 24;
const footHeight = 56;

function around(nodes: readonly StageNode[]): Box {
  const boxes = nodes.flatMap((node) => [
    { x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height },
    ...(node.lines.length === 0 ? [] : [labelBox(node)]),
  ]);
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: left - padding, y: top - padding, width: right - left + 2 * padding, height: bottom - top + padding + footHeight };
}

/** Identifiers that only cases of one part share stand on its panel. */
function owned({ part, cases }: Part, nodes: readonly StageNode[], links: readonly StageLink[]): readonly StageNode[] {
  const own = new Set(cases.map(({ id }) => id));
  const others = nodes.filter((node) => node.part === null && !node.isOff && !node.isFaded);
  const isOwned = ({ id }: StageNode): boolean => {
    const ends = links.flatMap(({ from, to, isOff }) => (isOff ? [] : from === id ? [to] : to === id ? [from] : []));
    const parts = new Set(ends.map((end) => nodes[end]!.part).filter((one) => one !== null));
    return parts.size === 1 && parts.has(part) && ends.some((end) => own.has(end));
  };
  return others.filter(isOwned);
}

const least = 2;

export function panelsOf(
  parts: readonly Part[],
  nodes: readonly StageNode[],
  links: readonly StageLink[],
  text: (cases: number, loss: number | null) => string,
): readonly StagePanel[] {
  const panels = parts
    .filter(({ cases }) => cases.length >= least)
    .map((one): StagePanel => {
      const box = around([...one.cases, ...owned(one, nodes, links)]);
      const words = text(one.cases.length, lossOf(one.facts));
      const width = Math.max(box.width, textWidth(words, stageSizes.panel) + 2 * padding);
      return { ...box, width, part: one.part, text: words, textX: box.x + width - padding, textY: box.y + box.height - 20 };
    });
  const strangers = (panel: StagePanel) =>
    nodes.some((node) => node.part !== null && node.part !== panel.part && meet(panel, { x: node.x, y: node.y, width: 1, height: 1 }));
  const isApart = panels.every((panel, i) => panels.every((other, j) => i === j || !meet(panel, other)) && !strangers(panel));
  return isApart ? panels : [];
}
