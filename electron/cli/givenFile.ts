// A text file that the user names beside a command: a passphrase, a list of pairs, a list of decisions.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CaseweaveError } from "../../shared/errors.ts";

/** The text; `-` is standard input. Throws `file-missing` or `file-unreadable` with the path. */
export function readGivenFile(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    const reason = String((error as NodeJS.ErrnoException).code);
    throw new CaseweaveError(reason === "ENOENT" ? "file-missing" : "file-unreadable", { file: basename(path), path, reason });
  }
}
