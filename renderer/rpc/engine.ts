// The one typed client of the renderer. Connects at the first call, by port in the desktop and by HTTP in the web shell, and again when the engine was restarted.
import { CaseweaveError } from "../../shared/errors.ts";
import type { ClientChannel } from "../../shared/rpc/channel.ts";
import { type CallOptions, type Client, connectClient } from "../../shared/rpc/client.ts";
import type { CallName, EngineEvents, EventName, Input, Result } from "../../shared/rpc/contract.ts";
import { usePreferences } from "../state/preferences.ts";
import { openHttpChannel } from "./httpChannel.ts";
import { openPortChannel } from "./portChannel.ts";

export type ConnectionState = "connecting" | "connected" | "disconnected";

const retryMilliseconds = 500;
const connection: { client: Promise<Client> | null; connected: Client | null; state: ConnectionState } = {
  client: null,
  connected: null,
  state: "connecting",
};
const eventListeners = new Map<EventName, Set<(value: never) => void>>();
const stateListeners = new Set<(state: ConnectionState) => void>();

export const engine = {
  async call<Name extends CallName>(name: Name, params: Input<Name>, options?: CallOptions): Promise<Result<Name>> {
    return (await connect()).call(name, params, { isMasked: usePreferences.getState().isMasked, ...options });
  },
  /** Listens across reconnections; returns the function that stops. */
  on<Name extends EventName>(event: Name, listener: (value: EngineEvents[Name]) => void): () => void {
    const listeners = listenersOf(event).add(listener as (value: never) => void);
    connect().catch(() => undefined);
    return () => void listeners.delete(listener as (value: never) => void);
  },
  /** Tells at once and at every change whether the engine can be reached. */
  onConnection(listener: (state: ConnectionState) => void): () => void {
    stateListeners.add(listener);
    listener(connection.state);
    return () => void stateListeners.delete(listener);
  },
};

/** Paths under which the engine can open files that were dropped or chosen. The web shell uploads them first, one after the other. */
export async function uploadFiles(files: File[], onFile?: (file: File, index: number) => void): Promise<string[]> {
  if (window.caseweave) return window.caseweave.pathsOf(files);
  const paths: string[] = [];
  for (const [index, file] of files.entries()) {
    onFile?.(file, index);
    paths.push(await uploadFile(file));
  }
  return paths;
}

async function uploadFile(file: File): Promise<string> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file }).catch(() => null);
  if (!response) throw new CaseweaveError("disconnected");
  const answer = (await response.json()) as { path?: string; error?: { code: CaseweaveError["code"]; details: Record<string, unknown> } };
  if (answer.path === undefined) throw new CaseweaveError(answer.error?.code ?? "internal", answer.error?.details ?? {});
  return answer.path;
}

function listenersOf(event: EventName): Set<(value: never) => void> {
  const known = eventListeners.get(event);
  if (known) return known;
  const listeners = new Set<(value: never) => void>();
  eventListeners.set(event, listeners);
  if (connection.connected) forward(connection.connected, event, listeners);
  return listeners;
}

function connect(): Promise<Client> {
  connection.client ??= openClient();
  return connection.client;
}

async function openClient(): Promise<Client> {
  try {
    const client = connectClient(await openChannel());
    for (const [event, listeners] of eventListeners) forward(client, event, listeners);
    client.onClose(reconnect);
    connection.connected = client;
    tellState("connected");
    return client;
  } catch (error) {
    reconnect();
    throw new CaseweaveError("disconnected", {}, { cause: error });
  }
}

function openChannel(): Promise<ClientChannel> {
  return window.caseweave ? openPortChannel(window.caseweave) : openHttpChannel({ base: "", fetch: window.fetch.bind(window) });
}

function forward(client: Client, event: EventName, listeners: Set<(value: never) => void>): void {
  client.on(event, (value: unknown) => {
    for (const listener of listeners) listener(value as never);
  });
}

function reconnect(): void {
  tellState("disconnected");
  connection.client = null;
  connection.connected = null;
  setTimeout(() => connect().catch(() => undefined), retryMilliseconds);
}

function tellState(state: ConnectionState): void {
  connection.state = state;
  for (const listener of stateListeners) listener(state);
}
