// The last run as it was scored: its weights, its series and judgements, over the identities of today or tried ones. Bits that it gives are the bits of
// the run wherever identities are the same.
import type { LinkModel } from "../../../shared/link/pairScore.ts";
import type { PreparedLink } from "../../../shared/link/prepared.ts";
import { prepareLink } from "../../../shared/link/prepareLink.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";
import { readIdentityState } from "../store/sqlite/tables/identityOf.ts";
import { readLinkedFrom } from "../store/sqlite/tables/linkFollow.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { loadLinkInput, type SeenBy } from "./loadCases.ts";

export interface StandingRun {
  readonly path: string;
  readonly key: string | null;
  /** The same text finds the cases of the question before. */
  readonly state: string;
  readonly model: LinkModel;
  readonly seen: SeenBy;
}

/** Null where there is no run, or one from before identities were followed. */
export function readStandingRun(db: ReadableDb, workspace: { readonly path: string; readonly key: string | null }): StandingRun | null {
  const [run, seen] = [readLastLinkRun(db), readLinkedFrom(db)];
  if (!run || seen === null) return null;
  const state = `${run.id} ${readDataVersion(db)} ${readIdentityState(db)}`;
  return { path: workspace.path, key: workspace.key, state, model: JSON.parse(run.model) as LinkModel, seen };
}

function prepareStanding({ path, key, model, seen }: StandingRun, signal: AbortSignal): PreparedLink {
  const connection = openWorkspaceFile(path, { readOnly: true, key });
  try {
    return prepareLink(loadLinkInput(connection, null, seen), { model, signal });
  } finally {
    connection.close();
  }
}

let warm: { readonly state: string; readonly prepared: PreparedLink } | null = null;

/** The cases as prepared for the question before, while nothing that they are made of has changed. */
export function prepareStandingOnce(run: StandingRun, signal: AbortSignal): PreparedLink {
  const state = `${run.path} ${run.state}`;
  if (warm?.state !== state) warm = { state, prepared: prepareStanding(run, signal) };
  return warm.prepared;
}
