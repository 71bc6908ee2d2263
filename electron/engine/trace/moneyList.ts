// A printed list of a money trace: the pure rule with names, banks, measures, victims and rows from the store.
import { decimalOf, fenOf } from "../../../shared/model/money.ts";
import { isoTime } from "../../../shared/model/time.ts";
import { type ListName, moneyLists } from "../../../shared/trace/lists/index.ts";
import type { ListContext, ListLine } from "../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument } from "../../../shared/trace/moneyDocument.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import * as details from "../store/sqlite/tables/listDetails.ts";
import { readAccount, readCase } from "./accountDetails.ts";

export interface ListedMoney {
  readonly money: MoneyDocument;
  readonly seedsOf: (transfer: number) => readonly number[];
  /** The same money under every policy. */
  readonly policies: readonly MoneyDocument[];
}

/** The same question is asked of the store once. */
export function readOnce<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key)!;
  };
}

/** `asOf`: the moment of the list, milliseconds since 1970: terms and waiting times count from it. */
export function writeMoneyList(db: ReadableDb, { money, seedsOf, policies }: ListedMoney, list: ListName, asOf: number): ListLine[] {
  const lines = moneyLists[list]({
    money,
    seedsOf,
    asOf,
    accountOf: readOnce((entity) => readAccount(db, entity, asOf)),
    caseOf: readOnce((number) => readCase(db, number)),
    transferOf: readOnce((id) => ({ reference: details.readTransferReference(db, id), sources: details.listTransferRows(db, id) })),
    rangeOf: rangeHeld(policies),
    timeOf: (at) => isoTime(at),
  });
  return lines.map((line, i) => ({ rank: i + 1, ...line }));
}

function rangeHeld(policies: readonly MoneyDocument[]): ListContext["rangeOf"] {
  const held = policies.map(({ accounts }) => new Map(accounts.map((account) => [account.entity, fenOf(account.held)!])));
  return (entity) => {
    const fen = held.map((account) => account.get(entity) ?? 0);
    return { least: decimalOf(Math.min(...fen)), most: decimalOf(Math.max(...fen)) };
  };
}
