// Connected parts of a chart, and shelves to put their pictures on, the largest first.
import type { LayoutInput } from "./layoutInput.ts";
import { adjacencyOf } from "./layoutInput.ts";

/** Indices of each part, largest part first. */
export function componentsOf(input: LayoutInput): readonly (readonly number[])[] {
  const around = adjacencyOf(input);
  const seen = new Uint8Array(input.refs.length);
  const parts: number[][] = [];
  for (let start = 0; start < input.refs.length; start++) {
    if (seen[start] === 1) continue;
    const part = [start];
    seen[start] = 1;
    for (let head = 0; head < part.length; head++)
      for (const next of around[part[head]!]!) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        part.push(next);
      }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Top left corner of each box: rows as wide as a screen of this area, in the given order. */
export function packBoxes(boxes: readonly Box[], gap: number): readonly { readonly x: number; readonly y: number }[] {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
  const rowWidth = Math.max(Math.sqrt(area * 1.6), ...boxes.map((box) => box.width));
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return boxes.map((box) => {
    if (x > 0 && x + box.width > rowWidth) {
      x = 0;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    const corner = { x, y };
    x += box.width + gap;
    rowHeight = Math.max(rowHeight, box.height);
    return corner;
  });
}
