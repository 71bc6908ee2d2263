// Calls about who travels with whom, and about days against the own habit.
import { z } from "zod";
import { job } from "../rpc/call.ts";

/** Two that were seen at several places in the same order. */
export interface FollowerLine {
  /** Drives ahead. */
  readonly a: string;
  readonly b: string;
  readonly labelA: string;
  readonly labelB: string;
  readonly bits: number;
  /** Different places. */
  readonly placeCount: number;
  /** Share of the stops at which b came with a or after it, 0 to 1. */
  readonly behind: number;
  /** Middle one of how much later b was, seconds. */
  readonly lagSeconds: number;
  readonly journeys: readonly {
    readonly bits: number;
    readonly places: readonly { readonly place: string; readonly label: string; readonly from: string; readonly until: string }[];
  }[];
}

/** A day on which somebody or something was where, or when, it never is. */
export interface UnusualLine {
  readonly entity: string;
  readonly label: string;
  readonly bits: number;
  readonly hourBits: number;
  readonly placeBits: number;
  /** The most unusual sighting of the day. */
  readonly at: string;
  readonly seenAt: { readonly place: string; readonly label: string };
  readonly onDay: number;
  readonly sightings: number;
  readonly days: number;
  /** Hours between which four fifths of the other days' sightings lie, both included. */
  readonly hours: readonly [number, number];
  /** Of which days these hours are: of the same kind, or of all where it has too few sightings. */
  readonly hoursOf: "workday" | "weekend" | "all";
  readonly usual: readonly { readonly place: string; readonly label: string; readonly count: number }[];
}

/** The first lines, and how many there are. */
export interface Listed<Line> {
  readonly lines: readonly Line[];
  readonly all: number;
}

/** Within a day and twenty kilometres people meet; beyond that they only live in one town, and every pair does. */
export const mostMinutesApart = 1440;
export const mostMetresApart = 20_000;
/** Between two stops of one journey. */
export const mostHoursBetween = 720;

export const top = z.int().min(1).nullable().default(500);
const entity = z.string().nullable().default(null);

export const companionCalls = {
  "trace.findFollowers": job(
    z.object({
      withinMinutes: z.number().min(0).max(mostMinutesApart).default(5),
      distanceMetres: z.number().min(0).max(mostMetresApart).default(200),
      /** Different places of one journey, at least. */
      places: z.int().min(2).max(50).default(3),
      /** Between two stops of one journey, hours. */
      gapHours: z.number().positive().max(mostHoursBetween).default(3),
      /** Only who travels with this one. */
      of: entity,
      /** Only pairs of which one is of this kind. */
      kind: z.string().nullable().default(null),
      top,
    }),
    "Persons and devices that were seen at several places in the same order, one soon after the other (伴随), by how few go the same way.",
    { errors: ["entity-unknown"], onReadOnly: true },
  )<Listed<FollowerLine>>(),
  "trace.findUnusual": job(
    z.object({
      /** Sightings and different days that make a habit. */
      sightings: z.int().min(5).max(10_000).default(20),
      days: z.int().min(3).max(1000).default(7),
      minBits: z.number().min(0).default(4),
      of: entity,
      top,
    }),
    "Days on which persons or devices were where, or when, they never are, held against the own habit of all their other days.",
    { errors: ["entity-unknown"], onReadOnly: true },
  )<Listed<UnusualLine>>(),
};
