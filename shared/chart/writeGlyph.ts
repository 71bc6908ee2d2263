// Shape, fill and icon of a kind as SVG text.
import { type ChartTheme, coloursOf, iconOf } from "./chartTheme.ts";
import { outlineCorners, shapeOf } from "./kindShapes.ts";
import { lookIcons } from "./looks/lookIcons.ts";
import { element, number } from "./xmlText.ts";

export interface GlyphLook {
  readonly fill?: string | undefined;
  /** Name of an icon that a rule of looks gives. */
  readonly icon?: string | undefined;
}

/** Shape and icon of a kind around (0, 0). */
export function writeGlyph(kind: string, subtype: string, theme: ChartTheme, look: GlyphLook = {}): string {
  const { width, height, corner, outline } = shapeOf(kind);
  if (kind === "group") return groupFrame(width, height, corner, theme, look.fill ?? theme.canvas);
  const fill = look.fill ?? coloursOf(theme, kind).fill;
  const corners = outlineCorners(kind);
  const body =
    corners !== null
      ? element("polygon", { points: corners.map(([x, y]) => `${number(x)},${number(y)}`).join(" "), fill })
      : outline === "ellipse"
        ? element("ellipse", { rx: width / 2, ry: height / 2, fill })
        : element("rect", { x: -width / 2, y: -height / 2, width, height, rx: corner, fill });
  const side = Math.min(width, height) * (kind === "account" ? 0.78 : 0.58);
  const strokes = look.icon === undefined ? iconOf(theme, kind, subtype) : lookIcons[look.icon]!;
  const icon = {
    transform: `translate(${number(-side / 2)} ${number(-side / 2)}) scale(${number(side / 24)})`,
    fill: "none",
    stroke: coloursOf(theme, kind).icon,
    "stroke-width": 2.2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  return body + element("g", icon, strokes);
}

/** Several entities collapsed into one: a double frame without an icon. */
function groupFrame(width: number, height: number, corner: number, theme: ChartTheme, fill: string): string {
  const frame = (inset: number) =>
    element("rect", {
      ...{ x: inset - width / 2, y: inset - height / 2, width: width - 2 * inset, height: height - 2 * inset, rx: corner - inset / 2 },
      ...{ fill, stroke: theme.accent, "stroke-width": 1.6 },
    });
  return frame(0) + frame(4);
}
