// What others see of the matching that goes on by itself.
import type { JobProgress } from "../../../../shared/rpc/channel.ts";

export interface Watch {
  readonly signal: AbortSignal;
  report(progress: JobProgress): void;
}

export interface AddressFollower {
  /** Facts changed. */
  note(): void;
  /** Resolves when nothing is being matched any more, whether it was done, cancelled or failed; at once when nothing was. */
  settle(watch?: Watch): Promise<void>;
  /** Code of the error that ended the last pass; null where none did. */
  failure(): string | null;
  /** Ends what is at work; what was stored stands. */
  close(): Promise<void>;
}
