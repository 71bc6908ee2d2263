// A browser's part for tests of the web shell: redeems an address for its cookie and sends the headers that a page of ours would.
import type { WebServer } from "../../electron/web/server.ts";

export interface WebClient {
  readonly base: string;
  readonly cookie: string;
  readonly fetch: typeof fetch;
}

export async function enter(server: WebServer): Promise<WebClient> {
  const response = await fetch(server.issueAddress(60_000));
  const cookie = (response.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  const base = `http://${server.authority}`;
  return {
    base,
    cookie,
    fetch: (input, init = {}) => fetch(input, { ...init, headers: { ...(init.headers as Record<string, string>), cookie, origin: base } }),
  };
}
