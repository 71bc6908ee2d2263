// The look of a scene on the wall: sizes at 1920 × 1080, and two palettes, for a lit room and for a dark one. Screen, slides and pages read the same object.
import { kindLooks } from "../../look/kindLooks.ts";
import { type Palette, palettes, type Theme } from "../../look/palettes.ts";

export const wall = { width: 1920, height: 1080 } as const;

/** px at 1080p. Legible from ten metres: labels from 28, captions from 36 (design of the meeting). */
export const stageSizes = {
  caption: 52,
  line: 36,
  label: 28,
  panel: 34,
  side: 30,
  figure: 56,
  strip: 24,
  /** Side of a case; other kinds in proportion. */
  glyphScale: 2.2,
  line1: 1.2,
  linkLeast: 4,
} as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the chart stands: beside the switches, or over the whole width where there are none. */
export const canvasBox = (hasSide: boolean): Box => ({ x: 48, y: 196, width: hasSide ? 1322 : 1824, height: 676 });
/** The part of it that a scene fills: with panels there is room for their rounded edge and for the words at their foot. */
export function sceneBox(hasSide: boolean, hasPanels: boolean): Box {
  const { x, y, width, height } = canvasBox(hasSide);
  return hasPanels ? { x: x + 24, y: y + 22, width: width - 48, height: height - 82 } : { x, y, width, height };
}

export const sideBox: Box = { x: 1420, y: 196, width: 444, height: 676 };
export const stripBox: Box = { x: 56, y: 912, width: 1808, height: 138 };

/** Colours of a part of a series: its cases, its panel, the words on the panel. */
export interface PartLook {
  readonly fill: string;
  readonly ink: string;
  readonly panel: string;
  readonly edge: string;
  readonly text: string;
}

export interface StageLook {
  readonly theme: Theme;
  readonly palette: Palette;
  readonly ground: string;
  readonly text: string;
  readonly textSecond: string;
  readonly link: string;
  readonly off: string;
  /** First the main part, then what fell off; more parts share the last look. */
  readonly parts: readonly PartLook[];
  readonly halo: string;
  fillOf(kind: string): string;
  inkOf(kind: string): string;
}

const part = (fill: string, ink: string, panel: string, edge: string, text = fill): PartLook => ({ fill, ink, panel, edge, text });

const partLooks = {
  projector: [
    part("#163F9E", "#FFFFFF", "#EDF3FE", "#7F9BD2"),
    part("#8A3900", "#FFFFFF", "#FEF4EA", "#C08A5E", "#7A3200"),
    part("#8C1C5E", "#FFFFFF", "#FDF1F7", "#BE7DA2", "#7E1553"),
  ],
  dark: [
    part("#93B0FB", "#0E1218", "#17223A", "#4D69AE"),
    part("#F0994F", "#0E1218", "#2C2013", "#9A6735", "#F6B27A"),
    part("#F08AC4", "#0E1218", "#2D1826", "#9B5480", "#F6ADD6"),
  ],
} as const;

const lookOf = (theme: "projector" | "dark", link: string, off: string, halo: string): StageLook => {
  const palette = palettes[theme];
  const known = (kind: string) => kindLooks[kind as keyof typeof kindLooks] ?? kindLooks.thing;
  return {
    theme,
    palette,
    ground: palette.surface,
    text: palette.text,
    textSecond: palette.text2,
    link,
    off,
    parts: partLooks[theme],
    halo,
    fillOf: (kind) => known(kind).fill[theme],
    inkOf: (kind) => known(kind).ink[theme],
  };
};

export const litRoom: StageLook = lookOf("projector", "#6B7587", "#4A5464", "#C9D7F3");
export const darkRoom: StageLook = lookOf("dark", "#8792A6", "#AEB8C7", "#2C4585");

export const partLookOf = (look: StageLook, index: number): PartLook => look.parts[Math.min(index, look.parts.length - 1)]!;

/** Width of a line of text in px, near enough to keep labels apart: Han letters are square, others a good half. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) units += letter.codePointAt(0)! > 0x2e7f ? 1 : /[\p{Lu}MWmw%@]/u.test(letter) ? 0.72 : 0.57;
  return units * size;
}

/** The text cut to a width with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Lines of at most `width` px; Latin words and numbers stay whole where they can. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\p{L}\p{N}.,*+…-]*[^\p{Script=Han}\s\u3000-\u303f\uff00-\uffef]|\s+|./gsu) ?? []) {
    if (textWidth(line + piece, size) > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
