// Offender-side identifiers that several cases of a series have: an account is one row, whichever of its numbers the cases name.
import type { SharedIdentifier } from "../../../shared/group/calls.ts";
import type { PairScore } from "../../../shared/link/pairScore.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listIdentifiersOfCases } from "../store/sqlite/tables/caseIdentifiers.ts";
import { listPairScoresAmong, readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { accountNumbers } from "../store/sqlite/tables/purse.ts";

const maxShared = 40;
const hiddenRoles = new Set(["victim", "reporter", "witness"]);

interface Gathered {
  /** The reference that linking knows it by, where evidence names it: that of the most bits. */
  entity: string;
  readonly refs: Set<string>;
  readonly kind: string;
  readonly label: string;
  readonly cases: Record<string, "direct" | "near">;
  bits: number;
}

/** By account, or by the reference itself. */
class SharedOf {
  private readonly items = new Map<string, Gathered>();
  private readonly homes = new Map<string, string>();

  private readonly db: ReadableDb;

  constructor(db: ReadableDb) {
    this.db = db;
  }

  itemOf(ref: string, kind: string, label: string): Gathered {
    const home = this.homes.get(ref) ?? accountNumbers(this.db, ref)[0] ?? ref;
    this.homes.set(ref, home);
    const item = this.items.get(home) ?? { entity: ref, refs: new Set<string>(), kind, label, cases: {}, bits: 0 };
    this.items.set(home, item);
    item.refs.add(ref);
    return item;
  }

  list(): Gathered[] {
    return [...this.items.values()];
  }
}

/** At least two members have it, directly or as evidence that reaches it one step off. */
export function listShared(db: ReadableDb, cases: readonly string[]): SharedIdentifier[] {
  const shared = new SharedOf(db);
  for (const row of listIdentifiersOfCases(db, cases)) {
    if (hiddenRoles.has(row.role) || row.kind === "place" || publicReason(row.kind, row.key, row.label)) continue;
    shared.itemOf(`${row.kind}:${row.key}`, row.kind, row.label).cases[row.case] = "direct";
  }
  const run = readLastLinkRun(db);
  for (const pair of run ? listPairScoresAmong(db, run.id, cases) : [])
    for (const bar of pair.evidence) for (const ref of bar.entities) noteBar(pair, bar, ref, shared);
  return shared
    .list()
    .filter((item) => Object.keys(item.cases).length > 1)
    .map(({ refs, ...item }) => ({ ...item, refs: [...refs].sort() }))
    .sort((a, b) => Object.keys(b.cases).length - Object.keys(a.cases).length || b.bits - a.bits || (a.entity < b.entity ? -1 : 1))
    .slice(0, maxShared);
}

function noteBar({ a, b }: PairScore, { rawBits, level }: PairScore["evidence"][number], ref: string, shared: SharedOf): void {
  const { kind, key } = parseEntityRef(ref);
  if (kind === "case" || kind === "place") return;
  const item = shared.itemOf(ref, kind, key);
  if (rawBits > item.bits) {
    item.bits = rawBits;
    item.entity = ref;
  }
  if (level === "near") for (const number of [a, b]) item.cases[number] ??= "near";
}
