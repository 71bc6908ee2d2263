// The look of a chart on paper: the light theme, with the icons of the kinds and a font that every export carries with it.
import icons from "../../resources/icons/kindIcons.json" with { type: "json" };
import { kindLooks } from "../look/kindLooks.ts";
import { palettes } from "../look/palettes.ts";
import type { ChartTheme } from "./chartTheme.ts";

/** The name under which files carry the font (Noto Sans SC). */
export const paperFont = "Caseweave Sans";

const { light } = palettes;
const labelPixels = 12;
/** Fills that are told apart well: those of these kinds. */
export const classKinds = ["person", "account", "netid", "phone", "organisation", "vehicle", "place"] as const;

export const paperTheme: ChartTheme = {
  canvas: "#FFFFFF",
  text: light.text,
  textSecond: light.text2,
  accent: light.accent,
  selectedGround: light.selected,
  fresh: light.plus,
  gone: light.contra,
  transfer: light.linkTransfer,
  call: light.linkCall,
  fact: light.linkFact,
  font: `"${paperFont}", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`,
  kinds: Object.fromEntries(Object.entries(kindLooks).map(([kind, { fill, ink }]) => [kind, { fill: fill.light, icon: ink.light }])),
  looks: { ramp: light.seq.slice(2), classes: [...classKinds.map((kind) => kindLooks[kind].fill.light), light.neutral] },
  icons,
  nodeScale: 1,
  labelPixels,
  linkOpacity: 1,
};
