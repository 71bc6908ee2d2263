// The loopback shell in a real browser: what another page tries (LB4), and what our own page may not do (EL7).
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Route } from "../../../electron/web/route.ts";
import { launchBrowser } from "../../browser.ts";
import { type OpenedShell, openShell } from "./openShell.ts";

let shell: OpenedShell;
let attacker: Server;
let browser: Browser;
let context: BrowserContext;
const handled: string[] = [];

beforeAll(async () => {
  shell = await openShell();
  for (const route of shell.server.routes as (Route & { handle: Route["handle"] })[]) countHandled(route);
  attacker = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><body></body>"),
  );
  await new Promise<void>((resolve) => attacker.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
  context = await browser.newContext();
});
afterAll(async () => {
  await browser.close();
  attacker.close();
  await shell.server.close();
});

function countHandled(route: { handle: Route["handle"]; readonly method: string; readonly path: string }): void {
  const handle = route.handle.bind(route);
  Object.assign(route, {
    handle: (exchange: Parameters<Route["handle"]>[0]) => {
      handled.push(`${route.method} ${route.path}`);
      return handle(exchange);
    },
  });
}

async function openOurPage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(shell.server.issueAddress(60_000));
  await page.waitForURL(`${shell.base}/`);
  await page.waitForFunction(() => document.title === "started");
  return page;
}

/** Everything a page can send without asking. */
async function attack(base: string, paths: readonly string[]): Promise<void> {
  const settle = (promise: Promise<unknown>) => promise.catch(() => undefined);
  for (const path of paths) {
    const url = base + path;
    await settle(fetch(url, { mode: "no-cors", credentials: "include" }));
    await settle(
      fetch(url, { mode: "no-cors", credentials: "include", method: "POST", body: "[]", headers: { "content-type": "text/plain" } }),
    );
    await settle(fetch(url, { credentials: "include", method: "POST", body: "[]", headers: { "content-type": "application/json" } }));
    navigator.sendBeacon(url, "[]");
    new EventSource(url, { withCredentials: true });
    new WebSocket(url.replace("http", "ws"));
    for (const tag of ["img", "script", "iframe"] as const) {
      const element = document.createElement(tag);
      element.src = url;
      document.body.append(element);
    }
    const form = document.createElement("form");
    const frame = document.createElement("iframe");
    frame.name = `frame-${Math.random()}`;
    Object.assign(form, { method: "POST", action: url, target: frame.name, enctype: "text/plain" });
    document.body.append(frame, form);
    form.submit();
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
}

describe("LB4: a page of another origin runs no handler", () => {
  for (const host of ["127.0.0.1", "localhost"]) {
    test(`from ${host}, with our cookie in the same browser`, async () => {
      await (await openOurPage()).close();
      const { port } = attacker.address() as AddressInfo;
      const page = await context.newPage();
      await page.goto(`http://${host}:${port}/`);
      handled.length = 0;
      const paths = shell.server.routes.map((route) => route.path);
      await page.evaluate(`(${attack.toString()})(${JSON.stringify(shell.base)}, ${JSON.stringify(paths)})`);
      // The entrance answers to anybody, but only a code opens it: without one it gives 401 and no cookie.
      expect(handled.filter((name) => name !== "GET /enter")).toEqual([]);
      expect(shell.probe.finished).toEqual([]);
      await page.close();
    });
  }

  test("the control: the same requests from our own page do arrive", async () => {
    const page = await openOurPage();
    handled.length = 0;
    await page.evaluate(() => fetch("/rpc/messages", { method: "POST", body: "[]", headers: { "content-type": "application/json" } }));
    expect(handled).toEqual(["POST /rpc/messages"]);
    await page.close();
  });
});

test("EL7: inline script, eval, innerHTML and outside requests are all blocked in our page", async () => {
  const page = await openOurPage();
  const outcome = await page.evaluate(
    async (outside) => {
      const attempt = async (work: () => unknown) => {
        try {
          await work();
          return "done";
        } catch {
          return "blocked";
        }
      };
      // The browser lets the debugger's own call evaluate anything; what runs after it is the page's.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const broken: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => void broken.push(event.effectiveDirective));
      /** What is refused is told a little later. */
      const told = async () => {
        for (let tries = 0; tries < 100 && !(broken.includes("connect-src") && broken.includes("style-src-elem")); tries++)
          await new Promise((resolve) => setTimeout(resolve, 100));
        return broken.filter((name) => /connect|style/.test(name)).sort();
      };
      return {
        inline: await attempt(() => document.body.setAttribute("onclick", "window.wasInline = true")),
        eval: await attempt(() => Function("return 1")()),
        innerHTML: await attempt(() => {
          document.body.innerHTML = "<b>x</b>";
        }),
        scriptText: await attempt(() => {
          document.createElement("script").textContent = "1";
        }),
        outside: await attempt(() => fetch(outside, { mode: "no-cors" })),
        style: await attempt(() => {
          const style = document.createElement("style");
          style.textContent = "body { color: red }";
          document.head.append(style);
          if (style.sheet === null) throw new Error("blocked");
        }),
        broken: await told(),
      };
    },
    `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`,
  );
  const blocked = { inline: "blocked", eval: "blocked", innerHTML: "blocked", scriptText: "blocked", outside: "blocked", style: "blocked" };
  expect(outcome).toEqual({ ...blocked, broken: ["connect-src", "style-src-elem"] });
  await page.close();
});
