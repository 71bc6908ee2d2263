// The user's own ledger: what is looked at in a workspace that cannot be written is recorded there, in a chain like any other, or not shown.
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";

/** Where the audit is written: the workspace, or the user's own ledger while the workspace cannot be written. */
export interface Ledger {
  connection(): Connection;
  /** What every entry says beside its own. */
  readonly about: Readonly<Record<string, unknown>>;
  close(): void;
}

/** A workspace file without facts, so that `audit verify` and `audit list` read it. */
export const ownAuditFile = (): string => join(process.env["CASEWEAVE_HOME"] ?? join(homedir(), ".caseweave"), "read-only-audit.caseweave");

/** Opened when the first entry is due. Several sessions write in turns: an entry and its hash are one transaction. */
export function openOwnAudit(workspacePath: string): Ledger {
  let open: Connection | null = null;
  return {
    connection: () => {
      if (open === null) {
        const file = ownAuditFile();
        mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
        open = openWorkspaceFile(file);
      }
      return open;
    },
    about: { workspace: workspacePath },
    close: () => open?.close(),
  };
}
