// A workspace in a folder that cannot be written: SQLite reads a file with a log only where it may put its lock file beside it, so a copy of our own is read.
import { constants, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseweaveError } from "../../../../shared/errors.ts";

const prefix = "caseweave-read-";

export interface ReadingCopy {
  readonly path: string;
  remove(): void;
}

/** What SQLite says when it may not write beside a file. */
const refusals = new Set(["SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT", "SQLITE_READONLY_RECOVERY", "SQLITE_CANTOPEN"]);

export const needsCopy = (error: unknown, path: string): boolean =>
  refusals.has(String((error as { code?: unknown } | null)?.code)) && existsSync(path);

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Copies of processes that were killed; the name tells whose they are. */
function clearLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number(name.slice(prefix.length).split("-")[0]);
    if (owner !== process.pid && !isRunning(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** File and log in a folder that only this user may enter (mkdtemp makes it 0700); gone at `remove`, or when the process ends. */
export function copyForReading(path: string): ReadingCopy {
  clearLeftBehind();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const remove = () => {
    process.off("exit", remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on("exit", remove);
  try {
    const copy = join(folder, "copy.caseweave");
    for (const ending of ["", "-wal"])
      if (existsSync(`${path}${ending}`)) copyFileSync(`${path}${ending}`, `${copy}${ending}`, constants.COPYFILE_FICLONE);
    return { path: copy, remove };
  } catch (error) {
    remove();
    const code = (error as NodeJS.ErrnoException).code;
    throw code === "ENOSPC" ? new CaseweaveError("disk-full", { path: tmpdir(), reason: code }, { cause: error }) : error;
  }
}
