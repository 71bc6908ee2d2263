// Runs blocking: rules are chosen for the model, their blocks give the pairs to compare.
import type { FieldTable } from "../fieldTable.ts";
import type { IdentityModel } from "../identityModel.ts";
import { PairSet } from "../pairSet.ts";
import { type CandidateRule, listCandidateRules } from "./candidateRules.ts";
import { drawVirtualMatches, rankRules } from "./chooseRules.ts";
import { type AtomColumn, buildAtomColumns, groupByRule, maxBlock } from "./columns.ts";

const mostRules = 60;
/** Unique pairs a record: in files full of duplicates the rules overlap. Large files get fewer, so that pairs stay within memory and minutes. */
export type BlockingPass = "learn" | "find";
const pairsARecord: Readonly<Record<BlockingPass, number>> = { learn: 40, find: 40 };
const pairsARecordInLarge: Readonly<Record<BlockingPass, number>> = { learn: 8, find: 18 };
const largeCount = 200_000;

export interface Blocking {
  readonly columns: readonly AtomColumn[];
  readonly candidates: readonly CandidateRule[];
}

/** What does not depend on the model, done once. */
export function prepareBlocking(table: FieldTable): Blocking {
  const columns = buildAtomColumns(table);
  return { columns, candidates: listCandidateRules(columns, table.count) };
}

/** A rule as it ran: its keys, the pairs that it added, and the share of records in blocks too big to compare. */
export interface RuleCount {
  readonly keys: readonly string[];
  readonly pairs: number;
  readonly skipped: number;
}

export interface Blocked {
  readonly pairs: PairSet;
  readonly rules: readonly RuleCount[];
  /** Share of virtual matches that some rule finds. */
  readonly coverage: number;
}

/** Records of one group are one already: no pair of them is compared. */
export function blockPairs(
  table: FieldTable,
  { columns, candidates }: Blocking,
  model: IdentityModel,
  groupOf: Int32Array,
  pass: BlockingPass,
): Blocked {
  const pairs = new PairSet();
  const budget = table.count * (table.count > largeCount ? pairsARecordInLarge : pairsARecord)[pass];
  const matches = drawVirtualMatches(table, model, columns);
  const rules: RuleCount[] = [];
  const found = new Uint8Array(matches.length);
  for (const candidate of rankRules(candidates, matches, table.count)) {
    const before = pairs.size;
    addBlocks(pairs, columns, candidate, groupOf);
    matches.forEach((match, i) => {
      if (candidate.rule.every((column) => match[column])) found[i] = 1;
    });
    rules.push({ keys: candidate.rule.map((column) => columns[column]!.id), pairs: pairs.size - before, skipped: candidate.cost.skipped });
    if (rules.length >= mostRules || pairs.size >= budget) break;
  }
  return { pairs, rules, coverage: found.reduce((sum, is) => sum + is, 0) / Math.max(1, matches.length) };
}

function addBlocks(pairs: PairSet, columns: readonly AtomColumn[], { rule, fields }: CandidateRule, groupOf: Int32Array): void {
  const { groups, size } = groupByRule(columns, rule);
  const starts = new Int32Array(size + 1);
  for (const group of groups) if (group >= 0) starts[group + 1]!++;
  for (let g = 0; g < size; g++) starts[g + 1]! += starts[g]!;
  const members = new Int32Array(starts[size]!);
  const next = starts.slice(0, size);
  groups.forEach((group, i) => {
    if (group >= 0) members[next[group]!++] = i;
  });
  for (let g = 0; g < size; g++) {
    const [from, until] = [starts[g]!, starts[g + 1]!];
    if (until - from > maxBlock) continue;
    for (let i = from; i < until; i++)
      for (let j = i + 1; j < until; j++) if (groupOf[members[i]!] !== groupOf[members[j]!]) pairs.add(members[i]!, members[j]!, fields);
  }
}
