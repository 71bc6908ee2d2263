// The web shell's channel: messages go up by POST, in order and in batches; answers come down as server-sent events.
import type { ClientChannel, ClientMessage, ServerMessage } from "../../shared/rpc/channel.ts";
import { readServerSentEvents } from "./serverSentEvents.ts";

export interface HttpOptions {
  /** Address of the shell, "" in the page itself. */
  readonly base: string;
  readonly fetch: typeof fetch;
}

export async function openHttpChannel({ base, fetch }: HttpOptions): Promise<ClientChannel> {
  const abort = new AbortController();
  const response = await fetch(`${base}/rpc/events`, { signal: abort.signal });
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  const events = readServerSentEvents(response.body);
  const session = (await events.next()).value ?? "";
  const closing = createClosing(() => abort.abort());
  const outbox = createOutbox((messages) => postMessages({ base, fetch }, session, messages, abort.signal), closing.close);
  const listeners: ((message: ServerMessage) => void)[] = [];
  let isStarted = false;
  const start = async () => {
    try {
      for await (const data of events) for (const listener of listeners) listener(JSON.parse(data) as ServerMessage);
    } finally {
      closing.close();
    }
  };
  return {
    send: outbox.send,
    onMessage(listener) {
      listeners.push(listener);
      if (!isStarted) start().catch(() => closing.close());
      isStarted = true;
    },
    onClose: closing.onClose,
    close: closing.close,
  };
}

async function postMessages(options: HttpOptions, session: string, messages: readonly ClientMessage[], signal: AbortSignal): Promise<void> {
  const response = await options.fetch(`${options.base}/rpc/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", "caseweave-session": session },
    body: JSON.stringify(messages),
    signal,
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

function createClosing(stop: () => void) {
  const listeners: (() => void)[] = [];
  let isOpen = true;
  return {
    onClose: (listener: () => void) => void listeners.push(listener),
    close() {
      if (!isOpen) return;
      isOpen = false;
      stop();
      for (const listener of listeners) listener();
    },
  };
}

/** One request under way at a time: what is sent meanwhile leaves together in the next, so a cancel never overtakes its call. */
function createOutbox(post: (messages: readonly ClientMessage[]) => Promise<void>, fail: () => void) {
  let waiting: ClientMessage[] = [];
  let isBusy = false;
  const flush = async () => {
    isBusy = true;
    try {
      while (waiting.length > 0) {
        const messages = waiting;
        waiting = [];
        await post(messages);
      }
    } catch {
      fail();
    }
    isBusy = false;
  };
  return {
    send(message: ClientMessage) {
      waiting.push(message);
      if (!isBusy) void flush();
    },
  };
}
