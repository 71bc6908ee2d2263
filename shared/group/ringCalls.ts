// Calls about rings: found again, listed, one in full; and who sold cards and numbers.
import { z } from "zod";
import type { Numbered } from "../model/entity.ts";
import type { Citation } from "../model/source.ts";
import { job, read } from "../rpc/call.ts";
import type { RingPhaseName } from "./rings/phases.ts";
import type { RingReason, RingRole } from "./rings/roles/role.ts";

export interface NamedEntity extends Numbered {
  readonly entity: string;
  readonly kind: string;
  readonly label: string;
}

export interface RingWhy {
  /** Key of the sentence; the numbers fill its blanks. Sums of money are decimals under `amount`. */
  readonly reason: RingReason;
  readonly numbers: Readonly<Record<string, number>>;
  readonly amount: string | null;
  readonly named: readonly NamedEntity[];
  readonly sources: readonly Citation[];
}

export interface RingMemberItem extends NamedEntity {
  readonly role: RingRole;
  readonly why: RingWhy;
  /** Found in the ring in at least seven of ten perturbed runs. */
  readonly core: boolean;
  readonly stability: number;
  /** His other numbers, accounts and names. */
  readonly also: readonly NamedEntity[];
}

export interface RingItem {
  readonly ring: string;
  /** Title of its largest series; empty without one. */
  readonly title: string;
  /** Who or what it is called by (`ringName.ts`); null where nothing has a name. */
  readonly namedBy: (NamedEntity & { readonly as: "organiser" | "member" | "thing" }) | null;
  readonly score: number;
  readonly parts: Readonly<Record<"cases" | "victims" | "loss" | "shared" | "recency", number>>;
  readonly people: number;
  readonly roles: readonly { readonly role: RingRole; readonly count: number; readonly named: readonly NamedEntity[] }[];
  readonly cases: readonly string[];
  readonly series: readonly string[];
  readonly victims: number;
  readonly loss: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly stability: number;
}

export interface SellerItem extends NamedEntity {
  readonly ring: string;
  readonly sold: readonly NamedEntity[];
  readonly cases: readonly string[];
  readonly sources: readonly Citation[];
}

export interface RingDetail extends RingItem {
  readonly members: readonly RingMemberItem[];
  readonly shared: readonly (NamedEntity & { readonly cases: number; readonly people: number })[];
  readonly phases: readonly {
    readonly phase: RingPhaseName;
    readonly from: string;
    readonly until: string;
    readonly count: number;
    readonly sources: readonly Citation[];
  }[];
  /** What ties it to other rings. */
  readonly bridges: readonly { readonly ring: string; readonly bits: number; readonly named: readonly NamedEntity[] }[];
  readonly sellers: readonly SellerItem[];
}

export const ringSorts = ["score", "cases", "loss", "last", "stability"] as const;
export type RingSort = (typeof ringSorts)[number];

export const ringCalls = {
  "group.findRings": job(z.object({}), "Finds the rings behind the series: people by role, what they share, when they were at work.", {
    errors: ["not-grouped-yet"],
  })<{ readonly runId: number; readonly rings: number; readonly people: number; readonly seconds: number }>(),
  "group.listRings": read(z.object({ sort: z.enum(ringSorts).default("score") }), "All rings of the last run.")<{
    readonly rings: readonly RingItem[];
    readonly stale: boolean;
    readonly runId: number | null;
  }>(),
  "group.readRing": read(
    z.object({ ring: z.string() }),
    "One ring: members with roles and reasons, shared things, phases, bridges, sellers.",
    {
      audit: "before",
      errors: ["ring-unknown"],
    },
  )<RingDetail & { readonly stale: boolean }>(),
  "group.listSellers": read(z.object({}), "Who sold bank cards and phone numbers to rings (两卡), those of most cases first.", {
    audit: "before",
  })<readonly SellerItem[]>(),
};
