// The desktop shell: one instance, one window, one engine process. Knows nothing of cases or links.
import { app, type BrowserWindow, dialog, session } from "electron";
import { toWire, type WireError } from "../../shared/errors.ts";
import { listBundleFiles } from "../security/bundleFiles.ts";
import { createSentences, errorSentence, languageOf, type Sentence } from "../words.ts";
import { channelNames } from "./channelNames.ts";
import { handleChannels } from "./channels.ts";
import { createEngineProcess, type EngineProcess } from "./engineProcess.ts";
import { setMenu } from "./menu.ts";
import { hardenSession } from "./permissions.ts";
import { registerAppScheme, serveBundle } from "./protocol.ts";
import { confineContents, openWindow } from "./window.ts";
import { askForWorkspace, lastWorkspace, rememberWorkspace, workspaceOfArguments } from "./workspaceChoice.ts";

interface Desktop {
  readonly t: Sentence;
  readonly engine: EngineProcess;
  window: BrowserWindow | null;
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
  };
  desktop = shown;
  handleChannels(
    {
      [channelNames.connect]: () => shown.window && shown.engine.connect(shown.window.webContents),
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

async function openWorkspace({ t, engine }: Desktop, path: string): Promise<boolean> {
  try {
    await engine.open(path);
    rememberWorkspace(path);
    return true;
  } catch (error) {
    tellFailure(t, toWire(error));
    return false;
  }
}

async function chooseWorkspace(shown: Desktop, how: "open" | "new"): Promise<void> {
  if (!shown.window) return;
  const path = await askForWorkspace(shown.window, how, shown.t);
  if (path) await changeWorkspace(shown, path);
}

/** The page starts afresh: nothing of the other workspace stays in memory. */
async function changeWorkspace(shown: Desktop, path: string): Promise<void> {
  const before = lastWorkspace();
  const isOpen = (await openWorkspace(shown, path)) || (await openWorkspace(shown, before));
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
