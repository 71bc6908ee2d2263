// Walks one of our SVG trees and draws it with a pen: pages of a PDF and tiles of a picture differ in the pen only.
import type { SvgElement } from "./readSvg.ts";

export interface Paint {
  /** null: none. */
  readonly fill: string | null;
  readonly fillOpacity: number;
  readonly stroke: string | null;
  readonly width: number;
  readonly dashes: readonly number[];
  readonly cap: "butt" | "round";
  readonly join: "miter" | "round";
}

export interface TextPaint {
  readonly size: number;
  readonly isBold: boolean;
  readonly anchor: "start" | "middle" | "end";
  readonly fill: string;
  /** A line round the letters, drawn under them. */
  readonly halo: { readonly colour: string; readonly width: number } | null;
}

export interface Pen {
  /** Everything until `pop` is moved, scaled and faded. */
  push(move: { readonly x: number; readonly y: number; readonly scale: number }, opacity: number): void;
  pop(): void;
  /** An outline in SVG path language. */
  path(outline: string, paint: Paint): void;
  /** (x, y) is on the base line. */
  text(words: string, x: number, y: number, paint: TextPaint): void;
}

type Attributes = SvgElement["attributes"];

const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "text-anchor",
];

const numberOf = (attributes: Attributes, name: string, other = 0): number => {
  const value = Number.parseFloat(attributes[name] ?? "");
  return Number.isNaN(value) ? other : value;
};

const colourOf = (value: string | undefined): string | null => (value === undefined || value === "none" ? null : value);

const paintOf = (style: Attributes): Paint => ({
  fill: colourOf(style.fill ?? "#000000"),
  fillOpacity: numberOf(style, "fill-opacity", 1),
  stroke: colourOf(style.stroke),
  width: numberOf(style, "stroke-width", 1),
  dashes: (style["stroke-dasharray"] ?? "")
    .split(/[ ,]+/)
    .filter((part) => part !== "")
    .map(Number),
  cap: style["stroke-linecap"] === "round" ? "round" : "butt",
  join: style["stroke-linejoin"] === "round" ? "round" : "miter",
});

const ellipse = (x: number, y: number, rx: number, ry: number): string =>
  `M${x - rx} ${y}A${rx} ${ry} 0 1 0 ${x + rx} ${y}A${rx} ${ry} 0 1 0 ${x - rx} ${y}Z`;

function roundRect(x: number, y: number, width: number, height: number, radius: number): string {
  if (radius <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const r = Math.min(radius, width / 2, height / 2);
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const lengthOf = (value: string | undefined, whole: number): number =>
  value?.endsWith("%") ? (whole * Number.parseFloat(value)) / 100 : Number.parseFloat(value ?? "0");

/** Shapes as outlines. */
const outlines: Readonly<Record<string, (a: Attributes, size: Size) => string>> = {
  path: (a) => a.d ?? "",
  line: (a) => `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`,
  polygon: (a) => `M${(a.points ?? "").trim().split(/\s+/).join("L")}Z`,
  polyline: (a) => `M${(a.points ?? "").trim().split(/\s+/).join("L")}`,
  circle: (a) => ellipse(numberOf(a, "cx"), numberOf(a, "cy"), numberOf(a, "r"), numberOf(a, "r")),
  ellipse: (a) => ellipse(numberOf(a, "cx"), numberOf(a, "cy"), numberOf(a, "rx"), numberOf(a, "ry")),
  rect: (a, size) =>
    roundRect(numberOf(a, "x"), numberOf(a, "y"), lengthOf(a.width, size.width), lengthOf(a.height, size.height), numberOf(a, "rx")),
};

function moveOf(transform: string | undefined): { x: number; y: number; scale: number } {
  const move = /translate\(([-\d.e]+)[ ,]*([-\d.e]*)\)/.exec(transform ?? "");
  const scale = /scale\(([-\d.e]+)\)/.exec(transform ?? "");
  return { x: Number(move?.[1] ?? 0), y: Number(move?.[2] || 0), scale: Number(scale?.[1] ?? 1) };
}

function writeText(element: SvgElement, style: Attributes, pen: Pen): void {
  const { attributes: a, text } = element;
  const anchor = style["text-anchor"];
  const halo = colourOf(a.stroke);
  pen.text(text, numberOf(a, "x"), numberOf(a, "y"), {
    size: numberOf(style, "font-size", 12),
    isBold: numberOf(style, "font-weight", 400) >= 600,
    anchor: anchor === "middle" || anchor === "end" ? anchor : "start",
    fill: style.fill ?? "#000000",
    halo: halo === null ? null : { colour: halo, width: numberOf(a, "stroke-width", 1) },
  });
}

const silent = new Set(["title", "desc", "style", "defs"]);

export function drawSvg(root: SvgElement, pen: Pen): void {
  const size = { width: numberOf(root.attributes, "width"), height: numberOf(root.attributes, "height") };
  const walk = (element: SvgElement, outer: Attributes): void => {
    if (silent.has(element.name)) return;
    const { attributes: a } = element;
    const style: Record<string, string> = { ...outer };
    for (const name of inherited) if (a[name] !== undefined) style[name] = a[name];
    const isMoved = a.transform !== undefined || a.opacity !== undefined;
    if (isMoved) pen.push(moveOf(a.transform), numberOf(a, "opacity", 1));
    const outline = outlines[element.name]?.(a, size);
    if (outline !== undefined) pen.path(outline, paintOf(style));
    else if (element.name === "text") writeText(element, style, pen);
    for (const child of element.children) walk(child, style);
    if (isMoved) pen.pop();
  };
  walk(root, {});
}

/** Letters of a tree by weight: what a font must have to write it. */
export function lettersOf(root: SvgElement): { readonly plain: string; readonly bold: string } {
  const letters = { plain: new Set<string>(), bold: new Set<string>() };
  const walk = (element: SvgElement, isBold: boolean): void => {
    const weight = element.attributes["font-weight"];
    const bold = weight === undefined ? isBold : Number(weight) >= 600;
    if (element.name === "text") for (const letter of element.text) letters[bold ? "bold" : "plain"].add(letter);
    for (const child of element.children) walk(child, bold);
  };
  walk(root, false);
  const sorted = (set: ReadonlySet<string>): string => [...set].sort().join("");
  return { plain: sorted(letters.plain), bold: sorted(letters.bold) };
}
