// The Electron security checklist, item by item, on what the shell really asks of Electron (reliability.md EL1, EL6, EL11).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";

vi.mock("electron", () => import("./fakeElectron.ts"));

import { startPage } from "../../electron/desktop/appOrigin.ts";
import { startDesktop } from "../../electron/desktop/desktop.ts";
import { answer } from "../../electron/desktop/protocol.ts";
import { listBundleFiles } from "../../electron/security/bundleFiles.ts";
import { contentSecurityPolicy } from "../../electron/security/contentSecurityPolicy.ts";
import { app, type BrowserWindow, FakeContents, recorded, session } from "./fakeElectron.ts";
import { configuration, root } from "./packaging.ts";

let window: BrowserWindow;
let preferences: Record<string, unknown>;
const navigation = (url: string, isMainFrame = true) => {
  const event = { url, isMainFrame, isPrevented: false, preventDefault: () => {} };
  event.preventDefault = () => {
    event.isPrevented = true;
  };
  return event;
};
const outside = [
  "https://example.com/",
  "http://127.0.0.1/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,x",
  "app://other/",
  "app://caseweave.example.com/",
  "app://caseweave@example.com/",
  "blob:app://x",
  "about:blank",
];
const desktopSources = readdirSync(`${root}electron/desktop`).map((name) => readFileSync(`${root}electron/desktop/${name}`, "utf8"));

beforeAll(async () => {
  const pages = `${app.userData}/pages`;
  mkdirSync(pages, { recursive: true });
  startDesktop(pages);
  await vi.waitFor(() => expect(recorded.windows.length).toBe(1));
  window = recorded.windows[0] as BrowserWindow;
  preferences = window.options.webPreferences as Record<string, unknown>;
});

describe("EL1: the checklist", () => {
  test("1 only secure content: requests leave neither for http nor for https", () => {
    const cancelled = (url: string) => {
      let cancel: unknown;
      session.defaultSession.beforeRequest(...([{ url }, (verdict: { cancel: boolean }) => (cancel = verdict.cancel)] as never[]));
      return cancel;
    };
    for (const url of ["http://example.com/", "https://example.com/", "ws://127.0.0.1/", "file:///etc/passwd", "ftp://x/"])
      expect(cancelled(url), url).toBe(true);
    for (const url of [startPage, `${startPage}assets/main.js`, "blob:app://caseweave/1"]) expect(cancelled(url), url).toBe(false);
  });
  test("2 no Node.js in pages, workers or sub-frames", () => {
    expect([preferences.nodeIntegration, preferences.nodeIntegrationInWorker, preferences.nodeIntegrationInSubFrames]).toEqual([
      false,
      false,
      false,
    ]);
  });
  test("3 context isolation on", () => expect(preferences.contextIsolation).toBe(true));
  test("4 every process sandboxed", () => {
    expect(preferences.sandbox).toBe(true);
    expect(recorded.switches).toContain("sandbox");
  });
  test("5 permissions: copying and full screen for our own page, nothing else for anybody (EL6)", () => {
    const granted = (permission: string, url: string, isMainFrame = true) => {
      let verdict: unknown;
      session.defaultSession.permissionRequest(
        ...([null, permission, (value: boolean) => (verdict = value), { requestingUrl: url, isMainFrame }] as never[]),
      );
      return verdict;
    };
    const permissions = [
      "media",
      "geolocation",
      "notifications",
      "midi",
      "midiSysex",
      "pointerLock",
      "openExternal",
      "clipboard-read",
      "display-capture",
      "mediaKeySystem",
      "window-management",
      "idle-detection",
      "hid",
      "serial",
      "usb",
      "storage-access",
      "top-level-storage-access",
      "fileSystem",
      "speaker-selection",
      "unknown",
    ];
    for (const permission of permissions) expect(granted(permission, startPage), permission).toBe(false);
    expect([granted("fullscreen", startPage), granted("clipboard-sanitized-write", startPage)]).toEqual([true, true]);
    expect([granted("fullscreen", "https://example.com/"), granted("fullscreen", startPage, false)]).toEqual([false, false]);
    expect(session.defaultSession.devicePermission()).toBe(false);
    expect(session.defaultSession.permissionCheck(...([null, "media", startPage] as never[]))).toBe(false);
  });
  test("6 web security on", () => expect(preferences.webSecurity).toBe(true));
  test("7 the content security policy stands on every answer, the same as in the web shell (EL7)", () => {
    const response = session.defaultSession.protocols.get("app")?.(
      ...([{ method: "GET", url: `${startPage}nothing` }] as never[]),
    ) as Response;
    expect(response.headers.get("content-security-policy")?.replace(/nonce-[\w-]{22}/, "nonce-{nonce}")).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-/);
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
  });
  test("8 no insecure content", () => expect(preferences.allowRunningInsecureContent).toBe(false));
  test("9 no experimental features", () => expect(preferences.experimentalFeatures).toBe(false));
  test("10 no Blink features switched on", () => expect(preferences).not.toHaveProperty("enableBlinkFeatures"));
  test("11 no webview tag", () => expect(preferences.webviewTag).toBe(false));
  test("12 a webview that comes up all the same is not attached", () => {
    const event = navigation("");
    window.webContents.emit("will-attach-webview", event);
    expect(event.isPrevented).toBe(true);
  });
  test("13 no navigation out of our page, in no frame and by no redirect", () => {
    for (const url of outside) {
      for (const name of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
        const event = navigation(url);
        window.webContents.emit(name, event);
        expect(event.isPrevented, `${name} ${url}`).toBe(true);
      }
    }
    const own = navigation(startPage);
    window.webContents.emit("will-navigate", own);
    expect(own.isPrevented).toBe(false);
  });
  test("14 no new windows", () => {
    for (const url of [...outside, startPage])
      expect(window.webContents.openHandler(...([{ url }] as never[]))).toEqual({ action: "deny" });
  });
  test("15 nothing is ever opened outside", () => {
    for (const source of desktopSources) expect(source).not.toContain("openExternal(");
    expect(recorded.externalOpened).toEqual([]);
  });
  test("16 a current Electron", () => {
    const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { devDependencies: { electron: string } };
    expect(Number(devDependencies.electron.split(".")[0])).toBeGreaterThanOrEqual(45);
  });
  test("17 every channel checks its sender", () => {
    expect(recorded.handlers.size).toBeGreaterThan(0);
    for (const source of desktopSources.filter((text) => /ipcMain\.(handle|on)\(/.test(text)))
      expect(source).toContain("requireTrustedSender(event");
  });
  test("18 pages come from app://, not from file://", () => {
    expect(window.webContents.mainFrame.url).toBe(startPage);
    expect(recorded.schemes).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false, bypassCSP: false } },
    ]);
    for (const source of desktopSources) expect(source).not.toMatch(/loadFile\(|["'`]file:/);
  });
  test("19 the fuses are set", () => {
    expect(configuration().electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
  test("20 no API of Electron reaches the page", async () => {
    await import("../../electron/desktop/preload.ts");
    const bridge = recorded.exposed.get("caseweave") as Record<string, (...parameters: unknown[]) => unknown>;
    expect([bridge.connect?.(), bridge.chooseWorkspace?.("open"), bridge.pathsOf?.([{ name: "a.csv" }])]).toEqual([
      undefined,
      undefined,
      ["/dropped/a.csv"],
    ]);
  });
});

test("other web contents are confined as well", () => {
  const contents = new FakeContents();
  app.emit("web-contents-created", {}, contents);
  expect(contents.openHandler(...([{ url: startPage }] as never[]))).toEqual({ action: "deny" });
  expect(contents.listenerCount("will-navigate")).toBe(1);
});

test("EL11: no spelling of a path makes app:// read outside the bundle", async () => {
  const folder = `${app.userData}/bundle`;
  mkdirSync(`${folder}/assets`, { recursive: true });
  writeFileSync(`${folder}/index.html`, "inside");
  writeFileSync(`${folder}/assets/a.js`, "inside");
  writeFileSync(`${app.userData}/secret.json`, "outside");
  const files = listBundleFiles(folder);
  const ups = ["..", "%2e%2e", ".%2e", "%2e.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "．．"];
  const slashes = ["/", "\\", "%2f", "%5c", "%252f"];
  const spellings = ups.flatMap((up) => slashes.map((slash) => `${up}${slash}secret.json`));
  const more = [
    "assets/../../secret.json",
    "/secret.json",
    "//secret.json",
    `${app.userData}/secret.json`,
    "index.html/../../secret.json",
    "file:///etc/passwd",
  ];
  expect(spellings.length).toBeGreaterThanOrEqual(40);
  for (const spelling of [...spellings, ...more]) {
    const response = answer({ method: "GET", url: startPage + spelling }, files);
    expect([response.status, await response.text()], spelling).toEqual([404, ""]);
  }
  expect(await answer({ method: "GET", url: `${startPage}assets/a.js` }, files).text()).toBe("inside");
  expect(answer({ method: "POST", url: startPage }, files).status).toBe(404);
});

test("the window title never names a case", () => {
  const event = navigation("");
  window.emit("page-title-updated", event);
  expect(event.isPrevented).toBe(true);
  expect(window.options.title).toBe("串并研判工作台");
});
