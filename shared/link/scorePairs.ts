// Scores pairs cheaply: totals only. `explainPair` unfolds one in full.
import { CaseweaveError } from "../errors.ts";
import { evidenceBits, onGrid } from "./damping.ts";
import { features } from "./features/index.ts";
import { neighbourBits } from "./neighbours.ts";
import type { PreparedLink } from "./prepared.ts";

export interface CompactScore {
  /** Case numbers, in the order of the cases. */
  readonly a: string;
  readonly b: string;
  readonly bits: number;
  readonly posterior: number;
}

const scratch = new Float64Array(features.length);

/** Prior plus all bars of two case indices. */
export function totalBits(link: PreparedLink, a: number, b: number): number {
  const evidence = evidenceBits(link, a, b, scratch);
  const { neighbours } = link;
  if (!neighbours) return link.weights.priorBits + evidence;
  const { crowding, company } = neighbourBits(link, a, b, link.weights.priorBits + evidence);
  let sum = neighbours.priorBits + crowding + company;
  for (let f = 0; f < scratch.length; f++) sum += onGrid(scratch[f]! * neighbours.shrink);
  return sum;
}

/** Total of a candidate whose evidence is known: only the second pass needs the bars again. */
export const totalOfCandidate = (link: PreparedLink, a: number, b: number, evidence: number): number =>
  link.neighbours ? totalBits(link, a, b) : link.weights.priorBits + evidence;

export const posteriorOf = (bits: number): number => 1 / (1 + 2 ** -bits);

export function caseIndex(link: PreparedLink, number: string): number {
  const index = link.tables.table.indexOf.get(number);
  if (index === undefined) throw new CaseweaveError("case-unknown", { case: number });
  return index;
}

/** Totals of exactly these pairs, in their order. */
export function scorePairs(link: PreparedLink, pairs: Iterable<readonly [string, string]>): CompactScore[] {
  const scores: CompactScore[] = [];
  for (const [a, b] of pairs) {
    const bits = totalBits(link, caseIndex(link, a), caseIndex(link, b));
    scores.push({ a, b, bits, posterior: posteriorOf(bits) });
  }
  return scores;
}
