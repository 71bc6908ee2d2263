// A printed list of a money trace: the pure rule with names, banks, measures and rows from the store.
import { factsOfBankCard } from "../../../shared/import/kinds/bankCard.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { isoTime, parseIsoTime } from "../../../shared/model/time.ts";
import { type ListName, moneyLists } from "../../../shared/trace/lists/index.ts";
import type { AccountDetails, ListLine } from "../../../shared/trace/lists/listLine.ts";
import type { MoneyDocument } from "../../../shared/trace/moneyDocument.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import * as details from "../store/sqlite/tables/listDetails.ts";

/** `asOf`: the moment of the list; without one that of the last traced transfer, so that the same data print the same list. */
export function writeMoneyList(db: ReadableDb, money: MoneyDocument, list: ListName, asOf: number | null): ListLine[] {
  const moment = asOf ?? lastMoment(money);
  const accounts = new Map<string, AccountDetails>();
  const accountOf = (entity: string) => {
    const known = accounts.get(entity) ?? readAccount(db, entity, moment);
    accounts.set(entity, known);
    return known;
  };
  const lines = moneyLists[list]({
    money,
    asOf: moment,
    accountOf,
    transferOf: (id) => ({ reference: details.readTransferReference(db, id), sources: details.listTransferRows(db, id) }),
    timeOf: (at) => isoTime(at),
  });
  return lines.map((line, i) => ({ rank: i + 1, ...line }));
}

const lastMoment = ({ flows }: MoneyDocument): number =>
  flows.reduce((last, { at }) => (at === null ? last : Math.max(last, Date.parse(at))), 0);

export function readAccount(db: ReadableDb, entity: string, asOf: number): AccountDetails {
  const { kind, key } = parseEntityRef(entity);
  const found = readEntity(db, kind, key);
  const values = found ? details.listAccountAttributes(db, found.id) : [];
  const all = (name: string) => values.filter((one) => one.name === name).map(({ value }) => value);
  const ends = all("account.freeze.until").flatMap((text) => parseIsoTime(text)?.at ?? []);
  const standing = ends.filter((end) => end >= asOf);
  const [bank = "", branch = ""] = [all("account.bank")[0], all("account.branch")[0]];
  const owners = found ? details.listOwnerNames(db, found.id) : [];
  return {
    account: key,
    name: all("account.holder")[0] ?? owners[0] ?? (found && found.label !== key ? found.label : ""),
    bank: (branch.includes(bank) ? branch : `${bank} ${branch}`.trim()) || (factsOfBankCard(key).bankName ?? ""),
    stops: new Set(all("account.stop.from")).size,
    frozenUntil: standing.length > 0 ? Math.max(...standing) : null,
  };
}
