// Two joined channel ends in one process. Messages are cloned and delivered later, so what cannot cross a process fails in the cheapest test.
import type { Channel, ClientChannel, ClientMessage, ServerChannel, ServerMessage } from "./channel.ts";

interface End<Out, In> extends Channel<Out, In> {
  deliver(message: In): void;
  tellClosed(): void;
}

export function openPair(): { readonly client: ClientChannel; readonly server: ServerChannel } {
  const state = { isOpen: true };
  const client: End<ClientMessage, ServerMessage> = openEnd(state, () => server);
  const server: End<ServerMessage, ClientMessage> = openEnd(state, () => client);
  return { client, server };
}

function openEnd<Out, In>(state: { isOpen: boolean }, other: () => End<In, Out>): End<Out, In> {
  const listeners: ((message: In) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  return {
    send(message) {
      const copy = structuredClone(message);
      queueMicrotask(() => state.isOpen && other().deliver(copy));
    },
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close() {
      if (!state.isOpen) return;
      state.isOpen = false;
      this.tellClosed();
      other().tellClosed();
    },
    deliver(message) {
      for (const listener of listeners) listener(message);
    },
    tellClosed() {
      for (const listener of closeListeners) listener();
    },
  };
}
