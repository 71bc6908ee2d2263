// One pass of matching: the child finds, the engine stores batch after batch beside whatever else is at work, as long as the data is what the child reads.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { JobContext } from "../../handler.ts";
import { countMatches, dropMatches, type FoundMatch, storeMatches, writeAddressRun } from "../../store/sqlite/tables/addressMatch.ts";
import { readDataVersion } from "../../store/sqlite/tables/meta.ts";
import type { Matched, MatchTaskInput } from "./matchTask.ts";
import type { Which } from "./waitingPlaces.ts";

/** The child that read the table is kept for the next addresses. */
const keep = "addresses";

/** moved: the data went on under it; what it stored until then stands, the rest waits for the next pass. */
export type PassEnd = "done" | "moved";

/** Writes down that everything of this version of the data is matched. */
function finish(context: JobContext, dataVersion: number, began: number, { standard, mark, gone }: Matched): PassEnd {
  const { db, clock } = context;
  if (readDataVersion(db) !== dataVersion) return "moved";
  const at = clock();
  context.aside({ action: "resolve.addressesMatched", detail: { standard, places: countPlaces(context) } }, ["resolve"], (writable) => {
    dropMatches(writable, gone);
    writeAddressRun(writable, { dataVersion, mark, at, standard, places: countPlaces(context), seconds: (at - began) / 1000 });
  });
  return "done";
}

const countPlaces = ({ db }: Pick<JobContext, "db">): number => countMatches(db).reduce((sum, { n }) => sum + n, 0);

export async function matchPass(context: JobContext, which: Which, total: number | null): Promise<PassEnd> {
  const { db, jobs, workspace, signal, report, clock } = context;
  const [began, dataVersion, moved] = [clock(), readDataVersion(db), new AbortController()];
  const onMessage = (found: readonly FoundMatch[]): void => {
    const entry = { action: "resolve.addressesMatched", detail: { places: found.length } };
    if (readDataVersion(db) !== dataVersion) moved.abort();
    else context.aside(entry, [], (writable) => storeMatches(writable, dataVersion, found));
  };
  const input: MatchTaskInput = { path: workspace.path, key: workspace.key, which, total };
  try {
    const matched = await jobs.run<Matched>("matchAddresses", input, {
      signal: AbortSignal.any([signal, moved.signal]),
      report,
      onMessage,
      keep,
    });
    return finish(context, dataVersion, began, matched);
  } catch (error) {
    if (moved.signal.aborted && !signal.aborted && error instanceof CaseweaveError && error.code === "cancelled") return "moved";
    throw error;
  }
}
