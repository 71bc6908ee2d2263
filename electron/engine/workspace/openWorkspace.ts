// Opens a workspace for the engine: the lock, the file, and the removal of what a crash left half-imported.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { AuditAuthor } from "../audit/auditLog.ts";
import type { Connection } from "../store/sqlite/database.ts";
import { lockWorkspace } from "../store/sqlite/lock.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { isFullDisk } from "../store/sqlite/storeErrors.ts";
import { leftoverSteps } from "./leftovers.ts";

interface Options {
  readonly readOnly: boolean;
  readonly key: string | null;
  readonly author: AuditAuthor;
}

export interface OpenedWorkspace {
  readonly connection: Connection;
  readonly isReadOnly: boolean;
  close(): void;
}

export function openWorkspace(path: string, options: Options): OpenedWorkspace {
  if (options.readOnly) return openForReading(path, options);
  try {
    return openForWriting(path, options);
  } catch (error) {
    if (!(error instanceof CaseweaveError) || error.code !== "read-only") throw error;
    return openForReading(path, options);
  }
}

/** Where the file or its folder cannot be written, what can be read is shown. */
function openForReading(path: string, { key }: Options): OpenedWorkspace {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  return { connection, isReadOnly: true, close: () => connection.close() };
}

function openForWriting(path: string, options: Options): OpenedWorkspace {
  const release = lockWorkspace(path, options.author.clock());
  try {
    const connection = openWorkspaceFile(path, { key: options.key });
    removeLeftovers(connection, options.author);
    return {
      connection,
      isReadOnly: false,
      close: () => {
        connection.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** An import that was killed left a source in state `loading`: its rows go, and the audit says so. */
function removeLeftovers(connection: Connection, author: AuditAuthor): void {
  try {
    for (const step of leftoverSteps(connection, author, true)) connection.write(step);
  } catch (error) {
    if (!isFullDisk(error)) throw error; // no room even to delete: nobody sees them, and the next import clears them before it begins
  }
}
