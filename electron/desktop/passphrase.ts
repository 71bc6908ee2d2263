// Asking for a passphrase: which files want one, and the question that waits until the page can show it.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { WebContents } from "electron";
import type { WireError } from "../../shared/errors.ts";
import { passphraseWanted } from "./channelNames.ts";

export interface PassphraseQuestion {
  readonly path: string;
  /** A workspace that is not there yet may be given one. */
  readonly isNew: boolean;
  /** The one that was given did not fit. */
  readonly isWrong: boolean;
}

const pageBytes = 4096;
const plainMark = "SQLite format 3";

/** Whole pages without SQLite's mark: what our encryption leaves of a file. */
function looksSealed(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size === 0 || found.size % pageBytes !== 0) return false;
  const head = Buffer.alloc(plainMark.length);
  const file = openSync(path, "r");
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return head.toString("latin1") !== plainMark;
}

/** Whether a passphrase may open what was refused. */
export const wantsPassphrase = ({ code }: WireError, path: string): boolean =>
  code === "workspace-key-wrong" || (code === "not-a-workspace" && looksSealed(path));

/** The path of the file stays here: the page is told its name. */
export function askPage(contents: WebContents, { path, isNew, isWrong }: PassphraseQuestion): void {
  if (!contents.isDestroyed()) contents.postMessage(passphraseWanted, { name: basename(path), isNew, isWrong });
}
