// What a list says of an account and of a case: numbers, holder, bank, the measures that stand; who lost, what the case's sheet records.
import { factsOfBankCard } from "../../../shared/import/kinds/bankCard.ts";
import { platformName } from "../../../shared/link/publicEntities.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import { fenOf } from "../../../shared/model/money.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { AccountDetails, CaseDetails } from "../../../shared/trace/lists/listLine.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import * as details from "../store/sqlite/tables/listDetails.ts";
import { listPurse, numbersOf } from "../store/sqlite/tables/purse.ts";

const day = 86_400_000;
const stopTerm = 2 * day;

type Said = ReturnType<typeof details.listAccountAttributes>;

const momentOf = (text: string | undefined): number | null => parseIsoTime(text)?.at ?? null;

/** A day without a clock ends with the day. */
function endOf(text: string | undefined): number | null {
  const time = parseIsoTime(text);
  return time ? time.at + (time.hasClock ? 0 : day - 1) : null;
}

/** The measure of a kind that holds longest, of those that stand at the moment; each row tells one. */
function standing(values: Said, kind: "stop" | "freeze", asOf: number): AccountDetails["stop"] {
  const found = [
    ...Map.groupBy(
      values.filter(({ name }) => name.startsWith(`account.${kind}.`)),
      ({ said }) => said,
    ).values(),
  ].flatMap((row) => {
    const value = (name: string) => row.find((one) => one.name === `account.${kind}.${name}`)?.value;
    const from = momentOf(value("from"));
    const until = endOf(value("until")) ?? (kind === "stop" && from !== null ? from + stopTerm : null);
    if (until === null || until < asOf || (from !== null && from > asOf)) return [];
    // A sheet that states no sum, or nought, holds the whole account.
    return [{ until, fen: fenOf(value("amount")) || null }];
  });
  return found.reduce<AccountDetails["stop"]>((longest, one) => (longest === null || one.until > longest.until ? one : longest), null);
}

export function readAccount(db: ReadableDb, entity: string, asOf: number): AccountDetails {
  const { kind, key } = parseEntityRef(entity);
  const found = readEntity(db, kind, key);
  const purse = found ? listPurse(db, found.id) : [];
  const ids = purse.map(({ id }) => id);
  const values = found ? details.listAccountAttributes(db, ids) : [];
  const first = (name: string) => values.find((one) => one.name === name)?.value ?? "";
  const [bank, branch] = [first("account.bank"), first("account.branch")];
  const numbers = purse.length === 0 ? [key] : purse.map((one) => one.key);
  const shown = numbersOf(purse);
  const named = purse.find((one) => one.label !== "" && one.label !== one.key)?.label;
  return {
    account: shown[0] ?? key,
    cards: shown.slice(1),
    name:
      first("account.holder") ||
      (details.listOwnerNames(db, ids)[0] ?? named ?? numbers.map((one) => platformName(one, "")).find(Boolean) ?? ""),
    bank:
      (branch.includes(bank) ? branch : `${bank} ${branch}`.trim()) ||
      (numbers.map((one) => factsOfBankCard(one).bankName).find(Boolean) ?? ""),
    stops: new Set(values.filter(({ name }) => name === "account.stop.from").map(({ value }) => value)).size,
    stop: standing(values, "stop", asOf),
    freeze: standing(values, "freeze", asOf),
    coveredUntil: details.readCoveredUntil(db, ids),
  };
}

export function readCase(db: ReadableDb, number: string): CaseDetails {
  const values = details.listCaseSums(db, number);
  const first = (name: string) => values.find((one) => one.name === `case.${name}`)?.value;
  const losers = details.listLosers(db, number);
  const victims = losers.filter(({ role }) => role === "victim");
  return {
    victims: [...new Set((victims.length > 0 ? victims : losers).map(({ name }) => name))].filter((name) => name !== ""),
    reportedAt: momentOf(first("reported") ?? first("from")),
    lossFen: fenOf(first("loss")),
    stoppedFen: fenOf(first("stopped")),
    frozenFen: fenOf(first("frozen")),
    returnedFen: fenOf(first("returned")),
  };
}
