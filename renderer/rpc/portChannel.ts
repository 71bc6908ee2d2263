// The desktop's channel: a MessagePort to the engine's process, handed over by the preload script.
import type { ClientChannel, ClientMessage, ServerMessage } from "../../shared/rpc/channel.ts";

/** The one global of the preload script (electron/desktop/preload.ts). */
export interface DesktopBridge {
  /** Asks for a port; it arrives as a window message named `portMessage`. */
  connect(): void;
  pathsOf(files: File[]): string[];
  /** Asks in a system dialog; the page is reloaded with the workspace that was chosen. */
  chooseWorkspace(how: "open" | "new"): void;
  /** The passphrase that was asked for; empty: a new workspace without one; null: not this workspace. */
  unlock(passphrase: string | null): void;
}

declare global {
  interface Window {
    readonly caseweave?: DesktopBridge;
  }
}

const portMessage = "caseweave:port";

export function openPortChannel(bridge: DesktopBridge): Promise<ClientChannel> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portMessage || !port) return;
      window.removeEventListener("message", receive);
      resolve(channelOfPort(port));
    };
    window.addEventListener("message", receive);
    bridge.connect();
  });
}

export function channelOfPort(port: MessagePort): ClientChannel {
  const closeListeners: (() => void)[] = [];
  let isOpen = true;
  const tellClosed = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const listener of closeListeners) listener();
  };
  port.addEventListener("close", tellClosed);
  return {
    send: (message: ClientMessage) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener("message", (event) => listener((event as MessageEvent<ServerMessage>).data));
      port.start();
    },
    onClose: (listener) => void closeListeners.push(listener),
    close() {
      port.close();
      tellClosed();
    },
  };
}
