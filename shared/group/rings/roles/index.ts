// The role rules in their order: what somebody does with money and handsets goes before whom he talks with.
import type { RingView } from "../ringView.ts";
import { handsetCaller, lineCaller, lureCaller, supplier, support } from "./handsetRoles.ts";
import { cashOut, collector, mule } from "./moneyRoles.ts";
import type { RingRole, RoleReason, RoleRule } from "./role.ts";
import { sceneExecutor, suspectCaller, suspectExecutor, vehicleExecutor } from "./spotRoles.ts";
import {
  lineTalkCaller,
  organiser,
  recruiter,
  smallOrganiser,
  spotOrganiser,
  talkCaller,
  talkCollector,
  talkExecutor,
  talker,
} from "./talkRoles.ts";

/** Each step sees the roles that the steps before have told. */
export const roleSteps: readonly (readonly RoleRule[])[] = [
  [cashOut, collector, mule, supplier, lineCaller, handsetCaller, support, lureCaller, suspectCaller, suspectExecutor, vehicleExecutor],
  [sceneExecutor, recruiter, lineTalkCaller],
  [organiser, spotOrganiser],
  [smallOrganiser],
  [talkCollector, talkCaller, talkExecutor],
  [talker],
];

/** Every actor of a ring with the first role whose rule holds. */
export function tellRoles(view: RingView): Map<number, RoleReason> {
  const told = new Map<number, RoleReason>();
  const roles = new Map<number, RingRole>();
  for (const rules of roleSteps) {
    const found: RoleReason[] = [];
    const actors: number[] = [];
    for (const actor of view.people) {
      if (told.has(actor)) continue;
      const reason = firstOf(rules, view, actor, roles);
      if (reason === null) continue;
      found.push(reason);
      actors.push(actor);
    }
    actors.forEach((actor, i) => {
      told.set(actor, found[i]!);
      roles.set(actor, found[i]!.role);
    });
  }
  return told;
}

function firstOf(rules: readonly RoleRule[], view: RingView, actor: number, roles: ReadonlyMap<number, RingRole>): RoleReason | null {
  for (const rule of rules) {
    const reason = rule.judge(view, actor, roles);
    if (reason !== null) return reason;
  }
  return null;
}
