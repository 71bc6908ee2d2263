// The app:// scheme: answers from the closed list of bundle files, with the same headers as the web shell.
import { protocol, type Session } from "electron";
import type { BundleFiles } from "../security/bundleFiles.ts";
import { createNonce, securityHeaders } from "../security/securityHeaders.ts";
import { appScheme, isOurPage, startPage } from "./appOrigin.ts";

/** Before the app is ready: app:// behaves like https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false, bypassCSP: false } },
  ]);
}

export function serveBundle(session: Session, files: BundleFiles): void {
  session.protocol.handle(appScheme, (request) => answer(request, files));
}

/** Exported for the traversal tests (EL11). */
export function answer(request: { readonly method: string; readonly url: string }, files: BundleFiles): Response {
  const nonce = createNonce();
  const headers = securityHeaders(nonce);
  const file = request.method === "GET" && isOurPage(request.url) ? files.get(pathOf(request.url)) : undefined;
  if (!file) return new Response(null, { status: 404, headers });
  return new Response(new Uint8Array(file.read(nonce)), { status: 200, headers: { ...headers, "content-type": file.contentType } });
}

/** As written, neither decoded nor resolved: only a path that stands in the list is found. */
function pathOf(url: string): string {
  return `/${url.slice(startPage.length).split(/[?#]/, 1)[0]}`;
}
