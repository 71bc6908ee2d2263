// A slide as PresentationML (ECMA-376): nodes as shapes, links as connectors that hold on to them, text as text. 1 px of the wall is half a point.
import { iconOf } from "../../../../../shared/chart/chartTheme.ts";
import { shapeOf } from "../../../../../shared/chart/kindShapes.ts";
import { paperTheme } from "../../../../../shared/chart/paperTheme.ts";
import { escapeXml } from "../../../../../shared/chart/xmlText.ts";
import { captionWidth, type Deck, lookOfDeck, type Slide, sourceSize } from "../../../../../shared/review/stage/deck.ts";
import { coloursOfNode } from "../../../../../shared/review/stage/stageGlyph.ts";
import { type Box, partLookOf, type StageLook, stageSizes, textWidth } from "../../../../../shared/review/stage/stageLook.ts";
import type { StageLink, StageNode } from "../../../../../shared/review/stage/stageShapes.ts";
import { bodyShapes } from "./bodyXml.ts";
import { iconGeometry } from "./iconGeometry.ts";
import { namespaces, pptxDeclaration } from "./presentationParts.ts";

/** English metric units in a px of the wall. */
export const emu = 6350;
const hundredths = 50; // of a point in a px

const whole = (value: number): number => Math.round(value * emu);
const colour = (hex: string): string => `<a:solidFill><a:srgbClr val="${hex.slice(1)}"/></a:solidFill>`;
const place = ({ x, y, width, height }: Box, more = ""): string =>
  `<a:xfrm${more}><a:off x="${whole(x)}" y="${whole(y)}"/><a:ext cx="${whole(width)}" cy="${whole(height)}"/></a:xfrm>`;

interface TextFacts {
  readonly size: number;
  readonly colour: string;
  readonly isBold?: boolean;
  readonly align?: "l" | "ctr" | "r";
}

function runs(lines: readonly string[], { size, colour: ink, isBold = false, align = "l" }: TextFacts): string {
  const style = `<a:rPr lang="zh-CN" sz="${size * hundredths}" b="${isBold ? 1 : 0}">${colour(ink)}<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/></a:rPr>`;
  return lines.map((line) => `<a:p><a:pPr algn="${align}"/><a:r>${style}<a:t>${escapeXml(line)}</a:t></a:r></a:p>`).join("");
}

const body = (paragraphs: string, anchor = "t"): string =>
  `<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphs}</p:txBody>`;

interface ShapeFacts {
  readonly id: number;
  readonly name: string;
  readonly box: Box;
  readonly geometry: string;
  readonly fill: string;
  readonly line?: string;
  readonly text?: string;
  readonly isText?: boolean;
}

const shape = ({ id, name, box, geometry, fill, line = "<a:ln><a:noFill/></a:ln>", text = "", isText = false }: ShapeFacts): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/><p:cNvSpPr${isText ? ' txBox="1"' : ""}/><p:nvPr/></p:nvSpPr><p:spPr>${place(box)}${geometry}${fill}${line}</p:spPr>${text === "" ? body("<a:p/>") : text}</p:sp>`;

const preset = (name: string, adjust = ""): string => `<a:prstGeom prst="${name}"><a:avLst>${adjust}</a:avLst></a:prstGeom>`;
const rectangle = preset("rect");

function textBox(id: number, name: string, box: Box, lines: readonly string[], facts: TextFacts): string {
  return lines.length === 0
    ? ""
    : shape({ id, name, box, geometry: rectangle, fill: "<a:noFill/>", text: body(runs(lines, facts)), isText: true });
}

/** Presets for our outlines. */
const outlines = {
  "round-rectangle": { geometry: preset("roundRect", '<a:gd name="adj" fmla="val 18000"/>') },
  ellipse: { geometry: preset("ellipse") },
  octagon: { geometry: preset("octagon") },
  hexagon: { geometry: preset("hexagon") },
  pentagon: { geometry: preset("pentagon") },
  diamond: { geometry: preset("diamond") },
} as const;

const line = (hex: string, width: number, more = ""): string => `<a:ln w="${whole(width)}">${colour(hex)}${more}</a:ln>`;

/** Ids on a slide: fixed parts first, then panels, links, and three shapes a node. */
const firstId = 20;
const firstBodyId = 10;

export function slideXml(slide: Slide, deck: Deck): string {
  const look = lookOfDeck(deck);
  const { panels, links, nodes } = slide.drawing;
  const panelId = (i: number) => firstId + 2 * i;
  const nodeId = (id: number) => firstId + 2 * panels.length + 4 * id;
  const linkId = (i: number) => nodeId(nodes.length) + i;
  const parts = [
    ...headShapes(slide, deck, look),
    ...(slide.body === undefined ? [] : bodyShapes(slide.body, firstBodyId, look)),
    ...panels.flatMap((panel, i) => {
      const { panel: fill, edge, text } = partLookOf(look, panel.part);
      const box = { x: panel.textX - 900, y: panel.textY - 38, width: 900, height: 46 };
      return [
        shape({
          id: panelId(i),
          name: `Part ${panel.part + 1}`,
          box: panel,
          geometry: preset("roundRect", '<a:gd name="adj" fmla="val 5000"/>'),
          fill: colour(fill),
          line: line(edge, 3),
        }),
        textBox(panelId(i) + 1, `Part ${panel.part + 1} text`, box, [panel.text], {
          size: stageSizes.panel,
          colour: text,
          isBold: true,
          align: "r",
        }),
      ];
    }),
    ...links.map((link, i) => connector(link, linkId(i), nodeId, look)),
    ...nodes.flatMap((node) => nodeShapes(node, nodeId(node.id), look)),
  ];
  return `${pptxDeclaration}<p:sld ${namespaces}><p:cSld><p:bg><p:bgPr>${colour(look.ground)}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${parts.join("")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

function headShapes(slide: Slide, deck: Deck, look: StageLook): readonly string[] {
  const captionHeight = 62 * slide.caption.length;
  const second = { colour: look.textSecond };
  const { number, caption, line: under, head, sources } = slide;
  return [
    textBox(2, "Caption", { x: 56, y: 34, width: captionWidth, height: captionHeight }, caption, {
      size: stageSizes.caption,
      colour: look.text,
      isBold: true,
    }),
    textBox(3, "Line", { x: 56, y: 44 + captionHeight, width: captionWidth, height: 46 * under.length }, under, {
      size: stageSizes.line,
      ...second,
    }),
    textBox(4, "Head", { x: 1464, y: 38, width: 400, height: 84 }, head, { size: 26, align: "r", ...second }),
    textBox(5, "Sources", { x: 56, y: 900, width: 1808, height: 27 * sources.length }, sources, { size: sourceSize, ...second }),
    textBox(6, "Footer", { x: 56, y: 1038, width: 1600, height: 24 }, [deck.footer], { size: 18, ...second }),
    textBox(7, "Number", { x: 1664, y: 1036, width: 200, height: 26 }, [`${number} / ${deck.slides.length}`], {
      size: 20,
      align: "r",
      ...second,
    }),
  ];
}

const around = ({ x, y }: StageNode, width: number, height = width): Box => ({ x: x - width / 2, y: y - height / 2, width, height });

function iconShape(node: StageNode, id: number, ink: string): string {
  const side = Math.min(node.width, node.height) * (node.kind === "account" ? 0.78 : 0.58);
  return shape({
    id,
    name: `${nameOf(node)} icon`,
    box: around(node, side),
    geometry: iconGeometry(iconOf(paperTheme, node.kind, node.subtype)),
    fill: "<a:noFill/>",
    line: `<a:ln w="${whole((side / 24) * 2.2)}" cap="rnd">${colour(ink)}<a:round/></a:ln>`,
  });
}

const nameOf = ({ lines, kind }: StageNode): string => lines[0] ?? kind;

function nodeShapes(node: StageNode, id: number, look: StageLook): readonly string[] {
  const { geometry } = outlines[shapeOf(node.kind).outline];
  const { fill, ink } = node.isFaded ? { fill: look.link, ink: look.ground } : coloursOfNode(node, look);
  const name = nameOf(node);
  const width = Math.max(...node.lines.map((words) => textWidth(words, stageSizes.label)), 1) + 40;
  const below = { x: node.x - width / 2, y: node.y + node.height / 2 + 6, width, height: node.lines.length * stageSizes.label * 1.2 };
  const isBold = node.kind === "case" || node.isHighlighted;
  const body = { id, name, box: around(node, node.width, node.height), geometry };
  const halo = {
    id: id + 3,
    name: `${name} halo`,
    box: around(node, 2 * node.width * 0.78),
    geometry: preset("ellipse"),
    fill: colour(look.halo),
  };
  return [
    node.isHighlighted && !node.isOff ? shape(halo) : "",
    node.isOff
      ? shape({ ...body, fill: colour(look.ground), line: line(look.off, 4, '<a:prstDash val="sysDot"/>') })
      : shape({ ...body, fill: colour(fill) }),
    iconShape(node, id + 1, node.isOff ? look.off : ink),
    textBox(id + 2, `${name} label`, below, node.lines, { size: stageSizes.label, colour: look.text, isBold, align: "ctr" }),
  ];
}

/** Ends are where the picture has them; the shapes that they belong to are named, so that the line follows when one is moved. */
function connector(link: StageLink, id: number, nodeId: (id: number) => number, look: StageLook): string {
  const { start, end, from, to } = link;
  const box = {
    x: Math.min(start.x, end.x),
    y: Math.min(start.y, end.y),
    width: Math.abs(end.x - start.x),
    height: Math.abs(end.y - start.y),
  };
  const flips = `${end.x < start.x ? ' flipH="1"' : ""}${end.y < start.y ? ' flipV="1"' : ""}`;
  const dash = link.isOff ? '<a:prstDash val="sysDot"/>' : link.isDashed ? '<a:prstDash val="dash"/>' : "";
  const ink = line(
    link.isOff ? look.off : look.link,
    link.isOff ? 3 : link.width,
    `${dash}${link.hasArrow ? '<a:tailEnd type="triangle"/>' : ""}`,
  );
  const site = (dx: number, dy: number): number => (Math.abs(dx) > Math.abs(dy) ? (dx < 0 ? 1 : 3) : dy < 0 ? 0 : 2);
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Link ${id}"/><p:cNvCxnSpPr><a:stCxn id="${nodeId(from)}" idx="${site(dx, dy)}"/><a:endCxn id="${nodeId(to)}" idx="${site(-dx, -dy)}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${place(box, flips)}${preset("line")}${ink}</p:spPr></p:cxnSp>`;
}
