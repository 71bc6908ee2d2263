// How many people areas had, as sources tell it.
import type { PopulationKind } from "../../../../../shared/import/facts.ts";
import type { PopulationRecord } from "../../../../../shared/review/statistics/population.ts";
import type { ReadableDb } from "../database.ts";
import { sql } from "../sql.ts";
import { ready } from "./entity.ts";

/** Few thousand rows for a whole country and several years. */
export const listPopulations = (db: ReadableDb): readonly PopulationRecord[] =>
  db.all<PopulationRecord & { kind: PopulationKind }>(
    sql`SELECT code, name, year, kind, people, source_id AS sourceId, row FROM population WHERE source_id ${ready} ORDER BY id`,
  );
