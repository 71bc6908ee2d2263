// Resolving in a child: loads the records read-only, runs the pure rules, returns members and weighed pairs; explains one pair by the stored model.
import { maxBlock } from "../../../shared/resolve/blocking/columns.ts";
import type { RunFindings } from "../../../shared/resolve/calls.ts";
import {
  areContradicting,
  type ExplainedPair,
  explainRecords,
  restoreModel,
  type StoredModel,
  storeModel,
} from "../../../shared/resolve/explainRecords.ts";
import { buildFieldTable, type FieldTable } from "../../../shared/resolve/fieldTable.ts";
import type { IdentityModel } from "../../../shared/resolve/identityModel.ts";
import type { Resolution } from "../../../shared/resolve/resolveRecords.ts";
import { resolveRecords } from "../../../shared/resolve/resolveRecords.ts";
import type { Task } from "../jobs/task.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import type { MemberRow, PairRow } from "../store/sqlite/tables/identity.ts";
import { type LoadedRecord, loadRecords } from "./loadRecords.ts";
import { spellName } from "./spellName.ts";

export interface ResolveTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly kind: string;
  /** Version of the data: the same finds the records of the task before. */
  readonly dataVersion: number;
}

export interface ResolveTaskResult {
  readonly records: number;
  readonly entities: number;
  readonly identities: number;
  readonly compared: number;
  readonly oneToOne: boolean;
  readonly model: StoredModel | null;
  readonly findings: RunFindings | null;
  readonly members: readonly MemberRow[];
  readonly pairs: readonly PairRow[];
}

function readRecords({ path, key, kind }: ResolveTaskInput): LoadedRecord[] {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return loadRecords(connection, kind);
  } finally {
    connection.close();
  }
}

interface Warm {
  readonly state: string;
  readonly records: readonly LoadedRecord[];
  readonly table: FieldTable;
  model: { readonly stored: number; readonly restored: IdentityModel | null } | null;
}

/** The records as last read in this child: the next pair to explain needs no second reading. */
let warm: Warm | null = null;

const stateOf = ({ path, kind, dataVersion }: ResolveTaskInput): string => `${path} ${kind} ${dataVersion}`;

function readOnce(input: ResolveTaskInput): Warm {
  if (warm?.state === stateOf(input)) return warm;
  const records = readRecords(input);
  warm = { state: stateOf(input), records, table: buildFieldTable(records, spellName), model: null };
  return warm;
}

export const resolveTask: Task<ResolveTaskInput, ResolveTaskResult> = async (input, context) => {
  const records = readRecords(input);
  const report = (phase: string, done: number, total: number) =>
    context.report({ phase, done, total, perSecond: null, secondsLeft: null, subject: "" });
  const resolution = resolveRecords(records, {
    spell: spellName,
    isKnownField: (name) => name.startsWith(`${input.kind}.`),
    signal: context.signal,
    report,
  });
  const members = listMembers(records, resolution);
  const { learned, table, oneToOne } = resolution;
  warm = { state: stateOf(input), records, table, model: null };
  return {
    records: records.length,
    entities: members.length,
    identities: new Set(members.map(([, identity]) => identity)).size,
    compared: learned?.compared.pairs.size ?? 0,
    oneToOne,
    model: learned ? storeModel(table, learned) : null,
    findings: learned && { estimate: learned.estimate, rules: learned.rules, largestBlock: maxBlock },
    members,
    pairs: listPairs(records, resolution, members),
  };
};

function listMembers(records: readonly LoadedRecord[], { identityOf }: Resolution): MemberRow[] {
  const smallest = new Map<number, number>();
  records.forEach(({ entity }, i) => {
    const identity = identityOf[i]!;
    smallest.set(identity, Math.min(entity, smallest.get(identity) ?? entity));
  });
  const members = new Map(records.map(({ entity }, i) => [entity, smallest.get(identityOf[i]!)!]));
  return [...members].sort(([a], [b]) => a - b);
}

/** Beyond so many pairs the least certain are kept: those are the ones to judge. */
const mostPairs = 50_000;

/** And all inside identities of three and more: a judgement that splits one asks who belongs to whom most. */
function pairsToKeep(best: Iterable<PairRow>, members: readonly MemberRow[]): PairRow[] {
  const identityOf = new Map(members);
  const sizes = new Map<number, number>();
  for (const [, identity] of members) sizes.set(identity, (sizes.get(identity) ?? 0) + 1);
  const byDoubt = [...best].sort((x, y) => Math.abs(x[2]) - Math.abs(y[2]) || x[0] - y[0] || x[1] - y[1]);
  const isInside = ([a, b]: PairRow) => identityOf.get(a) === identityOf.get(b) && sizes.get(identityOf.get(a)!)! > 2;
  return byDoubt.filter((pair, i) => i < mostPairs || isInside(pair)).sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/** Of two entities with several records, the best pair. Different valid numbers leave nothing to judge. */
function listPairs(records: readonly LoadedRecord[], { pairs }: Resolution, members: readonly MemberRow[]): PairRow[] {
  const best = new Map<string, PairRow>();
  for (const { a, b, bits } of pairs) {
    if (areContradicting(records[a]!, records[b]!)) continue;
    const [one, other] = [records[a]!.entity, records[b]!.entity];
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = `${low} ${high}`;
    if (low !== high && bits > (best.get(key)?.[2] ?? Number.NEGATIVE_INFINITY)) best.set(key, [low, high, bits]);
  }
  return pairsToKeep(best.values(), members);
}

export interface ExplainTaskInput extends ResolveTaskInput {
  readonly runId: number;
  readonly model: StoredModel;
  /** Entity numbers. */
  readonly a: number;
  readonly b: number;
}

export interface ExplainTaskResult extends ExplainedPair {
  readonly equalNumbers: boolean;
  readonly contradiction: boolean;
  /** Source and row of the two records compared. */
  readonly rows: readonly [readonly [number, number], readonly [number, number]];
}

const mostRecords = 40;

/** The two entities by their best pair of records; null where the records changed since the run. */
export const explainIdentityTask: Task<ExplainTaskInput, ExplainTaskResult | null> = async (input) => {
  const read = readOnce(input);
  const { records, table } = read;
  if (read.model?.stored !== input.runId) read.model = { stored: input.runId, restored: restoreModel(table, input.model) };
  const model = read.model.restored;
  if (!model) return null;
  const of = (entity: number) => records.flatMap((record, i) => (record.entity === entity ? [i] : [])).slice(0, mostRecords);
  const explained = of(input.a).flatMap((a) =>
    of(input.b)
      .filter((b) => b !== a)
      .map((b) => ({ a, b, pair: explainRecords(table, model, records, a, b) })),
  );
  const best = explained.sort((x, y) => y.pair.total - x.pair.total)[0];
  if (!best) return null;
  const [one, other] = [records[best.a]!, records[best.b]!];
  const equalNumbers = one.identityNumber !== null && one.identityNumber === other.identityNumber;
  return {
    ...best.pair,
    equalNumbers,
    contradiction: areContradicting(one, other),
    rows: [
      [one.source, one.row],
      [other.source, other.row],
    ],
  };
};
