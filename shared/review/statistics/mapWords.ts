// Words of the map of places, the same on screen and in pictures.
import { groupDigits } from "../paper/plainText.ts";
import type { Say } from "../paper/say.ts";
import type { Measure } from "./countedCase.ts";
import type { MapClass, MapFigure, ShownPlace } from "./placeMap.ts";
import { isSmallRate, rateText } from "./rateColumns.ts";
import { figureText, measureKeys } from "./words.ts";

const valueText = (value: number, figure: MapFigure, measure: Measure): string =>
  figure === "rate" ? rateText(value) : measure === "cases" ? groupDigits(String(value)) : groupDigits(value.toFixed(0));

/** What the shades mean. */
export const titleOfMap = (figure: MapFigure, measure: Measure, say: Say): string =>
  figure === "rate" ? say("statistics.column.yearly") : say(measureKeys[measure]);

/** `12–40 (3)`: values of a class, and how many areas are in it. */
export function classText({ from, to, count }: MapClass, figure: MapFigure, measure: Measure, say: Say): string {
  const [low, high] = [valueText(from, figure, measure), valueText(to, figure, measure)];
  return say("statistics.map.class", { range: low === high ? low : `${low}–${high}`, count });
}

/** The figure of a place; a small number is marked, a missing rate says so. */
export function placeText({ cell, value }: ShownPlace, figure: MapFigure, say: Say): string {
  if (value === null) return say("statistics.map.noRate");
  const isSmall = figure === "rate" ? isSmallRate(cell) : cell.isSmall;
  return `${figure === "rate" ? rateText(value) : figureText(cell)}${isSmall ? "*" : ""}`;
}
