// The style sheet of the canvas as data: kinds, links, states, and the level of detail for the zoom. Colours come in with the theme.
import { type ChartTheme, coloursOf } from "./chartTheme.ts";
import { kindShapes, shapeOf } from "./kindShapes.ts";
import { familyColour, linkFamilies } from "./linkLook.ts";
import { lookIconNames } from "./looks/lookIcons.ts";

export interface StyleRule {
  readonly selector: string;
  readonly style: Readonly<Record<string, string | number | readonly (string | number)[]>>;
}

/** far: plain shapes; middle: one line; near: both lines; close: link labels too. */
export type DetailLevel = "far" | "middle" | "near" | "close";

export const detailLevel = (zoom: number): DetailLevel => (zoom < 0.45 ? "far" : zoom < 0.8 ? "middle" : zoom <= 1.6 ? "near" : "close");

/** Labels shrink with the zoom less than the picture does, so that they stay readable. */
const labelScale: Readonly<Record<DetailLevel, number>> = { far: 2.1, middle: 1.55, near: 1.1, close: 0.85 };

/** What is drawn where the theme says nothing of a kind. */
const styledKinds = [...Object.keys(kindShapes)];
export const mutedOpacity = 0.28;
/** Above this many links béziers cost more than they tell. */
export const straightLinksAbove = 3000;

export interface StyleContext {
  readonly theme: ChartTheme;
  readonly level: DetailLevel;
  readonly links: number;
  /** Address of the icon picture of a kind or subtype. */
  readonly iconAddress: (icon: string) => string;
  /** Address of the picture of an icon that looks give, in the ink of a kind. */
  readonly lookIconAddress: (icon: string, kind: string) => string;
  /** Numbers of records that nodes on the chart stand for, and the address of the picture that tells one. */
  readonly badges: readonly string[];
  readonly badgeAddress: (records: string) => string;
}

export function styleRules(context: StyleContext): readonly StyleRule[] {
  return [
    baseNode(context),
    ...styledKinds.map((kind) => kindRule(kind, context)),
    ...iconRules(context),
    ...badgeRules(context),
    groupRule(context),
    ...lookRules(context),
    ...lookIconRules(context),
    baseLink(context),
    ...linkRules(context.theme),
    ...linkLookRules,
    ...stateRules(context),
  ];
}

function baseNode({ theme, level }: StyleContext): StyleRule {
  const other = shapeOf("");
  return {
    selector: "node",
    style: {
      shape: other.outline,
      width: other.width * theme.nodeScale,
      height: other.height * theme.nodeScale,
      "background-color": coloursOf(theme, "thing").fill,
      "border-width": 0,
      label: level === "far" ? "" : level === "middle" ? "data(first)" : "data(both)",
      "font-family": theme.font,
      "font-size": Math.round(theme.labelPixels * labelScale[level]),
      color: theme.text,
      "text-valign": "bottom",
      "text-halign": "center",
      "text-margin-y": 4,
      "text-wrap": "wrap",
      "text-max-width": "220px",
      "line-height": 1.2,
      "text-outline-color": theme.canvas,
      "text-outline-width": 2.5 * (theme.labelPixels / 12) * labelScale[level],
      "min-zoomed-font-size": 6,
      "overlay-opacity": 0,
    },
  };
}

function kindRule(kind: string, { theme, level }: StyleContext): StyleRule {
  const { outline, width, height } = shapeOf(kind);
  const isAlwaysNamed = kind === "case";
  return {
    selector: `node[kind="${kind}"]`,
    style: {
      shape: outline,
      width: width * theme.nodeScale,
      height: height * theme.nodeScale,
      "background-color": coloursOf(theme, kind).fill,
      "z-index": isAlwaysNamed ? 2 : 1,
      ...(isAlwaysNamed ? { "font-weight": 600, label: level === "near" || level === "close" ? "data(both)" : "data(first)" } : {}),
    },
  };
}

/** A collapsed group: an empty double frame, so that it is no entity. */
const groupRule = ({ theme, level }: StyleContext): StyleRule => ({
  selector: 'node[kind="group"]',
  style: {
    "background-color": theme.canvas,
    "border-width": 5,
    "border-style": "double",
    "border-color": theme.accent,
    "font-weight": 600,
    label: level === "far" ? "data(first)" : "data(both)",
    "z-index": 3,
  },
});

/** What rules of looks put on elements as data; states come after and win. */
const lookRules = ({ level }: StyleContext): readonly StyleRule[] => [
  { selector: "node[lookColour]", style: { "background-color": "data(lookColour)" } },
  { selector: "node[lookWidth]", style: { width: "data(lookWidth)", height: "data(lookHeight)" } },
  ...(level === "far" ? [] : [{ selector: "node[lookLabel]", style: { label: "data(lookLabel)" } }]),
];

/** Kinds whose icon has an ink of its own somewhere; all others share one. */
const inkKinds = ["thing", "case"] as const;

/** An icon by rule takes the place of the icon of the kind; a badge stays. */
function lookIconRules(context: StyleContext): readonly StyleRule[] {
  const { level, lookIconAddress, badges } = context;
  if (level === "far") return [];
  return lookIconNames.flatMap((icon) => [
    ...inkKinds.map((kind) => ({
      selector: kind === "case" ? `node[lookIcon="${icon}"][kind="case"]` : `node[lookIcon="${icon}"]`,
      style: { "background-image": lookIconAddress(icon, kind), "background-width": "58%", "background-height": "58%" },
    })),
    ...badges.map((records) => ({
      selector: `node[lookIcon="${icon}"][records="${records}"]`,
      style: badgeStyle(context, lookIconAddress(icon, "thing"), "58%", records),
    })),
  ]);
}

const linkLookRules: readonly StyleRule[] = [
  { selector: "edge[lookColour]", style: { "line-color": "data(lookColour)", "target-arrow-color": "data(lookColour)" } },
  { selector: "edge[lookWidth]", style: { width: "data(lookWidth)" } },
];

function iconRules({ theme, level, iconAddress }: StyleContext): readonly StyleRule[] {
  if (level === "far") return [];
  return Object.keys(theme.icons).map((icon) => ({
    selector: `node[icon="${icon}"]`,
    style: {
      "background-image": iconAddress(icon),
      "background-width": "58%",
      "background-height": icon === "account" ? "84%" : "58%",
      "background-fit": "none",
    },
  }));
}

const badgeSize = 19;

/** The icon, and at the upper right how many records the node stands for. */
function badgeStyle({ theme, badgeAddress }: StyleContext, icon: string, iconHeight: string, records: string): StyleRule["style"] {
  const size = Math.round(badgeSize * theme.nodeScale);
  return {
    "background-image": [icon, badgeAddress(records)],
    "background-fit": ["none", "none"],
    "background-width": ["58%", size],
    "background-height": [iconHeight, size],
    "background-position-x": ["50%", "100%"],
    "background-position-y": ["50%", "0%"],
    "background-offset-x": [0, size / 2],
    "background-offset-y": [0, -size / 3],
    "background-clip": ["node", "none"],
    "background-image-containment": ["inside", "over"],
    "bounds-expansion": size,
  };
}

function badgeRules(context: StyleContext): readonly StyleRule[] {
  const { theme, level, iconAddress, badges } = context;
  if (level === "far") return [];
  return badges.flatMap((records) =>
    Object.keys(theme.icons).map((icon) => ({
      selector: `node[icon="${icon}"][records="${records}"]`,
      style: badgeStyle(context, iconAddress(icon), icon === "account" ? "84%" : "58%", records),
    })),
  );
}

function baseLink({ theme, level, links }: StyleContext): StyleRule {
  return {
    selector: "edge",
    style: {
      "curve-style": links > straightLinksAbove ? "straight" : "bezier",
      width: "data(width)",
      "line-color": theme.fact,
      "target-arrow-shape": "data(arrow)",
      "target-arrow-color": theme.fact,
      "arrow-scale": 0.9,
      label: level === "close" ? "data(label)" : "",
      "font-family": theme.font,
      "font-size": theme.labelPixels - 1,
      color: theme.textSecond,
      "text-wrap": "wrap",
      "text-outline-color": theme.canvas,
      "text-outline-width": 2.5,
      "min-zoomed-font-size": 6,
      "overlay-opacity": 0,
    },
  };
}

const linkRules = (theme: ChartTheme): readonly StyleRule[] =>
  linkFamilies.map((family) => {
    const colour = familyColour(theme, family);
    const opacity = family === "transfer" || family === "call" ? theme.linkOpacity : 1;
    return { selector: `edge[family="${family}"]`, style: { "line-color": colour, "target-arrow-color": colour, "line-opacity": opacity } };
  });

/** Classes that the controllers put on elements. */
const stateRules = ({ theme }: StyleContext): readonly StyleRule[] => [
  {
    selector: ".muted",
    style: { opacity: mutedOpacity, "background-color": theme.fact, "line-color": theme.fact, "target-arrow-color": theme.fact },
  },
  ...nodeStateRules(theme),
  ...linkStateRules(theme),
];

function nodeStateRules(theme: ChartTheme): readonly StyleRule[] {
  const border = (style: string, width: number) => ({ "border-width": width, "border-style": style, "border-color": theme.textSecond });
  const halo = (colour: string, opacity: number, padding: number) => ({
    "underlay-color": colour,
    "underlay-opacity": opacity,
    "underlay-padding": padding,
    "underlay-shape": "ellipse",
    label: "data(both)",
  });
  return [
    { selector: "node.ghost", style: { "background-opacity": 0.25, ...border("dashed", 1.5) } },
    { selector: "node.draft", style: { "background-opacity": 0.55, ...border("dashed", 2.5) } },
    { selector: "node.pinned", style: border("solid", 2) },
    { selector: "node.disabled", style: { "background-color": theme.fact, opacity: 0.55, ...border("dotted", 2) } },
    { selector: "node.fresh", style: { "outline-width": 2.5, "outline-offset": 3, "outline-color": theme.fresh } },
    { selector: "node.came", style: { "outline-width": 3, "outline-offset": 3, "outline-color": theme.fresh } },
    { selector: "node.went", style: { "background-opacity": 0.18, opacity: 0.75, ...border("dashed", 2), "border-color": theme.gone } },
    { selector: "node.found", style: halo(theme.fresh, 0.25, 10) },
    {
      selector: "node:selected",
      style: { ...halo(theme.accent, 0.18, 8), "border-width": 2.5, "border-color": theme.accent, "z-index": 4 },
    },
  ];
}

function linkStateRules(theme: ChartTheme): readonly StyleRule[] {
  const lit = { "line-color": theme.accent, "target-arrow-color": theme.accent, "line-opacity": 1 };
  return [
    { selector: "edge.unconfirmed", style: { "line-style": "dashed", "line-dash-pattern": [6, 4] } },
    {
      selector: "edge.disabled",
      style: { "line-style": "dotted", "line-color": theme.fact, "target-arrow-color": theme.fact, opacity: 0.7 },
    },
    { selector: "edge.came", style: { "line-color": theme.fresh, "target-arrow-color": theme.fresh } },
    {
      selector: "edge.went",
      style: { "line-style": "dashed", "line-color": theme.gone, "target-arrow-color": theme.gone, opacity: 0.75 },
    },
    { selector: "edge.near-selection", style: { ...lit, "z-index": 3 } },
    { selector: "edge:selected", style: { ...lit, label: "data(label)", "z-index": 4 } },
    { selector: "edge.hovered", style: { label: "data(label)", "z-index": 5 } },
  ];
}
