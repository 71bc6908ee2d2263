// Growing typed columns for the two bulk kinds of event: rows are pushed one by one and taken out as one columnar block.
import type { CallFacts, TransferFacts } from "./facts.ts";

export interface TransferRow {
  at: number;
  precision: number;
  from: number;
  to: number;
  amountFen: number;
  balanceFen: number;
  state: number;
  side: number;
  currency: string;
  channel: string;
  reference: string;
  memo: string;
  row: number;
}

export class TransferColumns {
  count = 0;
  readonly at: Float64Array;
  readonly precision: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amountFen: Float64Array;
  readonly balanceFen: Float64Array;
  readonly state: Uint8Array;
  readonly side: Uint8Array;
  readonly currency: string[] = [];
  readonly channel: string[] = [];
  readonly reference: string[] = [];
  readonly memo: string[] = [];
  readonly row: Int32Array;

  constructor(capacity: number) {
    this.at = new Float64Array(capacity);
    this.precision = new Uint8Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.amountFen = new Float64Array(capacity);
    this.balanceFen = new Float64Array(capacity);
    this.state = new Uint8Array(capacity);
    this.side = new Uint8Array(capacity);
    this.row = new Int32Array(capacity);
  }

  push(transfer: TransferRow): number {
    const i = this.count++;
    this.at[i] = transfer.at;
    this.precision[i] = transfer.precision;
    this.from[i] = transfer.from;
    this.to[i] = transfer.to;
    this.amountFen[i] = transfer.amountFen;
    this.balanceFen[i] = transfer.balanceFen;
    this.state[i] = transfer.state;
    this.side[i] = transfer.side;
    this.row[i] = transfer.row;
    this.currency.push(transfer.currency);
    this.channel.push(transfer.channel);
    this.reference.push(transfer.reference);
    this.memo.push(transfer.memo);
    return i;
  }

  take(): TransferFacts {
    const { count, currency, channel, reference, memo } = this;
    return {
      at: this.at.slice(0, count),
      precision: this.precision.slice(0, count),
      from: this.from.slice(0, count),
      to: this.to.slice(0, count),
      amountFen: this.amountFen.slice(0, count),
      balanceFen: this.balanceFen.slice(0, count),
      state: this.state.slice(0, count),
      side: this.side.slice(0, count),
      row: this.row.slice(0, count),
      currency,
      channel,
      reference,
      memo,
    };
  }
}

export interface CallRow {
  readonly at: number;
  readonly precision: number;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly medium: string;
  readonly place: number;
  readonly device: number;
  readonly row: number;
}

export class CallColumns {
  private readonly rows: CallRow[] = [];

  get count(): number {
    return this.rows.length;
  }

  push(call: CallRow): void {
    this.rows.push(call);
  }

  take(): CallFacts {
    const { rows } = this;
    return {
      at: Float64Array.from(rows, (call) => call.at),
      precision: Uint8Array.from(rows, (call) => call.precision),
      from: Int32Array.from(rows, (call) => call.from),
      to: Int32Array.from(rows, (call) => call.to),
      seconds: Int32Array.from(rows, (call) => call.seconds),
      medium: rows.map((call) => call.medium),
      place: Int32Array.from(rows, (call) => call.place),
      device: Int32Array.from(rows, (call) => call.device),
      row: Int32Array.from(rows, (call) => call.row),
    };
  }
}
