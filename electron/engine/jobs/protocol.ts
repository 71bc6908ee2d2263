// Messages between the engine and a job's child.
import type { WireError } from "../../../shared/errors.ts";
import type { JobProgress } from "../../../shared/rpc/channel.ts";

export type ToChild =
  | { readonly type: "run"; readonly task: string; readonly input: unknown }
  | { readonly type: "acknowledge" }
  | { readonly type: "cancel" };

export type ToEngine =
  /** A message in V8's own format: packed where it was made, so that carrying it costs a copy of bytes only. */
  | { readonly type: "emit"; readonly packed: Uint8Array<ArrayBuffer> }
  | { readonly type: "progress"; readonly progress: JobProgress }
  | { readonly type: "done"; readonly value: unknown }
  | { readonly type: "error"; readonly error: WireError };

/** Emitted messages that may be under way before the child waits: enough to keep both sides busy, few enough to bound memory. */
export const maxUnacknowledged = 4;
