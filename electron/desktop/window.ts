// The window: a sandboxed page of ours that can neither navigate away nor open another.
import { fileURLToPath } from "node:url";
import { BrowserWindow, type WebContents } from "electron";
import { isOurPage, startPage } from "./appOrigin.ts";

const preload = fileURLToPath(new URL("./preload.cjs", import.meta.url));

export function openWindow(title: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title,
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  // The page's own title may name a case; window titles end up in task lists and screenshots.
  window.on("page-title-updated", (event) => event.preventDefault());
  void window.loadURL(startPage);
  return window;
}

/** For every web contents there will ever be. */
export function confineContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-navigate", (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
  });
}
