// Stands for the `electron` module where its program cannot be had: records what the shell asks of it. Utility processes are worker threads,
// whose ports can be handed over like Electron's, so the built programs run for real behind it.
import { EventEmitter } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { FakeMessageChannel, type FakePort, openEnvelope } from "./fakePorts.ts";

type Handler = (...parameters: never[]) => unknown;

/** Everything the tests look at. */
export const recorded = {
  switches: [] as string[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  windows: [] as BrowserWindow[],
  handlers: new Map<string, Handler>(),
  exposed: new Map<string, unknown>(),
  pageSent: [] as { channel: string; parameters: unknown[] }[],
  menu: null as unknown,
  errorBoxes: [] as [string, string][],
  processes: [] as UtilityProcess[],
  externalOpened: [] as string[],
  quits: 0,
};

class FakeSession {
  permissionRequest: Handler = () => undefined;
  permissionCheck: Handler = () => undefined;
  devicePermission: Handler = () => undefined;
  beforeRequest: Handler = () => undefined;
  spellChecker = true;
  readonly protocols = new Map<string, Handler>();
  readonly protocol = { handle: (scheme: string, handler: Handler) => void this.protocols.set(scheme, handler) };
  readonly webRequest = { onBeforeRequest: (handler: Handler) => this.keep("beforeRequest", handler) };
  setPermissionRequestHandler = (handler: Handler) => this.keep("permissionRequest", handler);
  setPermissionCheckHandler = (handler: Handler) => this.keep("permissionCheck", handler);
  setDevicePermissionHandler = (handler: Handler) => this.keep("devicePermission", handler);
  setSpellCheckerEnabled = (enabled: boolean) => {
    this.spellChecker = enabled;
  };

  private keep(name: "permissionRequest" | "permissionCheck" | "devicePermission" | "beforeRequest", handler: Handler): void {
    this[name] = handler;
  }
}

export const session = { defaultSession: new FakeSession() };

class FakeFrame {
  url: string;
  isGone = false;
  constructor(url: string) {
    this.url = url;
  }
  isDestroyed = () => this.isGone;
}

export class FakeContents extends EventEmitter {
  mainFrame = new FakeFrame("");
  openHandler: Handler = () => undefined;
  reloads = 0;
  readonly delivered: { channel: string; message: unknown; ports: FakePort[] }[] = [];
  setWindowOpenHandler = (handler: Handler) => {
    this.openHandler = handler;
  };
  isDestroyed = () => false;
  reload = () => {
    this.reloads += 1;
  };
  postMessage(channel: string, message: unknown, ports: FakePort[]): void {
    this.delivered.push({ channel, message, ports });
    this.emit("delivered");
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: Record<string, unknown>;
  isShown = false;
  focuses = 0;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    recorded.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame = new FakeFrame(url);
    return Promise.resolve();
  }

  show = () => {
    this.isShown = true;
  };
  focus = () => {
    this.focuses += 1;
  };
  isDestroyed = () => false;
  isMinimized = () => false;
}

class FakeApp extends EventEmitter {
  readonly isPackaged = true;
  userData = mkdtempSync(join(tmpdir(), "caseweave-user-"));
  requestSingleInstanceLock = () => recorded.switches.push("single-instance") > 0;
  enableSandbox = () => void recorded.switches.push("sandbox");
  whenReady = () => Promise.resolve();
  getLocale = () => process.env.FAKE_LOCALE ?? "zh-CN";
  getPath = () => this.userData;
  quit(): void {
    recorded.quits += 1;
    let isPrevented = false;
    this.emit("before-quit", { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.emit("quit");
  }
}

export const app = new FakeApp();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof recorded.schemes) => void recorded.schemes.push(...schemes),
};

export const ipcMain = { handle: (name: string, handler: Handler) => void recorded.handlers.set(name, handler) };

class FakeIpcRenderer extends EventEmitter {
  invoke(channel: string, ...parameters: unknown[]): Promise<{ error: null }> {
    recorded.pageSent.push({ channel, parameters });
    return Promise.resolve({ error: null });
  }
}

export const ipcRenderer = new FakeIpcRenderer();
export const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => void recorded.exposed.set(name, value) };
export const webUtils = { getPathForFile: (file: { name: string }) => `/dropped/${file.name}` };
export const shell = { openExternal: (url: string) => void recorded.externalOpened.push(url) };

export const dialog = {
  showErrorBox: (title: string, text: string) => void recorded.errorBoxes.push([title, text]),
  openPaths: [] as string[],
  showOpenDialog: () => Promise.resolve({ filePaths: dialog.openPaths }),
  showSaveDialog: () => Promise.resolve({ filePath: dialog.openPaths[0] ?? "" }),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    recorded.menu = menu;
  },
};

/** Runs the program in a worker when it has been built; otherwise only records what it was told. */
export class UtilityProcess extends EventEmitter {
  readonly path: string;
  readonly told: unknown[] = [];
  readonly options: Record<string, unknown>;
  isKilled = false;
  private readonly worker: Worker | null;

  constructor(path: string, options: Record<string, unknown>) {
    super();
    this.path = path;
    this.options = options;
    this.worker = existsSync(path) ? new Worker(new URL("./utilityWorker.ts", import.meta.url), { workerData: { path } }) : null;
    this.worker?.on("message", (raw: unknown) => this.emit("message", openEnvelope(raw).data));
    this.worker?.on("error", (error) => console.error(error));
    this.worker?.on("exit", (code) => this.emit("exit", code));
    recorded.processes.push(this);
  }

  postMessage(message: unknown, ports: FakePort[] = []): void {
    this.told.push(message);
    const inner = ports.map((port) => port.inner);
    this.worker?.postMessage({ message, ports: inner }, inner);
  }

  kill(): boolean {
    this.isKilled = true;
    if (this.worker) void this.worker.terminate();
    else queueMicrotask(() => this.emit("exit", 0));
    return true;
  }
}

export const utilityProcess = {
  fork: (path: string, _parameters: string[], options: Record<string, unknown>) => new UtilityProcess(path, options),
};

export { FakeMessageChannel as MessageChannelMain };
