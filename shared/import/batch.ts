// Runs a compiled mapping over the rows of a sheet and hands on batches of up to 2,000 rows. Statements keep the last few batches back,
// so that a reversal can still mark the transfer that it cancels.
import type { CompiledMapping } from "./applyMapping.ts";
import { EntityBook } from "./entityBook.ts";
import { batchRows, FactSink } from "./factSink.ts";
import type { RawChunk } from "./facts.ts";
import { heldBatches } from "./rows/reversalPairs.ts";
import { TotalsTally } from "./totals.ts";

export interface SheetRow {
  readonly cells: string[];
  readonly lost?: readonly number[];
}

/** Packs raw rows; given by the caller, because compression is no business of the rules. */
export type PackRows = (rows: readonly (readonly string[])[]) => Uint8Array;

export type SheetBatch = ReturnType<FactSink["take"]>;

interface Held {
  readonly sink: FactSink;
  readonly raw: RawChunk;
  readonly read: number;
  readonly stored: number;
}

/** Rows that a row may look ahead to. */
const lookAhead = 400;

export class SheetBatcher {
  read = 0;
  stored = 0;
  rejected = 0;
  skipped = 0;
  readonly totals = new TotalsTally();
  private readonly compiled: CompiledMapping;
  private readonly pack: PackRows;
  private readonly held: Held[] = [];
  private readonly holdBack: number;
  private readonly book = new EntityBook();
  private queue: SheetRow[] = [];
  private position = 0;

  constructor(compiled: CompiledMapping, pack: PackRows) {
    this.compiled = compiled;
    this.pack = pack;
    this.holdBack = compiled.plan.mapping.rowKind === "transfer" ? heldBatches : 0;
    compiled.lookAhead((offset) => this.queue[this.position + offset]?.cells);
  }

  /** Batches that are ready. */
  push(rows: readonly SheetRow[]): readonly SheetBatch[] {
    this.queue = this.queue.length === 0 ? [...rows] : this.queue.concat(rows);
    const ready: SheetBatch[] = [];
    while (this.queue.length >= batchRows + lookAhead) {
      this.takeBatch(batchRows);
      while (this.held.length > this.holdBack) ready.push(this.release());
    }
    return ready;
  }

  finish(): readonly SheetBatch[] {
    do this.takeBatch(Math.min(batchRows, this.queue.length), this.queue.length <= batchRows);
    while (this.queue.length > 0);
    const ready: SheetBatch[] = [];
    while (this.held.length > 0) ready.push(this.release());
    return ready;
  }

  private takeBatch(count: number, isLast = false): void {
    const sink = new FactSink(count, this.book);
    const firstRow = this.read + 1;
    const raw: string[][] = [];
    for (this.position = 0; this.position < count; this.position++) {
      const { cells, lost } = this.queue[this.position]!;
      this.read++;
      raw.push(cells);
      const note = this.compiled.apply(cells, this.read, lost, sink);
      if (note === null) this.stored++;
      else {
        sink.notes.push(note);
        if (note.verdict === "rejected") this.rejected++;
        else this.skipped++;
      }
    }
    this.queue = this.queue.slice(count);
    this.position = 0;
    if (isLast) this.compiled.writer.finish?.(sink);
    this.held.push({
      sink,
      raw: { firstRow, rowCount: raw.length, data: raw.length > 0 ? this.pack(raw) : new Uint8Array(0) },
      read: this.read,
      stored: this.stored,
    });
  }

  private release(): SheetBatch {
    const { sink, raw, read, stored } = this.held.shift()!;
    const batch = sink.take(raw.rowCount > 0 ? raw : null, read, stored);
    if (batch.transfers) this.totals.add(batch.transfers);
    return batch;
  }
}
