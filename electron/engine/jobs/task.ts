// What a child process runs: a named function on plain data that may send messages back while it works.
import type { JobProgress } from "../../../shared/rpc/channel.ts";

export interface TaskContext<Message = never> {
  /** Aborted when the job is cancelled; the child is ended soon after in any case. */
  readonly signal: AbortSignal;
  /** Sends one message to the engine; resolves when the engine has dealt with it (back-pressure: at most a few under way). */
  emit(message: Message): Promise<void>;
  report(progress: JobProgress): void;
}

export type Task<Input, Output, Message = never> = (input: Input, context: TaskContext<Message>) => Promise<Output>;
