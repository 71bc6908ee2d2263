// Which workspace to open: the one named on the command line or by double-click, else the last one, else a first one in the user's data folder.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import { sync as writeFileAtomic } from "write-file-atomic";
import { z } from "zod";
import type { Sentence } from "../words.ts";

const ending = ".caseweave";
const remembered = z.object({ workspacePath: z.string() });

/** The last argument that names a workspace file; switches and our own script are none. */
export function workspaceOfArguments(argv: readonly string[], folder: string): string | null {
  const named = argv.filter((argument) => argument.endsWith(ending) && !argument.startsWith("-")).at(-1);
  return named ? resolve(folder, named) : null;
}

function memoryFile(): string {
  return join(app.getPath("userData"), "last-workspace.json");
}

export function lastWorkspace(): string {
  const first = join(app.getPath("userData"), `workspace${ending}`);
  if (!existsSync(memoryFile())) return first;
  const last = parseMemory(readFileSync(memoryFile(), "utf8"));
  return last !== null && existsSync(last) ? last : first;
}

/** A file damaged by hand is as good as none. */
function parseMemory(text: string): string | null {
  try {
    return remembered.parse(JSON.parse(text)).workspacePath;
  } catch {
    return null;
  }
}

export function rememberWorkspace(workspacePath: string): void {
  writeFileAtomic(memoryFile(), `${JSON.stringify({ workspacePath })}\n`, { mode: 0o600 });
}

/** null when the person changed their mind. */
export async function askForWorkspace(window: BrowserWindow, how: "open" | "new", t: Sentence): Promise<string | null> {
  const filters = [{ name: t("desktop.dialog.filter"), extensions: [ending.slice(1)] }];
  if (how === "open") return (await dialog.showOpenDialog(window, { filters, properties: ["openFile"] })).filePaths[0] ?? null;
  const { filePath } = await dialog.showSaveDialog(window, { filters, defaultPath: `${t("desktop.dialog.newName")}${ending}` });
  return filePath || null;
}
