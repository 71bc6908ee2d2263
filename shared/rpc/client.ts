// The caller's end of a channel: gives ids, matches answers to calls, cancels, hands on progress and events. Every shell and every test uses this one.
import { CaseweaveError, fromWire } from "../errors.ts";
import type { ClientChannel, JobProgress, ServerMessage } from "./channel.ts";
import type { CallName, EngineEvents, EventName, Input, Result } from "./contract.ts";

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The engine masks personal data before it answers. */
  readonly isMasked?: boolean;
  readonly onProgress?: (progress: JobProgress) => void;
}

export interface Client {
  /** Rejects with a CaseweaveError only; `cancelled` when the signal was aborted, `disconnected` when the channel closed. */
  call<Name extends CallName>(name: Name, params: Input<Name>, options?: CallOptions): Promise<Result<Name>>;
  /** Returns the function that stops listening. */
  on<Name extends EventName>(event: Name, listener: (value: EngineEvents[Name]) => void): () => void;
  onClose(listener: () => void): void;
  close(): void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: CaseweaveError) => void;
  readonly onProgress: ((progress: JobProgress) => void) | undefined;
}

type Listener = (value: never) => void;

export function connectClient(channel: ClientChannel): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<Listener>>();
  const closeListeners: (() => void)[] = [];
  const state = { nextId: 1, isClosed: false };

  channel.onMessage((message) => deliver(message, waiting, listeners));
  channel.onClose(() => {
    if (state.isClosed) return;
    state.isClosed = true;
    for (const call of waiting.values()) call.reject(new CaseweaveError("disconnected"));
    waiting.clear();
    for (const listener of closeListeners) listener();
  });
  return {
    call: (name, params, options = {}) => startCall(channel, waiting, state, name, params, options),
    on(event, listener) {
      const of = listeners.get(event) ?? new Set();
      listeners.set(event, of.add(listener as Listener));
      return () => void of.delete(listener as Listener);
    },
    onClose: (listener) => void closeListeners.push(listener),
    close: () => channel.close(),
  };
}

function startCall(
  channel: ClientChannel,
  waiting: Map<number, Waiting>,
  state: { nextId: number; readonly isClosed: boolean },
  name: string,
  params: unknown,
  options: CallOptions,
): Promise<never> {
  if (state.isClosed) return Promise.reject(new CaseweaveError("disconnected"));
  if (options.signal?.aborted) return Promise.reject(new CaseweaveError("cancelled"));
  const id = state.nextId++;
  const cancel = () => channel.send({ type: "cancel", id });
  const answer = new Promise<never>((resolve, reject) => {
    waiting.set(id, { resolve, reject, onProgress: options.onProgress });
    options.signal?.addEventListener("abort", cancel, { once: true });
    channel.send({ type: "call", id, name, params, ...(options.isMasked ? { masked: true } : {}) });
  });
  return answer.finally(() => {
    waiting.delete(id);
    options.signal?.removeEventListener("abort", cancel);
  });
}

function deliver(message: ServerMessage, waiting: Map<number, Waiting>, listeners: Map<string, Set<Listener>>): void {
  if (message.type === "event") {
    for (const listener of listeners.get(message.name) ?? []) listener(message.value as never);
    return;
  }
  const call = waiting.get(message.id);
  if (message.type === "progress") call?.onProgress?.(message.progress);
  else if (message.type === "result") call?.resolve(message.value as never);
  else call?.reject(fromWire(message.error));
}
