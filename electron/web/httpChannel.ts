// Channels over HTTP: answers go down as server-sent events, messages come up by POST. A session lasts as long as its stream.
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ClientMessage, ServerChannel, ServerMessage } from "../../shared/rpc/channel.ts";
import { type Dispatcher, serve } from "../../shared/rpc/serve.ts";
import { type Exchange, type Route, sendStatus } from "./route.ts";

interface Session {
  deliver(message: unknown): void;
}

const maxBodyBytes = 8 * 1024 * 1024;
const heartbeatMilliseconds = 15_000;

export function routesOfChannel(engine: Dispatcher, clock: () => number): Route[] {
  const sessions = new Map<string, Session>();
  return [
    {
      method: "GET",
      path: "/rpc/events",
      isEntrance: false,
      handle: ({ response }) => openSession(response, sessions, engine, clock),
    },
    {
      method: "POST",
      path: "/rpc/messages",
      isEntrance: false,
      handle: (exchange) => receiveMessages(exchange, sessions),
    },
  ];
}

function openSession(response: ServerResponse, sessions: Map<string, Session>, engine: Dispatcher, clock: () => number): void {
  const id = randomBytes(16).toString("base64url");
  const listeners: ((message: ClientMessage) => void)[] = [];
  response.writeHead(200, { "content-type": "text/event-stream" });
  const write = (text: string) => response.write(`data: ${text}\n\n`);
  const heartbeat = setInterval(() => response.write(": beat\n\n"), heartbeatMilliseconds);
  const channel: ServerChannel = {
    send: (message: ServerMessage) => void write(JSON.stringify(message)),
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void response.on("close", listener),
    close: () => void response.end(),
  };
  sessions.set(id, {
    deliver(message) {
      for (const listener of listeners) listener(message as ClientMessage);
    },
  });
  response.on("close", () => {
    clearInterval(heartbeat);
    sessions.delete(id);
  });
  serve(engine, channel, { clock });
  write(id);
}

async function receiveMessages({ request, response }: Exchange, sessions: Map<string, Session>): Promise<void> {
  const session = sessions.get(String(request.headers["caseweave-session"]));
  if (!session) return sendStatus(response, 404);
  if (request.headers["content-type"] !== "application/json") return sendStatus(response, 415);
  const body = await readBody(request);
  if (body === null) return sendStatus(response, 413);
  const messages = parseMessages(body);
  if (messages === null) return sendStatus(response, 400);
  for (const message of messages) session.deliver(message);
  sendStatus(response, 204);
}

/** null when it is larger than allowed; the rest is not read then. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseMessages(body: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(body);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
