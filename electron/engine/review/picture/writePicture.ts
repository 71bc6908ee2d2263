// A picture as PNG up to 200 megapixels: drawn tile by tile, so that the memory is that of one band, whatever the size.

import { readFileSync } from "node:fs";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { createCanvasPen, pixelFonts } from "./canvasPen.ts";
import { drawSvg } from "./drawSvg.ts";
import { fontPath } from "./fonts.ts";
import { writePng } from "./pngFile.ts";
import { readSvg, type SvgElement } from "./readSvg.ts";

export const mostPixels = 200_000_000;
/** Sides of a tile: Skia's own limit is 32,767. */
const tileWidth = 8192;
const tileHeight = 1024;

let isReady = false;

function registerFonts(): void {
  if (isReady) return;
  GlobalFonts.register(readFileSync(fontPath("plain")), pixelFonts.plain);
  GlobalFonts.register(readFileSync(fontPath("bold")), pixelFonts.bold);
  isReady = true;
}

interface Sizes {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Three bytes a pixel of one tile into the band. */
function copyTile(pixels: Uint8ClampedArray, band: Uint8Array, left: number, width: number, rows: number, whole: number): void {
  for (let y = 0; y < rows; y++) {
    let to = (y * whole + left) * 3;
    let from = y * width * 4;
    for (let x = 0; x < width; x++, from += 4) {
      band[to++] = pixels[from]!;
      band[to++] = pixels[from + 1]!;
      band[to++] = pixels[from + 2]!;
    }
  }
}

function drawBand(root: SvgElement, top: number, { width, height, scale }: Sizes): Uint8Array {
  const rows = Math.min(tileHeight, height - top);
  const band = new Uint8Array(width * rows * 3);
  for (let left = 0; left < width; left += tileWidth) {
    const columns = Math.min(tileWidth, width - left);
    const canvas = createCanvas(columns, rows);
    const context = canvas.getContext("2d");
    context.fillStyle = "#FFFFFF";
    context.fillRect(0, 0, columns, rows);
    context.translate(-left, -top);
    context.scale(scale, scale);
    drawSvg(root, createCanvasPen(context));
    copyTile(context.getImageData(0, 0, columns, rows).data, band, left, columns, rows, width);
  }
  return band;
}

/** Pixels of a picture at a scale; refused beyond the limit, never made smaller unasked. */
export function pictureSize(root: SvgElement, scale: number): Sizes {
  const width = Math.max(1, Math.round(Number(root.attributes.width) * scale));
  const height = Math.max(1, Math.round(Number(root.attributes.height) * scale));
  if (width * height > mostPixels)
    throw new CaseweaveError("picture-too-large", {
      megapixels: Math.ceil((width * height) / 1e6),
      most: mostPixels / 1e6,
      scale: Math.floor(Math.sqrt(mostPixels / ((width / scale) * (height / scale))) * 10) / 10,
    });
  return { width, height, scale };
}

export async function writePicture(svg: string, scale: number, onBand?: (done: number, total: number) => void): Promise<Uint8Array> {
  registerFonts();
  const root = readSvg(svg);
  const sizes = pictureSize(root, scale);
  function* bands(): Iterable<Uint8Array> {
    for (let top = 0; top < sizes.height; top += tileHeight) {
      yield drawBand(root, top, sizes);
      onBand?.(Math.min(sizes.height, top + tileHeight), sizes.height);
    }
  }
  return await writePng(sizes.width, sizes.height, bands());
}
