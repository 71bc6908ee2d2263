// The engine's end of a channel: one dispatched call per message, cancel, thinned progress, errors in wire form, events.
// When the channel closes, reads it started are aborted; writes and jobs go on, so that a reloaded page does not undo an import half done.
import { z } from "zod";
import { toWire } from "../errors.ts";
import type { JobProgress, ServerChannel, ServerMessage } from "./channel.ts";
import { contract } from "./contract.ts";

export interface CallContext {
  readonly signal: AbortSignal;
  /** Personal data is masked before the answer leaves. */
  readonly isMasked?: boolean;
  report(progress: JobProgress): void;
}

export interface Dispatcher {
  dispatch(name: string, params: unknown, context: CallContext): Promise<unknown>;
  onEvent(listener: (name: string, value: unknown) => void): () => void;
}

export interface ServeOptions {
  /** Milliseconds, for thinning progress. */
  readonly clock: () => number;
}

/** Ten progress messages a second are as many as an eye can use. */
const progressGapMilliseconds = 100;

const id = z.int().nonnegative();
const clientMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("call"), id, name: z.string().max(100), params: z.unknown(), masked: z.boolean().optional() }),
  z.object({ type: z.literal("cancel"), id }),
]);

interface Running {
  readonly controller: AbortController;
  readonly name: string;
}

export function serve(dispatcher: Dispatcher, channel: ServerChannel, options: ServeOptions): void {
  const running = new Map<number, Running>();
  const send = openSender(channel);
  const stopEvents = dispatcher.onEvent((name, value) => send({ type: "event", name, value }));
  channel.onMessage((raw) => {
    const message = clientMessage.safeParse(raw);
    if (!message.success) refuse(raw, send);
    else if (message.data.type === "cancel") running.get(message.data.id)?.controller.abort();
    else if (running.has(message.data.id)) refuse(raw, send);
    else void answer(dispatcher, message.data, running, send, options.clock);
  });
  channel.onClose(() => {
    stopEvents();
    send.stop();
    for (const call of running.values()) if (isRead(call.name)) call.controller.abort();
  });
}

/** Sends until stopped. A value that cannot cross (a function, say) becomes an error, so that no call waits for ever. */
function openSender(channel: ServerChannel) {
  let isOpen = true;
  const send = (message: ServerMessage): void => {
    if (!isOpen) return;
    try {
      channel.send(message);
    } catch (error) {
      if (message.type === "result") channel.send({ type: "error", id: message.id, error: toWire(error) });
    }
  };
  return Object.assign(send, {
    stop: () => {
      isOpen = false;
    },
  });
}

type Send = ReturnType<typeof openSender>;

async function answer(
  dispatcher: Dispatcher,
  call: { readonly id: number; readonly name: string; readonly params?: unknown; readonly masked?: boolean | undefined },
  running: Map<number, Running>,
  send: Send,
  clock: () => number,
): Promise<void> {
  const controller = new AbortController();
  running.set(call.id, { controller, name: call.name });
  const report = thinProgress(clock, (progress) => send({ type: "progress", id: call.id, progress }));
  try {
    const value = await dispatcher.dispatch(call.name, call.params, { signal: controller.signal, report, isMasked: call.masked ?? false });
    send({ type: "result", id: call.id, value });
  } catch (error) {
    send({ type: "error", id: call.id, error: toWire(error) });
  } finally {
    running.delete(call.id);
  }
}

/** The first of a phase always passes, the rest at most one in `progressGapMilliseconds`. */
function thinProgress(clock: () => number, send: (progress: JobProgress) => void): (progress: JobProgress) => void {
  let last = { phase: "", at: Number.NEGATIVE_INFINITY };
  return (progress) => {
    const at = clock();
    if (progress.phase === last.phase && at - last.at < progressGapMilliseconds) return;
    last = { phase: progress.phase, at };
    send(progress);
  };
}

/** A message that is none: answered when it names an id, else dropped. */
function refuse(raw: unknown, send: Send): void {
  const named = z.object({ id }).safeParse(raw);
  if (named.success)
    send({
      type: "error",
      id: named.data.id,
      error: { code: "bad-request", details: { call: "", problems: [{ field: "message", problem: "form" }] } },
    });
}

function isRead(name: string): boolean {
  return Object.hasOwn(contract, name) && contract[name as keyof typeof contract].kind === "read";
}
