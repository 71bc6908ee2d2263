// The glyph of a kind as SVG text: shape, fill and icon say the same thing three times. Used by charts, exports and tables alike.
import { type GlyphShape, kindLookOf, type Theme } from "../styles/tokens.ts";
import { type IconName, iconPaths } from "./icons.ts";

const kindIcons: Readonly<Record<string, IconName>> = {
  case: "folder",
  person: "user",
  organisation: "building",
  phone: "phone",
  account: "creditCard",
  device: "deviceMobile",
  netid: "world",
  vehicle: "car",
  place: "mapPin",
  thing: "box",
};

/** Subtypes with an icon of their own; the shape and the colour stay those of the kind. */
const subtypeIcons: Readonly<Record<string, IconName>> = {
  app: "appWindow",
  wechat: "brandWechat",
  cell: "tower",
  tower: "tower",
};

const polygon = (points: string) => `<polygon points="${points}" stroke-linejoin="round" stroke-width="3"/>`;

/** Shapes in a box of 48 × 48. */
const shapes: Readonly<Record<GlyphShape, string>> = {
  rounded: '<rect x="3" y="3" width="42" height="42" rx="9"/>',
  circle: '<circle cx="24" cy="24" r="22.5"/>',
  octagon: polygon("16,3 32,3 45,16 45,32 32,45 16,45 3,32 3,16"),
  hexagon: polygon("13,4.5 35,4.5 46,24 35,43.5 13,43.5 2,24"),
  card: '<rect x="0" y="8" width="48" height="32" rx="6"/>',
  pentagon: polygon("24,2.5 45.5,18.5 37.5,44.5 10.5,44.5 2.5,18.5"),
  diamond: polygon("24,2 46,24 24,46 2,24"),
};

/** Side of the icon in the box of 48: 58 % of the node, less where the shape leaves less room. */
const iconSides: Readonly<Record<GlyphShape, number>> = {
  rounded: 28,
  circle: 28,
  octagon: 28,
  hexagon: 27,
  card: 24,
  pentagon: 26,
  diamond: 24,
};

const iconOf = (kind: string, subtype: string): IconName => subtypeIcons[subtype] ?? kindIcons[kind] ?? "box";

/** Icon strokes by kind, and by subtype where it has an icon of its own, for a box of 24 × 24. */
export const iconMarkups: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...kindIcons, ...subtypeIcons }).map(([name, icon]) => [name, iconPaths[icon]]),
);

/** The inside of the glyph, for a box of 48 × 48. */
export function kindGlyphMarkup(kind: string, theme: Theme, subtype = ""): string {
  const { shape, fill, ink } = kindLookOf(kind);
  const side = iconSides[shape];
  const offset = (48 - side) / 2 + (shape === "pentagon" ? 1.5 : 0);
  const icon = `<g transform="translate(${(48 - side) / 2} ${offset}) scale(${side / 24})" fill="none" stroke="${ink[theme]}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${iconPaths[iconOf(kind, subtype)]}</g>`;
  return `<g fill="${fill[theme]}" stroke="${fill[theme]}" stroke-width="0">${shapes[shape]}</g>${icon}`;
}

/** A whole SVG of `size` px. */
export function kindGlyphSvg(kind: string, theme: Theme, size: number, subtype = ""): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 48 48">${kindGlyphMarkup(kind, theme, subtype)}</svg>`;
}

/** The same as an address that cytoscape and images take. */
export const kindGlyphUri = (kind: string, theme: Theme, size: number, subtype = ""): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(kindGlyphSvg(kind, theme, size, subtype))}`;
