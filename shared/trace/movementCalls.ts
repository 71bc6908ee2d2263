// Calls about numbers, meetings and lists in common.
import { z } from "zod";
import type { PublicReason } from "../link/publicEntities.ts";
import type { Citation } from "../model/source.ts";
import { job, read } from "../rpc/call.ts";
import type { Contact, HandsetPeriod, TowerUse } from "./callProfile.ts";
import { companionCalls, type Listed, mostMetresApart, mostMinutesApart, top } from "./companionCalls.ts";

interface Span {
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What is known of a number besides its calls. */
export interface PhoneFacts {
  /** Name of who uses it. */
  readonly holder: string | null;
  readonly person: string | null;
  readonly cases: readonly string[];
  /** Its heaviest role in them. */
  readonly role: string | null;
  readonly public: PublicReason | null;
}

export interface CallProfileDocument extends PhoneFacts {
  readonly phone: string;
  readonly calls: number;
  readonly outgoing: number;
  readonly incoming: number;
  /** Talked in all, and in the middle one of the calls that were taken. */
  readonly seconds: number;
  readonly medianSeconds: number | null;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly bothWays: number;
  readonly contacts: readonly (Omit<Contact, "phone" | "firstAt" | "lastAt"> & Span & PhoneFacts & { readonly phone: string })[];
  /** hours[weekday][hour], Monday first. */
  readonly hours: readonly (readonly number[])[];
  readonly handsets: readonly (Pick<HandsetPeriod, "calls"> & Span & { readonly handset: string })[];
  readonly towers: readonly (Pick<TowerUse, "calls" | "nightCalls"> & Span & { readonly tower: string })[];
  /** Tower of most nights. */
  readonly homeTower: string | null;
  readonly silences: readonly { readonly from: string; readonly until: string }[];
}

/** What the calls of several numbers have in common. */
export interface CommonCallsDocument {
  readonly phones: readonly string[];
  /** Contacts of at least `min` of them, those of most first, public numbers last; `calls` with each of `phones`, in their order. */
  readonly contacts: readonly (PhoneFacts &
    Span & { readonly phone: string; readonly members: number; readonly calls: readonly number[] })[];
  /** Calls that hang together in time and by their numbers and hold at least `min` of them. */
  readonly conferences: readonly {
    readonly startAt: string;
    readonly endAt: string;
    readonly calls: number;
    readonly members: readonly string[];
    /** Everybody who took part. */
    readonly phones: readonly string[];
  }[];
}

/** One call as the list under a page shows it. */
export interface CallLine {
  readonly at: string;
  readonly outgoing: boolean;
  readonly other: string;
  readonly otherKind: string;
  readonly otherLabel: string;
  readonly seconds: number | null;
  readonly handset: string | null;
  readonly tower: string | null;
  readonly sources: readonly Citation[];
}

/** A number as the list of numbers shows it. */
export interface NumberLine extends PhoneFacts, Span {
  readonly phone: string;
  readonly calls: number;
  readonly contacts: number;
  /** Its own bill was imported: towers and handsets are known. */
  readonly billed: boolean;
}

export interface MeetingLine {
  readonly a: string;
  readonly b: string;
  readonly labelA: string;
  readonly labelB: string;
  readonly times: number;
  readonly bits: number;
  readonly places: readonly { readonly place: string; readonly label: string; readonly from: string; readonly until: string }[];
}

/** Where somebody or something was seen, and who says so. */
export interface SightingLine {
  readonly entity: string;
  readonly label: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  readonly sources: readonly Citation[];
}

export interface CollisionAnswer {
  /** Names of the lists: as asked, or `case:…` for each scene of a series. */
  readonly lists: readonly string[];
  /** Entities of each. */
  readonly sizes: readonly number[];
  readonly found: readonly {
    readonly entity: string;
    readonly label: string;
    readonly in: readonly string[];
    readonly rarityBits: number;
    readonly public: PublicReason | null;
  }[];
}

const time = z.string().nullable().default(null);

export const movementCalls = {
  ...companionCalls,
  "trace.profileCalls": job(
    z.object({ phone: z.string(), since: time, until: time }),
    "One page a number: contacts and which way, hours by weekday, handsets, towers, silences.",
    { errors: ["entity-unknown", "bad-request"], onReadOnly: true },
  )<CallProfileDocument>(),
  "trace.listCalls": read(
    z.object({
      phone: z.string(),
      /** Only those with this number. */
      other: z.string().nullable().default(null),
      weekday: z.int().min(0).max(6).nullable().default(null),
      hour: z.int().min(0).max(23).nullable().default(null),
      since: time,
      until: time,
      limit: z.int().min(1).max(2000).default(200),
    }),
    "The calls of one number, newest first, each with its rows: all, with one other, or of one hour of the week.",
    { audit: "before", errors: ["entity-unknown", "bad-request"] },
  )<{ readonly lines: readonly CallLine[]; readonly all: number }>(),
  "trace.findCommonContacts": job(
    z.object({
      phones: z.array(z.string()).min(2).max(200),
      min: z.int().min(2).max(200).default(2),
      /** Minutes between the end of a call and the next that still hangs together with it. */
      withinMinutes: z.number().min(0).max(mostMinutesApart).default(10),
      since: time,
      until: time,
    }),
    "What the calls of several numbers have in common: contacts of at least `min` of them, and conferences in which as many took part.",
    { errors: ["entity-unknown", "bad-request"], onReadOnly: true },
  )<CommonCallsDocument>(),
  "trace.listNumbers": job(
    z.object({
      top: z.int().min(1).max(5000).default(300),
      /** Part of the number or of the name of its holder; "" for all. */
      like: z.string().max(100).default(""),
    }),
    "Numbers that have calls, those of suspects first, then those with most: how many, with whom, whose they are, in which cases; all, or those that are like what was typed.",
    { onReadOnly: true },
  )<{ readonly lines: readonly NumberLine[]; readonly all: number }>(),
  "trace.findMeetings": job(
    z.object({
      withinMinutes: z.number().min(0).max(mostMinutesApart).default(30),
      distanceMetres: z.number().min(0).max(mostMetresApart).default(200),
      /** Episodes at least. */
      min: z.int().min(1).default(2),
      top,
    }),
    "Persons and devices that were at the same places at the same times, weighed by how rare that is: the first lines, and how many there are.",
    { onReadOnly: true },
  )<Listed<MeetingLine>>(),
  "trace.listSightings": read(
    z.object({ entities: z.array(z.string()).min(1).max(50), from: z.string(), until: z.string() }),
    "Stays and captures of a few entities that touch a period, each with its rows: what a meeting rests on.",
    { audit: "before", errors: ["entity-unknown", "bad-request"] },
  )<readonly SightingLine[]>(),
  "trace.collideSets": read(
    z.object({
      /** `source:3[@FROM/UNTIL]`, `series:S-1`, `case:A1`, `chart:C-1`, `place:KEY[~METRES]@FROM/UNTIL`, `scenes:S-1[@MINUTES/METRES]` (a list a case: who was near);
       * `address:`, `building:` or `unit:CODE[@FROM/UNTIL]` (who lives, works, owns or was seen there, everything below included). */
      sets: z.array(z.string()).min(1).max(50),
      /** Lists an entity must stand in; null: all, with scenes 2. */
      min: z.int().min(1).nullable().default(null),
    }),
    "What several lists have in common: sources, series, cases, kept charts, who was at or near a place in a window of time, who is in a building.",
    {
      audit: "before",
      errors: ["bad-request", "chart-unknown", "source-unknown", "series-unknown", "entity-unknown", "address-not-matched"],
    },
  )<CollisionAnswer>(),
};
