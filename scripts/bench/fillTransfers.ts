// A workspace with a two-sided ledger of any size: every account pays the same dozen others, over half a year.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { seededRandom } from "../../shared/random.ts";
import { beginSource, finishSource, writeEntities, writeRows } from "./filledSource.ts";

const begin = Date.parse("2026-01-01T00:00:00+08:00");
const contactsAnAccount = 12;
const mostFen = 5_000_000;

export const ledgerDays = 180;

/** Transfers stand in time order, number 1 first. */
export function fillTransfers(path: string, transfers: number, accounts: number): void {
  const db = openWorkspaceFile(path);
  const random = seededRandom(9);
  const pick = (count: number) => Math.floor(random() * count);
  const source = beginSource(db, "transfer");
  writeEntities(db, source, "account", 1, accounts, (i) => `621700${String(1_000_000_000_000 + i * 7919)}`);
  const into =
    "transfer (at, precision, from_id, to_id, amount_fen, currency, balance_fen, state, side, channel, reference, memo, source_id, row)";
  const indexes = [
    ["transfer_from", "transfer (from_id, at)"],
    ["transfer_to", "transfer (to_id, at)"],
  ] as const;
  writeRows(db, into, indexes, transfers, (row) => {
    const from = pick(accounts);
    const to = (from * 31 + 17 + pick(contactsAnAccount) * 7919) % accounts;
    const at = begin + Math.floor(((row - 1) / transfers) * ledgerDays * 86_400) * 1000;
    return [at, 0, from + 1, to + 1, 1 + pick(mostFen), "CNY", null, 0, 0, "", "", "转账", source, row];
  });
  finishSource(db, source, transfers);
  db.close();
}
