// A role rule: says whether an actor of a ring has the role, and why, in a reason's key with its numbers, names and rows.
import type { SourceRow } from "../../../model/source.ts";
import type { RingView } from "../ringView.ts";

export const ringRoles = [
  "organiser",
  "recruiter",
  "collector",
  "mule",
  "cash-out",
  "caller",
  "executor",
  "equipment supplier",
  "technical support",
  "member",
] as const;
export type RingRole = (typeof ringRoles)[number];

export const ringReasons = [
  "mule",
  "mule-unseen",
  "collector",
  "collector-talk",
  "cash-out",
  "cash-out-end",
  "supplier",
  "caller-handset",
  "caller-suspect",
  "caller-line",
  "caller-lure",
  "caller-lines",
  "caller-talk",
  "support",
  "recruiter",
  "organiser",
  "organiser-spot",
  "executor-vehicle",
  "executor-suspect",
  "executor-scene",
  "executor-talk",
  "member-talk",
  "member-room",
  "member-tie",
] as const;
export type RingReason = (typeof ringReasons)[number];

export interface RoleReason {
  readonly role: RingRole;
  readonly reason: RingReason;
  readonly numbers: Readonly<Record<string, number>>;
  /** Nodes that the reason names, the most telling first. */
  readonly nodes: readonly number[];
  readonly sources: readonly SourceRow[];
}

/** Roles of the others so far: rules about talk look at whom somebody talks with. */
export type RolesSoFar = ReadonlyMap<number, RingRole>;

export interface RoleRule {
  readonly role: RingRole;
  readonly judge: (view: RingView, actor: number, roles: RolesSoFar) => RoleReason | null;
}

const mostNamed = 6;
const mostSources = 5;

export function reasonOf(
  role: RingRole,
  reason: RingReason,
  numbers: Readonly<Record<string, number>>,
  ties: readonly { readonly source: SourceRow }[],
  nodes: Iterable<number>,
): RoleReason {
  return {
    role,
    reason,
    numbers,
    nodes: [...new Set(nodes)].slice(0, mostNamed),
    sources: ties.slice(0, mostSources).map(({ source }) => source),
  };
}
