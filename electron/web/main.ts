// The web shell: one workspace, served to one person's browser on this machine.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CaseweaveError } from "../../shared/errors.ts";
import { createEngine } from "../engine/engine.ts";
import { type BundleFiles, listBundleFiles } from "../security/bundleFiles.ts";
import { createSentences, terminalLanguage } from "../words.ts";
import { hasDisplay, openBrowser } from "./openBrowser.ts";
import { removeRedirectFile, writeRedirectFile } from "./redirectFile.ts";
import { startServer } from "./server.ts";

export interface ServeWorkspaceOptions {
  readonly workspacePath: string;
  /** 0 or none: any free port. */
  readonly port?: number;
  /** Opens the browser; by default where there is a display. */
  readonly open?: boolean;
  readonly key?: string | null;
  readonly readOnly?: boolean;
  /** The built renderer. */
  readonly rendererFolder?: string;
  readonly print?: (line: string) => void;
}

export interface ServedWorkspace {
  /** Lets one browser in, once; `issueAddress` makes another. */
  readonly address: string;
  issueAddress(): string;
  close(): Promise<void>;
}

/** The redirect file is read within a moment; the printed address is typed by a person, perhaps through a tunnel. */
const redirectMilliseconds = 60_000;
const printedMilliseconds = 24 * 3_600_000;
const builtRenderer = fileURLToPath(new URL("../../dist/renderer", import.meta.url));

/** Serves until closed. Expects the renderer to be built (scripts/build.ts). */
export async function serveWorkspace(options: ServeWorkspaceOptions): Promise<ServedWorkspace> {
  const { workspacePath, key = null, readOnly = false, print = console.log } = options;
  const files = listPages(options.rendererFolder ?? builtRenderer);
  const engine = await createEngine({ workspacePath, key, readOnly });
  const server = await startServer({
    engine,
    files,
    port: options.port ?? 0,
    clock: Date.now,
    onWrongToken: engine.noteRefusedGuest,
  }).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  const address = server.issueAddress(printedMilliseconds);
  print(createSentences(terminalLanguage())("web.address.line", { address }));
  const stopOpening = (options.open ?? hasDisplay()) ? openPrivately(server.issueAddress(redirectMilliseconds)) : () => undefined;
  return {
    address,
    issueAddress: () => server.issueAddress(printedMilliseconds),
    close: async () => {
      stopOpening();
      await server.close();
      await engine.close();
    },
  };
}

/** Serves until the terminal ends it (Ctrl+C, kill), then closes in order. */
export async function serveUntilStopped(options: ServeWorkspaceOptions): Promise<void> {
  const served = await serveWorkspace(options);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  await served.close();
}

function listPages(folder: string): BundleFiles {
  if (!existsSync(folder)) throw new CaseweaveError("not-built", { folder });
  return listBundleFiles(folder);
}

function openPrivately(address: string): () => void {
  const path = writeRedirectFile(address);
  const timer = setTimeout(() => removeRedirectFile(path), redirectMilliseconds);
  timer.unref();
  openBrowser(path);
  return () => {
    clearTimeout(timer);
    removeRedirectFile(path);
  };
}
