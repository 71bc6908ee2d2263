// A month of the demo county played day by day – the day's files, alerts, the briefing of the day – against the same month imported at once:
// the same facts, the same alerts, the same matches of addresses, the same briefing of the month.
import { copyFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDemoFiles } from "../../../electron/engine/demo/index.ts";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../../electron/engine/store/sqlite/sql.ts";
import { listSources, readRawRows, type SourceRecord } from "../../../electron/engine/store/sqlite/tables/source.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import type { BriefDocument } from "../../../shared/review/briefCalls.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";
import { dayText, parseDay } from "../../../shared/review/statistics/period.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("all");
const signal = new AbortController().signal;
const [first, last] = ["2026-10-01", "2026-10-31"] as const;
const morning = (day: string): number => Date.parse(`${day}T23:30:00+08:00`);

interface Desk {
  readonly path: string;
  readonly engine: Engine;
  now: number;
  readonly ask: <Name extends CallName>(name: Name, params: Input<Name>) => Promise<Result<Name>>;
}

async function openDesk(name: string): Promise<Desk> {
  const path = at(name);
  const desk = { path, now: morning("2026-09-30") } as { now: number } & Desk;
  const engine = await createEngine({ workspacePath: path, user: "analyst", clock: () => desk.now });
  const ask: Desk["ask"] = async (call, params) => (await engine.dispatch(call, params, { signal, report: () => {} })) as never;
  return Object.assign(desk, { engine, ask });
}

/** A sheet of the demo with the day of each of its rows. */
interface Cut {
  readonly name: string;
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly day: string; readonly cells: readonly string[] }[];
}

/** Targets that tell on which day a row comes to the unit. */
const dayTargets: Readonly<Record<string, readonly string[]>> = {
  case: ["case.reported"],
  transfer: ["time", "time.date"],
};

const dayIn = (cell: string): string => {
  const [, year, month, date] = /(\d{4})\D?(\d{1,2})\D?(\d{1,2})/.exec(cell) ?? [];
  return year === undefined ? "" : `${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`;
};

function cutSource(path: string, source: SourceRecord): Cut {
  const db = openWorkspaceFile(path, { readOnly: true });
  try {
    const headings = JSON.parse(source.headings) as string[];
    const mapping = JSON.parse(source.mapping) as Mapping;
    const wanted = dayTargets[source.rowKind]!;
    const column = headings.findIndex((heading, i) =>
      [mapping.columns[heading] ?? mapping.columns[`#${i + 1}`] ?? []].flat().some((target) => wanted.includes(target)),
    );
    expect(column, source.name).toBeGreaterThanOrEqual(0);
    const rows = readRawRows(db, source.id, 1, 1_000_000).map(({ cells }) => ({ day: dayIn(cells[column] ?? ""), cells }));
    return {
      name: `${source.id}`,
      mapping: { ...mapping, format: { headerRow: 1, encoding: "utf-8" } },
      headings,
      rows: rows.filter(({ day }) => day !== ""),
    };
  } finally {
    db.close();
  }
}

let cuts: readonly Cut[];
let watched: readonly string[];
let standardTable: string;

/** Of a ledger the rows that speak of what is watched: a unit's own daily extract, small enough to be played in a minute. */
const aboutWatched = (cut: Cut): Cut => {
  const keys = watched.map((ref) => ref.slice(ref.indexOf(":") + 1));
  return cut.mapping.rowKind === "case"
    ? cut
    : { ...cut, rows: cut.rows.filter(({ cells }) => cells.some((cell) => keys.some((key) => cell.includes(key)))) };
};

/** Rows of some days, a file a sheet, in one import as the sheets were; nothing where there are none. */
async function bring(desk: Desk, from: string, to: string): Promise<void> {
  const mappings: Record<string, Mapping> = {};
  for (const { name, mapping, headings, rows } of cuts) {
    const own = rows.filter(({ day }) => day >= from && day <= to);
    if (own.length === 0) continue;
    const file = at(`${name}_${from}_${to}.csv`);
    writeFileSync(file, writeCsv({ columns: headings.map((heading) => ({ heading, width: 1 })), rows: own.map(({ cells }) => cells) }));
    mappings[`${file}||`] = mapping;
  }
  const paths = Object.keys(mappings).map((key) => key.slice(0, -2));
  if (paths.length > 0) await desk.ask("import.storeFiles", { paths, mappings });
}

async function study(desk: Desk): Promise<void> {
  await desk.ask("link.runLinkage", {});
  await desk.ask("group.runSeries", {});
  await desk.ask("group.findRings", {});
}

/** Everything before the month, linked and grouped, and what is watched from then on. */
async function begin(desk: Desk): Promise<void> {
  await desk.ask("import.storeFiles", { paths: [standardTable] });
  await bring(desk, "2026-01-01", "2026-09-30");
  await study(desk);
  desk.now++;
  await desk.ask("review.addWatch", { subject: { kind: "words", words: "刷单" }, reason: "高发类案" });
  for (const entity of watched) await desk.ask("review.addWatch", { subject: { kind: "entity", entity }, reason: "涉案" });
}

/** Somebody without a number goes by the source and row that name them: here by what they are called. */
const named = (entity: string): string => `CASE WHEN ${entity}.key LIKE '#%' THEN '~' || ${entity}.label ELSE ${entity}.key END`;
const ends = (table: string): string => `FROM ${table} e LEFT JOIN entity f ON f.id = e.from_id LEFT JOIN entity t ON t.id = e.to_id`;

const queries = {
  entities: `SELECT DISTINCT e.kind, ${named("e")} AS name FROM entity e ORDER BY 1, 2`,
  attributes: `SELECT DISTINCT e.kind, ${named("e")} AS key, a.name, a.value FROM attribute a JOIN entity e ON e.id = a.entity_id ORDER BY 1, 2, 3, 4`,
  links: `SELECT DISTINCT e.kind, ${named("f")} AS a, ${named("t")} AS b, e.role ${ends("link")} ORDER BY 1, 2, 3, 4`,
  transfers: `SELECT e.at, ${named("f")} AS a, ${named("t")} AS b, e.amount_fen, e.currency, e.reference, e.state ${ends("transfer")} ORDER BY 1, 2, 3, 4, 6`,
  alerts: "SELECT watch_id, fact FROM alert_fact ORDER BY 1, 2",
  addresses: `SELECT e.key, m.state, m.bits, s.key AS standard FROM address_match m JOIN entity e ON e.id = m.place_id LEFT JOIN entity s ON s.id = m.standard_id ORDER BY 1`,
} as const;

function readAll(path: string): Readonly<Record<keyof typeof queries, readonly string[]>> {
  const db = openWorkspaceFile(path, { readOnly: true });
  try {
    return Object.fromEntries(
      Object.entries(queries).map(([name, text]) => [name, db.all<object>(rawSql(text)).map((row) => JSON.stringify(row))]),
    ) as never;
  } finally {
    db.close();
  }
}

/** Words, figures and tables; rows differ as the files do, and with them the keys of lines of tables. */
const toldBy = ({ heading, sections }: BriefDocument) => ({
  heading,
  sections: sections.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map((block) => {
      if (!("sentences" in block)) return block;
      const sentences = block.sentences.map(({ key, text, figures }) => ({ key: block.block === "table" ? "" : key, text, figures }));
      return { ...block, sentences };
    }),
  })),
});

const totalOf = ({ sections }: BriefDocument): number =>
  Number(
    sections.flatMap(({ blocks }) => blocks).flatMap((block) => ("sentences" in block ? block.sentences : []))[0]?.figures?.["count"] ?? 0,
  );

/** The demo's ledgers of cases and of a bank, and the accounts that most is paid into in the month. */
beforeAll(async () => {
  const { files } = await writeDemoFiles(at("files"), { scale: 0.05, seed: 3 });
  standardTable = at(`files/${files.find((name) => name.startsWith("标准地址"))!}`);
  const whole = await openDesk("whole.caseweave");
  await whole.ask("import.storeFiles", {
    paths: files.filter((name) => /台账|工行/.test(name)).map((name) => at(`files/${name}`)),
  });
  const db = openWorkspaceFile(whole.path, { readOnly: true });
  const sources = listSources(db).filter(({ rowKind }) => rowKind in dayTargets);
  watched = db
    .all<{ ref: string }>(
      rawSql(`SELECT e.kind || ':' || e.key AS ref FROM entity e JOIN transfer t ON t.to_id = e.id
        WHERE t.at BETWEEN ${Date.parse(first)} AND ${Date.parse(last)} GROUP BY e.id ORDER BY count(*) DESC, e.key LIMIT 3`),
    )
    .map(({ ref }) => ref);
  db.close();
  cuts = sources.map((source) => aboutWatched(cutSource(whole.path, source)));
  await whole.engine.close();
}, 120_000);

const desks: Desk[] = [];
afterAll(() => Promise.all(desks.map(({ engine }) => engine.close())));

it("tells the same at its end, day by day or at once", async () => {
  const base = await openDesk("base.caseweave");
  await begin(base);
  await base.engine.close();
  for (const name of ["daily.caseweave", "once.caseweave"]) copyFileSync(base.path, at(name));
  const [daily, once] = [await openDesk("daily.caseweave"), await openDesk("once.caseweave")];
  desks.push(daily, once);
  let reported = 0;
  for (let day = first as string; day <= last; day = dayText(parseDay(day)! + 1)) {
    daily.now = morning(day);
    await bring(daily, day, day);
    const brief = await daily.ask("brief.read", { from: day, to: day });
    expect(brief.uncited).toBe(0);
    reported += totalOf(brief);
  }
  once.now = morning(last);
  await bring(once, first, last);
  for (const desk of [daily, once]) await study(desk);
  const [a, b] = [readAll(daily.path), readAll(once.path)];
  for (const name of Object.keys(queries) as (keyof typeof queries)[]) expect(a[name], name).toEqual(b[name]);
  expect(a.alerts.length).toBeGreaterThan(10);
  expect(a.addresses.length).toBeGreaterThan(5);
  const [month, other] = [
    await daily.ask("brief.read", { from: first, to: last }),
    await once.ask("brief.read", { from: first, to: last }),
  ];
  expect(toldBy(month)).toEqual(toldBy(other));
  expect(totalOf(month)).toBe(reported);
  expect(reported).toBeGreaterThan(5);
}, 400_000);
