// Message ports as Electron's main and utility processes see them, made of the ports of worker threads.
import { MessageChannel, type MessagePort, type Transferable } from "node:worker_threads";
import type { HostPort } from "../../electron/engine/hostPort.ts";

export class FakePort implements HostPort {
  readonly inner: MessagePort;

  constructor(inner: MessagePort) {
    this.inner = inner;
  }

  postMessage(message: unknown, transfer: readonly HostPort[] = []): void {
    const ports = transfer.map((port) => (port as FakePort).inner);
    this.inner.postMessage({ message, ports }, ports as unknown as Transferable[]);
  }

  on(event: "message" | "close", listener: (event: never) => void): void {
    if (event === "close") this.inner.on("close", listener as () => void);
    else this.inner.on("message", (raw: unknown) => listener(openEnvelope(raw) as never));
  }

  start(): void {
    this.inner.start();
  }

  close(): void {
    this.inner.close();
  }
}

/** The renderer's end posts bare messages, ours an envelope with the ports beside it. */
export function openEnvelope(raw: unknown): { data: unknown; ports: FakePort[] } {
  const envelope = raw as { message?: unknown; ports?: MessagePort[] } | null;
  if (!Array.isArray(envelope?.ports)) return { data: raw, ports: [] };
  return { data: envelope.message, ports: envelope.ports.map((port) => new FakePort(port)) };
}

export class FakeMessageChannel {
  readonly port1: FakePort;
  readonly port2: FakePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = new FakePort(port2);
  }
}

/** The renderer's end of a port as the page sees it: bare messages both ways. */
export function pagePort(port: FakePort): globalThis.MessagePort {
  const page = port.inner as unknown as globalThis.MessagePort & { addEventListener: globalThis.MessagePort["addEventListener"] };
  const listen = page.addEventListener.bind(page) as (type: string, listener: (event: unknown) => void) => void;
  page.addEventListener = ((type: string, listener: (event: unknown) => void) =>
    listen(type, (event) => listener(type === "message" ? { data: openEnvelope((event as MessageEvent).data).data } : event))) as never;
  return page;
}
