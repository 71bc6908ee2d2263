// Calls about where things happened: points on the map, and the customer's own base map under them.
import { z } from "zod";
import { read, write } from "../rpc/call.ts";

export const mapEvents = ["case", "stay", "capture", "call", "place"] as const;
export type MapEvent = (typeof mapEvents)[number];

export interface MapPoint {
  /** Case, person, device or phone that was there. */
  readonly entity: string;
  readonly label: string;
  readonly event: MapEvent;
  readonly place: string;
  readonly placeLabel: string;
  /** Degrees, WGS-84; with masking on rounded to about a kilometre. */
  readonly longitude: number;
  readonly latitude: number;
  readonly from: string | null;
  readonly until: string | null;
}

export interface MapAnswer {
  /** In time order, those without a time first. */
  readonly points: readonly MapPoint[];
  /** Facts that lie at no place with coordinates. */
  readonly unplaced: number;
}

export interface BaseMap {
  readonly title: string;
  /** 审图号, printed on the map. */
  readonly approval: string;
  /** GeoJSON, WGS-84. */
  readonly geojson: string;
}

export const mapCalls = {
  "trace.placeOnMap": read(
    z.object({
      /** `series:S-1`, `case:A1`, `person:…`, `device:…`, `vehicle:…`, `phone:…`; none: all cases. */
      about: z.array(z.string()).max(50).default([]),
      since: z.string().nullable().default(null),
      until: z.string().nullable().default(null),
    }),
    "Where cases happened, and where persons, devices and numbers were, as points with times.",
    { audit: "before", errors: ["series-unknown", "entity-unknown", "bad-request"] },
  )<MapAnswer>(),
  "trace.readBaseMap": read(z.object({}), "The base map of the workspace, or null.")<BaseMap | null>(),
  "trace.saveBaseMap": write(
    z.object({ path: z.string(), approval: z.string().trim().min(1) }),
    "Takes a GeoJSON file with its approval number as the base map of the workspace.",
    { errors: ["file-unreadable", "map-unreadable", "bad-request"] },
  )<{ readonly features: number }>(),
  "trace.removeBaseMap": write(z.object({}), "Takes the base map away.")<{ readonly removed: boolean }>(),
};
