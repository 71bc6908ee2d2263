// The glyph of a node on the wall as SVG text around (0, 0), in the colours of its part or kind.
import type { ChartTheme } from "../../chart/chartTheme.ts";
import { shapeOf } from "../../chart/kindShapes.ts";
import { paperTheme } from "../../chart/paperTheme.ts";
import { writeGlyph } from "../../chart/writeGlyph.ts";
import { element, number } from "../../chart/xmlText.ts";
import { partLookOf, type StageLook } from "./stageLook.ts";
import type { StageNode } from "./stageShapes.ts";

export interface GlyphColours {
  readonly fill: string;
  readonly ink: string;
}

export function coloursOfNode({ kind, part }: Pick<StageNode, "kind" | "part">, look: StageLook): GlyphColours {
  if (part === null) return { fill: look.fillOf(kind), ink: look.inkOf(kind) };
  const { fill, ink } = partLookOf(look, part);
  return { fill, ink };
}

/** Switched off: an empty outline of dots where it stood. */
export function stageGlyph(node: StageNode, look: StageLook): string {
  const { fill, ink } = node.isFaded ? { fill: look.link, ink: look.ground } : coloursOfNode(node, look);
  const colours = node.isOff ? { fill: look.ground, icon: look.off } : { fill, icon: ink };
  const theme: ChartTheme = { ...paperTheme, kinds: { ...paperTheme.kinds, [node.kind]: colours } };
  const scale = number(node.width / shapeOf(node.kind).width);
  const edge = node.isOff ? { stroke: look.off, "stroke-width": 1.6, "stroke-dasharray": "0.5 3", "stroke-linecap": "round" } : {};
  return element("g", { transform: `scale(${scale})`, ...edge }, writeGlyph(node.kind, node.subtype, theme, { fill: colours.fill }));
}
