// A part's share of the time: it asks between two slices whether it may go on, and the engine answers others meanwhile.
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

export class Pace {
  /** The part was stopped before it came to its end. */
  isCut = false;
  private readonly until: number;
  private readonly signal: AbortSignal;

  /** `until` of `performance.now()`. */
  constructor(until: number, signal: AbortSignal) {
    this.until = until;
    this.signal = signal;
  }

  /** True when the share is used up; then the part says what it has. */
  isOver(): boolean {
    if (performance.now() >= this.until) this.isCut = true;
    return this.isCut;
  }

  /** As `isOver`, after others had their turn. */
  async rest(): Promise<boolean> {
    await nextTurn();
    this.signal.throwIfAborted();
    return this.isOver();
  }
}
