// Opens a workspace for the engine: the lock, the file, and the removal of what a crash left half-imported. Where nothing can be written, what stands there is still shown.
import { CaseweaveError, type ErrorCode } from "../../../shared/errors.ts";
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
  /** Why nothing can be written, or null where it can. */
  readonly refusal: CaseweaveError | null;
  close(): void;
}

export function openWorkspace(path: string, options: Options): OpenedWorkspace {
  if (options.readOnly) return openForReading(path, options, new CaseweaveError("read-only", { path }));
  try {
    return openForWriting(path, options);
  } catch (error) {
    if (!isCode(error, "read-only", "disk-full")) throw error;
    return openInstead(path, options, error);
  }
}

const isCode = (error: unknown, ...codes: readonly ErrorCode[]): error is CaseweaveError =>
  error instanceof CaseweaveError && codes.includes(error.code);

/** The folder cannot be written, or its disk is full. Where there is nothing to read either, that is what is said. */
function openInstead(path: string, options: Options, refusal: CaseweaveError): OpenedWorkspace {
  try {
    return openForReading(path, options, refusal);
  } catch (error) {
    throw isCode(error, "workspace-missing") ? refusal : error;
  }
}

function openForReading(path: string, { key }: Options, refusal: CaseweaveError): OpenedWorkspace {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  return { connection, refusal, close: () => connection.close() };
}

function openForWriting(path: string, options: Options): OpenedWorkspace {
  const release = lockWorkspace(path, options.author.clock());
  try {
    const connection = openWorkspaceFile(path, { key: options.key });
    removeLeftovers(connection, options.author);
    return {
      connection,
      refusal: null,
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
