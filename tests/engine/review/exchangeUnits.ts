// Two units with files of their own, and what a workspace says when every number of its own is left out: what must be equal once they have exchanged.
import { writeFileSync } from "node:fs";
import { keyOriginsOf, readOrigins, refLeaving } from "../../../electron/engine/review/exchange/origins.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../../electron/engine/store/sqlite/sql.ts";
import { readGroupState } from "../../../electron/engine/store/sqlite/tables/groupState.ts";
import type { Input } from "../../../shared/rpc/contract.ts";
import { type OpenEngine, openEngine } from "../import/openEngine.ts";

export interface Unit extends OpenEngine {
  readonly path: string;
  readonly name: string;
}

export async function openUnit(path: string, name: string): Promise<Unit> {
  const engine = await openEngine(path);
  await engine.call("review.nameUnit", { unit: name });
  return { ...engine, path, name };
}

export async function bring(unit: Unit, path: string, text: string, params: Partial<Input<"import.storeFiles">> = {}): Promise<void> {
  writeFileSync(path, text);
  await unit.call("import.storeFiles", { paths: [path], ...params });
}

/** A chart of everything that the unit knows. */
export async function chartAll(unit: Unit): Promise<string> {
  const nodes = readRefs(unit.path).map((ref, i) => ({ ref, x: i, y: 0 }));
  const filter = { hiddenKinds: [], from: null, until: null };
  const { id } = await unit.call("chart.saveChart", {
    id: "C-1",
    name: `全部 ${unit.name}`,
    document: { version: 1, nodes, links: [], filter },
  });
  return id;
}

export const readRefs = (path: string): string[] =>
  withRows(path, (all) => all<{ ref: string }>("SELECT kind || ':' || key AS ref FROM v_entity ORDER BY 1").map(({ ref }) => ref));

type All = <Row>(text: string) => Row[];

function withRows<T>(path: string, work: (all: All) => T): T {
  const db = openWorkspaceFile(path, { readOnly: true });
  try {
    return work((text) => db.all(rawSql(text)));
  } finally {
    db.close();
  }
}

/** Sends what is on a chart of everything to the other unit. */
export async function send(from: Unit, to: Unit, file: string, standard: Input<"review.importBundle">["standard"] = "latest") {
  const { base64 } = await from.call("review.exportBundle", { subject: "chart", of: await chartAll(from), password: "口令 1" });
  writeFileSync(file, Buffer.from(base64, "base64"));
  const asked = { path: file, password: "口令 1", standard };
  const preview = await to.call("review.previewBundle", asked);
  return { preview, merged: await to.call("review.importBundle", asked) };
}

/** References as they leave: the same at every unit. */
export const refsAs = (path: string) => {
  const db = openWorkspaceFile(path, { readOnly: true });
  const origins = keyOriginsOf(readOrigins(db, "x"));
  db.close();
  return (ref: string) => (ref.startsWith("case:") ? ref : (refLeaving(ref, origins) ?? ref));
};

/** Facts without the numbers that a workspace gives: every entity by its key, every row by its file. */
export function factsOf(path: string) {
  const as = refsAs(path);
  const sorted = (rows: readonly object[]) => [...new Set(rows.map((row) => JSON.stringify(row)))].sort();
  return withRows(path, (all) => ({
    entities: sorted(
      all<{ ref: string; label: string }>("SELECT kind || ':' || key AS ref, label FROM v_entity").map(({ ref, label }) => [
        as(ref),
        as(label),
      ]),
    ),
    attributes: sorted(
      all<{ ref: string; name: string; value: string; file: string }>(
        `SELECT e.kind || ':' || e.key AS ref, a.name, a.value, s.name AS file FROM v_attribute a JOIN v_entity e ON e.id = a.entity_id JOIN v_source s ON s.id = a.source_id`,
      ).map((row) => [as(row.ref), row.name, row.value, row.file]),
    ),
    links: sorted(
      all<{ kind: string; a: string; b: string; directed: number; at: string; weight: number }>(
        `SELECT l.kind, a.kind || ':' || a.key AS a, b.kind || ':' || b.key AS b, l.directed, l.at, l.weight FROM v_link l JOIN v_entity a ON a.id = l.from_id JOIN v_entity b ON b.id = l.to_id`,
      ).map((row) => [row.kind, as(row.a), as(row.b), row.directed, row.at, row.weight]),
    ),
    transfers: all<{ a: string | null; b: string | null }>(
      `SELECT t.at, t.amount_fen, t.currency, t.channel, t.reference, t.memo, a.kind || ':' || a.key AS a, b.kind || ':' || b.key AS b
        FROM v_transfer t LEFT JOIN v_entity a ON a.id = t.from_id LEFT JOIN v_entity b ON b.id = t.to_id`,
    )
      .map((row) => JSON.stringify(row))
      .sort(),
    calls: all<object>(
      `SELECT c.at, c.seconds, a.key AS a, b.key AS b FROM v_call c LEFT JOIN v_entity a ON a.id = c.from_id LEFT JOIN v_entity b ON b.id = c.to_id`,
    )
      .map((row) => JSON.stringify(row))
      .sort(),
    cases: all<object>("SELECT number, type, from_at, to_at, loss_fen FROM v_case ORDER BY number"),
  }));
}

/** Verdicts that hold, of pairs, whoever judged and as whatever. */
export function verdictsOf(path: string): string[] {
  const db = openWorkspaceFile(path, { readOnly: true });
  const { mustLink, cannotLink } = readGroupState(db);
  db.close();
  const standing = withRows(path, (all) =>
    all<{ subject: string; a: string; b: string; verdict: string }>(
      "SELECT subject, a, b, verdict FROM decision WHERE subject = 'pair' AND id IN (SELECT max(id) FROM decision GROUP BY subject, a, b) AND verdict <> 'later'",
    ),
  );
  const pairs = [
    ...mustLink.map(([a, b]) => [...[a, b].sort(), "confirm"]),
    ...cannotLink.map(([a, b]) => [...[a, b].sort(), "reject"]),
    ...standing.map(({ a, b, verdict }) => [...[a, b].sort(), verdict]),
  ];
  return [...new Set(pairs.map((pair) => pair.join(" ")))].sort();
}

/** Series as sets of cases. */
export async function seriesOf({ call }: Unit): Promise<string[]> {
  await call("link.runLinkage", {});
  await call("group.runSeries", {});
  const series = await call("group.listSeries", {});
  return series.series.map(({ cases }) => [...cases].sort().join(" ")).sort();
}
