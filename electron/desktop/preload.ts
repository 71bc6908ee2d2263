// The one bridge between page and desktop: four functions, no channel name ever comes from the page.
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { channelNames, passphraseMessage, passphraseWanted, portDelivery, portMessage } from "./channelNames.ts";

/** What of the page this script uses; the browser's own types are not loaded here. */
interface Page {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
}

const page = globalThis as unknown as Page;
ipcRenderer.on(portDelivery, (event) => page.postMessage(portMessage, page.location.origin, event.ports));
ipcRenderer.on(passphraseWanted, (_event, asked: unknown) =>
  page.postMessage({ type: passphraseMessage, asked }, page.location.origin, []),
);

contextBridge.exposeInMainWorld("caseweave", {
  connect: () => void ipcRenderer.invoke(channelNames.connect),
  pathsOf: (files: File[]) => files.map((file) => webUtils.getPathForFile(file)),
  chooseWorkspace: (how: "open" | "new") => void ipcRenderer.invoke(channelNames.chooseWorkspace, how),
  unlock: (passphrase: string | null) => void ipcRenderer.invoke(channelNames.unlock, passphrase),
});
