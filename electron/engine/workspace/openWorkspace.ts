// Opens a workspace for the engine: the lock, the file, and the removal of what a crash left half-imported.
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
  close(): void;
}

export function openWorkspace(path: string, options: Options): OpenedWorkspace {
  if (options.readOnly) {
    const connection = openWorkspaceFile(path, { readOnly: true, key: options.key });
    return { connection, close: () => connection.close() };
  }
  const release = lockWorkspace(path, options.author.clock());
  try {
    const connection = openWorkspaceFile(path, { key: options.key });
    removeLeftovers(connection, options.author);
    return {
      connection,
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
    for (const step of leftoverSteps(connection, author)) connection.write(step);
  } catch (error) {
    if (!isFullDisk(error)) throw error; // no room even to delete: nobody sees them, and the next import clears them before it begins
  }
}
