// Prior and counts of the linkage that people set by hand: the newest stand, kept among the single values of a workspace.
import { isEdited, type WeightEdits } from "../../../../../shared/link/weightEdits.ts";
import type { ReadableDb, WritableDb } from "../database.ts";
import { readMeta, writeMeta } from "./meta.ts";

export interface StandingEdits extends WeightEdits {
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

const key = "linkEdits";

/** Null: everything is as learned. */
export function readWeightEdits(db: ReadableDb): StandingEdits | null {
  const text = readMeta(db, key);
  const edits = text === null ? null : (JSON.parse(text) as StandingEdits);
  return edits !== null && isEdited(edits) ? edits : null;
}

export const writeWeightEdits = (db: WritableDb, edits: StandingEdits): void => writeMeta(db, key, JSON.stringify(edits));
