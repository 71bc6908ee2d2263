// Calls of standard addresses: matching, the desk of the doubtful, one address with what stands there, who is at a place, the nearest one.
import { z } from "zod";
import type { AddressLevel } from "../import/address/levels.ts";
import type { Verdict } from "../model/decision.ts";
import type { Citation } from "../model/source.ts";
import { job, read } from "../rpc/call.ts";
import type { DoubtReason, LevelVerdict, MatchState } from "./address/matchAddress.ts";

/** accepted and refused: judged by a person. */
export const addressStates = ["sure", "doubtful", "accepted", "refused", "coarse", "none"] as const satisfies readonly (
  | MatchState
  | string
)[];
export type AddressState = (typeof addressStates)[number];

/** Where to ask: states together as the desk shows them. */
export const addressPiles = ["doubtful", "judged", "sure", "unmatched", "all"] as const;

export interface AddressRun {
  readonly ranAt: string;
  /** Standard addresses, number and estate down to the room. */
  readonly standard: number;
  /** Written addresses that were matched against them. */
  readonly places: number;
  readonly seconds: number;
  readonly counts: Readonly<Record<AddressState, number>>;
}

/** What matching by itself made of the addresses that an import brought. */
export interface AddressReport {
  readonly matched: number;
  /** Wait for a person. */
  readonly doubtful: number;
  /** Not in the table, or too coarse. */
  readonly unmatched: number;
  /** False: cancelled or failed; it goes on at the next import or opening. */
  readonly isDone: boolean;
  /** Code of the error that ended it. */
  readonly failure: string | null;
}

export interface AddressName {
  readonly place: string;
  readonly label: string;
}

export interface StandardName extends AddressName {
  readonly level: AddressLevel;
}

export interface AddressOption extends StandardName {
  readonly bits: number;
  readonly probability: number;
  readonly bars: readonly {
    readonly level: AddressLevel;
    readonly verdict: LevelVerdict;
    readonly stated: string;
    readonly standard: string;
    readonly bits: number;
  }[];
}

export interface AddressMatchLine extends AddressName {
  readonly state: AddressState;
  readonly reason: DoubtReason | null;
  readonly level: AddressLevel | null;
  readonly bits: number;
  readonly probability: number;
  /** What it is taken for now. */
  readonly standard: StandardName | null;
  readonly options: readonly AddressOption[];
  /** Links and stays that stand at it. */
  readonly told: number;
  readonly decision: { readonly verdict: Verdict; readonly note: string; readonly by: string; readonly at: string } | null;
  readonly sources: readonly Citation[];
}

export interface AddressMatchPage {
  readonly items: readonly AddressMatchLine[];
  readonly run: AddressRun | null;
  readonly stale: boolean;
  /** Standard addresses in the workspace now. */
  readonly standard: number;
}

export interface AddressDocument extends StandardName {
  readonly levels: readonly { readonly level: AddressLevel; readonly text: string }[];
  readonly codes: readonly string[];
  readonly aliases: readonly string[];
  readonly point: { readonly longitude: number; readonly latitude: number; readonly datum: string | null } | null;
  /** The nearest first. */
  readonly above: readonly StandardName[];
  readonly parts: readonly StandardName[];
  /** Standard addresses below it, all levels. */
  readonly allBelow: number;
  /** Written addresses that are taken for it or for something below it. */
  readonly written: readonly (AddressName & { readonly state: AddressState; readonly standard: string; readonly probability: number })[];
  readonly allWritten: number;
  readonly sources: readonly Citation[];
}

export interface PlacePerson {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
  /** lives-at, located-at, owns, at-place. */
  readonly link: string;
  readonly role: string;
  /** ISO; null where the source states none. */
  readonly since: string | null;
  readonly until: string | null;
  /** The standard address it was matched to, and what was written. */
  readonly standard: StandardName;
  readonly written: AddressName;
  readonly sources: readonly Citation[];
}

export interface PlaceStay {
  readonly entity: string;
  readonly label: string;
  readonly room: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly written: AddressName;
  readonly sources: readonly Citation[];
}

export interface PlacePeople extends StandardName {
  /** The day asked for; null: whenever. */
  readonly day: string | null;
  readonly people: readonly PlacePerson[];
  readonly organisations: readonly PlacePerson[];
  readonly cases: readonly PlacePerson[];
  readonly stays: readonly PlaceStay[];
  /** First and last moment of which anything is told here, whatever the day; null where nothing with a time is. ISO. */
  readonly told: { readonly since: string; readonly until: string } | null;
}

export interface NearAddress extends StandardName {
  readonly metres: number;
  readonly longitude: number;
  readonly latitude: number;
  /** Null: the table names none, the point is taken as WGS-84. */
  readonly datum: string | null;
}

export interface NearestAnswer {
  readonly items: readonly NearAddress[];
  /** Where nothing is as near as asked: the nearest within 50 km. Null there too where nothing is. */
  readonly beyond: NearAddress | null;
  /** Standard addresses that tell a point. */
  readonly points: number;
}

export const farthestMetres = 50_000;

export const datums = ["WGS-84", "GCJ-02", "BD-09"] as const;
const place = z.string().min(1);
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

export const addressCalls = {
  "resolve.matchAddresses": job(
    z.object({}),
    "Matches every written address of the workspace to the standard table, by levels; what people judged stands above it.",
    { errors: ["no-standard-addresses", "cancelled"] },
  )<AddressRun>(),
  "resolve.readAddressReport": read(
    z.object({ since: z.int().min(0), wait: z.boolean().default(true) }),
    "What became of the addresses that came with that version of the data or later; waits for the matching that goes on by itself.",
  )<AddressReport | null>(),
  "resolve.listAddressMatches": read(
    z.object({ pile: z.enum(addressPiles).default("doubtful"), words: z.string().max(100).default(""), ...page }),
    "Written addresses with the standard address that each is taken for, those that most people stand at first.",
    { audit: "before" },
  )<AddressMatchPage>(),
  "resolve.readAddressMatch": read(z.object({ place }), "One written address with every standard address that it may be, level by level.", {
    audit: "before",
    errors: ["entity-unknown", "address-not-matched"],
  })<AddressMatchLine>(),
  "resolve.searchAddresses": read(
    z.object({ words: z.string().trim().min(1).max(200), limit: z.int().min(1).max(100).default(20) }),
    "Standard addresses in which the words stand, coarse ones first.",
    { audit: "before" },
  )<readonly StandardName[]>(),
  "resolve.readAddress": read(
    z.object({ place }),
    "A standard address by place or code: levels, point, what lies above and below, the written addresses taken for it.",
    { audit: "before", errors: ["entity-unknown", "address-not-matched"] },
  )<AddressDocument>(),
  "resolve.listPeopleOfAddress": read(
    z.object({
      place,
      /** ISO day; null: whenever. */
      day: z.iso.date().nullable().default(null),
      /** number, estate, building, unit: the place above that it is part of. */
      widen: z.enum(["number", "estate", "building", "unit"]).nullable().default(null),
    }),
    "Persons, organisations, cases and stays of an address and everything below it, as of a day.",
    { audit: "before", errors: ["entity-unknown", "address-not-matched"] },
  )<PlacePeople>(),
  "resolve.findNearestAddresses": read(
    z.object({
      longitude: z.number().min(-180).max(180),
      latitude: z.number().min(-90).max(90),
      datum: z.enum(datums).default("WGS-84"),
      metres: z.number().min(1).max(farthestMetres).default(500),
      top: z.int().min(1).max(200).default(10),
    }),
    "Standard addresses nearest to a point, offline, in metres; where none is so near, the one that is nearest beyond.",
    { audit: "before" },
  )<NearestAnswer>(),
};
