// A series or a ring of a bundle as it is listed, and, where the bundle is masked, to be looked at: nothing of that is stored.
import type { RingRole } from "../../group/rings/roles/role.ts";
import type { memberStates } from "./finding.ts";

/** A series or a ring that the other unit found. */
export interface ShownFinding {
  readonly findingKind: "series" | "ring";
  readonly unit: string;
  readonly number: string;
  readonly title: string;
  readonly foundAt: string;
  readonly cases: number;
  /** Core members of a series, people of a ring. */
  readonly core: number;
}

/** Something that it names. */
export interface LookedThing {
  /** What the bundle calls it: a hash that says nothing without its passphrase. */
  readonly mark: string;
  readonly kind: string;
  /** As the bundle writes it. */
  readonly written: string;
  /** What it is here, where the passphrase and a number of ours tell; else null. */
  readonly entity: string | null;
  readonly label: string;
  readonly cases: number;
  readonly bits: number | null;
}

export interface LookedPerson extends Omit<LookedThing, "cases" | "bits"> {
  readonly ringRole: RingRole;
  readonly core: boolean;
}

export interface LookedFinding extends ShownFinding {
  readonly loss: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly cohesionBits: number | null;
  readonly weakest: { readonly a: string; readonly b: string; readonly bits: number } | null;
  /** Its cases; of a ring without state and bits. */
  readonly members: readonly {
    readonly case: string;
    readonly state: (typeof memberStates)[number] | null;
    readonly bits: number | null;
    readonly isHere: boolean;
  }[];
  readonly people: readonly LookedPerson[];
  readonly things: readonly LookedThing[];
}
