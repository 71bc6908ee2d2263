// What a task is about: series, rings and entities, checked when they are tied and named when they are shown.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { entityKinds, entityRef, parseEntityRef } from "../../../../shared/model/entity.ts";
import type { TaskTie } from "../../../../shared/review/task/calls.ts";
import { readStoredRing } from "../../group/storedRing.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { isCase } from "../../store/sqlite/tables/caseHead.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import { readLastGroupRun } from "../../store/sqlite/tables/linkState.ts";
import { readLastRingRun, readRingRow } from "../../store/sqlite/tables/rings.ts";
import { readSeriesRow } from "../../store/sqlite/tables/series.ts";
import { readTyped } from "../watch/readTyped.ts";

type Title = (db: ReadableDb, id: string) => string | null;

function seriesTitle(db: ReadableDb, id: string): string | null {
  const run = readLastGroupRun(db);
  return (run && readSeriesRow(db, run.id, id)?.title) ?? null;
}

function ringTitle(db: ReadableDb, id: string): string | null {
  const run = readLastRingRun(db);
  const row = run && readRingRow(db, run.id, id);
  if (!row) return null;
  // A tie is a label in no language: the name alone, without the words around it.
  const { namedBy, title } = readStoredRing(row.detail);
  return namedBy?.label ?? title;
}

/** Kinds of what is no entity → its title in the last run. */
const titles: Readonly<Record<string, Title>> = { series: seriesTitle, ring: ringTitle };

const isEntityKind = (kind: string): boolean => (entityKinds as readonly string[]).includes(kind);

/** `S-1` and `R-2` name a series and a ring by themselves. */
export function spellTie(typed: string): string {
  const id = typed.trim();
  if (/^S-\d+$/i.test(id)) return `series:${id.toUpperCase()}`;
  return /^R-\d+$/i.test(id) ? `ring:${id.toUpperCase()}` : id;
}

/** The reference that was meant. An identifier may be unknown: a task often is to find out whose it is. */
export function requireTie(db: ReadableDb, typed: string, now: number): string {
  const ref = spellTie(typed);
  const { kind, key } = parseEntityRef(ref);
  if (kind === "series" && seriesTitle(db, key) === null) throw new CaseweaveError("series-unknown", { series: key });
  if (kind === "ring" && ringTitle(db, key) === null) throw new CaseweaveError("ring-unknown", { ring: key });
  if (kind === "case" && !isCase(db, key)) throw new CaseweaveError("case-unknown", { case: key });
  if (kind in titles || (ref.includes(":") && (isEntityKind(kind) || readEntity(db, kind, key)))) return ref;
  const subject = isCase(db, typed) ? ({ kind: "entity", entity: entityRef("case", typed) } as const) : readTyped(db, typed, now);
  return subject.kind === "entity" ? subject.entity : ref;
}

export function describeTie(db: ReadableDb, ref: string): TaskTie {
  const { kind, key } = parseEntityRef(ref);
  const title = titles[kind];
  if (title === undefined) {
    const entity = readEntity(db, kind, key);
    return { ref, label: entity?.label ?? key, isKnown: entity !== undefined };
  }
  const known = title(db, key);
  return { ref, label: known === null || known === "" ? key : `${key} ${known}`, isKnown: known !== null };
}
