// Keeps other web pages out: the exact Host (DNS rebinding), our own Origin, no cross-site fetch. Returns the status to refuse with, or null.
import type { IncomingMessage } from "node:http";

export interface GuardedRoute {
  readonly method: string;
  /** The entrance may be reached from outside: from a terminal's link or from the redirect file. */
  readonly isEntrance: boolean;
}

/** 421: not the server that was meant; 403: not a request of our own page. */
export function refuseStranger(request: IncomingMessage, authority: string, route: GuardedRoute | null): 421 | 403 | null {
  if (!isOurHost(request, authority)) return 421;
  if (route?.isEntrance && route.method === "GET") return null;
  return isOurPage(request, `http://${authority}`) ? null : 403;
}

/** Host exactly once and exactly ours; an absolute URI in the request line names a host of its own. */
function isOurHost(request: IncomingMessage, authority: string): boolean {
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  return (
    hosts.length === 1 && request.headers.host === authority && (request.url ?? "").startsWith("/") && !(request.url ?? "").startsWith("//")
  );
}

function isOurPage(request: IncomingMessage, origin: string): boolean {
  const { origin: claimed, "sec-fetch-site": site } = request.headers;
  if (claimed !== undefined && claimed !== origin) return false;
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return request.method === "GET" || claimed === origin;
}
