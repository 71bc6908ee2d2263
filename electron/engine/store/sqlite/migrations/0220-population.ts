// How many people an area had in a year: what rates are counted on. An area is a code or a name, no entity, so that it ties nothing to anything.
import type { Migration } from "./migration.ts";

export const population: Migration = {
  version: 220,
  up: `
CREATE TABLE population (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, year INTEGER NOT NULL, kind TEXT NOT NULL, people INTEGER NOT NULL CHECK (people > 0),
  source_id INTEGER NOT NULL, row INTEGER NOT NULL
) STRICT;
CREATE INDEX population_source ON population (source_id);`,
};
