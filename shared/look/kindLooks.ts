// Shape, fill and ink of each kind in the three themes: screens, charts and exports read the same object.
import type { EntityKind } from "../model/entity.ts";
import type { Theme } from "./palettes.ts";

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
