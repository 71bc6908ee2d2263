// Calls in columns, as tracing reads them: numbers, towers and handsets count from 0.

export interface CallRecords {
  readonly count: number;
  readonly phones: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Seconds talked, -1 where not stated. */
  readonly seconds: Int32Array;
  /** Number whose bill tells the tower and the handset; -1 where none does. */
  readonly owner: Int32Array;
  /** Tower and handset, -1: not stated. */
  readonly tower: Int32Array;
  readonly handset: Int32Array;
  /** Minutes east of UTC of the clock that people live by. */
  readonly utcOffset: number;
}
