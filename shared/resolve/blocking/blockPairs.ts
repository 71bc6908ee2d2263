// Runs blocking: rules are chosen for the model, their blocks give the pairs to compare.
import type { FieldTable } from "../fieldTable.ts";
import type { IdentityModel } from "../identityModel.ts";
import { PairSet } from "../pairSet.ts";
import { type CandidateRule, listCandidateRules } from "./candidateRules.ts";
import { drawVirtualMatches, rankRules } from "./chooseRules.ts";
import { type AtomColumn, buildAtomColumns, groupByRule, maxBlock } from "./columns.ts";

const mostRules = 60;
/** Pairs a record, unique: in files full of duplicates the rules overlap. Large files get fewer, so that pairs stay within memory. */
const pairsARecord = 40;
const pairsARecordInLarge = 18;
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

/** Records of one group are one already: no pair of them is compared. */
export function blockPairs(table: FieldTable, { columns, candidates }: Blocking, model: IdentityModel, groupOf: Int32Array): PairSet {
  const pairs = new PairSet();
  const budget = table.count * (table.count > largeCount ? pairsARecordInLarge : pairsARecord);
  const matches = drawVirtualMatches(table, model, columns);
  let rules = 0;
  for (const candidate of rankRules(candidates, matches, table.count)) {
    addBlocks(pairs, columns, candidate, groupOf);
    if (++rules >= mostRules || pairs.size >= budget) break;
  }
  return pairs;
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
