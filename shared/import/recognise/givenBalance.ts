// How many rows agree with the running balance under a mapping that somebody gave or changed: told anew after every change.
import type { Doubt } from "../calls.ts";
import { columnAddress, findColumn } from "../heading.ts";
import { type Mapping, targetsOf } from "../mapping.ts";
import { fitBalance } from "./balanceFit.ts";

export function tellBalance(mapping: Mapping, headings: readonly string[], rows: readonly (readonly string[])[]): readonly Doubt[] {
  if (mapping.rowKind !== "transfer") return [];
  const columnOf = (target: string): number | undefined => {
    const address = Object.entries(mapping.columns).find(([, value]) => targetsOf(value).includes(target))?.[0];
    const index = address === undefined ? -1 : findColumn(headings, address);
    return index < 0 ? undefined : index;
  };
  const [balance, amount, debit, credit] = ["balance", "amount", "debit", "credit"].map(columnOf);
  if (balance === undefined || (amount === undefined && debit === undefined && credit === undefined)) return [];
  const change = amount === undefined ? { ...(debit !== undefined && { debit }), ...(credit !== undefined && { credit }) } : { amount };
  const fits = [undefined, columnOf("own.account"), columnOf("own.card")].map((account) =>
    fitBalance(rows, { balance, ...change, ...(account !== undefined && { account }) }),
  );
  const { agree, compared } = fits.reduce((best, fit) => (fit.agree > best.agree ? fit : best));
  const column = columnAddress(headings, balance);
  return compared === 0 ? [] : [{ code: "balance-agrees", column, values: { column, agree, rows: compared }, blocking: false }];
}
