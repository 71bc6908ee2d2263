// Matches new and changed addresses by itself when facts came or went: in the background, one pass after the other, told in the list of jobs.
// Closed or cancelled in the middle, it goes on when facts change next or the workspace is opened again.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { JobContext } from "../../handler.ts";
import { createJobContext } from "../../jobContext.ts";
import type { EngineParts } from "../../parts.ts";
import { clearMatches, readAddressRun, writeAddressRun } from "../../store/sqlite/tables/addressMatch.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import { hasStandard } from "../../store/sqlite/tables/standardAddress.ts";
import type { AddressFollower, Watch } from "./follower.ts";
import { matchPass } from "./matchPass.ts";
import type { Looked } from "./matchTask.ts";

/** Nothing where no table is, or where everything of this version of the data is matched. */
async function look(context: JobContext): Promise<Looked | null> {
  const { db, workspace } = context;
  if (workspace.readOnly) return null;
  const run = readAddressRun(db);
  const dataVersion = readDataVersion(db);
  if (run?.dataVersion === dataVersion) return null;
  if (!hasStandard(db)) {
    if (run !== null) context.aside({ action: "resolve.addressesMatched", detail: { standard: 0 } }, ["resolve"], clearMatches);
    return null;
  }
  const { path, key } = workspace;
  const looked = await context.jobs.run<Looked>("lookForAddresses", { path, key }, { signal: context.signal });
  if (looked.waiting > 0 || looked.gone.length > 0 || run === null || run.mark !== looked.mark) return looked;
  await context.tidy((writable) => {
    if (readDataVersion(writable) === dataVersion) writeAddressRun(writable, { ...run, dataVersion });
  });
  return null;
}

async function follow(parts: EngineParts, watch: Watch): Promise<void> {
  const context = createJobContext(parts, watch);
  const looked = await look(context);
  if (looked === null) return;
  const work = async (watched: Watch) => void (await matchPass(createJobContext(parts, watched), "waiting", looked.waiting));
  const done = parts.running.run("resolve.matchAddresses", context.clock(), watch, work, true);
  parts.tellChanged(["jobs"]);
  await done;
}

const codeOf = (error: unknown): string => (error instanceof CaseweaveError ? error.code : String(error));

/** Begins with what an earlier engine left. */
export function createAddressFollower(parts: () => EngineParts): AddressFollower {
  const closing = new AbortController();
  const watchers = new Set<Watch["report"]>();
  const watch: Watch = { signal: closing.signal, report: (progress) => watchers.forEach((tell) => void tell(progress)) };
  let isWanted = true;
  let failed: string | null = null;
  const work = async (): Promise<void> => {
    // Whoever changed the facts is told before anything else happens.
    await new Promise((resolve) => setImmediate(resolve));
    while (isWanted && !closing.signal.aborted) {
      isWanted = false;
      failed = await follow(parts(), watch).then(() => null, codeOf);
    }
    atWork = null;
  };
  let atWork: Promise<void> | null = work();
  return {
    note: () => {
      isWanted = true;
      atWork ??= work();
    },
    settle: async (own) => {
      if (own) watchers.add(own.report);
      try {
        while (atWork !== null) await (own ? Promise.race([atWork, aborted(own.signal)]) : atWork);
      } finally {
        if (own) watchers.delete(own.report);
      }
    },
    failure: () => failed,
    close: async () => {
      closing.abort();
      await atWork;
    },
  };
}

const cancelled = () => new CaseweaveError("cancelled");

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(cancelled());
    signal.addEventListener("abort", () => reject(cancelled()), { once: true });
  });
