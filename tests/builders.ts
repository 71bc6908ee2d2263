// Small facts with sane defaults, told by a source row by row, as parsing would hand them to the store.
import { deflateRawSync } from "node:zlib";
import { appendAudit } from "../electron/engine/audit/auditLog.ts";
import type { Connection } from "../electron/engine/store/sqlite/database.ts";
import { completeTransfers } from "../electron/engine/store/sqlite/tables/completeTransfers.ts";
import { FactWriter } from "../electron/engine/store/sqlite/tables/factWriter.ts";
import { joinUnderCards } from "../electron/engine/store/sqlite/tables/lateCards.ts";
import { pairReversals } from "../electron/engine/store/sqlite/tables/pairReversals.ts";
import { listReversalsOf, registerReversals } from "../electron/engine/store/sqlite/tables/reversals.ts";
import { indexEntities } from "../electron/engine/store/sqlite/tables/searchIndex.ts";
import { insertLoadingSource, markSourceReady } from "../electron/engine/store/sqlite/tables/source.ts";
import { hasSources } from "../electron/engine/store/sqlite/tables/sourceCounts.ts";
import { FactSink } from "../shared/import/factSink.ts";
import type { FactBatch, RowReason } from "../shared/import/facts.ts";

/** One row's telling: adds its facts to the sink. */
export type Telling = (sink: FactSink, row: number) => void;

export const noon = Date.parse("2026-03-01T12:00:00+08:00");
export const minute = 60_000;

interface Account {
  readonly key: string;
  readonly name?: string;
}

const accountOf = (sink: FactSink, account: Account | string | null, row: number): number => {
  if (account === null) return -1;
  const { key, name = "" } = typeof account === "string" ? { key: account } : account;
  return sink.entity("account", key, name, row);
};

export interface TransferFacts {
  readonly from?: Account | string | null;
  readonly to?: Account | string | null;
  readonly at?: number;
  readonly amountFen?: number;
  readonly reference?: string;
  readonly precision?: number;
  readonly state?: number;
  readonly memo?: string;
  readonly channel?: string;
  /** 1: told by the payer's bank, 2: by the payee's. */
  readonly side?: number;
}

export const aTransfer =
  ({
    from = "1001",
    to = "2002",
    at = noon,
    amountFen = 50_000,
    reference = "",
    precision = 0,
    state = 0,
    memo = "",
    channel = "",
    side = 0,
  }: TransferFacts = {}): Telling =>
  (sink, row) => {
    sink.transfer({
      at,
      precision,
      from: accountOf(sink, from, row),
      to: accountOf(sink, to, row),
      amountFen,
      balanceFen: Number.NaN,
      state,
      side,
      currency: "CNY",
      channel,
      reference,
      memo,
      row,
    });
  };

export const aCall =
  ({ from = "13800138000", to = "13900139000", at = noon, seconds = 60 } = {}): Telling =>
  (sink, row) => {
    sink.call({
      at,
      precision: 0,
      from: sink.entity("phone", from, "", row),
      to: sink.entity("phone", to, "", row),
      seconds,
      medium: "call",
      place: -1,
      device: -1,
      row,
    });
  };

export const aStay =
  ({ person = "P1", place = "Inn", at = noon } = {}): Telling =>
  (sink, row) => {
    sink.stays.push({
      at,
      until: null,
      person: sink.entity("person", person, "", row),
      place: sink.entity("place", place, "", row),
      room: "8",
      row,
    });
  };

export const aLogin =
  ({ account = "qq-1", address = "10.0.0.1", at = noon } = {}): Telling =>
  (sink, row) => {
    sink.logins.push({
      at,
      account: sink.entity("netid", account, "", row),
      address: sink.entity("netid", address, "", row),
      device: -1,
      row,
    });
  };

export const aPerson =
  ({ key = "P1", name = "张三" } = {}): Telling =>
  (sink, row) => {
    const person = sink.entity("person", key, name, row);
    sink.attribute(person, "person.name", name, row);
  };

interface CaseFacts {
  readonly number?: string;
  readonly brief?: string;
  readonly suspect?: string;
  readonly account?: string;
}

export const aCase =
  ({ number = "A1", brief = "", suspect, account }: CaseFacts = {}): Telling =>
  (sink, row) => {
    const theCase = sink.entity("case", number, "", row);
    sink.attribute(theCase, "case.brief", brief, row);
    if (suspect) sink.link("involved-in", sink.entity("person", suspect, "", row), theCase, row, { role: "suspect" });
    if (account) sink.link("involved-in", sink.entity("account", account, "", row), theCase, row, { role: "payee" });
  };

/** An account sheet says whose card it is. */
export const aCard =
  ({ account = "1001", card = "C1001" } = {}): Telling =>
  (sink, row) =>
    sink.link("card-of", sink.entity("account", card, "", row), sink.entity("account", account, "", row), row);

export const aReject =
  (reason: RowReason = "amount-invalid", cell = "?"): Telling =>
  (sink, row) =>
    void sink.notes.push({ row, verdict: "rejected", reason, column: "金额", cell });

export function batchOf(tellings: readonly Telling[], firstRow = 1): FactBatch {
  const sink = new FactSink(tellings.length + 1);
  tellings.forEach((tell, i) => {
    tell(sink, firstRow + i);
  });
  const raw = tellings.map((_, i) => [`cell ${firstRow + i}`]);
  const chunk = raw.length > 0 ? { firstRow, rowCount: raw.length, data: deflateRawSync(JSON.stringify(raw)) } : null;
  return sink.take(chunk, tellings.length, tellings.length - sink.notes.length);
}

export const tester = { user: "tester", clock: () => noon };

/** A source that is still loading: its batches are stored and nobody sees them. */
export function loadSource(
  connection: Connection,
  name: string,
  batches: readonly (readonly Telling[])[],
): { id: number; writer: FactWriter } {
  return connection.write((db) => {
    const lookForTwins = hasSources(db);
    const start = {
      ordinal: 0,
      name,
      path: name,
      entry: null,
      sheet: null,
      size: 1,
      sha256: name,
      encoding: "utf-8",
      headerRow: 1,
      headings: ["a"],
      layout: "test",
      confidence: 1,
      doubts: [],
      banner: {},
      mapping: { name: "test", rowKind: "transfer" as const, columns: {} },
    };
    const id = insertLoadingSource(db, start, "tester", noon, { corrects: null, keyId: null });
    const writer = new FactWriter(id, lookForTwins);
    let row = 1;
    for (const tellings of batches) {
      writer.store(db, batchOf(tellings, row));
      for (const step of writer.edges.takeSteps()) step(db);
      row += tellings.length;
    }
    const fresh = [...writer.entities.touched].filter((entity) => entity >= writer.entities.firstNewId);
    indexEntities(db, fresh, () => true);
    return { id, writer };
  });
}

export function finishSource(connection: Connection, { id, writer }: { id: number; writer: FactWriter }): void {
  connection.write((db) => {
    const { attributes, links, events, twins } = writer.counts;
    markSourceReady(db, id, {
      read: 0,
      stored: 0,
      rejected: 0,
      skipped: 0,
      twins,
      totals: "[]",
      facts: JSON.stringify({ entities: writer.entities.created, attributes, links, events }),
      doubts: "[]",
    });
    joinUnderCards(db, [...writer.cards]);
    completeTransfers(db, writer.completed);
    registerReversals(db, id, writer.reversals);
    pairReversals(db, listReversalsOf(db, id));
    writer.entities.writeLabels(db);
    indexEntities(
      db,
      [...writer.entities.touched].filter((entity) => entity < writer.entities.firstNewId),
      () => false,
    );
    appendAudit(db, tester, { action: "import.store", detail: { id } });
  });
}

/** A whole source of one batch or several. */
export function addSource(
  connection: Connection,
  name: string,
  ...batches: readonly (readonly Telling[])[]
): { id: number; writer: FactWriter } {
  const source = loadSource(connection, name, batches);
  finishSource(connection, source);
  return source;
}
