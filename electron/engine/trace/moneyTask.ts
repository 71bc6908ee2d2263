// Fund tracing in a child: reads the ledger once, keeps it warm for the next question about the same data, replays the events.
import { CaseweaveError } from "../../../shared/errors.ts";
import { decimalOf } from "../../../shared/model/money.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { ListName } from "../../../shared/trace/lists/index.ts";
import type { CaseDetails, ListLine } from "../../../shared/trace/lists/listLine.ts";
import { type MoneyCase, type MoneyDocument, type MoneyNames, writeMoneyDocument } from "../../../shared/trace/moneyDocument.ts";
import { type MoneyRange, rangeMoney } from "../../../shared/trace/moneyRanges.ts";
import { type PolicyName, policyNames } from "../../../shared/trace/policies/index.ts";
import { traceMoney } from "../../../shared/trace/traceMoney.ts";
import type { Task } from "../jobs/task.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { listCurrenciesOf } from "../store/sqlite/tables/moneyLedger.ts";
import { readAccount, readCase } from "./accountDetails.ts";
import { coverCases } from "./coverCases.ts";
import { casesNamed, findSeeds, type Seed } from "./findSeeds.ts";
import { type LoadedLedger, loadLedger } from "./loadLedger.ts";
import { type ListedMoney, readOnce, writeMoneyList } from "./moneyList.ts";

export interface MoneyTaskInput {
  readonly path: string;
  readonly key: string | null;
  /** What the facts and series were when asked: the same text finds the ledger of the question before. */
  readonly state: string;
  readonly from: readonly string[];
  readonly policy: PolicyName;
  readonly currency: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly since: number | null;
  readonly until: number | null;
  readonly levels: number;
}

/** Ledgers by currency of the data last asked about. */
let warm: { readonly state: string; readonly ledgers: Map<string, LoadedLedger> } | null = null;

function ledgerOf(db: ReadableDb, { path, state }: MoneyTaskInput, currency: string): LoadedLedger {
  const name = `${path} ${state}`;
  if (warm?.state !== name) warm = { state: name, ledgers: new Map() };
  const known = warm.ledgers.get(currency);
  if (known) return known;
  const loaded = loadLedger(db, currency);
  warm.ledgers.set(currency, loaded);
  return loaded;
}

export interface MoneyListInput extends MoneyTaskInput {
  readonly list: ListName;
  /** Milliseconds since 1970. */
  readonly asOf: number;
}

export const moneyTask: Task<MoneyTaskInput, MoneyDocument> = async (input) =>
  withLedger(input, (_db, follow) => follow(input.policy).money);

export const moneyListTask: Task<MoneyListInput, ListLine[]> = async (input) =>
  withLedger(input, (db, follow) => {
    const policies = policyNames.map((policy) => follow(policy).money);
    return writeMoneyList(db, { ...follow(input.policy), policies }, input.list, input.asOf);
  });

export const moneyRangeTask: Task<MoneyTaskInput, MoneyRange[]> = async (input) =>
  withLedger(input, (_db, follow) => rangeMoney(policyNames.map((policy) => follow(policy).money)));

type Followed = Omit<ListedMoney, "policies">;

function withLedger<T>(input: MoneyTaskInput, work: (db: ReadableDb, follow: (policy: PolicyName) => Followed) => T): T {
  const db = openWorkspaceFile(input.path, { readOnly: true, key: input.key });
  try {
    const currency = input.currency ?? currencyOf(db, input.from);
    const loaded = ledgerOf(db, input, currency);
    const seeds = findSeeds(db, loaded, input.from, input);
    const cases = [...new Set(seeds.flatMap(({ case: number }) => number ?? []))].map((number) =>
      toMoneyCase(number, readCase(db, number)),
    );
    const coverage = coverCases(db, casesNamed(db, input.from), seeds, { currency, fen: loaded.ledger.fen });
    const known = { holderOf: readOnce((entity: string) => readAccount(db, entity, 0)), cases, coverage };
    return work(db, (policy) => trace({ ...input, policy }, currency, loaded, seeds, known));
  } finally {
    db.close();
  }
}

function toMoneyCase(number: string, { victims, stoppedFen, frozenFen, returnedFen }: CaseDetails): MoneyCase {
  const decimal = (fen: number | null) => (fen === null ? null : decimalOf(fen));
  return { case: number, victims, stopped: decimal(stoppedFen), frozen: decimal(frozenFen), returned: decimal(returnedFen) };
}

/** The currency of the transfers that are named; yuan where none is. Seeds of two currencies are two questions: sums never mix. */
function currencyOf(db: ReadableDb, from: readonly string[]): string {
  const ids = from.filter((ref) => ref.startsWith("transfer:")).map((ref) => Number(ref.slice("transfer:".length)));
  const currencies = [...new Set(listCurrenciesOf(db, ids).map(({ currency }) => currency))];
  if (currencies.length > 1) throw new CaseweaveError("trace-currencies-mixed", { currencies: currencies.sort().join(", ") });
  return currencies[0] ?? "CNY";
}

const timeOf = (at: number): string | null => (Number.isFinite(at) ? isoTime(at) : null);

function trace(
  input: MoneyTaskInput,
  currency: string,
  loaded: LoadedLedger,
  seeds: readonly Seed[],
  known: Pick<MoneyNames, "holderOf" | "cases" | "coverage">,
): Followed {
  const { ledger, isKnown, entityOf, ownersOf } = loaded;
  const money = traceMoney(ledger, {
    policy: input.policy,
    seeds: new Map(seeds.map(({ index }, seed) => [index, seed])),
    seedCount: seeds.length,
    until: input.until,
  });
  const document = writeMoneyDocument(ledger, money, {
    policy: input.policy,
    currency,
    seeds: seeds.map((seed) => ({
      transfer: ledger.id[seed.index]!,
      amount: decimalOf(ledger.fen[seed.index]!),
      at: timeOf(ledger.at[seed.index]!),
      case: seed.case,
    })),
    entityOf,
    ownersOf,
    isKnown,
    ...known,
    timeOf,
    levels: input.levels,
  });
  const seedsByTransfer = new Map(money.flows.map((flow) => [ledger.id[flow.index]!, flow.seeds]));
  return { money: document, seedsOf: (transfer) => seedsByTransfer.get(transfer) ?? [] };
}
