// `npm start [workspace] [-- --web --port N]`: the desktop where its program is there or can be fetched, else the web shell; the demo when no workspace is named.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serveUntilStopped } from "../electron/web/main.ts";
import { hasDisplay } from "../electron/web/openBrowser.ts";
import { createSentences, errorSentence, terminalLanguage } from "../electron/words.ts";
import { toWire } from "../shared/errors.ts";
import { ensureBuilt } from "./build.ts";
import { ensureDemoWorkspace } from "./demoWorkspace.ts";
import { canSandbox, fetchElectron, installedElectron } from "./electronBinary.ts";

/** A desktop that ends sooner with an error never came up: a library of the system is missing, say. */
const comeUpMilliseconds = 10_000;
const root = fileURLToPath(new URL("..", import.meta.url));
const t = createSentences(terminalLanguage());
const { values, positionals } = parseArgs({ allowPositionals: true, options: { web: { type: "boolean" }, port: { type: "string" } } });

await start().catch((error: unknown) => {
  console.error(errorSentence(t, toWire(error)));
  process.exitCode = 1;
});

async function start(): Promise<void> {
  const named = positionals[0];
  const workspacePath = named ? resolve(named) : ensureDemoWorkspace(() => console.log(t("desktop.start.demo")));
  const tellBuild = () => console.log(t("desktop.start.build"));
  await ensureBuilt("renderer", tellBuild);
  if (await startDesktop(workspacePath, tellBuild)) return;
  console.log(t(hasDisplay() ? "desktop.start.noBinary" : "desktop.start.noDisplay"));
  await serveUntilStopped({ workspacePath, port: Number(values.port ?? 0) });
}

/** False when there is no desktop to start, or when it could not come up. */
async function startDesktop(workspacePath: string, tellBuild: () => void): Promise<boolean> {
  if (values.web || !hasDisplay() || !canSandbox()) return false;
  const program = installedElectron() ?? fetchElectron();
  if (!program) return false;
  await ensureBuilt("desktop", tellBuild);
  const startedAt = performance.now();
  const code = await new Promise<number | null>((finish) => {
    const child = spawn(program, [root, workspacePath], { stdio: "inherit" });
    child.on("error", () => finish(1));
    child.on("exit", finish);
  });
  return code === 0 || performance.now() - startedAt > comeUpMilliseconds;
}
