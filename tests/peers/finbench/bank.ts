// A FinBench snapshot imported through the engine, and read back from the workspace into columns for the questions.
import { createEngine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import type { ImportResult } from "../../../shared/import/calls.ts";
import { tablePath, tables } from "./snapshot.ts";

export interface Move {
  readonly from: string;
  readonly to: string;
  /** ms since 1970. */
  readonly at: number;
  readonly fen: number;
}

export interface Bank {
  /** By sender and by receiver, earliest first. */
  readonly sent: ReadonlyMap<string, readonly Move[]>;
  readonly received: ReadonlyMap<string, readonly Move[]>;
  readonly withdrawn: ReadonlyMap<string, readonly Move[]>;
  readonly accountsOf: ReadonlyMap<string, readonly string[]>;
  readonly companyAccounts: ReadonlySet<string>;
  /** Sign-ins of blocked media by account. */
  readonly blocked: ReadonlyMap<string, readonly { readonly medium: string; readonly type: string; readonly at: number }[]>;
}

export async function importBank(folder: string, workspacePath: string): Promise<void> {
  const engine = await createEngine({ workspacePath });
  try {
    for (const [table, mapping] of Object.entries(tables)) {
      const paths = [tablePath(folder, table)];
      const context = { signal: new AbortController().signal, report: () => {} };
      const { sources } = (await engine.dispatch("import.storeFiles", { paths, mapping }, context)) as ImportResult;
      const [source] = sources;
      if (source!.rows.rejected > 0 || source!.rows.twins > 0) throw new Error(`${table}: ${JSON.stringify(source!.rows)}`);
    }
  } finally {
    await engine.close();
  }
}

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

export function readBank(workspacePath: string): Bank {
  const db = openWorkspaceFile(workspacePath, { readOnly: true });
  const moves = (channel: string) =>
    db.all<Move>(sql`SELECT a.key AS "from", b.key AS "to", t.at, t.amount_fen AS fen FROM transfer t
      JOIN entity a ON a.id = t.from_id JOIN entity b ON b.id = t.to_id WHERE t.channel = ${channel} ORDER BY t.at, t.id`);
  const links = (kind: string, from: string) =>
    db.all<{ from: string; to: string; at: number }>(sql`SELECT a.key AS "from", b.key AS "to", l.at FROM link l
      JOIN entity a ON a.id = l.from_id JOIN entity b ON b.id = l.to_id WHERE l.kind = ${kind} AND a.kind = ${from} ORDER BY l.id`);
  const media = db.all<{ medium: string; type: string }>(sql`SELECT e.key AS medium, t.value AS type FROM entity e
    JOIN attribute b ON b.entity_id = e.id AND b.name = 'isBlocked' AND b.value = 'true'
    JOIN attribute t ON t.entity_id = e.id AND t.name = 'mediumType' WHERE e.kind = 'medium'`);
  const typeOf = new Map(media.map(({ medium, type }) => [medium, type]));
  const [transfers, withdrawals] = [moves("transfer"), moves("withdraw")];
  const signs = links("signs-in", "medium").filter(({ from }) => typeOf.has(from));
  const own = links("owns", "person");
  const companies = links("owns", "company");
  db.close();
  return {
    sent: grouped(transfers, ({ from }) => from),
    received: grouped(transfers, ({ to }) => to),
    withdrawn: grouped(withdrawals, ({ to }) => to),
    accountsOf: new Map([...grouped(own, ({ from }) => from)].map(([person, list]) => [person, list.map(({ to }) => to)])),
    companyAccounts: new Set(companies.map(({ to }) => to)),
    blocked: grouped(
      signs.map(({ from, to, at }) => ({ account: to, medium: from, type: typeOf.get(from)!, at })),
      ({ account }) => account,
    ),
  };
}
