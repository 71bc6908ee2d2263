// The tokens as a chart takes them, and the icon pictures for the canvas.
import { type ChartTheme, coloursOf } from "../../../shared/chart/chartTheme.ts";
import { lookIcons } from "../../../shared/chart/looks/lookIcons.ts";
import { classKinds } from "../../../shared/chart/paperTheme.ts";
import { iconMarkups } from "../../parts/kindGlyph.ts";
import { fontFamily, kindLooks, type Tokens } from "../../styles/tokens.ts";

/** A working chart keeps its places on a projector, so nodes and labels may only grow into the room they have; scenes have places of their own. */
const wallFactors = { node: 1.25, label: 16 } as const;

export function chartThemeOf({ theme, palette, scale }: Tokens): ChartTheme {
  const kinds = Object.entries(kindLooks).map(([kind, look]) => [kind, { fill: look.fill[theme], icon: look.ink[theme] }] as const);
  return {
    canvas: palette.canvas,
    text: palette.text,
    textSecond: palette.text2,
    accent: palette.accent,
    selectedGround: palette.selected,
    fresh: palette.plus,
    gone: palette.contra,
    transfer: palette.linkTransfer,
    call: palette.linkCall,
    fact: palette.linkFact,
    font: fontFamily,
    kinds: Object.fromEntries(kinds),
    looks: {
      ramp: palette.seq.slice(2),
      classes: [...classKinds.map((kind) => kindLooks[kind].fill[theme]), palette.neutral],
    },
    icons: iconMarkups,
    nodeScale: theme === "projector" ? wallFactors.node : 1,
    labelPixels: theme === "projector" ? wallFactors.label : scale.small,
    linkOpacity: 1,
  };
}

function pictureOf(strokes: string, ink: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 24 24" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${strokes}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** Kinds whose icon a subtype replaces. */
const kindOfSubtype: Readonly<Record<string, string>> = { app: "netid", wechat: "netid", cell: "place", tower: "place" };

/** An icon as an address that the canvas loads. */
export function iconAddressOf(theme: ChartTheme): (icon: string) => string {
  return (icon) => pictureOf(theme.icons[icon] ?? "", coloursOf(theme, kindOfSubtype[icon] ?? icon).icon);
}

/** An icon that a rule of looks gives, in the ink of a kind. */
export function lookIconAddressOf(theme: ChartTheme): (icon: string, kind: string) => string {
  return (icon, kind) => pictureOf(lookIcons[icon] ?? "", coloursOf(theme, kind).icon);
}

/** A count in a round badge, for the corner of a node. */
export function badgeAddressOf(theme: ChartTheme): (records: string) => string {
  return (records) => {
    const text = Number(records) > 99 ? "99+" : records;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="${theme.accent}" stroke="${theme.canvas}" stroke-width="1.6"/><text x="10" y="${text.length > 2 ? 13 : 14}" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${text.length > 2 ? 7.5 : 11}" fill="${theme.canvas}">${text}</text></svg>`;
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  };
}
