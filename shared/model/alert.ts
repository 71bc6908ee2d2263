// Alerts as everybody shows them: what an import brought to a watch, with the facts that say it.
import type { Numbered } from "./entity.ts";

export const watchKinds = ["entity", "place", "series", "words", "rule"] as const;
export type WatchKind = (typeof watchKinds)[number];

/** What happened: `watch.hit.<code>` says it in words. */
export const hitCodes = [
  "transfer-in",
  "transfer-out",
  "call",
  "stay",
  "shared-room",
  "next-seat",
  "capture",
  "login",
  "link",
  "scene",
  "case-fits",
  "words",
  "fan-in",
  "fast-out",
  "near-scene",
] as const;
export type HitCode = (typeof hitCodes)[number];

export const alertStates = ["new", "seen", "handled", "dismissed"] as const;
export type AlertState = (typeof alertStates)[number];

/** One fact of an alert. */
export interface AlertFact extends Numbered {
  /** ISO 8601; null where the fact has no time. */
  readonly at: string | null;
  readonly code: HitCode;
  readonly entity: string;
  readonly label: string;
  readonly other: string | null;
  readonly otherLabel: string;
  /** As `numbers`, of `other`. */
  readonly otherNumbers?: readonly string[];
  readonly where: { readonly place: string; readonly label: string } | null;
  /** Decimal, with its currency. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly seconds: number | null;
  readonly link: string | null;
  readonly role: string | null;
  readonly series: string | null;
  readonly bits: number | null;
  readonly count: number | null;
  readonly metres: number | null;
  readonly percent: number | null;
  readonly minutes: number | null;
  readonly sourceId: number;
  /** Null where the source was taken out since. */
  readonly source: string | null;
  readonly sheet: string | null;
  readonly row: number;
}

export interface NamedEntity extends Numbered {
  readonly entity: string;
  readonly label: string;
}

/** Of an alert about cases the one that it is most about, so that a line can say it. */
export interface AlertGist extends NamedEntity {
  /** Nobody told of the case before. */
  readonly isNew: boolean;
  /** All cases that the alert tells of. */
  readonly cases: number;
  /** What ties the case to the watch, at most three; empty where it fits as a whole. */
  readonly ties: readonly NamedEntity[];
  /** All of them. */
  readonly tied: number;
  readonly series: string | null;
  readonly bits: number | null;
}

/** What one import brought to one watch, of one kind. */
export interface AlertItem extends Numbered {
  readonly id: number;
  readonly watch: string;
  readonly kind: WatchKind;
  readonly entity: string | null;
  readonly label: string;
  /** Of a rule its name. */
  readonly rule: string | null;
  /** Of a place its circle, WGS-84. */
  readonly place: { readonly longitude: number; readonly latitude: number; readonly metres: number } | null;
  readonly owner: string;
  readonly code: HitCode;
  readonly raisedAt: string;
  readonly facts: number;
  /** Sum of the amounts where all have one currency. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** The newest facts. */
  readonly newest: readonly AlertFact[];
  /** Null where it tells of no case. */
  readonly gist: AlertGist | null;
  readonly state: AlertState;
  readonly stateBy: string | null;
  readonly stateAt: string | null;
  readonly stateReason: string;
}
