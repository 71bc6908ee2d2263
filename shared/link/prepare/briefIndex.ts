// Briefs as sparse vectors of terms: the station's template stripped, weighted by inverse document frequency, unit length.

import { termsOf } from "./briefTerms.ts";
import type { CaseTable } from "./caseTable.ts";

export interface BriefIndex {
  readonly termIds: ReadonlyMap<string, number>;
  /** Briefs that hold the term. */
  readonly frequency: Int32Array;
  readonly documents: number;
  readonly starts: Int32Array;
  /** Sorted by id within a case; weights beside. */
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  /** Terms that a unit writes into most of its briefs: unit → terms. */
  readonly templates: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A term in more than this share of a unit's briefs belongs to its template, if the unit wrote at least so many. */
const templateShare = 0.5;
const templateLeastBriefs = 15;
/** Terms in more than this share of all briefs carry nothing. */
const commonShare = 0.4;

interface Interned {
  readonly termIds: Map<string, number>;
  readonly starts: Int32Array;
  readonly terms: Int32Array;
}

function internTerms(table: CaseTable): Interned {
  const termIds = new Map<string, number>();
  const starts = new Int32Array(table.count + 1);
  let terms = new Int32Array(1024);
  let used = 0;
  table.records.forEach(({ brief }, i) => {
    const ids = new Set<number>();
    for (const { text } of brief === null ? [] : termsOf(brief)) {
      const id = termIds.get(text) ?? termIds.size;
      termIds.set(text, id);
      ids.add(id);
    }
    if (used + ids.size > terms.length) {
      const wider = new Int32Array(Math.max(terms.length * 2, used + ids.size));
      wider.set(terms);
      terms = wider;
    }
    const from = used;
    for (const id of ids) terms[used++] = id;
    terms.subarray(from, used).sort();
    starts[i + 1] = used;
  });
  return { termIds, starts, terms: terms.slice(0, used) };
}

function countFrequency({ terms, termIds }: Interned): Int32Array {
  const frequency = new Int32Array(termIds.size);
  for (const term of terms) frequency[term]!++;
  return frequency;
}

/** Terms by unit that stand in most of its briefs, although the other units' briefs do not have them. */
function learnTemplates(table: CaseTable, { starts, terms }: Interned): Map<number, Set<number>> {
  const casesOf = new Map<number, number[]>();
  table.unit.forEach((unit, i) => {
    if (unit < 0 || starts[i + 1] === starts[i]) return;
    const cases = casesOf.get(unit) ?? [];
    cases.push(i);
    casesOf.set(unit, cases);
  });
  const templates = new Map<number, Set<number>>();
  for (const [unit, cases] of casesOf) {
    if (cases.length < templateLeastBriefs) continue;
    const counts = new Map<number, number>();
    for (const i of cases) for (let at = starts[i]!; at < starts[i + 1]!; at++) counts.set(terms[at]!, (counts.get(terms[at]!) ?? 0) + 1);
    const common = [...counts].filter(([, count]) => count > templateShare * cases.length).map(([term]) => term);
    if (common.length > 0) templates.set(unit, new Set(common));
  }
  return templates;
}

/** Keeps what is neither template nor common, and scales to unit length: compacts in place. */
function weighTerms(
  table: CaseTable,
  { starts, terms }: Interned,
  frequency: Int32Array,
  documents: number,
  templates: Map<number, Set<number>>,
) {
  const newStarts = new Int32Array(table.count + 1);
  const weights = new Float32Array(terms.length);
  const idf = Float64Array.from(frequency, (count) =>
    count > commonShare * documents && documents > 20 ? 0 : Math.log((documents + 1) / count),
  );
  let used = 0;
  for (let i = 0; i < table.count; i++) {
    const template = templates.get(table.unit[i]!);
    const from = used;
    let square = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const term = terms[at]!;
      const weight = idf[term]!;
      if (weight === 0 || template?.has(term)) continue;
      terms[used] = term;
      weights[used++] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    for (let at = from; at < used; at++) weights[at]! /= length;
    newStarts[i + 1] = used;
  }
  return { starts: newStarts, terms: terms.slice(0, used), weights: weights.slice(0, used) };
}

export function buildBriefIndex(table: CaseTable): BriefIndex {
  const interned = internTerms(table);
  const frequency = countFrequency(interned);
  const documents = table.records.reduce((sum, _, i) => sum + (interned.starts[i + 1]! > interned.starts[i]! ? 1 : 0), 0);
  const templates = learnTemplates(table, interned);
  return { termIds: interned.termIds, frequency, documents, templates, ...weighTerms(table, interned, frequency, documents, templates) };
}

/** Cosine of two briefs, -1 where one of them says nothing. */
export function briefCosine(index: BriefIndex, a: number, b: number): number {
  let i = index.starts[a]!;
  let j = index.starts[b]!;
  const endA = index.starts[a + 1]!;
  const endB = index.starts[b + 1]!;
  if (i === endA || j === endB) return -1;
  const { terms, weights } = index;
  let sum = 0;
  while (i < endA && j < endB) {
    const one = terms[i]!;
    const other = terms[j]!;
    if (one === other) sum += weights[i]! * weights[j]!;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return sum;
}
