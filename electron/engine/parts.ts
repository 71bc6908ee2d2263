// The parts an engine is made of, wired once in engine.ts.
import type { CaseweaveError } from "../../shared/errors.ts";
import type { AuditAuthor } from "./audit/auditLog.ts";
import type { Ledger } from "./audit/ownAudit.ts";
import type { ReadCounter } from "./audit/readCounter.ts";
import type { WriteGatherer } from "./audit/writeGatherer.ts";
import type { Change, OtherEngine, WorkspaceState } from "./handler.ts";
import type { JobHost } from "./jobs/jobHost.ts";
import type { JobQueue } from "./jobs/jobQueue.ts";
import type { RunningJobs } from "./jobs/runningJobs.ts";
import type { AddressFollower } from "./resolve/address/follower.ts";
import type { Connection } from "./store/sqlite/database.ts";
import type { GraphSwitch } from "./workspace/graphServer.ts";

export interface EngineParts {
  readonly connection: Connection;
  readonly graphs: GraphSwitch;
  readonly workspace: WorkspaceState;
  /** Why nothing can be written, or null where it can. */
  readonly refusal: CaseweaveError | null;
  readonly author: AuditAuthor;
  readonly jobs: JobHost;
  readonly running: RunningJobs;
  readonly queue: JobQueue;
  readonly readCounter: ReadCounter;
  readonly writeGatherer: WriteGatherer;
  readonly addresses: AddressFollower;
  readonly telling: Set<number>;
  readonly ledger: Ledger;
  tellChanged(what: readonly Change[]): void;
  /** A call made by a job of this engine. */
  readonly ask: OtherEngine["dispatch"];
  /** An engine on a workspace of its own, for the self-test. */
  openOther(workspacePath: string): Promise<OtherEngine>;
}
