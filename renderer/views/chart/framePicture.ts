// Puts title, date and legend round a picture of the chart, as the SVG has them: a picture alone says nothing to who was not there.
import type { ChartTheme } from "../../../shared/chart/chartTheme.ts";
import { type Legend, writeLegend } from "../../../shared/chart/writeLegend.ts";
import { CaseweaveError } from "../../../shared/errors.ts";

export interface PictureFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly legend: Legend;
  readonly theme: ChartTheme;
  /** Pixels of the picture for one of the chart. */
  readonly scale: number;
}

const margin = 24;
const titleHeight = 64;

async function legendPicture({ legend, theme, scale }: PictureFrame): Promise<HTMLImageElement> {
  const size = `width="${legend.width * scale}" height="${legend.height * scale}" viewBox="0 0 ${legend.width} ${legend.height}"`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family='${theme.font.replaceAll("'", '"')}'>${writeLegend(legend, theme)}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  return image;
}

function writeTitle(context: CanvasRenderingContext2D, { title, subtitle, theme, scale }: PictureFrame): void {
  context.fillStyle = theme.text;
  context.font = `600 ${18 * scale}px ${theme.font}`;
  context.fillText(title, margin * scale, 34 * scale);
  context.fillStyle = theme.textSecond;
  context.font = `${12 * scale}px ${theme.font}`;
  context.fillText(subtitle, margin * scale, 54 * scale);
}

export async function framePicture(picture: Blob, frame: PictureFrame): Promise<Blob> {
  const { legend, scale } = frame;
  const [chart, legendImage] = await Promise.all([createImageBitmap(picture), legendPicture(frame)]);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(chart.width, legend.width * scale) + 2 * margin * scale;
  canvas.height = chart.height + (titleHeight + margin + legend.height) * scale;
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  writeTitle(context, frame);
  context.drawImage(chart, (canvas.width - chart.width) / 2, titleHeight * scale);
  context.drawImage(legendImage, margin * scale, chart.height + (titleHeight + margin) * scale);
  chart.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new CaseweaveError("internal", { reason: "canvas" })) : resolve(blob)), "image/png"),
  );
}
