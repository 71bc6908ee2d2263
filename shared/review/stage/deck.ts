// A storyboard as slides: what stands on each, before it has a format.
import type { ChartElements } from "../../chart/elements.ts";
import type { Storyboard } from "../storyboard.ts";
import { type DrawOptions, drawScene, type StageDrawing } from "./drawScene.ts";
import type { SlideBody } from "./slideBody.ts";
import { darkRoom, litRoom, stageSizes, wrapText } from "./stageLook.ts";

export interface Slide {
  readonly number: number;
  readonly caption: readonly string[];
  readonly line: readonly string[];
  /** At the right of the head, one under the other. */
  readonly head: readonly string[];
  readonly drawing: StageDrawing;
  /** Words and a table instead of a drawing. */
  readonly body?: SlideBody;
  readonly notes: string;
  /** The rows behind what is shown. */
  readonly sources: readonly string[];
}

export interface Deck {
  readonly title: string;
  readonly isDark: boolean;
  /** At the foot of every slide. */
  readonly footer: string;
  readonly slides: readonly Slide[];
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

export const lookOfDeck = ({ isDark }: Pick<Deck, "isDark">) => (isDark ? darkRoom : litRoom);

/** Lengths of the text areas, px of the wall. */
export const captionWidth = 1480;
const sourceWidth = 1640;
export const sourceSize = 20;

export interface DeckWords extends Omit<DrawOptions, "hasPanels"> {
  readonly head: readonly string[];
  readonly untitled: string;
}

/** `sourcesOf`: a line for the rows of each scene. */
export function slidesOf(
  board: Storyboard,
  elements: ChartElements,
  words: DeckWords,
  sourcesOf: (scene: number) => string,
): readonly Slide[] {
  return board.scenes.map((scene, i) => {
    const drawing = drawScene({ ...scene, clues: [] }, elements, { ...words, hasPanels: board.subject.startsWith("series:") });
    const caption = scene.caption === "" ? words.untitled : scene.caption;
    return {
      number: i + 1,
      caption: wrapText(caption, stageSizes.caption, captionWidth).slice(0, 2),
      line: wrapText(scene.line, stageSizes.line, captionWidth).slice(0, 2),
      head: words.head,
      drawing,
      notes: scene.notes,
      sources: wrapText(sourcesOf(i), sourceSize, sourceWidth).slice(0, 5),
    };
  });
}
