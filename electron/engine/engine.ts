// The product: opens a workspace and answers calls. The only place where parts are wired; starts without Electron.
import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { EngineEvents, EventName } from "../../shared/rpc/contract.ts";
import { type Ledger, openOwnAudit } from "./audit/ownAudit.ts";
import { createReadCounter } from "./audit/readCounter.ts";
import { createWriteGatherer } from "./audit/writeGatherer.ts";
import { dispatch } from "./dispatch.ts";
import type { Change } from "./handler.ts";
import type { DispatchContext } from "./jobContext.ts";
import { createJobHost } from "./jobs/jobHost.ts";
import { createJobQueue } from "./jobs/jobQueue.ts";
import { createRunningJobs } from "./jobs/runningJobs.ts";
import { forkChild, type SpawnChild } from "./jobs/spawn.ts";
import type { EngineParts } from "./parts.ts";
import { createAddressFollower } from "./resolve/address/followAddresses.ts";
import { createMaskedDispatch } from "./review/maskedDispatch.ts";
import { createSqliteGraphReader } from "./store/sqlite/sqliteGraphReader.ts";
import { readDataVersion } from "./store/sqlite/tables/meta.ts";
import { createGraphSwitch } from "./workspace/graphServer.ts";
import { type OpenedWorkspace, openWorkspace } from "./workspace/openWorkspace.ts";

export interface EngineOptions {
  readonly workspacePath: string;
  readonly user?: string;
  readonly clock?: () => number;
  readonly spawnChild?: SpawnChild;
  readonly readOnly?: boolean;
  /** Passphrase of an encrypted workspace. */
  readonly key?: string | null;
}

export type EventListener = <Name extends EventName>(name: Name, value: EngineEvents[Name]) => void;

export interface Engine {
  dispatch(name: string, params: unknown, context: DispatchContext): Promise<unknown>;
  onEvent(listener: EventListener): () => void;
  /** Somebody came with a wrong token: counted in the audit, at most one entry a second. */
  noteRefusedGuest(): void;
  close(): Promise<void>;
}

/** The audit stands in the workspace; where that cannot be written, in the user's own ledger. */
const openLedger = ({ refusal, connection }: OpenedWorkspace, path: string): Ledger =>
  refusal ? openOwnAudit(path) : { connection: () => connection, about: {}, close: () => {} };

/** Ends what runs, then writes down what was only counted, then closes the files. */
async function endWork(parts: EngineParts, opened: OpenedWorkspace): Promise<void> {
  const { jobs, graphs, queue, readCounter, writeGatherer, addresses, ledger } = parts;
  const isAtRest = addresses.close();
  jobs.close();
  await isAtRest;
  await graphs.disconnect();
  await queue.idle();
  readCounter.flush();
  writeGatherer.flush();
  ledger.close();
  opened.close();
}

export async function createEngine(options: EngineOptions): Promise<Engine> {
  const path = resolve(options.workspacePath);
  const author = { user: options.user ?? userInfo().username, clock: options.clock ?? Date.now };
  const opened = openWorkspace(path, { readOnly: options.readOnly ?? false, key: options.key ?? null, author });
  const ledger = openLedger(opened, path);
  const listeners = new Set<EventListener>();
  const parts: EngineParts = {
    connection: opened.connection,
    refusal: opened.refusal,
    graphs: createGraphSwitch(createSqliteGraphReader(opened.connection)),
    workspace: { path, readOnly: opened.refusal !== null, encrypted: Boolean(options.key), key: options.key ?? null },
    author,
    jobs: createJobHost(options.spawnChild ?? forkChild),
    running: createRunningJobs(),
    queue: createJobQueue(),
    readCounter: createReadCounter(ledger.connection, author),
    writeGatherer: createWriteGatherer(opened.connection, author),
    addresses: createAddressFollower(() => parts),
    telling: new Set(),
    ledger,
    ask: (name, params, context) => dispatch(parts, name, params, context),
    openOther: (workspacePath) => createEngine({ ...options, workspacePath, key: null, readOnly: false }),
    tellChanged: (what: readonly Change[]) => {
      const value = { dataVersion: readDataVersion(opened.connection), what };
      for (const listener of listeners) listener("workspace.changed", value);
      if (what.includes("facts")) parts.addresses.note();
    },
  };
  return {
    dispatch: createMaskedDispatch(parts),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    noteRefusedGuest: () => parts.readCounter.count("web.refused"),
    close: () => endWork(parts, opened),
  };
}
