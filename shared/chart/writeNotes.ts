// Notes, cards, frames and arrows of a chart as SVG text.
import type { ChartTheme } from "./chartTheme.ts";
import type { Note } from "./document.ts";
import { element, escapeXml, number } from "./xmlText.ts";

const lineHeight = 17;
const letterWidth = 13;

/** Lines that fit the width: full-width letters count one, others about half. */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let [line, used] = ["", 0];
    for (const letter of paragraph) {
      const wide = letter.codePointAt(0)! > 0x2e7f ? letterWidth : letterWidth * 0.55;
      if (used + wide > width && line !== "") {
        lines.push(line);
        [line, used] = ["", 0];
      }
      line += letter;
      used += wide;
    }
    return [...lines, line];
  });
}

const textOf = ({ text, width }: Note, x: number, y: number, fill: string): string =>
  wrapText(text, Math.max(60, width - 16))
    .map((line, i) => element("text", { x: number(x), y: number(y + i * lineHeight), "font-size": 13, fill }, escapeXml(line)))
    .join("");

type WriteNote = (note: Note, theme: ChartTheme) => string;

const box: WriteNote = (note, theme) => {
  const { x, y, width, height } = note;
  const place = { x: number(x), y: number(y), width: number(width), height: number(height), rx: 6 };
  return element("rect", { ...place, fill: theme.canvas, stroke: theme.textSecond }) + textOf(note, x + 8, y + 20, theme.text);
};

const writers: Readonly<Record<Note["shape"], WriteNote>> = {
  note: box,
  card: box,
  frame: (note, theme) => {
    const place = { x: number(note.x), y: number(note.y), width: number(note.width), height: number(note.height), rx: 6 };
    const line = { fill: "none", stroke: theme.accent, "stroke-width": 2, "stroke-dasharray": "6 4" };
    return element("rect", { ...place, ...line }) + textOf(note, note.x + 8, note.y + 20, theme.accent);
  },
  arrow: (note, theme) => {
    const { x, y, width, height } = note;
    const angle = (Math.atan2(height, width) * 180) / Math.PI;
    const line = { x1: number(x), y1: number(y), x2: number(x + width), y2: number(y + height), stroke: theme.gone, "stroke-width": 3 };
    const tip = {
      points: "0,0 -14,-6 -14,6",
      fill: theme.gone,
      transform: `translate(${number(x + width)} ${number(y + height)}) rotate(${number(angle)})`,
    };
    return element("line", line) + element("polygon", tip) + textOf(note, x + 6, y + 22, theme.text);
  },
  comment: () => "",
};

export const writeNotes = (notes: Iterable<Note>, theme: ChartTheme): string =>
  [...notes].map((note) => writers[note.shape](note, theme)).join("\n");

/** Corners of everything that is drawn, so that the picture has room for it. */
export const noteCorners = (notes: Iterable<Note>): readonly { readonly x: number; readonly y: number }[] =>
  [...notes]
    .filter(({ shape }) => shape !== "comment")
    .flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]);
