// A channel carries messages both ways; ids, errors, cancel, progress and events are written once above it (client.ts, serve.ts).
import type { WireError } from "../errors.ts";

export type ClientMessage =
  | { readonly type: "call"; readonly id: number; readonly name: string; readonly params: unknown; readonly masked?: boolean }
  | { readonly type: "cancel"; readonly id: number };

export type ServerMessage =
  | { readonly type: "result"; readonly id: number; readonly value: unknown }
  | { readonly type: "error"; readonly id: number; readonly error: WireError }
  | { readonly type: "progress"; readonly id: number; readonly progress: JobProgress }
  | { readonly type: "event"; readonly name: string; readonly value: unknown };

/** How far a job is. `phase` is a key of the catalogue (`job.phase.<phase>`). */
export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  /** null when not known. */
  readonly total: number | null;
  /** rows, pairs … a second; null when not meaningful. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  /** What is worked on: a file name. */
  readonly subject: string;
}

export interface Channel<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

export type ClientChannel = Channel<ClientMessage, ServerMessage>;
export type ServerChannel = Channel<ServerMessage, ClientMessage>;
