// The rings: how the list is sorted, finding them again, the words of roles.
import { create } from "zustand";
import type { RingSort } from "../../shared/group/ringCalls.ts";
import type { RingPhaseName } from "../../shared/group/rings/phases.ts";
import type { RingRole } from "../../shared/group/rings/roles/role.ts";
import { runJob } from "./jobs.ts";

// State

export const useRings = create<{ readonly sort: RingSort }>(() => ({ sort: "score" }));

// Producers

export const roleKeys: Readonly<Record<RingRole, string>> = {
  organiser: "ring.role.organiser",
  recruiter: "ring.role.recruiter",
  collector: "ring.role.collector",
  mule: "ring.role.mule",
  "cash-out": "ring.role.cash-out",
  caller: "ring.role.caller",
  executor: "ring.role.executor",
  "equipment supplier": "ring.role.equipment-supplier",
  "technical support": "ring.role.technical-support",
  member: "ring.role.member",
};

/** Subjects of the group view besides a series: all rings, all sellers. */
export const ringsSubject = "rings";
export const sellersSubject = "sellers";

export const sortKeys: Readonly<Record<RingSort, string>> = {
  score: "ring.sort.score",
  cases: "ring.sort.cases",
  loss: "ring.sort.loss",
  last: "ring.sort.last",
  stability: "ring.sort.stability",
};

export const phaseKeys: Readonly<Record<RingPhaseName, string>> = {
  recruiting: "ring.phase.recruiting",
  active: "ring.phase.active",
  "cash-out": "ring.phase.cash-out",
  silence: "ring.phase.silence",
};

/** What is counted in a phase. */
export const phaseCountKeys: Readonly<Record<RingPhaseName, string>> = {
  recruiting: "ring.phase.recruitingCount",
  active: "ring.phase.activeCount",
  "cash-out": "ring.phase.cash-outCount",
  silence: "ring.phase.silenceCount",
};

/** From this stability on a ring holds firmly. */
export const firmStability = 0.8;

/** A subject of the group view is a ring when it reads so. */
export const isRing = (subject: string): boolean => /^R-\d+$/.test(subject);

// Actions

export const sortRings = (sort: RingSort): void => useRings.setState({ sort });

export async function findRings(): Promise<void> {
  await runJob("group.findRings", {}, { title: "ring.run.job", place: { view: "group", subject: ringsSubject } });
}
