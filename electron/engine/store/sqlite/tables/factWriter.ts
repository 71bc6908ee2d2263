// Stores batches of facts of one loading source: entities first, then what is said of them, events with their twins, edges, raw rows, notes.

import { isReversalText } from "../../../../../shared/import/cells/words.ts";
import type { CallFacts, FactBatch, LinkFact, SentBatch, TransferFacts } from "../../../../../shared/import/facts.ts";
import type { WritableDb } from "../database.ts";
import { RowInserter } from "../rowInserter.ts";
import { EdgeCollector } from "./edgeCollector.ts";
import { EntityWriter } from "./entity.ts";
import { type EventTable, type EventValues, edgesOf, eventColumns, eventInto } from "./eventColumns.ts";
import { type Kin, noKin } from "./kin.ts";
import { registerReversal, type ToldReversal } from "./reversals.ts";
import type { TransferKey } from "./transferKey.ts";
import { TwinFinder } from "./twins.ts";

export interface FactCounts {
  attributes: number;
  links: number;
  events: number;
  twins: number;
}

const idOf = (ids: readonly number[], index: number | undefined): number | null =>
  index === undefined || index < 0 ? null : (ids[index] ?? null);
const timeOf = (at: number | undefined): number | null => (at === undefined || Number.isNaN(at) ? null : at);

interface EventWriter {
  write(twin: number | null, row: number, values: EventValues): void;
  /** To be called after the last row of a step. */
  flush(): void;
}

function transferKeys(facts: TransferFacts, ids: readonly number[], start: number, end: number): TransferKey[] {
  const keys: TransferKey[] = [];
  for (let i = start; i < end; i++)
    keys.push({
      at: timeOf(facts.at[i]),
      precision: facts.precision[i]!,
      from: idOf(ids, facts.from[i]),
      to: idOf(ids, facts.to[i]),
      amountFen: facts.amountFen[i]!,
      currency: facts.currency[i]!,
      reference: facts.reference[i]!,
      channel: facts.channel[i]!,
      state: facts.state[i]!,
      side: facts.side[i]!,
    });
  return keys;
}

/** Looking for twins in a large workspace costs most: so many rows stay well under a slice. */
const transfersAtOnce = 500;

export class FactWriter {
  readonly counts: FactCounts = { attributes: 0, links: 0, events: 0, twins: 0 };
  readonly entities: EntityWriter;
  /** Written by the caller in steps: when full, and at the end of the source. */
  readonly edges: EdgeCollector;
  /** Numbers that card links of this source name: what was told under several of them is held against each other at the end. */
  readonly cards = new Set<number>();
  /** Accounts whose own statements in this source tell of money received. */
  readonly payees = new Set<number>();
  /** To be registered when the indexes stand. */
  readonly reversals: ToldReversal[] = [];
  private readonly twins: TwinFinder;
  private readonly sourceId: number;
  /** False while nothing else is in the workspace: then no event can be a twin, and no look-up is needed. */
  private readonly lookForTwins: boolean;

  constructor(sourceId: number, lookForTwins: boolean, kin: Kin = noKin, keyId = sourceId) {
    this.sourceId = sourceId;
    this.lookForTwins = lookForTwins;
    this.entities = new EntityWriter(sourceId, keyId);
    this.edges = new EdgeCollector(sourceId);
    this.twins = new TwinFinder(sourceId, kin);
  }

  /** Transfers known before, of which this source says more: shown in full when it becomes ready. */
  get completed(): readonly number[] {
    return [...this.twins.completed].sort((a, b) => a - b);
  }

  store(db: WritableDb, batch: FactBatch | SentBatch): void {
    for (const step of this.stepsOf(batch)) step(db);
  }

  /** A batch in steps short enough to answer other calls in between; they belong together and stand in this order. */
  stepsOf(batch: FactBatch | SentBatch): ((db: WritableDb) => void)[] {
    let ids: readonly number[] = [];
    const { edges } = this;
    const { transfers } = batch;
    const starts = Array.from({ length: Math.ceil((transfers?.row.length ?? 0) / transfersAtOnce) }, (_, i) => i * transfersAtOnce);
    return [
      (db) => {
        ids = this.entities.resolve(db, batch);
        this.storeAttributes(db, batch, ids);
        for (const link of batch.links) this.storeLink(db, link, ids, edges);
      },
      ...starts.map((start) => (db: WritableDb) => this.storeTransfers(db, transfers!, ids, edges, start)),
      (db) => {
        if (batch.calls) this.storeCalls(db, batch.calls, ids, edges);
        this.storeSightings(db, batch, ids, edges);
        this.storeCoverage(db, batch, ids);
        this.storePopulations(db, batch);
        this.storeRows(db, batch);
      },
    ];
  }

  private storeAttributes(db: WritableDb, batch: Omit<FactBatch, "entities">, ids: readonly number[]): void {
    const rows = new RowInserter(db, "attribute (entity_id, name, value, origin, source_id, row)", 6);
    for (const fact of batch.attributes) {
      const id = ids[fact.entity]!;
      rows.add(id, fact.name, fact.value, fact.origin, this.sourceId, fact.row);
      this.entities.touched.add(id);
      this.counts.attributes += 1;
    }
    rows.flush();
  }

  private storeLink(db: WritableDb, fact: LinkFact, ids: readonly number[], edges: EdgeCollector): void {
    const from = ids[fact.from]!;
    const to = ids[fact.to]!;
    db.prepare(
      "INSERT INTO link (kind, from_id, to_id, directed, role, origin, at, until, weight, attributes, source_id, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ).run(
      fact.kind,
      from,
      to,
      fact.directed ? 1 : 0,
      fact.role,
      fact.origin,
      fact.at,
      fact.until,
      fact.weight,
      fact.attributes.length === 0 ? "" : JSON.stringify(fact.attributes),
      this.sourceId,
      fact.row,
    );
    if (fact.kind === "card-of") {
      this.twins.accounts.forget(from, to);
      this.cards.add(from).add(to);
    }
    edges.add(from, to, fact.kind, fact.directed, 0, fact.at);
    this.counts.links += 1;
  }

  private storeTransfers(db: WritableDb, facts: TransferFacts, ids: readonly number[], edges: EdgeCollector, start: number): void {
    const writer = this.eventWriter(db, "transfer", edges);
    const keys = transferKeys(facts, ids, start, Math.min(facts.row.length, start + transfersAtOnce));
    const twins = this.lookForTwins ? this.twins.findTransfers(db, keys, this.entities.firstNewId) : null;
    for (const [offset, key] of keys.entries()) {
      const i = start + offset;
      if (key.side === 2 && key.to !== null) this.payees.add(key.to);
      this.noteReversal(db, key, facts.memo[i]!, twins?.[offset] ?? null, facts.row[i]!);
      writer.write(twins?.[offset] ?? null, facts.row[i]!, [
        key.at,
        key.precision,
        key.from,
        key.to,
        key.amountFen,
        key.currency,
        timeOf(facts.balanceFen[i]),
        key.state,
        key.side,
        key.channel,
        key.reference,
        facts.memo[i]!,
      ]);
    }
    writer.flush();
  }

  /** Reversals that their own sheet could not pair. */
  private noteReversal(db: WritableDb, { at, from, to, state }: TransferKey, memo: string, twin: number | null, row: number): void {
    if (at === null || state !== 0 || memo === "" || !isReversalText(memo)) return;
    if (twin === null) this.reversals.push({ at, from, to, row });
    else registerReversal(db, twin, this.sourceId);
  }

  private storeCalls(db: WritableDb, facts: CallFacts, ids: readonly number[], edges: EdgeCollector): void {
    const writer = this.eventWriter(db, "call", edges);
    for (let i = 0; i < facts.row.length; i++) {
      const seconds = facts.seconds[i]! < 0 ? null : facts.seconds[i]!;
      const key = {
        at: timeOf(facts.at[i]),
        from: idOf(ids, facts.from[i]),
        to: idOf(ids, facts.to[i]),
        seconds,
        medium: facts.medium[i]!,
      };
      const twin = this.mayBeTwin(key.from, key.to) ? this.twins.findCall(db, key) : null;
      writer.write(twin, facts.row[i]!, [
        key.at,
        facts.precision[i]!,
        key.from,
        key.to,
        seconds,
        key.medium,
        idOf(ids, facts.place[i]),
        idOf(ids, facts.device[i]),
      ]);
    }
    writer.flush();
  }

  private storeSightings(db: WritableDb, batch: Omit<FactBatch, "entities">, ids: readonly number[], edges: EdgeCollector): void {
    const stay = this.eventWriter(db, "stay", edges);
    for (const { at, until, person, place, room, row } of batch.stays) {
      const ends = [ids[person]!, idOf(ids, place)] as const;
      stay.write(this.findSighting(db, "stay", "person_id", at, "place_id", ends), row, [at, until, ...ends, room]);
    }
    stay.flush();
    const capture = this.eventWriter(db, "capture", edges);
    for (const { at, device, place, row } of batch.captures) {
      const ends = [ids[device]!, idOf(ids, place)] as const;
      capture.write(this.findSighting(db, "capture", "device_id", at, "place_id", ends), row, [at, ...ends]);
    }
    capture.flush();
    const login = this.eventWriter(db, "login", edges);
    for (const { at, account, address, device, row } of batch.logins) {
      const ends = [ids[account]!, idOf(ids, address)] as const;
      login.write(this.findSighting(db, "login", "account_id", at, "address_id", ends), row, [at, ...ends, idOf(ids, device)]);
    }
    login.flush();
  }

  private findSighting(
    db: WritableDb,
    table: "stay" | "capture" | "login",
    subject: "person_id" | "device_id" | "account_id",
    at: number | null,
    other: "place_id" | "address_id",
    [id, otherId]: readonly [number, number | null],
  ): number | null {
    return this.mayBeTwin(id, otherId) ? this.twins.findExact(db, table, subject, id, at, other, otherId) : null;
  }

  /** A known event gets one more source row, with this source's version of it; a new one is stored with its edges. */
  private eventWriter(db: WritableDb, table: EventTable, edges: EdgeCollector): EventWriter {
    const events = new RowInserter(db, eventInto(table), eventColumns[table].length + 2);
    const tellings = new RowInserter(db, "event_source (kind, event_id, source_id, row, told)", 5);
    const write: EventWriter["write"] = (twin, row, values) => {
      if (twin !== null) {
        tellings.add(table, twin, this.sourceId, row, JSON.stringify(values));
        this.counts.twins += 1;
        return;
      }
      events.add(...values, this.sourceId, row);
      for (const { from, to, sum, at } of edgesOf(table, values)) edges.add(from, to, table, true, sum, at);
      this.counts.events += 1;
    };
    const flush = () => {
      events.flush();
      tellings.flush();
    };
    return { write, flush };
  }

  /** An entity that this very source brought cannot stand in an earlier source's event. */
  private mayBeTwin(a: number | null, b: number | null): boolean {
    return this.lookForTwins && (a ?? 0) < this.entities.firstNewId && (b ?? 0) < this.entities.firstNewId;
  }

  private storeCoverage(db: WritableDb, batch: Omit<FactBatch, "entities">, ids: readonly number[]): void {
    for (const fact of batch.coverage) {
      db.prepare("INSERT INTO coverage (entity_id, kind, from_at, until_at, source_id) VALUES (?, ?, ?, ?, ?)").run(
        ids[fact.entity],
        fact.kind,
        fact.from,
        fact.until,
        this.sourceId,
      );
    }
  }

  private storePopulations(db: WritableDb, { populations }: Omit<FactBatch, "entities">): void {
    const rows = new RowInserter(db, "population (code, name, year, kind, people, source_id, row)", 7);
    for (const { code, name, year, kind, people, row } of populations) rows.add(code, name, year, kind, people, this.sourceId, row);
    rows.flush();
    this.counts.attributes += populations.length;
  }

  private storeRows(db: WritableDb, batch: Omit<FactBatch, "entities">): void {
    if (batch.raw)
      db.prepare("INSERT INTO source_chunk (source_id, first_row, row_count, data) VALUES (?, ?, ?, ?)").run(
        this.sourceId,
        batch.raw.firstRow,
        batch.raw.rowCount,
        batch.raw.data,
      );
    const insert = db.prepare("INSERT INTO row_note (source_id, row, verdict, reason, heading, cell) VALUES (?, ?, ?, ?, ?, ?)");
    for (const note of batch.notes) insert.run(this.sourceId, note.row, note.verdict, note.reason, note.column, note.cell);
  }
}
