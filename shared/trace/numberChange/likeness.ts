// How alike an old number before and a new number after are: contacts that both have, weighted by rarity, then towers, handset, hours.
import type { Activity, TwoPeriods } from "./activity.ts";

export interface Likeness {
  /** 0..1: weight of shared contacts ÷ weight of all, unmatched pool contacts in part. */
  readonly contacts: number;
  readonly sharedContacts: readonly number[];
  /** Cosine of calls by tower, 0..1; null where one of the two tells none. */
  readonly towers: number | null;
  readonly hasSameHandset: boolean;
  /** Cosine of calls by hour, 0..1. */
  readonly hours: number;
  readonly score: number;
}

/** Old number → its successor as far as judged. */
export type Matching = ReadonlyMap<number, number>;

/** Contacts may have changed numbers themselves: an unmatched old one and an unmatched new one count a quarter. */
const latentShare = 0.25;
/** Weight of contacts that nobody saw: few contacts in common are less than all of many. */
const caution = 0.5;
/** What towers, handset and hours add to the contacts' likeness; contacts decide, the rest breaks ties. */
const weights = { towers: 0.15, handset: 0.5, hours: 0.05 } as const;

export interface Pools {
  readonly old: ReadonlySet<number>;
  readonly fresh: ReadonlySet<number>;
}

/** Rare contacts tell more: 1 ÷ ln(2 + numbers that it talks with). */
export function weighContacts({ before, after }: TwoPeriods): Float64Array {
  return Float64Array.from(before, (activity, phone) => {
    const all = new Set([...activity.contacts.keys(), ...after[phone]!.contacts.keys()]);
    return 1 / Math.log(2 + all.size);
  });
}

export function compareNumbers(old: Activity, fresh: Activity, contactWeight: Float64Array, pools: Pools, matching: Matching): Likeness {
  const { share, shared } = compareContacts(old, fresh, contactWeight, pools, matching);
  const towers = old.towers.size === 0 || fresh.towers.size === 0 ? null : cosineOfCounts(old.towers, fresh.towers);
  const hasSameHandset = [...old.handsets].some((handset) => fresh.handsets.has(handset));
  const hours = cosine(old.hours, fresh.hours);
  const score = share + weights.towers * (towers ?? 0) + weights.handset * Number(hasSameHandset) + weights.hours * hours;
  return { contacts: share, sharedContacts: shared, towers, hasSameHandset, hours, score };
}

function compareContacts(old: Activity, fresh: Activity, weight: Float64Array, { old: olds, fresh: freshs }: Pools, matching: Matching) {
  const taken = new Set(matching.values());
  const theirs = new Set(fresh.contacts.keys());
  const shared: number[] = [];
  let both = 0;
  let [all, openOld, openFresh] = [0, 0, 0];
  for (const contact of old.contacts.keys()) {
    const now = matching.get(contact) ?? contact;
    all += weight[contact]!;
    if (theirs.has(now)) {
      both += (weight[contact]! + weight[now]!) / 2;
      shared.push(now);
    } else if (olds.has(contact) && !matching.has(contact)) openOld += weight[contact]!;
  }
  for (const contact of theirs) {
    all += weight[contact]!;
    if (freshs.has(contact) && !taken.has(contact)) openFresh += weight[contact]!;
  }
  const latent = latentShare * Math.min(openOld, openFresh);
  const union = all - both - latent;
  return { share: (both + latent) / (union + caution), shared: shared.sort((a, b) => weight[b]! - weight[a]! || a - b) };
}

function cosineOfCounts(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let dot = 0;
  for (const [key, count] of a) dot += count * (b.get(key) ?? 0);
  const length = (counts: ReadonlyMap<number, number>) => Math.hypot(...counts.values());
  return dot / (length(a) * length(b) || 1);
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, lengthA, lengthB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    lengthA += a[i]! ** 2;
    lengthB += b[i]! ** 2;
  }
  return dot / (Math.sqrt(lengthA * lengthB) || 1);
}
