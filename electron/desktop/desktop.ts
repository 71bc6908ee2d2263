// The desktop shell: one instance, one window, one engine process. Knows nothing of cases or links.
import { existsSync } from "node:fs";
import { app, type BrowserWindow, dialog, session } from "electron";
import { toWire, type WireError } from "../../shared/errors.ts";
import { listBundleFiles } from "../security/bundleFiles.ts";
import { createSentences, errorSentence, languageOf, type Sentence } from "../words.ts";
import { channelNames } from "./channelNames.ts";
import { handleChannels } from "./channels.ts";
import { createEngineProcess, type EngineProcess } from "./engineProcess.ts";
import { setMenu } from "./menu.ts";
import { askPage, type PassphraseQuestion, wantsPassphrase } from "./passphrase.ts";
import { hardenSession } from "./permissions.ts";
import { registerAppScheme, serveBundle } from "./protocol.ts";
import { confineContents, openWindow } from "./window.ts";
import { askForWorkspace, lastWorkspace, rememberWorkspace, workspaceOfArguments } from "./workspaceChoice.ts";

interface Desktop {
  readonly t: Sentence;
  readonly engine: EngineProcess;
  window: BrowserWindow | null;
  /** Waits for a passphrase; told again to every page that connects. */
  asked: PassphraseQuestion | null;
}

/** What macOS asked to open before the app was ready. */
let askedBefore: string | null = null;
let desktop: Desktop | null = null;

/** `rendererFolder`: the built pages. */
export function startDesktop(rendererFolder: string): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerAppScheme();
  app.on("web-contents-created", (_event, contents) => confineContents(contents));
  app.on("window-all-closed", () => app.quit());
  app.on("second-instance", (_event, argv, folder) => comeForward(workspaceOfArguments(argv.slice(1), folder)));
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (desktop) comeForward(path);
    else askedBefore = path;
  });
  closeEngineBeforeQuit();
  app
    .whenReady()
    .then(() => showDesktop(rendererFolder))
    .catch(giveUp);
}

async function showDesktop(rendererFolder: string): Promise<void> {
  hardenSession(session.defaultSession);
  serveBundle(session.defaultSession, listBundleFiles(rendererFolder));
  const t = createSentences(languageOf(app.getLocale()));
  const shown: Desktop = {
    t,
    engine: createEngineProcess(Date.now, () => tellFailure(t, { code: "child-died", details: { task: "engine" } })),
    window: null,
    asked: null,
  };
  desktop = shown;
  handleChannels(
    {
      [channelNames.connect]: () => connectPage(shown),
      [channelNames.unlock]: (passphrase) => void unlock(shown, passphrase),
      [channelNames.chooseWorkspace]: (how) => void chooseWorkspace(shown, how),
    },
    () => shown.window,
  );
  setMenu(t, { openWorkspace: () => void chooseWorkspace(shown, "open"), newWorkspace: () => void chooseWorkspace(shown, "new") });
  const opening = openWorkspace(shown, askedBefore ?? workspaceOfArguments(process.argv.slice(1), process.cwd()) ?? lastWorkspace());
  shown.window = openWindow(t("desktop.window.title"), app.isPackaged);
  shown.window.on("closed", () => {
    shown.window = null;
  });
  await opening;
}

function connectPage({ window, engine, asked }: Desktop): void {
  if (!window) return;
  engine.connect(window.webContents);
  if (asked) askPage(window.webContents, asked);
}

/** False also while the page asks for a passphrase. */
async function openWorkspace(shown: Desktop, path: string, key: string | null = null): Promise<boolean> {
  try {
    await shown.engine.open(path, key);
    shown.asked = null;
    rememberWorkspace(path);
    return true;
  } catch (error) {
    const wire = toWire(error);
    if (wantsPassphrase(wire, path)) ask(shown, { path, isNew: false, isWrong: key !== null });
    else tellFailure(shown.t, wire);
    return false;
  }
}

function ask(shown: Desktop, question: PassphraseQuestion): void {
  shown.asked = question;
  if (shown.window) askPage(shown.window.webContents, question);
}

/** An empty passphrase is none; null: another workspace, the one before, stays. */
async function unlock(shown: Desktop, passphrase: string | null): Promise<void> {
  const { asked } = shown;
  if (!asked) return;
  shown.asked = null;
  if (passphrase !== null) {
    if (await openWorkspace(shown, asked.path, passphrase === "" ? null : passphrase)) shown.window?.webContents.reload();
    return;
  }
  const before = lastWorkspace();
  if (before !== asked.path && (await openWorkspace(shown, before))) shown.window?.webContents.reload();
}

async function chooseWorkspace(shown: Desktop, how: "open" | "new"): Promise<void> {
  if (!shown.window) return;
  const path = await askForWorkspace(shown.window, how, shown.t);
  if (!path) return;
  if (how === "new" && !existsSync(path)) ask(shown, { path, isNew: true, isWrong: false });
  else await changeWorkspace(shown, path);
}

/** The page starts afresh: nothing of the other workspace stays in memory. */
async function changeWorkspace(shown: Desktop, path: string): Promise<void> {
  const before = lastWorkspace();
  const isOpen = (await openWorkspace(shown, path)) || (shown.asked === null && (await openWorkspace(shown, before)));
  if (isOpen) shown.window?.webContents.reload();
}

function comeForward(path: string | null): void {
  if (!desktop?.window) return;
  if (desktop.window.isMinimized()) desktop.window.restore();
  desktop.window.focus();
  if (path) void changeWorkspace(desktop, path);
}

function tellFailure(t: Sentence, error: WireError): void {
  dialog.showErrorBox(t("desktop.dialog.openFailed"), errorSentence(t, error));
}

/** Quitting waits until the engine has closed its file. */
function closeEngineBeforeQuit(): void {
  let isClosed = false;
  app.on("before-quit", (event) => {
    if (isClosed || !desktop) return;
    event.preventDefault();
    void desktop.engine.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

/** A damaged installation: nothing can be shown but the reason. */
function giveUp(error: unknown): void {
  tellFailure(createSentences(languageOf(app.getLocale())), toWire(error));
  app.quit();
}
