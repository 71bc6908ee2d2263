// One entry of the route table: the tests walk the same table that the server answers from.
import type { IncomingMessage, ServerResponse } from "node:http";

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly nonce: string;
}

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Needs a code instead of the cookie, and may be reached from outside our page. */
  readonly isEntrance: boolean;
  handle(exchange: Exchange): Promise<void> | void;
}

export function sendStatus(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

export function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
}
