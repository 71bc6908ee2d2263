// The shapes of a scene: what is drawn of a node and of a link, and what room their labels take.
import type { Position } from "../../chart/graphModel.ts";
import { lineHeight, roomOf } from "./arrangeScene.ts";
import { type Box, stageSizes } from "./stageLook.ts";

export interface StageNode {
  /** Its number in the drawing: no key of anybody stands on the screen. */
  readonly id: number;
  readonly ref: string;
  readonly kind: string;
  readonly subtype: string;
  /** Middle, px of the wall. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Lines of its label; none where it would cover what matters more. */
  readonly lines: readonly string[];
  /** Number of the part of the series that it is a case of; null for all others. */
  readonly part: number | null;
  readonly isOff: boolean;
  readonly isFaded: boolean;
  readonly isHighlighted: boolean;
}

export interface StageLink {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly start: Position;
  readonly end: Position;
  readonly width: number;
  readonly isDashed: boolean;
  readonly isOff: boolean;
  readonly isFaded: boolean;
  readonly hasArrow: boolean;
}

export function labelBox(node: StageNode): Box {
  const room = roomOf(node, 0);
  const top = node.y + node.height / 2 + 4;
  return { x: node.x - room.left, y: top, width: 2 * room.left, height: node.lines.length * stageSizes.label * lineHeight };
}

export const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
