// The channels between page and main process: malformed payloads, strangers, and the one global of the page (reliability.md EL2, EL3, EL4).
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";

vi.mock("electron", () => import("./fakeElectron.ts"));

import { startPage } from "../../electron/desktop/appOrigin.ts";
import { channelNames } from "../../electron/desktop/channelNames.ts";
import { handleChannels } from "../../electron/desktop/channels.ts";
import { BrowserWindow, ipcRenderer, recorded } from "./fakeElectron.ts";

const done: unknown[] = [];
const window = new BrowserWindow({});
void window.loadURL(startPage);
const current = { window: window as BrowserWindow | null };
handleChannels(
  {
    [channelNames.connect]: () => void done.push("connect"),
    [channelNames.chooseWorkspace]: (how) => void done.push(how),
    [channelNames.unlock]: (passphrase) => void done.push(passphrase),
  },
  () => current.window as never,
);
const ours = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
const names = Object.values(channelNames);
const wellFormed: Readonly<Record<string, unknown[]>> = {
  [channelNames.connect]: [],
  [channelNames.chooseWorkspace]: ["open"],
  [channelNames.unlock]: ["right"],
};
const send = (name: string, event: unknown, ...payload: unknown[]) =>
  recorded.handlers.get(name)?.(...([event, ...payload] as never[])) as { error: { code: string } | null };

afterEach(() => {
  done.length = 0;
  current.window = window;
});

test("the table has every channel and no other", () => {
  expect([...recorded.handlers.keys()].sort()).toEqual([...names].sort());
});

describe.each(names)("the channel %s", (name) => {
  test("does its work for our page", () => {
    expect(send(name, ours, ...(wellFormed[name] ?? []))).toEqual({ error: null });
    expect(done.length).toBe(1);
  });

  test("EL2: rejects 1,000 malformed payloads with a typed error, each within 50 ms of processor time, and does nothing", () => {
    const payload = fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), { maxLength: 4 });
    // Any text may be a passphrase; null gives up.
    const isPassphrase = ([first, ...more]: unknown[]) =>
      name === channelNames.unlock && more.length === 0 && (typeof first === "string" || first === null);
    const malformed = payload.filter(
      (values) =>
        !isPassphrase(values) &&
        JSON.stringify(values, (_key, value) => (typeof value === "bigint" ? "n" : value)) !== JSON.stringify(wellFormed[name]),
    );
    fc.assert(
      fc.property(malformed, (values) => {
        const before = process.cpuUsage();
        const { error } = send(name, ours, ...values);
        return error?.code === "bad-request" && process.cpuUsage(before).user <= 50_000;
      }),
      { numRuns: 1000 },
    );
    expect(done).toEqual([]);
  });

  test("EL3: rejects a foreign origin, a sub-frame, no frame, a destroyed frame and another window", () => {
    const frame = (url: string, isGone = false) => ({ url, isDestroyed: () => isGone });
    const otherWindow = new BrowserWindow({});
    void otherWindow.loadURL(startPage);
    const foreign = frame("https://example.com/");
    const gone = frame(startPage, true);
    const strangers = {
      foreign: { sender: Object.assign(Object.create(window.webContents) as object, { mainFrame: foreign }), senderFrame: foreign },
      subFrame: { sender: window.webContents, senderFrame: frame(startPage) },
      noFrame: { sender: window.webContents, senderFrame: null },
      destroyed: { sender: window.webContents, senderFrame: gone },
      otherWindow: { sender: otherWindow.webContents, senderFrame: otherWindow.webContents.mainFrame },
    };
    for (const [kind, event] of Object.entries(strangers))
      expect(send(name, event, ...(wellFormed[name] ?? [])).error?.code, kind).toBe("unauthorised");
    window.webContents.mainFrame.url = "https://example.com/";
    expect(send(name, ours, ...(wellFormed[name] ?? [])).error?.code).toBe("unauthorised");
    window.webContents.mainFrame.url = startPage;
    current.window = null;
    expect(send(name, ours, ...(wellFormed[name] ?? [])).error?.code).toBe("unauthorised");
    expect(done).toEqual([]);
  });
});

test("EL4: the page gets one global with functions only, and no channel name comes from it", async () => {
  await import("../../electron/desktop/preload.ts");
  expect([...recorded.exposed.keys()]).toEqual(["caseweave"]);
  const bridge = recorded.exposed.get("caseweave") as Record<string, (...parameters: unknown[]) => unknown>;
  expect(Object.keys(bridge).sort()).toEqual(["chooseWorkspace", "connect", "pathsOf", "unlock"]);
  for (const member of Object.values(bridge)) expect(typeof member).toBe("function");
  recorded.pageSent.length = 0;
  for (const hostile of ["workspace:choose", "../x", { channel: "x" }]) {
    bridge.connect?.(hostile);
    bridge.chooseWorkspace?.(hostile);
    bridge.unlock?.(hostile);
  }
  expect(new Set(recorded.pageSent.map((sent) => sent.channel))).toEqual(new Set(names));
  expect(bridge.pathsOf?.([{ name: "台账.xlsx" }])).toEqual(["/dropped/台账.xlsx"]);
});

test("a port that arrives is handed on to our own page only", async () => {
  await import("../../electron/desktop/preload.ts");
  const posted: unknown[] = [];
  vi.stubGlobal("location", { origin: "app://caseweave" });
  vi.stubGlobal("postMessage", (...parameters: unknown[]) => void posted.push(parameters));
  ipcRenderer.emit("engine:port", { ports: ["port"] });
  vi.unstubAllGlobals();
  expect(posted).toEqual([["caseweave:port", "app://caseweave", ["port"]]]);
});
