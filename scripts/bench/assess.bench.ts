// A clue by telephone on a large workspace: 1,000,000 transfers, 8,000 linked and grouped cases; reports as they are pasted, bare numbers, and an account
// with more transfers than a second can count.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type Engine } from "../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../electron/engine/store/sqlite/sql.ts";
import type { Mapping } from "../../shared/import/mapping.ts";
import type { Assessment } from "../../shared/review/assess/calls.ts";
import { caseMapping, writeCaseFile } from "./caseFile.ts";
import { printFigure, quantile, timed } from "./figure.ts";
import { fillTransfers } from "./fillTransfers.ts";

const transfers = Number(process.env["BENCH_ROWS"] ?? 1_000_000);
const cases = Number(process.env["BENCH_CASES"] ?? 8_000);
const accounts = 60_000;
/** So few accounts that each is a hub. */
const hubAccounts = 3;
const clues = 20;
const budgetMilliseconds = 1000;

const folder = await mkdtemp(join(tmpdir(), "caseweave-bench-"));
const context = { signal: new AbortController().signal, report: () => {} };
const print = (figure: string, value: number, unit: string, budget: number | null = null, note = "") =>
  printFigure({ bench: "assess", figure, value, unit, budget, note });

const assess = async (engine: Engine, text: string): Promise<{ milliseconds: number; answer: Assessment }> => {
  const { value, seconds } = await timed(() => engine.dispatch("assess.readClue", { text }, context));
  return { milliseconds: seconds * 1000, answer: value as Assessment };
};

const cutParts = ({ parts }: Assessment): string =>
  Object.entries(parts)
    .filter(([, part]) => !part.isComplete)
    .map(([name]) => name)
    .join(" ");

/** Accounts and phones of cases, and accounts of the ledger, by which callers name them. */
function readClues(path: string): { readonly reports: readonly string[]; readonly numbers: readonly string[] } {
  const db = openWorkspaceFile(path, { readOnly: true });
  const keys = (kind: string, from: string) =>
    db
      .all<{ key: string }>(sql`SELECT x.key FROM link l JOIN entity x ON x.id = l.from_id AND x.kind = ${kind} WHERE l.kind = 'involved-in'
      AND l.id % 97 = 0 AND x.key > ${from} ORDER BY l.id LIMIT ${clues}`)
      .map(({ key }) => key);
  const ledger = db.all<{ key: string }>(
    sql`SELECT key FROM entity WHERE kind = 'account' AND id % 2503 = 0 AND id <= ${accounts} LIMIT ${clues}`,
  );
  const [cards, phones] = [keys("account", ""), keys("phone", "")];
  db.close();
  const reports = cards.map(
    (card, i) =>
      `群众来电：在群里看到兼职信息，下载对方指定的软件，按要求做任务返现，先后向账户${card}和${ledger[i % ledger.length]!.key}转账57600元，对方用${phones[i % phones.length]}联系，后无法提现发现被骗，要求继续转账。`,
  );
  return { reports, numbers: [...cards, ...ledger.map(({ key }) => key)] };
}

/** A sheet that comes in while the page is in use: the first clue after it, at once and when the cases were made ready again, which nobody waits for. */
async function measureAfter(
  engine: Engine,
  name: string,
  sheet: { readonly path: string; readonly mapping: Mapping },
  text: string,
): Promise<void> {
  const { seconds } = await timed(() => engine.dispatch("import.storeFiles", { paths: [sheet.path], mapping: sheet.mapping }, context));
  print(`${name}.import`, seconds, "s");
  const atOnce = await assess(engine, text);
  print(`${name}.atOnce`, atOnce.milliseconds, "ms", budgetMilliseconds, `not through: ${cutParts(atOnce.answer) || "none"}`);
  const again = await timed(() => engine.dispatch("assess.prepare", {}, context));
  print(`${name}.ready`, again.seconds, "s", null, "until the cases are ready again, in the background");
  const later = await assess(engine, text);
  print(`${name}.later`, later.milliseconds, "ms", budgetMilliseconds, `not through: ${cutParts(later.answer) || "none"}`);
}

async function measureImports(engine: Engine, text: string): Promise<void> {
  const morning = join(folder, "morning.csv");
  await writeCaseFile(morning, 50, 3);
  await writeFile(morning, (await readFile(morning, "utf8")).replaceAll("A34122026", "A34992026"));
  await measureAfter(engine, "cases", { path: morning, mapping: caseMapping }, text);
  const ledger = join(folder, "ledger.csv");
  await writeFile(ledger, "time,from,to,amount\n2026-05-01 10:00:00,6217001000000000000,6217001000000007919,1.00\n");
  const columns = { time: "time", from: "from.account", to: "to.account", amount: "amount" };
  await measureAfter(engine, "transfers", { path: ledger, mapping: { name: "bench", rowKind: "transfer", columns } as Mapping }, text);
}

async function measureLarge(): Promise<void> {
  const path = join(folder, "large.caseweave");
  fillTransfers(path, transfers, accounts);
  const file = join(folder, "cases.csv");
  await writeCaseFile(file, cases);
  let engine = await createEngine({ workspacePath: path });
  await engine.dispatch("import.storeFiles", { paths: [file], mapping: caseMapping }, context);
  await engine.dispatch("link.runLinkage", {}, context);
  await engine.dispatch("group.runSeries", {}, context);
  await engine.close();
  const { reports, numbers } = readClues(path);
  engine = await createEngine({ workspacePath: path });
  const cold = await assess(engine, reports[0]!);
  print("cold", cold.milliseconds, "ms", budgetMilliseconds, `not through: ${cutParts(cold.answer) || "none"}`);
  print(
    "prepare",
    (await timed(() => engine.dispatch("assess.prepare", {}, context))).seconds,
    "s",
    null,
    "the cases made ready, in their child",
  );
  for (const [name, texts] of [
    ["report", reports],
    ["number", numbers],
  ] as const) {
    const taken = [];
    for (const text of texts) taken.push(await assess(engine, text));
    const cut = taken.filter(({ answer }) => cutParts(answer) !== "").length;
    const milliseconds = taken.map((one) => one.milliseconds);
    print(`${name}.median`, quantile(milliseconds, 0.5), "ms", budgetMilliseconds, `${texts.length} clues, ${cut} with a part not through`);
    print(`${name}.slowest`, quantile(milliseconds, 1), "ms", budgetMilliseconds);
  }
  await measureImports(engine, reports[1]!);
  await engine.close();
}

async function measureHub(): Promise<void> {
  const path = join(folder, "hub.caseweave");
  fillTransfers(path, transfers, hubAccounts);
  const engine = await createEngine({ workspacePath: path });
  const db = openWorkspaceFile(path, { readOnly: true });
  const { key } = db.get<{ key: string }>(sql`SELECT key FROM entity WHERE kind = 'account' ORDER BY id LIMIT 1`)!;
  db.close();
  const { milliseconds, answer } = await assess(engine, key);
  const told = answer.parts.money?.found?.items[0];
  const counted = [...(told?.in ?? []), ...(told?.out ?? [])].reduce((sum, { count }) => sum + count, 0);
  print("hub", milliseconds, "ms", budgetMilliseconds, `${counted} transfers counted; not through: ${cutParts(answer) || "none"}`);
  const whole = await timed(() => engine.dispatch("assess.readClue", { text: key, parts: ["money"], within: 600_000 }, context));
  print("hub.goOn", whole.seconds, "s", null, "counted to the end");
  await engine.close();
}

try {
  await measureLarge();
  await measureHub();
} finally {
  await rm(folder, { recursive: true, force: true });
}
