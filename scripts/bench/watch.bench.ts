// 10,000 watches against 1,000,000 new transfers: a tenth of them known accounts, the rest numbers not seen, places, words, rules.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { insertWatch } from "../../electron/engine/store/sqlite/tables/watch.ts";
import type { WatchSubject } from "../../shared/review/watch/subject.ts";
import { printFigure, timed } from "./figure.ts";
import { cardOf, writeTransferFile } from "./transferFile.ts";

const rows = Number(process.env["BENCH_ROWS"] ?? 1_000_000);
const accounts = 60_000;
const count = 10_000;
const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const context = { signal: new AbortController().signal, report: () => {} };

/** By tens: one known account, and nine of what analysts put under watch before anything is known of it. */
function subjectOf(i: number): WatchSubject {
  if (i === 0) return { kind: "rule", rule: "fan-in", values: {} };
  if (i === 1) return { kind: "rule", rule: "fast-out", values: {} };
  if (i % 10 === 0) return { kind: "entity", entity: `account:${cardOf(i)}` };
  if (i % 100 === 1) return { kind: "words", words: `惠享购${i}` };
  if (i % 10 === 2) return { kind: "place", longitude: 112 + i / 100_000, latitude: 29, metres: 500 };
  return { kind: "entity", entity: `phone:138${String(10_000_000 + i)}` };
}

try {
  const file = join(folder, "ledger.csv");
  await writeTransferFile(file, rows, accounts);
  const workspacePath = join(folder, "watch.caseweave");
  const connection = openWorkspaceFile(workspacePath);
  const written = { label: "", reason: "测速", owner: "bench", expiresAt: null, createdAt: 0, createdBy: "bench" };
  connection.write((db) => {
    for (let i = 0; i < count; i++) insertWatch(db, { subject: subjectOf(i), ...written });
  });
  connection.close();
  const engine = await createEngine({ workspacePath });
  const call = (name: string, params: object) => engine.dispatch(name, params, context);
  const print = (figure: string, value: number, unit: string, budget: number | null = null, note = "") =>
    printFigure({ bench: "watch", figure, value, unit, budget, note });
  const imported = await timed(() => call("import.storeFiles", { paths: [file] }));
  const { alerts } = imported.value as { alerts: readonly { facts: number }[] };
  const facts = alerts.reduce((sum, alert) => sum + alert.facts, 0);
  print("import", imported.seconds, "s", null, `${rows} rows, checked: ${alerts.length} alerts, ${facts} facts`);
  print("check", (await timed(() => call("review.checkWatches", {}))).seconds, "s", 10, "all again, nothing new");
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
