// Who may use our channels: the main frame of our window while it shows our page, nobody else.
import type { BrowserWindow, IpcMainInvokeEvent } from "electron";
import { CaseweaveError } from "../../shared/errors.ts";
import { isOurPage } from "./appOrigin.ts";

export function requireTrustedSender(event: Pick<IpcMainInvokeEvent, "sender" | "senderFrame">, window: BrowserWindow | null): void {
  const frame = event.senderFrame;
  const isTrusted =
    frame !== null &&
    window !== null &&
    !frame.isDestroyed() &&
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame === event.sender.mainFrame &&
    isOurPage(frame.url);
  if (!isTrusted) throw new CaseweaveError("unauthorised");
}
