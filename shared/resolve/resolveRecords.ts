// Which records are one person: exact keys first, then weights learned without labels, then clusters.

import { type Clustering, clusterRecords } from "./clusterRecords.ts";
import { type Constraints, settleConstraints } from "./constraints.ts";
import { buildFieldTable, type FieldTable } from "./fieldTable.ts";
import { type Learned, learnIdentities } from "./learnIdentities.ts";
import { areCleanSources, matchCleanSources } from "./matchCleanSources.ts";
import type { ResolveOptions, ResolveRecord } from "./personRecord.ts";

export interface Resolution extends Clustering {
  readonly table: FieldTable;
  readonly constraints: Constraints;
  /** Null where there was nothing to compare. */
  readonly learned: Learned | null;
  readonly oneToOne: boolean;
}

export function resolveRecords(records: readonly ResolveRecord[], options: ResolveOptions): Resolution {
  const table = buildFieldTable(records, options.spell);
  const constraints = settleConstraints(records, options.spell);
  if (table.fields.length === 0 || records.length < 2)
    return { table, constraints, learned: null, oneToOne: false, identityOf: constraints.groupOf, pairs: [] };
  const learned = learnIdentities(table, constraints.groupOf, options);
  options.signal?.throwIfAborted();
  options.report?.("cluster", 0, learned.compared.pairs.size);
  const oneToOne = areCleanSources(records, learned, constraints.groupOf);
  const clustering = oneToOne ? matchCleanSources(records, learned, constraints) : clusterRecords(table, learned, constraints);
  return { table, constraints, learned, oneToOne, ...clustering };
}
