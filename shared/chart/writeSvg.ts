// Writes a chart as one SVG text: shapes and icons of the kinds, links with arrows and dashes, labels with halo, title and legend. No canvas needed.
import type { ChartTheme } from "./chartTheme.ts";
import type { LookRule } from "./document.ts";
import { drawnOf } from "./drawn/index.ts";
import type { ChartModel, Position, ShownNode } from "./graphModel.ts";
import { shapeOf } from "./kindShapes.ts";
import { type Mask, nodeLabel } from "./labels.ts";
import { applyLooks, type Look } from "./looks/applyLooks.ts";
import { drawnLooks } from "./looks/drawnLooks.ts";
import type { MeasureValue } from "./looks/measures.ts";
import { mutedOpacity } from "./styleRules.ts";
import { writeGlyph } from "./writeGlyph.ts";
import { type Legend, writeLegend } from "./writeLegend.ts";
import { drawnLinks, writeLink } from "./writeLink.ts";
import { noteCorners, writeNotes } from "./writeNotes.ts";
import { attributes, element, escapeXml, number } from "./xmlText.ts";

export interface SvgOptions {
  readonly theme: ChartTheme;
  readonly mask: Mask;
  readonly title: string;
  /** One line under the title: when and from what. */
  readonly subtitle: string;
  readonly legend: Legend;
  /** Word for ten thousand, "" where money is not counted so. */
  readonly tenThousand: string;
  readonly isMuted: (node: ShownNode) => boolean;
  /** How a value that a rule puts into labels is told. */
  readonly valueText?: (rule: LookRule, value: MeasureValue) => string;
  /** A style sheet that brings the font along, "" where the reader has it. */
  readonly fontFace?: string;
}

const margin = 64;
const titleHeight = 64;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function frameOf(places: Iterable<Position>): Frame {
  const all = [...places];
  if (all.length === 0) return { left: 0, top: 0, width: 400, height: 200 };
  const xs = all.map((place) => place.x);
  const ys = all.map((place) => place.y);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  const left = least(xs) - margin;
  const top = least(ys) - margin;
  return { left, top, width: most(xs) - left + margin, height: most(ys) - top + margin + 24 };
}

export function writeSvg(whole: ChartModel, options: SvgOptions): string {
  const { theme } = options;
  const model = { ...whole, ...drawnOf(whole) };
  const frame = frameOf([...model.positions.values(), ...noteCorners(whole.notes.values())]);
  const width = Math.max(frame.width, options.legend.width + 2 * 24);
  const height = frame.height + titleHeight + options.legend.height;
  const rules = whole.arrangement.looks?.rules ?? [];
  const looks = drawnLooks(applyLooks(whole, rules, theme.looks), model);
  const labelRule = rules.findLast(({ trait }) => trait === "label");
  const links = drawnLinks(model, theme, options.isMuted, looks.links).map((link) => writeLink(link, theme));
  const nodes = [...model.nodes.values()]
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    .map((node) => writeNode(node, model, { ...options, labelRule }, looks.nodes.get(node.ref)));
  const shift = `translate(${number((width - frame.width) / 2 - frame.left)} ${number(titleHeight - frame.top)})`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes({ width: number(width), height: number(height), viewBox: `0 0 ${number(width)} ${number(height)}`, "font-family": theme.font, "font-size": theme.labelPixels })}>`,
    element("title", {}, escapeXml(options.title)),
    ...(options.fontFace ? [element("style", {}, options.fontFace)] : []),
    element("rect", { width: "100%", height: "100%", fill: theme.canvas }),
    element("text", { x: 24, y: 34, "font-size": 18, "font-weight": 600, fill: theme.text }, escapeXml(options.title)),
    element("text", { x: 24, y: 54, "font-size": 12, fill: theme.textSecond }, escapeXml(options.subtitle)),
    element("g", { transform: shift }, `\n${[...links, ...nodes, writeNotes(whole.notes.values(), theme)].join("\n")}\n`),
    element("g", { transform: `translate(24 ${number(height - options.legend.height)})` }, writeLegend(options.legend, theme)),
    "</svg>",
    "",
  ].join("\n");
}

interface NodeOptions extends SvgOptions {
  readonly labelRule: LookRule | undefined;
}

/** The last line of a label: what a rule puts there, else the fact of the entity. */
function lastLine(look: Look | undefined, { labelRule, valueText }: NodeOptions, fact: string): string {
  const told = labelRule === undefined || look?.value === undefined ? "" : (valueText?.(labelRule, look.value) ?? "");
  return told === "" ? fact : told;
}

function writeNode(node: ShownNode, model: ChartModel, options: NodeOptions, look: Look | undefined): string {
  const { theme, mask, isMuted, tenThousand } = options;
  const place = model.positions.get(node.ref)!;
  const muted = isMuted(node);
  const off = model.disabled.has(node.ref) || muted;
  const glyph = element(
    "g",
    { transform: `scale(${number(theme.nodeScale * (look?.size ?? 1))})`, "fill-opacity": node.ghost ? 0.25 : undefined },
    writeGlyph(node.kind, node.subtype, theme, { fill: off ? theme.fact : look?.colour, icon: look?.icon }),
  );
  const { height } = shapeOf(node.kind);
  const { first, second } = nodeLabel(node, mask, tenThousand);
  const lines = [first, lastLine(look, options, second)].filter((line) => line !== "");
  const text = lines.map((line, i) =>
    writeLabel(
      line,
      (height / 2) * theme.nodeScale * (look?.size ?? 1) + 4 + theme.labelPixels * (0.95 + 1.2 * i),
      node.kind === "case",
      theme,
    ),
  );
  return element(
    "g",
    {
      transform: `translate(${number(place.x)} ${number(place.y)})`,
      opacity: muted ? mutedOpacity : model.disabled.has(node.ref) ? 0.55 : undefined,
    },
    glyph + text.join(""),
  );
}

const writeLabel = (line: string, y: number, isBold: boolean, theme: ChartTheme): string =>
  element(
    "text",
    {
      y: number(y),
      "text-anchor": "middle",
      fill: theme.text,
      stroke: theme.canvas,
      "stroke-width": 2.5,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
      "font-weight": isBold ? 600 : undefined,
    },
    escapeXml(line),
  );
