// What a ring is called, everywhere: by its organiser, else by who has a part in it, else by whose name its accounts run, else by the app or site that its
// cases share. Never by a police station, and not by a bare number: neither says who they are.
import type { NamedEntity, RingDetail, RingItem } from "./ringCalls.ts";

type Named = Pick<RingDetail, "members" | "shared">;

/** A name reads as words; the number of a person, phone or account does not. */
const isName = (label: string): boolean => /\p{L}/u.test(label) && !/^[A-Z]?\d{6,}[\dXx]?$/.test(label);

const plain = ({ entity, kind, label }: NamedEntity): NamedEntity => ({ entity, kind, label });

/** A member's own name, else that of who owns his number. */
function nameOfMember(member: RingDetail["members"][number], kind: string): NamedEntity | undefined {
  const name = [member, ...member.also].find((one) => one.kind === kind && isName(one.label));
  return name && plain(name);
}

/** Members stand in the order of their roles, the firmest of each first. */
function memberNamed({ members }: Named, kind: string, role?: string): NamedEntity | undefined {
  return members.flatMap((member) => (role === undefined || member.role === role ? (nameOfMember(member, kind) ?? []) : []))[0];
}

/** App before site, that of most cases first. */
function sharedNamed({ shared }: Named): NamedEntity | undefined {
  const names = shared.filter(
    ({ kind, label }) => kind === "netid" && isName(label) && (/\p{Script=Han}/u.test(label) || label.includes(".")),
  );
  const isSite = ({ label }: NamedEntity) => Number(!/\p{Script=Han}/u.test(label));
  const best = names.toSorted((a, b) => isSite(a) - isSite(b) || b.cases - a.cases || (a.entity < b.entity ? -1 : 1))[0];
  return best && plain(best);
}

export function nameRing(ring: Named): RingItem["namedBy"] {
  const organiser = memberNamed(ring, "person", "organiser");
  if (organiser) return { ...organiser, as: "organiser" };
  const member = memberNamed(ring, "person") ?? memberNamed(ring, "account") ?? memberNamed(ring, "organisation");
  if (member) return { ...member, as: "member" };
  const thing = sharedNamed(ring);
  return thing ? { ...thing, as: "thing" } : null;
}

type Say = (key: string, values: Record<string, unknown>) => string;

/** Literal keys, so that the catalogue knows them to be used. */
const wordsOf = { organiser: "ring.title.head", member: "ring.title.member", thing: "ring.title.thing" } as const;

export function ringTitle(say: Say, { namedBy, title, people }: Pick<RingItem, "namedBy" | "title" | "people">): string {
  if (namedBy !== null) return say(wordsOf[namedBy.as], { name: namedBy.label, people });
  return title === "" ? say("ring.title.unknown", {}) : say("ring.title.series", { title });
}
