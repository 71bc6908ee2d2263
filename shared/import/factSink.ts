// Collects what rows say into one batch: each entity once, events in typed columns, notes on rows that gave nothing.
import { ownText } from "./cells/ownText.ts";
import { CallColumns, type CallRow, TransferColumns, type TransferRow } from "./eventColumns.ts";
import type {
  AttributeFact,
  CaptureFact,
  CoverageFact,
  EntityFact,
  FactBatch,
  FactOrigin,
  LinkAttribute,
  LinkFact,
  LoginFact,
  RawChunk,
  RowNote,
  StayFact,
} from "./facts.ts";

/** Rows a batch holds before it is handed on. */
export const batchRows = 2_000;

interface OpenEntity extends EntityFact {
  label: string;
}

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

/** Entities remembered, and values of one: beyond it some is said again, which changes nothing but size. */
const maxRemembered = 300_000;
const maxOfOne = 40;

/** What the rows of a sheet have said of its entities over and over: a holder, a bank. Outlives a batch. */
export class Repetitions {
  private readonly said = new Map<string, string[]>();
  /** Of the entity last asked about: a row says several things of one. */
  private lastKey = "";
  private lastSaid: string[] = [];

  isAgain({ key }: EntityFact, name: string, value: string): boolean {
    const values = key === this.lastKey ? this.lastSaid : this.saidOf(key);
    for (let i = 0; i < values.length; i += 2) if (values[i + 1] === value && values[i] === name) return true;
    if (values.length < maxOfOne) values.push(name, ownText(value));
    return false;
  }

  private saidOf(key: string): string[] {
    let values = this.said.get(key);
    if (values === undefined) {
      if (this.said.size >= maxRemembered) this.said.clear();
      values = [];
      this.said.set(key, values);
    }
    this.lastKey = key;
    this.lastSaid = values;
    return values;
  }
}

export class FactSink {
  readonly entities: OpenEntity[] = [];
  readonly attributes: AttributeFact[] = [];
  readonly links: LinkFact[] = [];
  readonly stays: StayFact[] = [];
  readonly captures: CaptureFact[] = [];
  readonly logins: LoginFact[] = [];
  readonly coverage: CoverageFact[] = [];
  readonly notes: RowNote[] = [];
  readonly transfers: TransferColumns;
  readonly calls = new CallColumns();
  private readonly byKind = new Map<string, Map<string, number>>();
  private readonly saidLinks = new Set<string>();

  private readonly repetitions: Repetitions;

  constructor(capacity: number, repetitions: Repetitions = new Repetitions()) {
    this.repetitions = repetitions;
    this.transfers = new TransferColumns(capacity);
  }

  /** Index of an entity; a label that says more than the key replaces a bare key. */
  entity(kind: string, key: string, label: string, row: number): number {
    let keys = this.byKind.get(kind);
    if (keys === undefined) {
      keys = new Map();
      this.byKind.set(kind, keys);
    }
    const known = keys.get(key);
    if (known !== undefined) {
      if (label !== "" && label !== key) {
        const entity = this.entities[known]!;
        if (entity.label === key) entity.label = label;
      }
      return known;
    }
    const index = this.entities.length;
    this.entities.push({ kind, key, label: label === "" ? key : label, row });
    keys.set(key, index);
    return index;
  }

  attribute(entity: number, name: string, value: string, row: number, origin: FactOrigin = "column"): void {
    if (value !== "") this.attributes.push({ entity, name, value, origin, row });
  }

  /** An attribute that rows repeat (holder, bank): the first row of the sheet that says it is enough. */
  repeatedAttribute(entity: number, name: string, value: string, row: number): void {
    if (value === "" || this.repetitions.isAgain(this.entities[entity]!, name, value)) return;
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

  take(raw: RawChunk | null, rowsRead: number, rowsStored: number): FactBatch {
    return {
      entities: this.entities,
      attributes: this.attributes,
      links: this.links,
      transfers: this.transfers.count > 0 ? this.transfers.take() : null,
      calls: this.calls.count > 0 ? this.calls.take() : null,
      stays: this.stays,
      captures: this.captures,
      logins: this.logins,
      coverage: this.coverage,
      notes: this.notes,
      raw,
      rowsRead,
      rowsStored,
    };
  }
}
