// The one bridge between page and desktop: three functions, no channel name ever comes from the page.
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { channelNames, portDelivery, portMessage } from "./channelNames.ts";

/** What of the page this script uses; the browser's own types are not loaded here. */
interface Page {
  readonly location: { readonly origin: string };
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
}

const page = globalThis as unknown as Page;
ipcRenderer.on(portDelivery, (event) => page.postMessage(portMessage, page.location.origin, event.ports));

contextBridge.exposeInMainWorld("caseweave", {
  connect: () => void ipcRenderer.invoke(channelNames.connect),
  pathsOf: (files: File[]) => files.map((file) => webUtils.getPathForFile(file)),
  chooseWorkspace: (how: "open" | "new") => void ipcRenderer.invoke(channelNames.chooseWorkspace, how),
});
