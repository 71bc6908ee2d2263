// From what an analyst names (a transfer, an account, a person, a case, a series) to the transfers that are followed.
import { CaseweaveError } from "../../../shared/errors.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { fenOf } from "../../../shared/model/money.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { findCaseNumber, readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { listMemberIds } from "../store/sqlite/tables/identityOf.ts";
import * as rows from "../store/sqlite/tables/moneyLedger.ts";
import type { LoadedLedger } from "./loadLedger.ts";

export interface Seed {
  readonly index: number;
  readonly case: string | null;
}

export interface SeedWindow {
  readonly since: number | null;
  readonly until: number | null;
}

const day = 86_400_000;
/** A case's transfers are looked for from a day before it began to two weeks after. */
const caseWindow = { before: day, after: 14 * day } as const;

type FindSeeds = (db: ReadableDb, loaded: LoadedLedger, key: string, window: SeedWindow) => Seed[];

/** By the word before the colon; every other kind is an entity whose accounts pay. */
const finders: Readonly<Record<string, FindSeeds>> = {
  transfer: findTransfer,
  case: (db, loaded, number, window) => findCaseSeeds(db, loaded, standingNumber(db, number), window),
  series: (db, loaded, series, window) => {
    const numbers = rows.listCasesOfSeries(db, series);
    if (numbers.length === 0) throw new CaseweaveError("series-unknown", { series });
    return numbers.flatMap((number) => findCaseSeeds(db, loaded, number, window));
  },
};

/** Seeds in time order, each transfer once: the first that names it gives the case. */
export function findSeeds(db: ReadableDb, loaded: LoadedLedger, from: readonly string[], window: SeedWindow): Seed[] {
  const seeds = new Map<number, Seed>();
  for (const ref of from) {
    const { kind, key } = parseEntityRef(ref);
    for (const seed of finders[kind]?.(db, loaded, key, window) ?? findEntitySeeds(db, loaded, ref, window))
      if (!seeds.has(seed.index)) seeds.set(seed.index, seed);
  }
  if (seeds.size === 0) throw new CaseweaveError("trace-no-seeds", { from: from.join(", ") });
  return [...seeds.values()].sort((a, b) => a.index - b.index);
}

/** Cases that the references name, whether or not a transfer of theirs is known. */
export const casesNamed = (db: ReadableDb, from: readonly string[]): string[] =>
  from.flatMap((ref) => {
    const { kind, key } = parseEntityRef(ref);
    if (kind === "series") return rows.listCasesOfSeries(db, key);
    return kind === "case" ? [standingNumber(db, key)] : [];
  });

function findTransfer(_db: ReadableDb, { indexOf }: LoadedLedger, id: string): Seed[] {
  const index = indexOf(Number(id));
  if (index === undefined) throw new CaseweaveError("trace-no-seeds", { from: `transfer:${id}` });
  return [{ index, case: null }];
}

function standingNumber(db: ReadableDb, number: string): string {
  const standing = findCaseNumber(db, number);
  if (standing === null) throw new CaseweaveError("case-unknown", { case: number });
  return standing;
}

function findEntitySeeds(db: ReadableDb, loaded: LoadedLedger, ref: string, window: SeedWindow): Seed[] {
  const { kind, key } = parseEntityRef(ref);
  const entity = readEntity(db, kind, key);
  if (!entity) throw new CaseweaveError("entity-unknown", { entity: ref });
  // Of a person, whatever any of the records that are one with it holds.
  const held = listMemberIds(db, entity.id).flatMap((record) => rows.listHeldAccounts(db, record));
  const payers = accountsOf(loaded, held);
  return select(loaded, window, (index) => payers.has(loaded.ledger.from[index]!)).map((index) => ({ index, case: null }));
}

const accountsOf = ({ accountOf }: LoadedLedger, entities: readonly number[]): Set<number> =>
  new Set(entities.map(accountOf).filter((account) => account !== undefined));

function select({ ledger }: LoadedLedger, { since, until }: SeedWindow, matches: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < ledger.count; index++) {
    const at = ledger.at[index]!;
    if ((since === null || at >= since) && (until === null || at <= until) && matches(index)) found.push(index);
  }
  return found;
}

/** Strongest rule first: victims' accounts to the case's payees; payees' receipts of exactly the loss; victims' payments of exactly the loss. */
function findCaseSeeds(db: ReadableDb, loaded: LoadedLedger, number: string, asked: SeedWindow): Seed[] {
  const involved = rows.listCaseAccounts(db, number);
  const ofRole = (matches: (role: string) => boolean) =>
    accountsOf(
      loaded,
      involved.filter(({ role }) => matches(role)).map(({ account }) => account),
    );
  const victims = ofRole((role) => role === "victim" || role === "reporter");
  const payees = ofRole((role) => role !== "victim" && role !== "reporter" && role !== "witness");
  const head = readCaseHeads(db, [number]).get(number);
  const loss = fenOf(head?.loss);
  const { from, to, fen } = loaded.ledger;
  const rules: readonly ((index: number) => boolean)[] = [
    (i) => victims.has(from[i]!) && payees.has(to[i]!),
    (i) => payees.has(to[i]!) && fen[i] === loss,
    (i) => victims.has(from[i]!) && fen[i] === loss,
  ];
  const window = narrow(asked, parseIsoTime(head?.at)?.at ?? null);
  for (const rule of rules) {
    const found = select(loaded, window, rule);
    if (found.length > 0) return found.map((index) => ({ index, case: number }));
  }
  return [];
}

/** What the analyst asks for, otherwise the days around the case. */
function narrow(asked: SeedWindow, caseAt: number | null): SeedWindow {
  return {
    since: asked.since ?? (caseAt === null ? null : caseAt - caseWindow.before),
    until: asked.until ?? (caseAt === null ? null : caseAt + caseWindow.after),
  };
}
