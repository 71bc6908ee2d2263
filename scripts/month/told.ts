// What a workspace says, without what only tells how its files were cut: numbers of sources and rows, and numbers that the store gives.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../electron/engine/store/sqlite/sql.ts";
import type { BriefDocument } from "../../shared/review/briefCalls.ts";
import type { Desk } from "./desk.ts";

/** Somebody without a number goes by the source and row that name them: here by what they are called. */
const name = (column: string): string =>
  `(SELECT CASE WHEN named.key LIKE '#%' THEN '~' || named.label ELSE named.kind || ':' || named.key END FROM entity named WHERE named.id = ${column})`;
const eventKinds = "('transfer', 'call', 'stay', 'capture', 'login')";

const factQueries: Readonly<Record<string, string>> = {
  entities: `SELECT DISTINCT ${name("e.id")} AS ref, label FROM entity e`,
  attributes: `SELECT DISTINCT ${name("entity_id")} AS ref, name, value, origin FROM attribute`,
  links: `SELECT DISTINCT kind, ${name("from_id")} AS a, ${name("to_id")} AS b, role, origin, at, until, weight FROM link`,
  transfers: `SELECT at, precision, ${name("from_id")} AS a, ${name("to_id")} AS b, amount_fen, currency, balance_fen, state, side, channel, reference, memo FROM transfer`,
  tellings: `SELECT t.at, ${name("t.from_id")} AS a, ${name("t.to_id")} AS b, t.amount_fen, count(*) AS tellings FROM event_source x
    JOIN transfer t ON t.id = x.event_id WHERE x.kind = 'transfer' GROUP BY t.id`,
  calls: `SELECT at, precision, ${name("from_id")} AS a, ${name("to_id")} AS b, seconds, medium, ${name("place_id")} AS place, ${name("device_id")} AS device FROM call`,
  stays: `SELECT at, until, ${name("person_id")} AS who, ${name("place_id")} AS place, room FROM stay`,
  captures: `SELECT at, ${name("device_id")} AS what, ${name("place_id")} AS place FROM capture`,
  logins: `SELECT at, ${name("account_id")} AS what, ${name("address_id")} AS address, ${name("device_id")} AS device FROM login`,
  edges: `SELECT ${name("from_id")} AS a, ${name("to_id")} AS b, kind, CASE WHEN kind IN ${eventKinds} THEN sum(count) ELSE 1 END AS count, sum(sum) AS sum,
    min(first_at) AS first, max(last_at) AS last FROM edge GROUP BY 1, 2, 3`,
  coverage: `SELECT ${name("entity_id")} AS ref, kind, min(from_at) AS first, max(until_at) AS last FROM coverage GROUP BY 1, 2`,
  reversals: `SELECT t.at, t.amount_fen, t.reference, o.at AS original FROM reversal r JOIN transfer t ON t.id = r.transfer_id LEFT JOIN transfer o ON o.id = r.original_id`,
};

const lastRun = (table: string): string => `(SELECT max(id) FROM ${table})`;

const resultQueries: Readonly<Record<string, string>> = {
  identities: `SELECT group_concat(ref) AS members FROM (SELECT m.identity_id AS id, ${name("m.entity_id")} AS ref FROM identity_member m ORDER BY 1, 2) GROUP BY id`,
  addresses: `SELECT ${name("place_id")} AS place, ${name("standard_id")} AS standard, state, level, round(probability, 6) AS probability FROM address_match`,
  pairs: `SELECT a, b, round(bits, 6) AS bits, strength, basis, kinds FROM link_pair WHERE run_id = ${lastRun("link_run")}`,
  members: `SELECT "case", round(bits, 6) AS bits, round(membership, 6) AS membership, state FROM series_member WHERE run_id = ${lastRun("group_run")}`,
  series: `SELECT (SELECT group_concat(c) FROM (SELECT "case" AS c FROM series_member m WHERE m.run_id = s.run_id AND m.series = s.id ORDER BY 1)) AS cases,
    title FROM series s WHERE run_id = ${lastRun("group_run")}`,
};

const alertQuery = "SELECT w.subject, f.fact FROM alert_fact f JOIN watch w ON w.id = f.watch_id";

export type Told = Readonly<Record<string, readonly string[]>>;

function readQueries(path: string, queries: Readonly<Record<string, string>>): Told {
  const db = openWorkspaceFile(path, { readOnly: true });
  try {
    const lines = (text: string) =>
      db
        .all<object>(rawSql(text))
        .map((row) => JSON.stringify(row))
        .sort();
    return Object.fromEntries(Object.entries(queries).map(([part, text]) => [part, lines(text)]));
  } finally {
    db.close();
  }
}

export const readFacts = (path: string): Told => readQueries(path, factQueries);
export const readResults = (path: string): Told => readQueries(path, resultQueries);
/** Every fact that a watch was told; a fact told twice would stand here twice. */
export const readAlertFacts = (path: string): readonly string[] => readQueries(path, { alerts: alertQuery })["alerts"]!;

/** Where files and rows are named, and what is numbered by the store. */
const citing = new Set([
  "sources",
  "sourceId",
  "source",
  "sheet",
  "row",
  "rows",
  "transfer",
  "transfers",
  "runId",
  "dataVersion",
  "version",
  "seconds",
]);

/** An answer without what says which file and row; lists of it in an order of their own stay in it. */
export function withoutRows(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRows);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !citing.has(key))
      .map(([key, own]) => [key, withoutRows(own)]),
  );
}

/** Answers to what an investigator asks at the end of the month, each as text. */
export async function readAnswers(
  { ask }: Desk,
  cases: readonly string[],
  phone: string,
  guest: string,
): Promise<Readonly<Record<string, string>>> {
  const { rings } = await ask("group.listRings", {});
  const answers = {
    money: await Promise.all(cases.map((one) => ask("trace.traceMoney", { from: [one] }))),
    calls: await ask("trace.profileCalls", { phone }),
    meetings: await ask("trace.findMeetings", {}),
    stays: await ask("trace.readStays", { person: guest }),
    motifs: await ask("group.findMotifs", {}),
    rings: await Promise.all(rings.map(({ ring }) => ask("group.readRing", { ring }))),
  };
  return Object.fromEntries(Object.entries(answers).map(([part, answer]) => [part, JSON.stringify(withoutRows(answer), null, 1)]));
}

/** Words, figures and tables; rows differ as the files do, and with them the keys of lines of tables. */
export const toldByBrief = ({ heading, sections }: BriefDocument) => ({
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
