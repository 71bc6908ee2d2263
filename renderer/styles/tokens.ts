// The one object of the look: palettes, kinds and scales. Themes change the palette; the projector also swaps the scale.
import type { EntityKind } from "../../shared/model/entity.ts";
import { type Palette, palettes, type Theme } from "./palettes.ts";

export { type Palette, type Theme, themes } from "./palettes.ts";

export type GlyphShape = "rounded" | "circle" | "octagon" | "hexagon" | "card" | "pentagon" | "diamond";

export interface KindLook {
  readonly shape: GlyphShape;
  /** Fill by theme. */
  readonly fill: Readonly<Record<Theme, string>>;
  /** Icon on the fill by theme; white unless said. */
  readonly ink: Readonly<Record<Theme, string>>;
}

const white = { light: "#FFFFFF", dark: "#FFFFFF", projector: "#FFFFFF" };
const look = (shape: GlyphShape, light: string, dark: string, projector: string, ink = white): KindLook => ({
  shape,
  fill: { light, dark, projector },
  ink,
});

export const kindLooks: Readonly<Record<EntityKind, KindLook>> = {
  case: look("rounded", "#18202E", "#DDE4F0", "#070C15", { ...white, dark: "#0E1218" }),
  person: look("circle", "#2E6FD6", "#3F7FE6", "#174EA6"),
  organisation: look("octagon", "#63359F", "#8F5FD6", "#4B2386"),
  phone: look("hexagon", "#0A7F68", "#149078", "#00604B"),
  account: look("card", "#C26A00", "#CC7410", "#944E00"),
  device: look("hexagon", "#5D6B80", "#74839A", "#3F4B5E"),
  netid: look("pentagon", "#B83280", "#D0508F", "#8C1C5E"),
  vehicle: look("diamond", "#7A5230", "#94683F", "#573718"),
  place: look("diamond", "#1489B0", "#1F96BE", "#0A6280"),
  thing: look("diamond", "#777A80", "#85888F", "#55585E"),
};

/** The look of any kind: kinds that a source names itself look like things. */
export const kindLookOf = (kind: string): KindLook => kindLooks[kind as EntityKind] ?? kindLooks.thing;

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
