// The data that a canvas element carries: everything the style rules ask for, worked out once when facts, masking or language change.
import type { ChartLink } from "./elements.ts";
import type { ShownNode } from "./graphModel.ts";
import { shapeOf } from "./kindShapes.ts";
import { type LinkWords, linkLabel, type Mask, nodeLabel } from "./labels.ts";
import { familyOf, hasArrow, type LinkFamily, linkWidth } from "./linkLook.ts";

export interface NodeData {
  readonly id: string;
  readonly kind: string;
  /** Picks the icon: the subtype where it has one of its own, else the kind. */
  readonly icon: string;
  readonly first: string;
  readonly both: string;
  readonly outline: string;
  /** How many records the node stands for; "" for one. */
  readonly records: string;
}

export interface LinkData {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly family: LinkFamily;
  readonly width: number;
  readonly arrow: "triangle" | "none";
  readonly label: string;
}

export interface LabelContext {
  readonly mask: Mask;
  readonly words: LinkWords;
  readonly date: (at: number) => string;
  readonly subtypesWithIcon: ReadonlySet<string>;
}

export function nodeData(node: ShownNode, context: LabelContext): NodeData {
  const { first, second } = nodeLabel(node, context.mask, context.words.tenThousand);
  return {
    id: node.ref,
    kind: node.kind,
    icon: context.subtypesWithIcon.has(node.subtype) ? node.subtype : node.kind,
    first,
    both: second === "" ? first : `${first}\n${second}`,
    outline: shapeOf(node.kind).outline,
    records: String(node.records?.length ?? ""),
  };
}

export const linkData = (link: ChartLink, context: LabelContext): LinkData => ({
  id: link.id,
  source: link.from,
  target: link.to,
  family: familyOf(link.kind),
  width: linkWidth(link),
  arrow: hasArrow(link) ? "triangle" : "none",
  label: linkLabel(link, context.words, context.date),
});
