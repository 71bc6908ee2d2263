// The tables of a FinBench snapshot that the money questions need, and how each is imported: `|` between columns, times in UTC.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mapping } from "../../../shared/import/mapping.ts";

const format = { encoding: "utf-8", delimiter: "|", headerRow: 1, timeZone: "+00:00" };

const owns = (from: string, column: string): Mapping => ({
  name: `finbench-${from}-owns`,
  rowKind: "link",
  format,
  columns: { [column]: "from.key", accountId: "to.key", createTime: "time" },
  constants: { "from.kind": from, "to.kind": "account", kind: "owns" },
});

const transfer = (channel: string, columns: Mapping["columns"]): Mapping => ({
  name: `finbench-${channel}`,
  rowKind: "transfer",
  format,
  columns: { fromId: "from.account", toId: "to.account", amount: "amount", createTime: "time", ...columns },
  constants: { channel },
});

export const tables: Readonly<Record<string, Mapping>> = {
  Medium: {
    name: "finbench-medium",
    rowKind: "entity",
    format,
    columns: { mediumId: "key" },
    constants: { kind: "medium" },
  },
  AccountTransferAccount: transfer("transfer", { orderNum: "reference" }),
  AccountWithdrawAccount: transfer("withdraw", {}),
  PersonOwnAccount: owns("person", "personId"),
  CompanyOwnAccount: owns("company", "companyId"),
  MediumSignInAccount: {
    name: "finbench-sign-in",
    rowKind: "link",
    format,
    columns: { mediumId: "from.key", accountId: "to.key", createTime: "time" },
    constants: { "from.kind": "medium", "to.kind": "account", kind: "signs-in" },
  },
};

/** Plain or gzipped, in the folder or in its `snapshot`. */
export function tablePath(folder: string, table: string): string {
  const names = [`${table}.csv`, `${table}.csv.gz`].flatMap((name) => [join(folder, name), join(folder, "snapshot", name)]);
  const path = names.find((name) => existsSync(name));
  if (path === undefined) throw new Error(`no ${table}.csv or ${table}.csv.gz in ${folder}`);
  return path;
}
