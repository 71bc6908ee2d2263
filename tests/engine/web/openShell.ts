// A running loopback shell for tests: the real server, a page folder of three files, the contract suite's probe as engine.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listBundleFiles } from "../../../electron/security/bundleFiles.ts";
import { startServer, type WebServer } from "../../../electron/web/server.ts";
import { createProbe, type Probe } from "../../contract/probe.ts";

export interface OpenedShell {
  readonly server: WebServer;
  readonly probe: Probe;
  readonly base: string;
}

export async function openShell(): Promise<OpenedShell> {
  const folder = mkdtempSync(join(tmpdir(), "caseweave-test-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><meta name="style-nonce" content=""><script type="module" src="./assets/main.js"></script>',
  );
  writeFileSync(join(folder, "assets/main.js"), "document.title = 'started';");
  writeFileSync(join(folder, "assets/main.css"), "body { color: black }");
  const probe = createProbe();
  const server = await startServer({ engine: probe, files: listBundleFiles(folder), port: 0, clock: Date.now });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { server: { ...server, close }, probe, base: `http://${server.authority}` };
}
