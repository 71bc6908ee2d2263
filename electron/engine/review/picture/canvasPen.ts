// A pen that draws on pixels (Skia).
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import type { Paint, Pen, TextPaint } from "./drawSvg.ts";

export const pixelFonts = { plain: "CaseweavePlain", bold: "CaseweaveBold" } as const;

const anchors = { start: "left", middle: "center", end: "right" } as const;

/** Shapes and icons of a kind are the same outline over and over, and every tile draws them again. */
const outlines = new Map<string, Path2D>();
const mostOutlines = 5000;

function pathOf(outline: string): Path2D {
  const known = outlines.get(outline);
  if (known !== undefined) return known;
  const path = new Path2D(outline);
  if (outlines.size < mostOutlines) outlines.set(outline, path);
  return path;
}

function drawPath(context: SKRSContext2D, outline: string, paint: Paint, opacity: number): void {
  const path = pathOf(outline);
  if (paint.fill !== null) {
    context.globalAlpha = opacity * paint.fillOpacity;
    context.fillStyle = paint.fill;
    context.fill(path);
  }
  if (paint.stroke === null) return;
  context.globalAlpha = opacity;
  Object.assign(context, { strokeStyle: paint.stroke, lineWidth: paint.width, lineCap: paint.cap, lineJoin: paint.join });
  context.setLineDash([...paint.dashes]);
  context.stroke(path);
}

function drawText(context: SKRSContext2D, words: string, x: number, y: number, paint: TextPaint): void {
  context.font = `${paint.size}px ${paint.isBold ? pixelFonts.bold : pixelFonts.plain}`;
  context.textAlign = anchors[paint.anchor];
  context.textBaseline = "alphabetic";
  if (paint.halo !== null) {
    Object.assign(context, { strokeStyle: paint.halo.colour, lineWidth: paint.halo.width, lineJoin: "round" });
    context.setLineDash([]);
    context.strokeText(words, x, y);
  }
  context.fillStyle = paint.fill;
  context.fillText(words, x, y);
}

export function createCanvasPen(context: SKRSContext2D): Pen {
  const opacities = [1];
  return {
    push: ({ x, y, scale }, opacity) => {
      context.save();
      context.translate(x, y);
      context.scale(scale, scale);
      opacities.push(opacities.at(-1)! * opacity);
    },
    pop: () => {
      context.restore();
      opacities.pop();
    },
    path: (outline, paint) => drawPath(context, outline, paint, opacities.at(-1)!),
    text: (words, x, y, paint) => {
      if (words === "") return;
      context.globalAlpha = opacities.at(-1)!;
      drawText(context, words, x, y, paint);
    },
  };
}
