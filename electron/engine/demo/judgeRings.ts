// Judges the rings that were found against those that were planted: each planted ring against the found one that holds most of its members.
import type { TruthRing } from "./ringTruth.ts";

export interface JudgedRing {
  readonly ring: string;
  readonly found: string | null;
  readonly members: number;
  /** Planted members that the found ring holds. */
  readonly hits: number;
  /** Members of the found ring that were not planted in it. */
  readonly strangers: number;
  readonly foundMembers: number;
  /** Of the hits, those with the planted role. */
  readonly rightRoles: number;
  /** ≥ 80 % of the members and ≤ 10 % strangers. */
  readonly isFound: boolean;
}

export interface RingFigures {
  readonly rings: readonly JudgedRing[];
  readonly found: number;
  readonly memberRecall: number;
  readonly memberPrecision: number;
  readonly roleAccuracy: number;
  readonly sellerRecall: number;
  readonly sellerPrecision: number;
  readonly sellers: { readonly planted: number; readonly found: number; readonly right: number };
}

export interface RingAnswer {
  readonly ring: string;
  readonly members: readonly { readonly entity: string; readonly also: readonly string[]; readonly role: string }[];
  readonly sellers: readonly { readonly entity: string }[];
}

const leastShare = 0.8;
const mostStrangers = 0.1;

/** A member by what it is known by: the person, his own number, the accounts in his name. */
function memberKeys(truth: TruthRing): Map<string, number> {
  return new Map(truth.members.flatMap(({ person, phone }, i) => [[person, i] as const, [phone, i] as const]));
}

type FoundMember = RingAnswer["members"][number];

/** The found ring that holds most of the planted members, and which planted member each of its members is; −1: none. */
function pickBest(
  truth: TruthRing,
  answers: readonly RingAnswer[],
): { readonly answer: RingAnswer; readonly hits: readonly number[] } | null {
  const keys = memberKeys(truth);
  const hitOf = ({ entity, also }: FoundMember): number =>
    [entity, ...also].map((ref) => keys.get(ref) ?? -1).find((hit) => hit >= 0) ?? -1;
  const scored = answers.map((answer) => ({ answer, hits: answer.members.map(hitOf) }));
  const count = ({ hits }: { readonly hits: readonly number[] }) => new Set(hits.filter((hit) => hit >= 0)).size;
  const [best] = scored.filter((one) => count(one) > 0).sort((a, b) => count(b) - count(a) || (a.answer.ring < b.answer.ring ? -1 : 1));
  return best ?? null;
}

function judgeRing(truth: TruthRing, answers: readonly RingAnswer[]): JudgedRing {
  const best = pickBest(truth, answers);
  const members = truth.members.length;
  if (best === null) return { ring: truth.id, found: null, members, hits: 0, strangers: 0, foundMembers: 0, rightRoles: 0, isFound: false };
  const { answer, hits } = best;
  const found = [...new Set(hits.filter((hit) => hit >= 0))];
  const lines = new Set(truth.phones);
  // A number that the ring does call from, of whom nobody knows yet who uses it, is no stranger and no member.
  const isLine = ({ entity, also }: FoundMember) => [entity, ...also].every((ref) => lines.has(ref));
  const strangers = answer.members.filter((member, i) => hits[i]! < 0 && !isLine(member)).length;
  const isRight = (hit: number) => answer.members.some(({ role }, i) => hits[i] === hit && role === truth.members[hit]!.role);
  return {
    ring: truth.id,
    found: answer.ring,
    members,
    hits: found.length,
    strangers,
    foundMembers: answer.members.length,
    rightRoles: found.filter(isRight).length,
    isFound: found.length >= leastShare * members && strangers <= mostStrangers * answer.members.length,
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

export function judgeRings(truth: readonly TruthRing[], answers: readonly RingAnswer[]): RingFigures {
  const rings = truth.map((ring) => judgeRing(ring, answers));
  const sum = (read: (one: JudgedRing) => number) => rings.reduce((all, one) => all + read(one), 0);
  const planted = new Set(truth.flatMap(({ sellers }) => sellers.map(({ person }) => person)));
  const told = new Set(answers.flatMap(({ sellers }) => sellers.map(({ entity }) => entity)));
  const rightSellers = [...told].filter((person) => planted.has(person)).length;
  return {
    rings,
    found: rings.filter(({ isFound }) => isFound).length,
    memberRecall: share(
      sum(({ hits }) => hits),
      sum(({ members }) => members),
    ),
    memberPrecision:
      1 -
      share(
        sum(({ strangers }) => strangers),
        sum(({ foundMembers }) => foundMembers),
      ),
    roleAccuracy: share(
      sum(({ rightRoles }) => rightRoles),
      sum(({ hits }) => hits),
    ),
    sellerRecall: share(rightSellers, planted.size),
    sellerPrecision: share(rightSellers, told.size),
    sellers: { planted: planted.size, found: told.size, right: rightSellers },
  };
}
