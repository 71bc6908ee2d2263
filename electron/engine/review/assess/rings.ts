// Rings of the last run in which the clue's entities are members, or whose cases they stand in.
import type { ClueRing } from "../../../../shared/review/assess/calls.ts";
import { readStoredRing } from "../../group/storedRing.ts";
import { listRingsSaying } from "../../store/sqlite/tables/clueFacts.ts";
import { readLastRingRun } from "../../store/sqlite/tables/rings.ts";
import { refsOf } from "./clue.ts";
import type { Probe } from "./part.ts";

const mostMembers = 20;
const mostCited = 3;

export const findRings: Probe<"rings"> = ({ context: { db }, clue, earlier }) => {
  const run = readLastRingRun(db);
  const cases = new Set(earlier.cases?.items.map((item) => item.case) ?? []);
  const refs = new Set(refsOf(clue.entities));
  const words = [...refs, ...cases, ...clue.named].map((word) => JSON.stringify(word));
  if (!run || words.length === 0) return { items: [] };
  const items = listRingsSaying(db, run.id, words).flatMap(({ id, detail }): ClueRing[] => {
    const ring = readStoredRing(detail);
    const members = ring.members.filter(({ entity, also }) => refs.has(entity) || also.some((other) => refs.has(other.entity)));
    const met = ring.cases.filter((number) => cases.has(number));
    // A word may stand in the detail for another reason: as what ties it to a second ring.
    if (members.length === 0 && met.length === 0 && !clue.named.includes(id)) return [];
    const { title, namedBy, people, loss, lastAt } = ring;
    return [
      {
        ring: id,
        title,
        namedBy,
        people,
        cases: ring.cases.length,
        loss,
        lastAt,
        members: members
          .slice(0, mostMembers)
          .map(({ entity, label, role, why }) => ({ entity, label, role, sources: why.sources.slice(0, mostCited) })),
        met,
      },
    ];
  });
  return { items: items.sort((a, b) => b.members.length - a.members.length || b.met.length - a.met.length || (a.ring < b.ring ? -1 : 1)) };
};
