// Chooses blocking rules greedily: those that find most of what true matches would look like, for the least pairs.
import { seededRandom } from "../../random.ts";
import type { FieldTable } from "../fieldTable.ts";
import type { IdentityModel } from "../identityModel.ts";
import type { CandidateRule } from "./candidateRules.ts";
import type { AtomColumn } from "./columns.ts";

const virtualMatches = 4000;
/** Some people are written carefully, some are not. */
const errorMultipliers = [0.3, 1, 2, 3.5];
const seed = 77;
/** A match found once is worth half as much the second time. */
const repeatWorth = 0.5;

/** For each virtual match the columns on which its two records would agree, drawn from m and from how full the fields are. */
export function drawVirtualMatches(table: FieldTable, model: IdentityModel, columns: readonly AtomColumn[]): Uint8Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: virtualMatches }, (_, i) => {
    const multiplier = errorMultipliers[i % errorMultipliers.length]!;
    const levels = table.fields.map((field, f) => drawLevel(model.fields[f]!.m, multiplier, (field.filled / table.count) ** 2, random));
    return Uint8Array.from(columns, ({ field, agreement }) => (random() < (agreement[levels[field]!] ?? 0) ? 1 : 0));
  });
}

/** Level of one field, or -1 where one of the two does not state it. */
function drawLevel(m: Float64Array, multiplier: number, filled: number, random: () => number): number {
  const [stated, draw] = [random() < filled, random()];
  if (!stated) return -1;
  const errors = Math.min(0.95, (1 - m[0]!) * multiplier);
  if (draw >= errors || m[0]! >= 1) return 0;
  let left = (draw / errors) * (1 - m[0]!);
  for (let level = 1; level < m.length; level++) {
    left -= m[level]!;
    if (left < 0) return level;
  }
  return m.length - 1;
}

/** Rules best first; the caller stops when it has enough pairs. Gains only shrink, so a stale best is looked at again (lazy greedy, Minoux 1978). */
export function* rankRules(rules: readonly CandidateRule[], matches: readonly Uint8Array[], count: number): Generator<CandidateRule> {
  const worth = new Float64Array(matches.length).fill(1);
  const found = rules.map(({ rule }) => Int32Array.from(matches.flatMap((match, i) => (rule.every((column) => match[column]) ? [i] : []))));
  const gainOf = (r: number) => {
    let sum = 0;
    for (const match of found[r]!) sum += worth[match]!;
    const { pairs, skipped } = rules[r]!.cost;
    return (sum * (1 - skipped)) / (pairs + count / 2);
  };
  const queue = rules.map((_, r) => ({ r, gain: gainOf(r) })).filter(({ gain }) => gain > 0);
  const order = (a: { r: number; gain: number }, b: { r: number; gain: number }) => b.gain - a.gain || a.r - b.r;
  queue.sort(order);
  while (queue.length > 0) {
    const best = queue.shift()!;
    const gain = gainOf(best.r);
    if (queue[0] && gain < queue[0].gain) {
      const at = queue.findIndex((other) => order({ r: best.r, gain }, other) < 0);
      queue.splice(at < 0 ? queue.length : at, 0, { r: best.r, gain });
      continue;
    }
    if (gain <= 0) return;
    const kept = 1 - (1 - repeatWorth) * (1 - rules[best.r]!.cost.skipped);
    for (const match of found[best.r]!) worth[match]! *= kept;
    yield rules[best.r]!;
  }
}
