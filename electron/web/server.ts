// The loopback server: 127.0.0.1 only, one route table, the same guards and headers before every answer.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { CaseweaveError } from "../../shared/errors.ts";
import type { Dispatcher } from "../../shared/rpc/serve.ts";
import type { BundleFiles } from "../security/bundleFiles.ts";
import { createNonce, securityHeaders } from "../security/securityHeaders.ts";
import { type AccessToken, createAccessToken } from "./accessToken.ts";
import { entranceRoute } from "./entrance.ts";
import { refuseStranger } from "./hostGuard.ts";
import { routesOfChannel } from "./httpChannel.ts";
import { type Route, sendStatus } from "./route.ts";
import { routesOfFiles } from "./staticFiles.ts";
import { createUploadFolder } from "./upload.ts";

export interface ServerOptions {
  readonly engine: Dispatcher;
  /** Told of every wrong token or code. */
  readonly onWrongToken?: () => void;
  readonly files: BundleFiles;
  /** 0: any free port. */
  readonly port: number;
  readonly clock: () => number;
}

export interface WebServer {
  readonly authority: string;
  readonly routes: readonly Route[];
  /** An address that lets one browser in, once. */
  issueAddress(lifetimeMilliseconds: number): string;
  close(): Promise<void>;
}

const maxHeaderBytes = 16 * 1024;
const headersMilliseconds = 10_000;
/** A large file may take its time. */
const requestMilliseconds = 30 * 60_000;

export async function startServer(options: ServerOptions): Promise<WebServer> {
  const server = createServer({
    maxHeaderSize: maxHeaderBytes,
    requireHostHeader: false,
    headersTimeout: headersMilliseconds,
    requestTimeout: requestMilliseconds,
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const authority = `127.0.0.1:${port}`;
  const token = createAccessToken(port, options.clock, options.onWrongToken ?? (() => undefined));
  const uploads = await createUploadFolder();
  const routes = [entranceRoute(token), ...routesOfChannel(options.engine, options.clock), uploads.route, ...routesOfFiles(options.files)];
  const guards = { routes, authority, token };
  // Odd Expect headers too: Node's own answer to them would lack our headers.
  for (const name of ["request", "checkExpectation"]) {
    server.on(name, (request: IncomingMessage, response: ServerResponse) => void answer(request, response, guards));
  }
  server.on("clientError", (_error, socket) => refuseMalformed(socket));
  return {
    authority,
    routes,
    issueAddress: (lifetimeMilliseconds) => `http://${authority}/enter?code=${token.issueCode(lifetimeMilliseconds)}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await uploads.remove();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new CaseweaveError("port-taken", { port }) : error),
    );
    server.listen({ host: "127.0.0.1", port, exclusive: true }, resolve);
  });
}

interface Guards {
  readonly routes: readonly Route[];
  readonly authority: string;
  readonly token: AccessToken;
}

async function answer(request: IncomingMessage, response: ServerResponse, guards: Guards): Promise<void> {
  const nonce = createNonce();
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.setHeader(name, value);
  const path = (request.url ?? "").split("?", 1)[0];
  const route = guards.routes.find((candidate) => candidate.path === path && candidate.method === request.method) ?? null;
  try {
    const refusal = refuseStranger(request, guards.authority, route) ?? (await refuseGuest(request, route, guards.token));
    if (refusal !== null) return sendStatus(response, refusal);
    if (!route) return sendStatus(response, guards.routes.some((candidate) => candidate.path === path) ? 405 : 404);
    await route.handle({ request, response, url: new URL(request.url ?? "", `http://${guards.authority}`), nonce });
  } catch {
    if (response.headersSent) response.destroy();
    else sendStatus(response, 500);
  }
}

/** 401 without the cookie, also for paths that do not exist; a wrong one waits its turn first. */
async function refuseGuest(request: IncomingMessage, route: Route | null, token: AccessToken): Promise<401 | 429 | null> {
  if (route?.isEntrance) return null;
  const verdict = token.check(request.headers.cookie);
  if (verdict === "valid") return null;
  if (verdict === "wrong" && !(await token.slowDown())) return 429;
  return 401;
}

/** Bytes that are no HTTP get an answer with the same headers. */
function refuseMalformed(socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const headers = Object.entries(securityHeaders(createNonce())).map(([name, value]) => `${name}: ${value}`);
  socket.end(["HTTP/1.1 400 Bad Request", ...headers, "connection: close", "content-length: 0", "", ""].join("\r\n"));
}
