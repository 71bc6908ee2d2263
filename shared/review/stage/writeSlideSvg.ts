// A slide as SVG text of 1920 × 1080: pages of a PDF are drawn from it, letters stay letters.
import { paperFont } from "../../chart/paperTheme.ts";
import { element, escapeXml, number } from "../../chart/xmlText.ts";
import { bodySvg } from "./bodySvg.ts";
import { type Deck, lookOfDeck, type Slide, sourceSize } from "./deck.ts";
import type { StagePanel } from "./panels.ts";
import { stageGlyph } from "./stageGlyph.ts";
import { partLookOf, type StageLook, stageSizes, wall } from "./stageLook.ts";
import type { StageLink, StageNode } from "./stageShapes.ts";

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): string => element("text", { x: number(x), y: number(y), "font-size": size, fill, ...more }, escapeXml(words));

function panelSvg(panel: StagePanel, look: StageLook): string {
  const { panel: fill, edge, text: ink } = partLookOf(look, panel.part);
  const { x, y, width, height } = panel;
  const box = element("rect", {
    x: number(x),
    y: number(y),
    width: number(width),
    height: number(height),
    rx: 32,
    fill,
    stroke: edge,
    "stroke-width": 3,
  });
  return box + text(panel.text, panel.textX, panel.textY, stageSizes.panel, ink, { "font-weight": 600, "text-anchor": "end" });
}

export const dashOf = ({ isOff, isDashed, width }: Pick<StageLink, "isOff" | "isDashed" | "width">): string | undefined =>
  isOff ? "3 13" : isDashed ? `${width * 3} ${width * 2}` : undefined;

function linkSvg(link: StageLink, look: StageLook): string {
  const { start, end } = link;
  const length = Math.max(1, Math.hypot(end.x - start.x, end.y - start.y));
  const [ux, uy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const head = link.hasArrow ? 12 + link.width * 1.5 : 0;
  const neck = { x: end.x - ux * head, y: end.y - uy * head };
  const stroke = link.isOff ? look.off : look.link;
  const opacity = link.isFaded ? 0.28 : undefined;
  const width = link.isOff ? 3 : link.width;
  const line = { x1: number(start.x), y1: number(start.y), x2: number(neck.x), y2: number(neck.y), stroke, "stroke-width": width, opacity };
  const body = element("line", { ...line, "stroke-dasharray": dashOf(link) });
  if (!link.hasArrow) return body;
  const wing = head * 0.5;
  const corners = [end, { x: neck.x - uy * wing, y: neck.y + ux * wing }, { x: neck.x + uy * wing, y: neck.y - ux * wing }];
  return body + element("polygon", { points: corners.map(({ x, y }) => `${number(x)},${number(y)}`).join(" "), fill: stroke, opacity });
}

export const labelLine = (node: StageNode, line: number): number => node.height / 2 + 6 + stageSizes.label * (0.9 + 1.2 * line);

function nodeSvg(node: StageNode, look: StageLook): string {
  const halo = node.isHighlighted && !node.isOff ? element("circle", { r: number(node.width * 0.78), fill: look.halo }) : "";
  const lines = node.lines.map((line, i) =>
    text(line, 0, labelLine(node, i), stageSizes.label, look.text, {
      "text-anchor": "middle",
      "font-weight": node.kind === "case" || node.isHighlighted ? 600 : 400,
      stroke: look.ground,
      "stroke-width": 7,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    }),
  );
  const move = { transform: `translate(${node.x} ${node.y})`, opacity: node.isFaded ? 0.28 : undefined };
  return element("g", move, halo + stageGlyph(node, look) + lines.join(""));
}

export const captionTop = 84;
export const lineTop = (slide: Pick<Slide, "caption">): number => captionTop + 60 * (slide.caption.length - 1) + 62;

export function writeSlideSvg(slide: Slide, deck: Deck): string {
  const look = lookOfDeck(deck);
  const { panels, links, nodes } = slide.drawing;
  const right = { "text-anchor": "end" };
  const parts = [
    element("rect", { width: wall.width, height: wall.height, fill: look.ground }),
    ...slide.caption.map((line, i) => text(line, 56, captionTop + 60 * i, stageSizes.caption, look.text, { "font-weight": 600 })),
    ...slide.line.map((line, i) => text(line, 56, lineTop(slide) + 46 * i, stageSizes.line, look.textSecond)),
    ...slide.head.map((line, i) => text(line, 1864, 62 + 40 * i, 26, look.textSecond, right)),
    ...panels.map((panel) => panelSvg(panel, look)),
    ...links.map((link) => linkSvg(link, look)),
    ...nodes.map((node) => nodeSvg(node, look)),
    ...(slide.body === undefined ? [] : [bodySvg(slide.body, look)]),
    ...slide.sources.map((line, i) => text(line, 56, 918 + 27 * i, sourceSize, look.textSecond)),
    text(deck.footer, 56, 1054, 18, look.textSecond),
    text(`${slide.number} / ${deck.slides.length}`, 1864, 1054, 20, look.textSecond, right),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wall.width}" height="${wall.height}" viewBox="0 0 ${wall.width} ${wall.height}" font-family="${escapeXml(`"${paperFont}", sans-serif`)}">${parts.join("\n")}</svg>`;
}
