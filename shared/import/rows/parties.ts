// Who stands on one side of a transfer: an account with its card, holder, bank and owner, or nobody known.
import type { IdentifierReader } from "../cells/identifierReader.ts";
import type { FactSink } from "../factSink.ts";
import type { Cells, Getter, RowPlan } from "../rowPlan.ts";

export interface PartyReader {
  /** Key of the account; "" where the row names none, null where its digits were lost. */
  readonly keyOf: (cells: Cells) => string | null;
  readonly nameOf: Getter;
  /** Writes entity, holder, bank, card and owner; -1 for nobody. */
  readonly write: (cells: Cells, key: string, row: number, sink: FactSink) => number;
}

const shortestAccount = 5;
const isName = (text: string): boolean => /[\u4e00-\u9fff]/.test(text) && !/\d{4}/.test(text);

/** `side` is own, counterparty, from or to. `fallback` is the key of an account that the sheet does not name. */
export function compileParty(plan: RowPlan, side: string, fallback = ""): PartyReader {
  const accountText = plan.text(`${side}.account`);
  const cardText = plan.text(`${side}.card`);
  const accounts = plan.identifiers("account", `${side}.account`);
  const cards = plan.identifiers("account", `${side}.card`);
  const nameOf = plan.text(`${side}.name`);
  const keyOf = (cells: Cells): string | null => {
    const account = readKey(accounts, accountText(cells), fallback);
    return account === "" ? readKey(cards, cardText(cells), fallback) || fallback : account;
  };
  const writeDetails = compileDetails(plan, side);
  const hasCard = plan.has(`${side}.card`) && plan.has(`${side}.account`);
  const write: PartyReader["write"] = (cells, key, row, sink) => {
    if (key === "") return -1;
    const account = sink.entity("account", key, nameOf(cells), row);
    writeDetails(cells, account, row, sink);
    if (hasCard) {
      const card = readKey(cards, cardText(cells), fallback);
      if (card && card !== key && !card.startsWith("#"))
        sink.repeatedLink("card-of", sink.entity("account", card, nameOf(cells), row), account, row);
    }
    return account;
  };
  return { keyOf, nameOf, write };
}

/** The last digits of a card name it inside this file only; a name in the account column is no account. */
function readKey(reader: IdentifierReader, text: string, fallback: string): string | null {
  if (text === "") return "";
  const found = reader.readOne(text);
  if (found === null) return "";
  if (found.isLost) return null;
  if (!found.isValid && isName(found.key)) return "";
  if (found.key.length >= shortestAccount || fallback === "") return found.key;
  return `#${found.key.replace(/\*/g, "")}`;
}

function compileDetails(plan: RowPlan, side: string): (cells: Cells, account: number, row: number, sink: FactSink) => void {
  const name = plan.text(`${side}.name`);
  const bank = plan.text(`${side}.bank`);
  const identity = plan.text(`${side}.identityNumber`);
  const identities = plan.identifiers("identity-number", `${side}.identityNumber`);
  const hasIdentity = plan.has(`${side}.identityNumber`);
  return (cells, account, row, sink) => {
    sink.repeatedAttribute(account, "account.holder", name(cells), row);
    sink.repeatedAttribute(account, "account.bank", bank(cells), row);
    if (!hasIdentity) return;
    const found = identities.readOne(identity(cells));
    if (found?.isValid) sink.repeatedLink("owns", sink.entity("person", found.key, name(cells), row), account, row);
  };
}

/** Name of nobody's account, so that it is not lost: it goes into the memo. */
export const withName = (name: string, memo: string): string =>
  name === "" || memo.includes(name) ? memo : memo === "" ? name : `${name} ${memo}`;
