// What an alert about cases comes down to: the case that it is most about, and what ties that to the watch.
import type { AlertGist, HitCode, NamedEntity } from "../../../../shared/model/alert.ts";
import { parseEntityRef } from "../../../../shared/model/entity.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type AlertFactRow, type AlertRow, listAlertFactRows } from "../../store/sqlite/tables/alert.ts";
import { isToldBy, readEntity } from "../../store/sqlite/tables/entity.ts";

/** Facts that are read for it; an alert of more is told by its newest. */
const mostRead = 500;
const mostTies = 3;

/** What the workspace calls an entity; its key while it is not known. */
export function labelOf(db: ReadableDb, ref: string): string {
  const { kind, key } = parseEntityRef(ref);
  return readEntity(db, kind, key)?.label ?? key;
}

const aboutCases = new Set<HitCode>(["link", "case-fits"]);

const isCase = (ref: string | undefined): ref is string => ref?.startsWith("case:") ?? false;

interface Telling {
  readonly case: string;
  readonly tie: string | null;
  readonly fact: AlertFactRow;
}

/** The case of a fact, and what it has to do with it. */
function tellingOf(fact: AlertFactRow, { code }: AlertRow): Telling | null {
  const { entity, other } = fact.detail;
  if (code === "case-fits") return { case: entity, tie: null, fact };
  if (isCase(other) && !isCase(entity)) return { case: other, tie: entity, fact };
  return isCase(entity) && other !== undefined && !isCase(other) ? { case: entity, tie: other, fact } : null;
}

const weightOf = (told: readonly Telling[]): number => Math.max(...told.map(({ fact }) => fact.detail.bits ?? 0)) * 1000 + told.length;

const named = (db: ReadableDb, entity: string): NamedEntity => ({ entity, label: labelOf(db, entity) });

/** Null where it tells of no case. */
export function readGist(db: ReadableDb, alert: AlertRow): AlertGist | null {
  if (!aboutCases.has(alert.code)) return null;
  const told = listAlertFactRows(db, alert.id, 0, mostRead).flatMap((fact) => tellingOf(fact, alert) ?? []);
  const byCase = Map.groupBy(told, (one) => one.case);
  const [first] = [...byCase].sort((a, b) => weightOf(b[1]) - weightOf(a[1]));
  if (!first) return null;
  const [entity, about] = first;
  const { detail, sourceId } = about[0]!.fact;
  const ties = [...new Set(about.flatMap(({ tie }) => tie ?? []))];
  return {
    ...named(db, entity),
    isNew: isToldBy(db, parseEntityRef(entity).key, sourceId),
    cases: byCase.size,
    ties: ties.slice(0, mostTies).map((tie) => named(db, tie)),
    tied: ties.length,
    series: detail.series ?? null,
    bits: detail.bits ?? null,
  };
}
