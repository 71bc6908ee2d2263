// The contrast table of the look (WCAG 2.2, relative luminance), as the tokens must keep it in all three themes.
import { describe, expect, it } from "vitest";
import { cssVariablesOf } from "../../../renderer/styles/cssVariables.ts";
import { kindLooks, scales, tokensOf } from "../../../renderer/styles/tokens.ts";
import { type Palette, palettes, type Theme, themes } from "../../../shared/look/palettes.ts";
import { entityKinds } from "../../../shared/model/entity.ts";

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance of #RRGGBB. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const inks = ["text", "text2", "text3", "accentText"] as const;
const grounds = ["surface", "app", "sunken", "hover", "selected"] as const;
const marks = ["plus", "minus", "neutral", "contra", "warn"] as const;

const worstText = (palette: Palette): number =>
  Math.min(...inks.flatMap((ink) => grounds.map((ground) => contrastOf(palette[ink], palette[ground]))));
const worstMark = (palette: Palette): number => Math.min(...marks.map((mark) => contrastOf(palette[mark], palette[`${mark}Bg`])));
const atMostTwo = (value: number): number => Math.floor(value * 100 + 0.5) / 100;

/** Worst text, text on surface, worst mark on its own ground, white on accent. */
const table: Readonly<Record<Theme, readonly [number, number, number, number]>> = {
  light: [4.81, 16.3, 4.95, 6.9],
  dark: [4.81, 14.2, 5.18, 4.8],
  projector: [7.15, 19.6, 6.23, 9.4],
};

describe("tokens", () => {
  it.each(themes)("keep the contrast table in the %s theme", (theme) => {
    const palette = palettes[theme];
    const [text, body, mark, accent] = table[theme];
    expect(atMostTwo(worstText(palette))).toBeCloseTo(text, 2);
    expect(contrastOf(palette.text, palette.surface)).toBeCloseTo(body, 1);
    expect(atMostTwo(worstMark(palette))).toBeCloseTo(mark, 2);
    expect(contrastOf("#FFFFFF", palette.accent)).toBeCloseTo(accent, 1);
  });

  it.each(themes)("are readable as small text everywhere in the %s theme", (theme) => {
    const palette = palettes[theme];
    expect(worstText(palette)).toBeGreaterThanOrEqual(4.5);
    expect(worstMark(palette)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(palette.railText, palette.rail)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(palette.onContra, palette.contra)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(themes)("set every kind off from its icon and its canvas in the %s theme", (theme) => {
    for (const kind of entityKinds) {
      const { fill, ink } = kindLooks[kind];
      expect(contrastOf(fill[theme], ink[theme]), `${kind} icon`).toBeGreaterThanOrEqual(3.35);
      expect(contrastOf(fill[theme], palettes[theme].canvas), `${kind} canvas`).toBeGreaterThanOrEqual(3.65);
    }
  });

  it("never go under 24 px on the projector", () => {
    const { tick, small, body, title, page, figure, lineWidth } = scales.projector;
    expect(Math.min(tick, small, body, title, page, figure)).toBeGreaterThanOrEqual(24);
    expect(lineWidth).toBeGreaterThanOrEqual(3);
  });

  it("become CSS variables that name every colour", () => {
    const variables = cssVariablesOf(tokensOf("light", "dense"));
    expect(variables).toMatchObject({
      "--cw-surface": "#FFFFFF",
      "--cw-line-strong": "#BAC3D0",
      "--cw-seq5": "#1D428F",
      "--cw-size-body": "13px",
      "--cw-row": "26px",
      "--cw-u": "1px",
    });
  });
});
