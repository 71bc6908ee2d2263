// A transfer that one source tells in part and another in full is shown in full. What its own source said stands beside it, so that taking a
// source out leaves exactly what the others say.
import { isReversalText } from "../../../../../shared/import/cells/words.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { rawSql, sql } from "../sql.ts";
import { assemble, ownEdges, splitBooks, type Telling, type ToldTransfer, withState } from "./assembleTransfer.ts";
import { addEdges } from "./edge.ts";
import { notRemoved } from "./entity.ts";
import { type EventEdge, type EventValues, edgesOf, eventColumns, eventInto } from "./eventColumns.ts";
import { forgetReversal, listPartners, pairedState, registerReversal, unpair } from "./reversals.ts";
import { SameAccounts } from "./sameAccounts.ts";
import type { TransferKey } from "./transferKey.ts";
import { findHalf } from "./twins.ts";

const columns = eventColumns.transfer;
const placeOf = (name: (typeof columns)[number]): number => columns.indexOf(name);
const [from, to, state, memo] = [placeOf("from_id"), placeOf("to_id"), placeOf("state"), placeOf("memo")];
const done = 0;

function readEvent(db: ReadableDb, id: number): ToldTransfer | null {
  const row = db.get<Record<string, string | number | null> & { source_id: number; own_told: string }>(
    sql`SELECT ${rawSql(columns.join(", "))}, source_id, own_told FROM transfer WHERE id = ${id}`,
  );
  if (row === undefined) return null;
  const isCompleted = row.own_told !== "";
  const own = isCompleted ? (JSON.parse(row.own_told) as EventValues) : columns.map((name) => row[name] ?? null);
  const told = db.all<{
    id: number;
    sourceId: number;
    row: number;
    told: string;
    judged: number;
  }>(sql`SELECT id, source_id AS sourceId, row, told, judged
    FROM event_source WHERE kind = 'transfer' AND event_id = ${id} AND told <> '' ORDER BY id`);
  const tellings = told.map((one) => ({ ...one, values: JSON.parse(one.told) as EventValues, isJudged: one.judged === 1 }));
  const accounts = new SameAccounts();
  const ends = [own, ...tellings.map(({ values }) => values)].flatMap((values) => [values[from], values[to]] as (number | null)[]);
  if (new Set(ends).size > 2) accounts.learn(db, ends);
  return { sourceId: row.source_id, own, tellings, accounts, isCompleted, hasMoved: row["state"] === done };
}

function addTransferEdge(db: WritableDb, sourceId: number, edge: EventEdge): void {
  addEdges(db, [{ ...edge, kind: "transfer", directed: true, sourceId, count: 1, firstAt: edge.at, lastAt: edge.at }]);
}

const insertText = `INSERT INTO ${eventInto("transfer")} VALUES (${Array(columns.length + 2)
  .fill("?")
  .join(", ")})`;
const setText = `UPDATE transfer SET ${columns.map((name) => `${name} = ?`).join(", ")}, own_told = ? WHERE id = ?`;

/** Shows each event as all its sources tell it. A pair that one of them was in is undone: what fits now is found anew. */
export function completeTransfers(db: WritableDb, ids: readonly number[]): void {
  for (const id of ids) {
    release(db, id);
    openTransfer(db, id);
    const first = readEvent(db, id);
    if (first === null) continue;
    if (absorbHalves(db, id, first)) settle(db, id, readEvent(db, id)!);
    else settle(db, id, first);
  }
}

/** Changes pairs of reversals and what they cancel: neither counts as money that moved. `ids`: all that enter or leave a pair. */
export function changePairs(db: WritableDb, ids: readonly number[], change: () => void): void {
  for (const id of ids) openTransfer(db, id);
  change();
  for (const id of ids) settle(db, id, readEvent(db, id)!);
}

function release(db: WritableDb, id: number): void {
  const partners = listPartners(db, id);
  if (partners.length > 0) changePairs(db, [id, ...partners], () => unpair(db, id));
}

function settle(db: WritableDb, id: number, event: ToldTransfer): void {
  const { values: told, completed, loose, isOfTwoBooks } = assemble(event);
  const values = told[state] === done ? withState(told, pairedState(db, id)) : told;
  if (values.some((value, i) => value !== event.own[i])) db.prepare(setText).run(...values, JSON.stringify(event.own), id);
  if (completed && values[state] === done) addTransferEdge(db, completed.sourceId, completed.edge);
  if (isOfTwoBooks) renewEdgesOf(db, event.sourceId, event.own, withState(told, done));
  else if (values[state] !== done) renewEdgesOf(db, event.sourceId, event.own);
  const back = [{ sourceId: event.sourceId, values: event.own }, ...event.tellings].find((one) => isReversalText(String(one.values[memo])));
  if (back && told[state] === done) registerReversal(db, id, back.sourceId);
  if (loose.length > 0) partLoose(db, loose);
}

function renewEdgesOf(db: WritableDb, sourceId: number, ...versions: readonly EventValues[]): void {
  for (const values of versions) for (const edge of ownEdges(values)) renewEdge(db, sourceId, edge);
}

/** Tellings without a tie are an event of their own; under its old number where that is known and still free. */
function partLoose(db: WritableDb, [first, ...rest]: readonly Telling[], wanted: number | null = null): void {
  db.prepare(insertText).run(...first!.values, first!.sourceId, first!.row);
  let { id } = db.get<{ id: number }>(sql`SELECT last_insert_rowid() AS id`)!;
  if (wanted !== null && wanted !== id && readEvent(db, wanted) === null) {
    db.run(sql`UPDATE transfer SET id = ${wanted} WHERE id = ${id}`);
    id = wanted;
  }
  db.run(sql`DELETE FROM event_source WHERE id = ${first!.id}`);
  for (const one of rest) db.run(sql`UPDATE event_source SET event_id = ${id}, judged = 0 WHERE id = ${one.id}`);
  for (const edge of edgesOf("transfer", first!.values)) addTransferEdge(db, first!.sourceId, edge);
  settle(db, id, readEvent(db, id)!);
}

/** Halves that other sources told before, one of each end: now that both ends are known they are this transfer. True when there was one. */
function absorbHalves(db: WritableDb, id: number, event: ToldTransfer): boolean {
  const { values } = assemble(event);
  if (values[from] === null || values[to] === null) return false;
  let absorbed = false;
  for (const other of [from, to]) {
    const sources = new Set([event.sourceId, ...readEvent(db, id)!.tellings.map(({ sourceId }) => sourceId)]);
    const half = findHalf(db, toKey(values), other === to ? "from" : "to", id, sources);
    if (half === null) continue;
    tellUnder(db, id, half);
    absorbed = true;
  }
  return absorbed;
}

/** What an event says is told under another one from now on, with all that its other sources say. `judged` 1: because a person said so of its row. */
function tellUnder(db: WritableDb, id: number, other: number, judged: 0 | 1 = 0): void {
  release(db, other);
  forgetReversal(db, other);
  openTransfer(db, other);
  const { own, sourceId } = readEvent(db, other)!;
  db.run(sql`INSERT INTO event_source (kind, event_id, source_id, row, told, judged)
    SELECT 'transfer', ${id}, source_id, row, ${JSON.stringify(own)}, ${judged} FROM transfer WHERE id = ${other}`);
  db.run(sql`UPDATE event_source SET event_id = ${id} WHERE kind = 'transfer' AND event_id = ${other}`);
  db.run(sql`DELETE FROM transfer WHERE id = ${other}`);
  for (const edge of ownEdges(own)) renewEdge(db, sourceId, edge);
}

/** Transfers of which it turns out that they are one: `other` is told under `id`. */
export function joinTransfers(db: WritableDb, pairs: readonly (readonly [id: number, other: number])[]): void {
  for (const [id, other] of pairs) tellUnder(db, id, other);
  completeTransfers(db, [...new Set(pairs.map(([id]) => id))]);
}

/** A person said that what the payee's bank tells (`received`) is what the payer's bank tells (`paid`). */
export function joinTwoBooks(db: WritableDb, paid: number, received: number): void {
  tellUnder(db, paid, received, 1);
  completeTransfers(db, [paid]);
}

/** Takes that back: what the telling's own bank says is an event of its own again. */
export function partTwoBooks(db: WritableDb, id: number, told: { readonly sourceId: number; readonly row: number }, wanted: number): void {
  release(db, id);
  openTransfer(db, id);
  const { own, tellings } = readEvent(db, id)!;
  const [, others] = splitBooks(own, tellings);
  const isFirst = (one: Telling) => one.sourceId === told.sourceId && one.row === told.row;
  const ordered = [...others].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.id - b.id);
  if (ordered.length > 0) partLoose(db, ordered, wanted);
  completeTransfers(db, [id]);
}

function toKey(values: EventValues): TransferKey {
  const named = Object.fromEntries(columns.map((name, i) => [name, values[i]!])) as unknown as Record<string, number & string>;
  const { at: time, precision: fineness, from_id, to_id, amount_fen, currency, reference: serial, channel } = named;
  return {
    at: time!,
    precision: fineness!,
    from: from_id!,
    to: to_id!,
    amountFen: amount_fen!,
    currency: currency!,
    reference: serial!,
    channel: channel!,
    state: named["state"]!,
    side: named["side"]!,
  };
}

/** Back to what its own source says; the edge that came by others goes, one that was taken back comes again. */
function openTransfer(db: WritableDb, id: number): void {
  const event = readEvent(db, id);
  if (event === null || !event.isCompleted) return;
  const { values, completed, isOfTwoBooks } = assemble(event);
  db.prepare(setText).run(...event.own, "", id);
  if (isOfTwoBooks) renewEdgesOf(db, event.sourceId, event.own, withState(values, done));
  else if (!event.hasMoved) for (const edge of ownEdges(event.own)) addTransferEdge(db, event.sourceId, edge);
  else if (completed !== null) renewEdge(db, completed.sourceId, completed.edge);
}

/** First and last of an edge cannot be subtracted: what its source tells of the pair is added up again. */
function renewEdge(db: WritableDb, sourceId: number, { from: a, to: b }: EventEdge): void {
  db.run(sql`DELETE FROM edge WHERE from_id = ${a} AND to_id = ${b} AND kind = 'transfer' AND source_id = ${sourceId}`);
  for (const { id } of db.all<{ id: number }>(
    sql`SELECT id FROM transfer WHERE from_id = ${a} AND to_id = ${b} AND state = 0 AND source_id ${rawSql(notRemoved)} ORDER BY id`,
  )) {
    const event = readEvent(db, id)!;
    const together = event.isCompleted ? assemble(event) : null;
    const whole = ownEdges(together?.isOfTwoBooks ? together.values : event.own);
    if (event.sourceId === sourceId) for (const edge of whole) addTransferEdge(db, sourceId, edge);
    const completed = whole.length > 0 ? null : together?.completed;
    if (completed?.sourceId === sourceId) addTransferEdge(db, sourceId, completed.edge);
  }
}

const tellText = `UPDATE transfer SET ${columns.map((name) => `${name} = ?`).join(", ")}, source_id = ?, row = ? WHERE id = ?`;

/** One of the further tellings, by its number, becomes the one that is shown; what was shown is told beside it. Pairs of reversals are found anew by the caller. */
export function tellTransferFirst(db: WritableDb, id: number, telling: number): void {
  release(db, id);
  openTransfer(db, id);
  forgetReversal(db, id);
  const { sourceId, own, tellings } = readEvent(db, id)!;
  const first = tellings.find((one) => one.id === telling)!;
  db.run(
    sql`UPDATE event_source SET (source_id, row, told) = (SELECT source_id, row, ${JSON.stringify(own)} FROM transfer WHERE id = ${id}) WHERE id = ${telling}`,
  );
  db.prepare(tellText).run(...first.values, first.sourceId, first.row, id);
  for (const edge of ownEdges(own)) renewEdge(db, sourceId, edge);
  for (const edge of ownEdges(first.values)) addTransferEdge(db, first.sourceId, edge);
  settle(db, id, readEvent(db, id)!);
}

/** Before a source goes: the events that it completed, or that others completed for it, say again what their own source said. Gives their ids. */
export function openTransfersOf(db: WritableDb, sourceId: number): readonly number[] {
  const ids = db
    .all<{ id: number }>(sql`SELECT id FROM transfer WHERE source_id = ${sourceId} AND own_told <> ''
      UNION SELECT t.id FROM event_source e JOIN transfer t ON t.id = e.event_id AND t.own_told <> ''
      WHERE e.source_id = ${sourceId} AND e.kind = 'transfer'
      UNION SELECT transfer_id FROM reversal WHERE source_id = ${sourceId} ORDER BY id`)
    .map(({ id }) => id);
  for (const id of ids) {
    release(db, id);
    openTransfer(db, id);
  }
  return ids;
}
