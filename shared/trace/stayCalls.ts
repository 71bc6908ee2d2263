// Calls of stays and cafés: a person, a place or a night, and who was there with whom.
import { z } from "zod";
import type { Citation } from "../model/source.ts";
import { job, read } from "../rpc/call.ts";
import type { Closeness } from "./stays/closeness.ts";

export interface StayLine {
  readonly entity: string;
  readonly label: string;
  readonly place: string;
  readonly placeLabel: string;
  readonly isCafe: boolean;
  readonly room: string;
  readonly since: string;
  readonly until: string | null;
  readonly sources: readonly Citation[];
}

export interface CoNight {
  readonly place: string;
  readonly placeLabel: string;
  readonly isCafe: boolean;
  /** While both were there. */
  readonly since: string;
  readonly until: string;
  readonly roomA: string;
  readonly roomB: string;
  /** For the other one to be there at all; then what else the two had in common, each with its chance at this place. */
  readonly presenceBits: number;
  readonly closeness: readonly Closeness[];
  readonly bits: number;
  readonly sources: readonly Citation[];
}

export interface CoStayLine {
  readonly a: string;
  readonly b: string;
  readonly labelA: string;
  readonly labelB: string;
  readonly times: number;
  readonly bits: number;
  readonly nights: readonly CoNight[];
}

export interface StaysDocument {
  readonly about: "person" | "place" | "night";
  /** The person or place; null for a night. */
  readonly subject: string | null;
  readonly label: string;
  /** The day asked for; null: all time. */
  readonly day: string | null;
  /** Newest first, at most 500. */
  readonly stays: readonly StayLine[];
  readonly allStays: number;
  readonly people: number;
  readonly places: number;
  /** Most bits first. */
  readonly pairs: readonly CoStayLine[];
  readonly allPairs: number;
}

/** A person, place or day that has stays, for the beginning. */
export interface StayStart {
  readonly people: readonly { readonly entity: string; readonly label: string; readonly stays: number; readonly lastAt: string }[];
  readonly places: readonly {
    readonly place: string;
    readonly label: string;
    readonly isCafe: boolean;
    readonly stays: number;
    readonly lastAt: string;
  }[];
  /** Who stayed in one of the last seven nights that have stays and is a suspect of a case or watched, at most 50. */
  readonly marked: readonly {
    readonly entity: string;
    readonly label: string;
    readonly place: string;
    readonly placeLabel: string;
    readonly since: string;
    readonly isSuspect: boolean;
    readonly isWatched: boolean;
  }[];
  /** The last days that have stays. */
  readonly days: readonly { readonly day: string; readonly stays: number }[];
  readonly stays: number;
}

export const stayCalls = {
  "trace.listStaySubjects": read(
    z.object({ words: z.string().trim().max(100).default(""), limit: z.int().min(1).max(200).default(20) }),
    "Persons and places with stays, those with most first, and the last days that have any.",
    { audit: "before" },
  )<StayStart>(),
  "trace.readStays": job(
    z.object({
      /** Exactly one of person, place and day begins it; a day may narrow a person or place. */
      person: z.string().nullable().default(null),
      place: z.string().nullable().default(null),
      /** The night that begins on it, noon to noon, and what was there by day. */
      day: z.iso.date().nullable().default(null),
      top: z.int().min(1).max(1000).default(100),
    }),
    "Stays of a person, at a place or in a night, and who shared a room, arrived or left together or sat side by side, in bits against the place's own habit.",
    { errors: ["entity-unknown", "bad-request"], onReadOnly: true },
  )<StaysDocument>(),
};
