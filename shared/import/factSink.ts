// Collects what rows say into one batch: each entity once, events in typed columns, notes on rows that gave nothing.
import { type BookedEntity, EntityBook, isSaidAgain, nameEntity } from "./entityBook.ts";
import { CallColumns, type CallRow, TransferColumns, type TransferRow } from "./eventColumns.ts";
import type {
  AttributeFact,
  CaptureFact,
  CoverageFact,
  FactBatch,
  FactOrigin,
  LinkAttribute,
  LinkFact,
  LoginFact,
  PopulationFact,
  RawChunk,
  RowNote,
  StayFact,
} from "./facts.ts";

/** Rows a batch holds before it is handed on. */
export const batchRows = 2_000;

export interface LinkOptions {
  readonly directed?: boolean;
  readonly role?: string;
  readonly origin?: FactOrigin;
  readonly at?: number | null;
  readonly until?: number | null;
  readonly weight?: number | null;
  readonly attributes?: readonly LinkAttribute[];
}

const noAttributes: readonly LinkAttribute[] = [];

export class FactSink {
  readonly entities: BookedEntity[] = [];
  readonly attributes: AttributeFact[] = [];
  readonly links: LinkFact[] = [];
  readonly stays: StayFact[] = [];
  readonly captures: CaptureFact[] = [];
  readonly logins: LoginFact[] = [];
  readonly populations: PopulationFact[] = [];
  readonly coverage: CoverageFact[] = [];
  readonly notes: RowNote[] = [];
  readonly transfers: TransferColumns;
  readonly calls = new CallColumns();
  private readonly saidLinks = new Set<string>();
  private readonly book: EntityBook;
  private readonly number: number;

  /** The book outlives a batch. */
  constructor(capacity: number, book: EntityBook = new EntityBook()) {
    this.book = book;
    this.number = book.openBatch();
    this.transfers = new TransferColumns(capacity);
  }

  /** Place of an entity in this batch. */
  entity(kind: string, key: string, label: string, row: number): number {
    const entity = this.book.find(kind, key, row);
    nameEntity(entity, label);
    if (entity.batch !== this.number) {
      entity.batch = this.number;
      entity.place = this.entities.push(entity) - 1;
    }
    return entity.place;
  }

  attribute(entity: number, name: string, value: string, row: number, origin: FactOrigin = "column"): void {
    if (value !== "") this.attributes.push({ entity, name, value, origin, row });
  }

  /** An attribute that rows repeat (holder, bank): the first row of the sheet that says it is enough. */
  repeatedAttribute(entity: number, name: string, value: string, row: number): void {
    if (value === "" || isSaidAgain(this.entities[entity]!, name, value)) return;
    this.attributes.push({ entity, name, value, origin: "column", row });
  }

  link(kind: string, from: number, to: number, row: number, options: LinkOptions = {}): void {
    const { directed = true, role = "", origin = "column", at = null, until = null, weight = null, attributes = noAttributes } = options;
    this.links.push({ kind, from, to, directed, role, origin, at, until, weight, attributes, row });
  }

  /** A link that many rows repeat (a card and its account): once a batch. */
  repeatedLink(kind: string, from: number, to: number, row: number): void {
    const said = `${kind} ${from} ${to}`;
    if (this.saidLinks.has(said)) return;
    this.saidLinks.add(said);
    this.link(kind, from, to, row);
  }

  transfer(transfer: TransferRow): number {
    return this.transfers.push(transfer);
  }

  call(call: CallRow): void {
    this.calls.push(call);
  }

  take(raw: RawChunk | null, rowsRead: number, rowsStored: number): FactBatch & { readonly entities: readonly BookedEntity[] } {
    return {
      entities: this.entities,
      attributes: this.attributes,
      links: this.links,
      transfers: this.transfers.count > 0 ? this.transfers.take() : null,
      calls: this.calls.count > 0 ? this.calls.take() : null,
      stays: this.stays,
      captures: this.captures,
      logins: this.logins,
      populations: this.populations,
      coverage: this.coverage,
      notes: this.notes,
      raw,
      rowsRead,
      rowsStored,
    };
  }
}
