// The loopback shell against other pages and other users: reliability.md LB1, LB2, LB5, LB8, on every route of the router's own table.

import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../../electron/security/contentSecurityPolicy.ts";
import { enter, type WebClient } from "../../contract/webClient.ts";
import { type OpenedShell, openShell } from "./openShell.ts";
import { type RawAnswer, sendRaw } from "./rawRequest.ts";

let shell: OpenedShell;
let client: WebClient;
beforeAll(async () => {
  shell = await openShell();
  client = await enter(shell.server);
});
afterAll(() => shell.server.close());

const requestTo = (route: { method: string; path: string }, headers: readonly string[]) =>
  sendRaw(
    shell.server.authority,
    [`${route.method} ${route.path} HTTP/1.1`, ...headers, "Connection: close", "Content-Length: 0", "", ""].join("\r\n"),
  );

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    socket.once("connect", () => resolve(true) ?? socket.destroy());
    for (const name of ["error", "timeout"]) socket.once(name, () => resolve(false));
  });
}

test("LB1: it listens on 127.0.0.1 at a free port and on no other address of the machine", async () => {
  const port = Number(shell.server.authority.split(":")[1]);
  expect(port).toBeGreaterThan(1023);
  expect(await canConnect("127.0.0.1", port)).toBe(true);
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map((address) => address.address);
  for (const address of [...others.filter((name) => name !== "127.0.0.1"), "::1", "127.0.0.2"])
    expect(await canConnect(address, port), address).toBe(false);
});

describe("LB2: a wrong Host is answered 421 on every route", () => {
  const wrongHosts = (authority: string, port: string): (readonly string[])[] => [
    ...[
      "example.com",
      `example.com:${port}`,
      "localhost",
      `localhost:${port}`,
      `LOCALHOST:${port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      `127.0.0.1:${port}0`,
    ].map((host) => [`Host: ${host}`]),
    ...[`0.0.0.0:${port}`, `[::1]:${port}`, `[::ffff:127.0.0.1]:${port}`, `127.0.0.1.:${port}`, `127.1:${port}`, `127.0.0.2:${port}`].map(
      (host) => [`Host: ${host}`],
    ),
    ...[
      `2130706433:${port}`,
      `0x7f.0.0.1:${port}`,
      `rebind.test:${port}`,
      `127.0.0.1.nip.io:${port}`,
      `user@${authority}`,
      `${authority}.`,
    ].map((host) => [`Host: ${host}`]),
    ...[`${authority}/`, `${authority}, example.com`, ""].map((host) => [`Host: ${host}`]),
    [],
    [`Host: ${authority}`, `Host: ${authority}`],
    [`Host: ${authority}`, "Host: example.com"],
  ];

  test("25 forms, with the valid cookie", async () => {
    const { authority, routes } = shell.server;
    const forms = wrongHosts(authority, authority.split(":")[1] ?? "");
    expect(forms.length).toBeGreaterThanOrEqual(25);
    for (const route of routes) {
      for (const form of forms) {
        const answer = await requestTo(route, [...form, `Cookie: ${client.cookie}`, `Origin: ${shell.base}`]);
        expect(answer.status, `${route.method} ${route.path} ${form.join(" | ")}`).toBe(421);
      }
    }
  });

  test("an absolute URI in the request line", async () => {
    for (const route of shell.server.routes) {
      const answer = await requestTo({ method: route.method, path: `http://example.com${route.path}` }, [
        `Host: ${shell.server.authority}`,
        `Cookie: ${client.cookie}`,
      ]);
      expect(answer.status, route.path).toBe(421);
    }
  });
});

describe("LB5: nothing is served without the token", () => {
  test("every route answers 401 without a cookie", async () => {
    for (const route of shell.server.routes) {
      const answer = await requestTo(route, [`Host: ${shell.server.authority}`, `Origin: ${shell.base}`]);
      expect(answer.status, route.path).toBe(401);
    }
    expect(shell.probe.finished).toEqual([]);
  });

  test("a path that does not exist is 401 for a stranger and 404 for us", async () => {
    expect((await fetch(`${shell.base}/nothing`)).status).toBe(401);
    expect((await client.fetch(`${shell.base}/nothing`)).status).toBe(404);
  });

  test("the token has 256 bits and its cookie is for this site's pages only, out of scripts' reach", async () => {
    const response = await fetch(shell.server.issueAddress(1000));
    const [pair = "", ...attributes] = (response.headers.get("set-cookie") ?? "").split("; ");
    expect(Buffer.from(pair.split("=")[1] ?? "", "base64url").length).toBe(32);
    expect(attributes.sort()).toEqual(["HttpOnly", "Path=/", "SameSite=Strict"]);
  });

  test("a code works once and not after its lifetime", async () => {
    const address = shell.server.issueAddress(60_000);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address)).status).toBe(401);
    expect((await fetch(shell.server.issueAddress(-1))).status).toBe(401);
  });

  test("wrong tokens are answered one a second while the valid session works on", async () => {
    const startedAt = performance.now();
    let refused = 0;
    const guesses = Array.from({ length: 4 }, async (_, guess) => {
      const answer = await fetch(`${shell.base}/`, { headers: { cookie: `${client.cookie.split("=")[0]}=wrong${guess}` } });
      refused += 1;
      return answer;
    });
    const valid = await client.fetch(`${shell.base}/`);
    const refusedBefore = refused;
    expect(valid.status).toBe(200);
    expect(refusedBefore, "it does not queue behind the wrong ones").toBeLessThan(guesses.length);
    for (const guess of guesses) expect((await guess).status).toBe(401);
    expect(performance.now() - startedAt).toBeGreaterThan(2_900);
  });
});

describe("LB8: the security headers stand on every response", () => {
  const expectHeaders = (answer: RawAnswer, name: string) => {
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy.replace(/nonce-[\w-]{22}/, "nonce-{nonce}"), name).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).toContain("frame-ancestors 'none'");
    const rest = [
      "x-content-type-options",
      "cache-control",
      "referrer-policy",
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
    ];
    expect(
      rest.map((header) => answer.headers.get(header)),
      name,
    ).toEqual(["nosniff", "no-store", "no-referrer", "same-origin", "same-origin"]);
  };

  test("on every route, allowed and refused", async () => {
    const host = `Host: ${shell.server.authority}`;
    for (const route of shell.server.routes) {
      for (const headers of [
        [host, `Cookie: ${client.cookie}`, `Origin: ${shell.base}`],
        [host],
        ["Host: example.com"],
        [host, "Origin: https://example.com"],
      ]) {
        expectHeaders(await requestTo(route, headers), `${route.path} ${headers.join(" | ")}`);
      }
    }
  });

  test("on errors that no route sees", async () => {
    const { authority } = shell.server;
    const broken = [
      "NOT HTTP\r\n\r\n",
      `GET / HTTP/1.1\r\nHost: ${authority}\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
      "GET / HTTP/9.9\r\n\r\n",
    ];
    const odd = [
      `POST /upload HTTP/1.1\r\nHost: ${authority}\r\nExpect: the-moon\r\nContent-Length: 0\r\n\r\n`,
      `DELETE / HTTP/1.1\r\nHost: ${authority}\r\n\r\n`,
    ];
    for (const text of [...broken, ...odd]) expectHeaders(await sendRaw(authority, text), text.slice(0, 20));
  });

  test("the page gets the nonce of its own policy, fresh every time", async () => {
    const load = async () => {
      const response = await client.fetch(`${shell.base}/`);
      const policy = response.headers.get("content-security-policy") ?? "";
      return { inPage: /style-nonce" content="([^"]+)"/.exec(await response.text())?.[1], inPolicy: /'nonce-([^']+)'/.exec(policy)?.[1] };
    };
    const [first, second] = [await load(), await load()];
    expect(first.inPage).toBe(first.inPolicy);
    expect(second.inPage).toBe(second.inPolicy);
    expect(first.inPage).not.toBe(second.inPage);
  });
});

test("no spelling of a path leads out of the page folder", async () => {
  const spellings = [
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/assets/../../package.json",
    "/assets/..%5c..%5cpackage.json",
    "//etc/passwd",
    "/./index.html",
    "/assets%2fmain.js",
  ];
  for (const path of spellings) {
    const answer = await requestTo({ method: "GET", path }, [`Host: ${shell.server.authority}`, `Cookie: ${client.cookie}`]);
    expect([404, 421], path).toContain(answer.status);
  }
});
