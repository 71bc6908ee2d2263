// Calls about numbers, meetings and lists in common.
import { z } from "zod";
import type { PublicReason } from "../link/publicEntities.ts";
import { job, read } from "../rpc/call.ts";
import type { Contact, HandsetPeriod, TowerUse } from "./callProfile.ts";

interface Span {
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface CallProfileDocument {
  readonly phone: string;
  readonly calls: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly bothWays: number;
  readonly contacts: readonly (Omit<Contact, "phone" | "firstAt" | "lastAt"> & Span & { readonly phone: string })[];
  /** hours[weekday][hour], Monday first. */
  readonly hours: readonly (readonly number[])[];
  readonly handsets: readonly (Pick<HandsetPeriod, "calls"> & Span & { readonly handset: string })[];
  readonly towers: readonly (Pick<TowerUse, "calls" | "nightCalls"> & Span & { readonly tower: string })[];
  /** Tower of most nights. */
  readonly homeTower: string | null;
  readonly silences: readonly { readonly from: string; readonly until: string }[];
}

export interface MeetingLine {
  readonly a: string;
  readonly b: string;
  readonly times: number;
  readonly bits: number;
  readonly places: readonly { readonly place: string; readonly from: string; readonly until: string }[];
}

export interface CollisionAnswer {
  /** Entities of each list. */
  readonly sizes: readonly number[];
  readonly found: readonly {
    readonly entity: string;
    readonly in: readonly string[];
    readonly rarityBits: number;
    readonly public: PublicReason | null;
  }[];
}

const time = z.string().nullable().default(null);

export const movementCalls = {
  "trace.profileCalls": job(
    z.object({ phone: z.string(), since: time, until: time }),
    "One page a number: contacts and which way, hours by weekday, handsets, towers, silences.",
    { errors: ["entity-unknown", "bad-request"] },
  )<CallProfileDocument>(),
  "trace.findMeetings": job(
    z.object({
      withinMinutes: z.number().min(0).default(30),
      distanceMetres: z.number().min(0).default(200),
      /** Episodes at least. */
      min: z.int().min(1).default(2),
    }),
    "Persons and devices that were at the same places at the same times, weighed by how rare that is.",
  )<readonly MeetingLine[]>(),
  "trace.collideSets": read(
    z.object({
      /** `source:3`, `series:S-1`, `case:A1`, `place:KEY@FROM/UNTIL`. */
      sets: z.array(z.string()).min(2).max(50),
      /** Lists an entity must stand in; null: all. */
      min: z.int().min(1).nullable().default(null),
    }),
    "What several lists have in common: sources, series, cases, who was at a place in a window of time.",
    { audit: "before", errors: ["bad-request", "source-unknown", "series-unknown", "entity-unknown"] },
  )<CollisionAnswer>(),
};
