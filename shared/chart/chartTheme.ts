// The colours and sizes a chart is drawn with, taken from the one set of tokens; canvas, styles and exports read the same object.

export interface LookColours {
  /** Light to strong. */
  readonly ramp: readonly string[];
  /** Apart from each other; the last for all other words. */
  readonly classes: readonly string[];
}

export interface KindColours {
  readonly fill: string;
  /** Colour of the icon on the fill. */
  readonly icon: string;
}

export interface ChartTheme {
  readonly canvas: string;
  readonly text: string;
  readonly textSecond: string;
  readonly accent: string;
  readonly selectedGround: string;
  /** Ring of nodes that have just been added. */
  readonly fresh: string;
  /** What is no longer there since a snapshot. */
  readonly gone: string;
  readonly transfer: string;
  readonly call: string;
  readonly fact: string;
  readonly font: string;
  readonly kinds: Readonly<Record<string, KindColours>>;
  /** What looks by rule are coloured with: a ramp from light to strong, and classes. */
  readonly looks: LookColours;
  /** Icon of each kind, and of subtypes with one of their own: SVG markup of its strokes in a 24 × 24 box. */
  readonly icons: Readonly<Record<string, string>>;
  /** 1, or 2.2 on a projector. */
  readonly nodeScale: number;
  readonly labelPixels: number;
  /** Opacity of transfer and call links. */
  readonly linkOpacity: number;
}

export const otherKindColours = (theme: ChartTheme): KindColours => theme.kinds.thing ?? { fill: theme.fact, icon: theme.canvas };

export const coloursOf = (theme: ChartTheme, kind: string): KindColours => theme.kinds[kind] ?? otherKindColours(theme);

export const iconOf = (theme: ChartTheme, kind: string, subtype: string): string =>
  theme.icons[subtype] ?? theme.icons[kind] ?? theme.icons.thing ?? "";
