// One scene as shapes on the wall: nodes with labels, links, the panels of what a series consists of. Screen, slides and pages draw these.
import type { ChartElements, ChartLink } from "../../chart/elements.ts";
import { type ChartModel, fromDocument, type Position, type ShownNode } from "../../chart/graphModel.ts";
import { shapeOf } from "../../chart/kindShapes.ts";
import { hasArrow, linkWidth } from "../../chart/linkLook.ts";
import { isFaded } from "../../chart/muted.ts";
import type { Scene } from "../storyboard.ts";
import { type Room, roomOf } from "./arrangeScene.ts";
import { type Part, panelsOf, type StagePanel } from "./panels.ts";
import { type SceneWords, sceneLabel } from "./sceneLabels.ts";
import { type Box, canvasBox, sceneBox, stageSizes } from "./stageLook.ts";
import { labelBox, meet, type StageLink, type StageNode } from "./stageShapes.ts";

export interface StageDrawing {
  readonly box: Box;
  readonly nodes: readonly StageNode[];
  readonly links: readonly StageLink[];
  readonly panels: readonly StagePanel[];
  /** px of the wall for a unit of the places, and what is added to them. */
  readonly view: View;
}

export interface View {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

export interface DrawOptions {
  readonly words: SceneWords;
  /** Entities switched off on the wall, over those of the document. */
  readonly off?: ReadonlySet<string>;
  /** Parts of a series, case numbers each; null: the cases of the scene are one part. */
  readonly parts?: readonly (readonly string[])[] | null;
  readonly hasPanels: boolean;
  readonly panelText: (cases: number, loss: number | null) => string;
}

interface Placed {
  readonly node: ShownNode;
  readonly at: Position;
  readonly lines: readonly string[];
  readonly room: Room;
}

const mostScale = 1.3;

/** Fits the middles and the rooms around them, which do not grow with the scale. */
function fitView(placed: readonly Placed[], scene: Scene, box: Box): View {
  if (scene.camera !== null) {
    const { x, y, width, height } = scene.camera;
    const scale = Math.min(box.width / width, box.height / height);
    return { scale, dx: box.x + box.width / 2 - (x + width / 2) * scale, dy: box.y + box.height / 2 - (y + height / 2) * scale };
  }
  if (placed.length === 0) return { scale: 1, dx: 0, dy: 0 };
  const most = (of: (one: Placed) => number) => placed.reduce((top, one) => Math.max(top, of(one)), Number.NEGATIVE_INFINITY);
  const edges = (scale: number) => ({
    left: -most(({ at, room }) => room.left - at.x * scale),
    right: most(({ at, room }) => at.x * scale + room.right),
    top: -most(({ at, room }) => room.top - at.y * scale),
    bottom: most(({ at, room }) => at.y * scale + room.bottom),
  });
  const fits = (scale: number) => {
    const { left, right, top, bottom } = edges(scale);
    return right - left <= box.width && bottom - top <= box.height;
  };
  let [low, high] = [0.02, mostScale];
  for (let i = 0; i < 24 && !fits(high); i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  const scale = fits(high) ? high : low;
  const { left, right, top, bottom } = edges(scale);
  return { scale, dx: box.x + (box.width - left - right) / 2, dy: box.y + (box.height - top - bottom) / 2 };
}

const leastGlyph = 0.6;

export function drawScene(scene: Scene, elements: ChartElements, options: DrawOptions): StageDrawing {
  const model = fromDocument(scene.document, elements);
  const whole = canvasBox(scene.clues.length > 0);
  const box = sceneBox(scene.clues.length > 0, options.hasPanels);
  const placed = [...model.nodes.values()]
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    .map((node): Placed => {
      const lines = sceneLabel(node, options.words);
      return { node, at: model.positions.get(node.ref)!, lines, room: roomOf({ ref: node.ref, kind: node.kind, lines }) };
    });
  const view = fitView(placed, scene, box);
  const nodes = keepLabelsApart(
    placed.map((one, id) => stageNode(one, id, { scene, model, view, options })),
    box,
  );
  const index = new Map(nodes.map((node) => [node.ref, node]));
  const links = [...model.links.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((link) => stageLink(link, index, model, options));
  const panels = options.hasPanels ? panelsOf(partsIn(nodes, elements), nodes, links, options.panelText) : [];
  return { box: whole, nodes, links, panels, view };
}

const numberOf = (ref: string): string => ref.slice("case:".length);

interface NodeContext {
  readonly scene: Scene;
  readonly model: ChartModel;
  readonly view: View;
  readonly options: DrawOptions;
}

function stageNode({ node, at, lines }: Placed, id: number, { scene, model, view, options }: NodeContext): StageNode {
  const { width, height } = shapeOf(node.kind);
  const size = stageSizes.glyphScale * Math.max(leastGlyph, Math.min(1, view.scale));
  const parts = options.parts ?? null;
  const part =
    node.kind !== "case" || !options.hasPanels ? null : parts === null ? 0 : parts.findIndex((one) => one.includes(numberOf(node.ref)));
  return {
    id,
    ref: node.ref,
    kind: node.kind,
    subtype: node.subtype,
    x: Math.round(at.x * view.scale + view.dx),
    y: Math.round(at.y * view.scale + view.dy),
    width: width * size,
    height: height * size,
    lines,
    part: part === -1 ? null : part,
    isOff: model.disabled.has(node.ref) || options.off?.has(node.ref) === true,
    isFaded: isFaded(scene.document.filter, node),
    isHighlighted: scene.highlights.includes(node.ref),
  };
}

/** From the glyph's edge to the glyph's edge. */
function shorten(from: StageNode, to: StageNode): { readonly start: Position; readonly end: Position } {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const reach = ({ width, height }: StageNode) =>
    Math.min(width / 2 / Math.max(1e-6, Math.abs(ux)), height / 2 / Math.max(1e-6, Math.abs(uy)));
  const [a, b] = [Math.min(reach(from), length / 3), Math.min(reach(to), length / 3)];
  return { start: { x: from.x + ux * a, y: from.y + uy * a }, end: { x: to.x - ux * b, y: to.y - uy * b } };
}

function stageLink(link: ChartLink, nodes: ReadonlyMap<string, StageNode>, model: ChartModel, options: DrawOptions): readonly StageLink[] {
  const [from, to] = [nodes.get(link.from)!, nodes.get(link.to)!];
  if (from === to) return [];
  return [
    {
      id: link.id,
      from: from.id,
      to: to.id,
      ...shorten(from, to),
      width: Math.max(stageSizes.linkLeast, Math.round(linkWidth(link) * stageSizes.line1 * 10) / 10),
      isDashed: !link.confirmed,
      isOff: from.isOff || to.isOff || model.disabled.has(link.id) || options.off?.has(link.id) === true,
      isFaded: from.isFaded || to.isFaded,
      hasArrow: hasArrow(link),
    },
  ];
}

function partsIn(nodes: readonly StageNode[], { nodes: facts }: ChartElements): readonly Part[] {
  const known = new Map(facts.map((node) => [node.ref, node]));
  const members = Map.groupBy(
    nodes.filter(({ part }) => part !== null),
    ({ part }) => part!,
  );
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([part, cases]) => ({ part, cases, facts: cases.flatMap(({ ref }) => known.get(ref) ?? []) }));
}

/** What matters more keeps its label where two would cover each other. */
const weightOf = ({ isHighlighted, isOff, kind, isFaded: faded }: StageNode): number =>
  (isHighlighted ? 8 : 0) + (isOff ? 4 : 0) + (kind === "case" ? 2 : 1) - (faded ? 16 : 0);

const glyphBox = ({ x, y, width, height }: StageNode): Box => ({
  x: x - width / 2 + 6,
  y: y - height / 2 + 6,
  width: width - 12,
  height: height - 12,
});

function keepLabelsApart(nodes: readonly StageNode[], box: Box): readonly StageNode[] {
  const glyphs = nodes.map(glyphBox);
  const kept: Box[] = [];
  const bare = new Set<number>();
  for (const node of nodes.toSorted((a, b) => weightOf(b) - weightOf(a) || a.id - b.id)) {
    const label = labelBox(node);
    const covers = kept.some((other) => meet(label, other)) || glyphs.some((glyph, i) => i !== node.id && meet(label, glyph));
    if (node.isFaded || covers || !meet(label, box)) bare.add(node.id);
    else kept.push(label);
  }
  return nodes.map((node) => (bare.has(node.id) ? { ...node, lines: [] } : node));
}
