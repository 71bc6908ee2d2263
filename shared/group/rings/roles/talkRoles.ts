// Roles by talk: with whom somebody talks, and with how many different roles.
import type { CallTie } from "../ringData.ts";
import type { RingView } from "../ringView.ts";
import { type RingRole, type RoleRule, type RolesSoFar, reasonOf } from "./role.ts";

interface Contact {
  readonly other: number;
  /** "line" for a number that cases name. */
  readonly role: RingRole | "line";
  readonly calls: readonly CallTie[];
}

function contactsOf(view: RingView, actor: number, roles: RolesSoFar): Contact[] {
  return [...(view.talk.get(actor) ?? [])].map(([other, calls]) => ({
    other,
    calls,
    role: view.actors.isLine[other] === 1 ? "line" : (roles.get(other) ?? "member"),
  }));
}

const callsOf = (contacts: readonly Contact[]) => contacts.flatMap(({ calls }) => calls).sort((a, b) => b.count - a.count);
const countOf = (contacts: readonly Contact[]) =>
  contacts.reduce((sum, { calls }) => sum + calls.reduce((own, { count }) => own + count, 0), 0);
const others = (contacts: readonly Contact[]) => contacts.map(({ other }) => other);

/** Half of the people that he talks with give their cards, two or more, and the talk began before their first case. */
export const recruiter: RoleRule = {
  role: "recruiter",
  judge(view, actor, roles) {
    const contacts = contactsOf(view, actor, roles);
    const mules = contacts.filter(({ role }) => role === "mule");
    if (mules.length < 2 || mules.length * 2 < contacts.length) return null;
    const early = mules.filter(
      ({ other, calls }) => Math.min(...calls.map(({ first }) => first ?? Number.POSITIVE_INFINITY)) < firstCaseOf(view, other),
    );
    if (early.length * 2 < mules.length) return null;
    return reasonOf(
      "recruiter",
      "recruiter",
      { mules: mules.length, early: early.length, times: countOf(mules) },
      callsOf(mules),
      others(mules),
    );
  },
};

function firstCaseOf(view: RingView, actor: number): number {
  const own = new Set(view.actors.nodes.get(actor));
  return view.involved
    .filter(({ entity }) => own.has(entity))
    .reduce((least, one) => Math.min(least, view.data.cases[one.case]!.at ?? Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
}

/** Which side of the work a role belongs to. */
const sides: Readonly<Partial<Record<RingRole | "line", string>>> = {
  recruiter: "cards",
  collector: "money",
  "cash-out": "money",
  caller: "calls",
  "equipment supplier": "handsets",
  "technical support": "pages",
  executor: "scenes",
};

function judgeOrganiser(view: RingView, actor: number, roles: RolesSoFar, isOne: (kinds: number, sides: number) => boolean) {
  const contacts = contactsOf(view, actor, roles).filter(({ role }) => sides[role] !== undefined);
  const kinds = new Set(contacts.map(({ role }) => role));
  if (contacts.length < 2 || !isOne(kinds.size, new Set([...kinds].map((kind) => sides[kind])).size)) return null;
  const numbers = {
    people: contacts.length,
    roles: kinds.size,
    times: countOf(contacts),
    strangers: countStrangers(view, others(contacts)),
  };
  return reasonOf("organiser", "organiser", numbers, callsOf(contacts), others(contacts));
}

/** Talks with people of three different roles, and does none of their work himself. */
export const organiser: RoleRule = {
  role: "organiser",
  judge: (view, actor, roles) => (view.isOnTheSpot ? null : judgeOrganiser(view, actor, roles, (kinds) => kinds >= 3)),
};

/** Where fewer are known and nobody leads by the rule above: with people of two sides of the work that otherwise need not meet. */
export const smallOrganiser: RoleRule = {
  role: "organiser",
  judge: (view, actor, roles) =>
    view.isOnTheSpot || [...roles.values()].includes("organiser") ? null : judgeOrganiser(view, actor, roles, (_, both) => both >= 2),
};

/** On the spot: of those whom nothing places at a scene, the one who talks most with the others. */
export const spotOrganiser: RoleRule = {
  role: "organiser",
  judge(view, actor, roles) {
    const contacts = contactsOf(view, actor, roles);
    if (!view.isOnTheSpot || contacts.length < 2 || !isBusiest(view, actor, roles)) return null;
    const numbers = { people: contacts.length, times: countOf(contacts) };
    return reasonOf("organiser", "organiser-spot", numbers, callsOf(contacts), others(contacts));
  },
};

function isBusiest(view: RingView, actor: number, roles: RolesSoFar): boolean {
  const talks = (one: number) => countOf(contactsOf(view, one, roles));
  const own = talks(actor);
  return view.people.every((other) => other === actor || roles.has(other) || talks(other) < own || (talks(other) === own && actor < other));
}

/** How many of them talk with none of the others. */
function countStrangers(view: RingView, people: readonly number[]): number {
  return people.filter((one) => !people.some((other) => other !== one && view.talk.get(one)?.has(other))).length;
}

/** Talks with the numbers that the cases name: those call nobody of the ring but who calls from them and their head. */
export const lineTalkCaller: RoleRule = {
  role: "caller",
  judge(view, actor, roles) {
    const lines = contactsOf(view, actor, roles).filter(({ role }) => role === "line");
    if (view.isOnTheSpot || lines.length === 0) return null;
    return reasonOf("caller", "caller-lines", { lines: lines.length, times: countOf(lines) }, callsOf(lines), others(lines));
  },
};

/** Half of whom he talks with are callers. */
export const talkCaller: RoleRule = {
  role: "caller",
  judge(view, actor, roles) {
    const contacts = contactsOf(view, actor, roles);
    const callers = contacts.filter(({ role }) => role === "caller");
    if (callers.length < 2 || callers.length * 2 < contacts.length) return null;
    return reasonOf("caller", "caller-talk", { callers: callers.length, times: countOf(callers) }, callsOf(callers), others(callers));
  },
};

/** Half of whom he talks with gather or draw the money. */
export const talkCollector: RoleRule = {
  role: "collector",
  judge(view, actor, roles) {
    const contacts = contactsOf(view, actor, roles);
    const money = contacts.filter(({ role }) => role === "collector" || role === "cash-out");
    if (money.length < 2 || money.length * 2 < contacts.length) return null;
    return reasonOf("collector", "collector-talk", { people: money.length, times: countOf(money) }, callsOf(money), others(money));
  },
};

/** In a ring on the spot, who talks with those who strike. */
export const talkExecutor: RoleRule = {
  role: "executor",
  judge(view, actor, roles) {
    const mates = contactsOf(view, actor, roles).filter(({ role }) => role === "executor" || role === "organiser");
    if (!view.isOnTheSpot || mates.length < 2) return null;
    return reasonOf("executor", "executor-talk", { people: mates.length, times: countOf(mates) }, callsOf(mates), others(mates));
  },
};

/** Nights in one room with others of the ring. */
function roomReason(view: RingView, actor: number) {
  const own = new Set(view.people);
  const nights = view.roommates.flatMap((tie) => {
    const [a, b] = [view.actors.of[tie.from]!, view.actors.of[tie.to]!];
    if (a !== actor && b !== actor) return [];
    const other = a === actor ? b : a;
    return own.has(other) ? [{ ...tie, other }] : [];
  });
  const mates = new Set(nights.map(({ other }) => other));
  if (mates.size === 0) return null;
  const times = nights.reduce((sum, { count }) => sum + count, 0);
  return reasonOf("member", "member-room", { people: mates.size, times }, nights, [...mates]);
}

/** No role can be told: whom he talks or shares a room with. */
export const talker: RoleRule = {
  role: "member",
  judge(view, actor, roles) {
    const contacts = contactsOf(view, actor, roles);
    if (contacts.length === 0) return roomReason(view, actor) ?? reasonOf("member", "member-tie", {}, [], []);
    return reasonOf("member", "member-talk", { people: contacts.length, times: countOf(contacts) }, callsOf(contacts), others(contacts));
  },
};
