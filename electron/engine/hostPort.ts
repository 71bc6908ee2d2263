// The ports of Electron as the engine's processes see them, without importing it: a MessagePortMain and the utility process's parentPort.
import type { ClientMessage, ServerChannel } from "../../shared/rpc/channel.ts";

export interface HostPort {
  postMessage(message: unknown, transfer?: readonly HostPort[]): void;
  on(event: "message", listener: (event: { readonly data: unknown; readonly ports: readonly HostPort[] }) => void): void;
  on(event: "close", listener: () => void): void;
  start(): void;
  close(): void;
}

/** Same messages, but always started and never closed by us. */
export interface ParentHostPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: { readonly data: unknown; readonly ports: readonly HostPort[] }) => void): void;
}

export function serverChannelOf(port: HostPort): ServerChannel {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on("message", (event) => listener(event.data as ClientMessage));
      port.start();
    },
    onClose: (listener) => port.on("close", listener),
    close: () => port.close(),
  };
}

/** In a utility process: the way to the main process. */
export function electronParentPort(): ParentHostPort | null {
  return (process as unknown as { parentPort?: ParentHostPort }).parentPort ?? null;
}
