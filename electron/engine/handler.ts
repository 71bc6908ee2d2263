// The types of handlers: what a read, a write and a job are given. A call without a handler does not compile.
import type { z } from "zod";
import type { Masker } from "../../shared/review/masker.ts";
import type { Call, CallKind } from "../../shared/rpc/call.ts";
import type { JobProgress } from "../../shared/rpc/channel.ts";
import type { EngineEvents } from "../../shared/rpc/contract.ts";
import type { AuditEntry } from "./audit/auditLog.ts";
import type { JobHost } from "./jobs/jobHost.ts";
import type { RunningJobs } from "./jobs/runningJobs.ts";
import type { AddressFollower } from "./resolve/address/follower.ts";
import type { GraphReader } from "./store/graphReader.ts";
import type { ReadableDb, WritableDb } from "./store/sqlite/database.ts";
import type { GraphSwitch } from "./workspace/graphServer.ts";

export type Change = EngineEvents["workspace.changed"]["what"][number];

export interface WorkspaceState {
  readonly path: string;
  readonly readOnly: boolean;
  readonly encrypted: boolean;
  readonly key: string | null;
}

interface Common {
  readonly workspace: WorkspaceState;
  readonly user: string;
  readonly clock: () => number;
  readonly running: Pick<RunningJobs, "list" | "cancel">;
}

export interface ReadContext extends Common {
  readonly db: ReadableDb;
  readonly graph: GraphReader;
  /** Which graph questions go to. */
  readonly graphs: GraphSwitch;
  /** For texts that are cut: what is shown of a text, before the cut. Open unless the call is masked. */
  readonly show: Masker;
  readonly addresses: Pick<AddressFollower, "settle" | "failure">;
  /** Sources of which a job is telling now what they brought. */
  readonly telling: Set<number>;
}

export interface WriteContext extends Common {
  readonly db: WritableDb;
  /** What a masked session was shown: a text that comes back so is not stored so. Open unless the call is masked. */
  readonly show: Masker;
  /** Tells listeners, once committed, what changed; `facts` also moves the data version on. */
  changed(what: Change): void;
}

/** What the self-test needs of an engine. */
export interface OtherEngine {
  dispatch(name: string, params: unknown, context: { readonly signal: AbortSignal; report(progress: JobProgress): void }): Promise<unknown>;
  close(): Promise<void>;
}

export interface JobContext extends ReadContext {
  openOther(workspacePath: string): Promise<OtherEngine>;
  /** Another call of the contract on this workspace, with its own audit entry; its answer is not masked. */
  ask(name: string, params: unknown): Promise<unknown>;
  readonly signal: AbortSignal;
  readonly jobs: JobHost;
  report(progress: JobProgress): void;
  /** Rows of a source that is still loading: written in slices, invisible until a `commit` makes them ready. */
  slice<T>(work: (db: WritableDb) => T): Promise<T>;
  /** Like `slice`, but also after a cancel: clears up. */
  tidy<T>(work: (db: WritableDb) => T): Promise<T>;
  /** One transaction with its audit entry: what the job changes for others to see. */
  commit<T>(entry: AuditEntry, what: readonly Change[], work: (db: WritableDb) => T): T;
  /** The same beside another job that is loading, whose staged rows are its own affair. No facts. */
  aside(entry: AuditEntry, what: readonly Exclude<Change, "facts">[], work: (db: WritableDb) => void): void;
  /** Waits until no other writing job runs. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

type Handler<Kind extends CallKind, Parameters, Result> = Kind extends "read"
  ? (params: Parameters, context: ReadContext) => Result | Promise<Result>
  : Kind extends "write"
    ? (params: Parameters, context: WriteContext) => Result
    : (params: Parameters, context: JobContext) => Promise<Result>;

export type Handlers<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends Call<infer Kind, infer Schema, infer Result>
    ? Handler<Kind, z.infer<Schema>, Result>
    : never;
};
