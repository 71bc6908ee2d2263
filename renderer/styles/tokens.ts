// The one object of the look: palettes, kinds and scales. Themes change the palette; the projector also swaps the scale.
import { type Palette, palettes, type Theme } from "../../shared/look/palettes.ts";

export { type GlyphShape, type KindLook, kindLookOf, kindLooks } from "../../shared/look/kindLooks.ts";
export { type Palette, type Theme, themes } from "../../shared/look/palettes.ts";

/** Sizes in px. `unit` is the factor of every length that is not type: rail, bars, columns, gaps. */
export interface Scale {
  readonly unit: number;
  readonly tick: number;
  readonly small: number;
  readonly body: number;
  readonly title: number;
  readonly page: number;
  readonly figure: number;
  readonly control: number;
  readonly controlSmall: number;
  /** Table rows: dense, normal, roomy. */
  readonly rows: readonly [number, number, number];
  readonly lineWidth: number;
  readonly nodeFactor: number;
}

const workScale: Scale = {
  unit: 1,
  tick: 11,
  small: 12,
  body: 13,
  title: 14,
  page: 18,
  figure: 30,
  control: 32,
  controlSmall: 26,
  rows: [26, 29, 34],
  lineWidth: 1,
  nodeFactor: 1,
};

export const scales: Readonly<Record<Theme, Scale>> = {
  light: workScale,
  dark: workScale,
  projector: {
    unit: 1.7,
    tick: 24,
    small: 24,
    body: 26,
    title: 30,
    page: 36,
    figure: 56,
    control: 54,
    controlSmall: 46,
    rows: [44, 50, 58],
    lineWidth: 3,
    nodeFactor: 2.2,
  },
};

/** A scene on the wall at 1920×1080. */
export const sceneSizes = { least: 24, body: 30, caption: 52, keyFigure: 56, labelLines: 2, labelCharacters: 8 } as const;

export const densities = ["dense", "normal", "roomy"] as const;
export type Density = (typeof densities)[number];

export interface Tokens {
  readonly theme: Theme;
  readonly palette: Palette;
  readonly scale: Scale;
  readonly rowHeight: number;
}

export function tokensOf(theme: Theme, density: Density): Tokens {
  const scale = scales[theme];
  return { theme, palette: palettes[theme], scale, rowHeight: scale.rows[densities.indexOf(density)] ?? scale.rows[1] };
}

export const fontFamily = '"Inter", "Noto Sans CJK SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", sans-serif';
