// The rules that blocking may choose from: single keys, pairs on different fields, triples where a pair is too wide.
import {
  type AtomColumn,
  type BlockingRule,
  costOf,
  type Grouping,
  groupByRule,
  joinGroupings,
  type RuleCost,
  thinColumns,
} from "./columns.ts";

export interface CandidateRule {
  readonly rule: BlockingRule;
  readonly fields: number;
  readonly cost: RuleCost;
}

/** In pairs a record. */
const widePair = 4;
const dearestRule = 20;
const mostTriples = 400;

interface Draft extends CandidateRule {
  readonly grouping: Grouping;
}

/** Costs are estimated from so many records at most. */
const mostCounted = 150_000;

export function listCandidateRules(all: readonly AtomColumn[], count: number): CandidateRule[] {
  const step = Math.ceil(count / mostCounted);
  const columns = thinColumns(all, step);
  const singles = columns.map(
    (column, i): CandidateRule => ({ rule: [i], fields: column.fields, cost: costOf(groupByRule(columns, [i]), step) }),
  );
  const rules: CandidateRule[] = singles.filter((_, i) => !columns[i]!.onlyWithOthers);
  const wide: Draft[] = [];
  for (let i = 0; i < columns.length; i++) {
    for (let j = i + 1; j < columns.length; j++) {
      if (columns[i]!.fields & columns[j]!.fields) continue;
      const grouping = groupByRule(columns, [i, j]);
      const cost = costOf(grouping, step);
      const draft = { rule: [i, j], fields: columns[i]!.fields | columns[j]!.fields, cost, grouping };
      rules.push({ rule: draft.rule, fields: draft.fields, cost });
      if (cost.allPairs > widePair * count) wide.push(draft);
    }
  }
  rules.push(...listTriples(columns, wide, step));
  return rules.filter(({ cost }) => cost.pairs > 0 && cost.pairs <= dearestRule * count);
}

/** The widest pairs gain most from a third key. */
function listTriples(columns: readonly AtomColumn[], wide: readonly Draft[], step: number): CandidateRule[] {
  const triples: CandidateRule[] = [];
  const seen = new Set<string>();
  for (const { rule, fields, grouping } of [...wide].sort((a, b) => a.cost.allPairs - b.cost.allPairs)) {
    for (let k = 0; k < columns.length && triples.length < mostTriples; k++) {
      if (columns[k]!.fields & fields) continue;
      const triple = [...rule, k].sort((a, b) => a - b);
      const key = triple.join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      triples.push({
        rule: triple,
        fields: fields | columns[k]!.fields,
        cost: costOf(joinGroupings(grouping, { groups: columns[k]!.keys, size: columns[k]!.size }), step),
      });
    }
  }
  return triples;
}
