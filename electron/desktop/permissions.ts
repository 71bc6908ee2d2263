// What a page may ask of the system, and where it may send requests: next to nothing, nowhere.
import type { Session } from "electron";
import { isOurPage } from "./appOrigin.ts";

/** Copying rows to the clipboard and the wall presentation; both only for our own page. */
const allowedPermissions: ReadonlySet<string> = new Set(["clipboard-sanitized-write", "fullscreen"]);
const ownSchemes = ["app:", "blob:", "data:", "devtools:"];

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(allowedPermissions.has(permission) && details.isMainFrame && isOurPage(details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => allowedPermissions.has(permission) && isOurPage(origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !ownSchemes.some((scheme) => details.url.startsWith(scheme)) }));
  session.setSpellCheckerEnabled(false);
}
