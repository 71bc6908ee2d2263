// Which standard address each written one was matched to, by the last run and as judged since; an entity that leaves takes its matches with it,
// because its number may be given again.
import type { Migration } from "./migration.ts";

export const addresses: Migration = {
  version: 180,
  up: `
CREATE TABLE address_run (
  id INTEGER PRIMARY KEY, data_version INTEGER NOT NULL, at INTEGER NOT NULL, standard INTEGER NOT NULL, places INTEGER NOT NULL, seconds REAL NOT NULL
) STRICT;
CREATE TABLE address_match (
  place_id INTEGER PRIMARY KEY, found_id INTEGER, standard_id INTEGER, found_state TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, level TEXT,
  probability REAL NOT NULL, bits REAL NOT NULL, options TEXT NOT NULL
) STRICT;
CREATE INDEX address_match_standard ON address_match (standard_id) WHERE standard_id IS NOT NULL;
CREATE INDEX address_match_found ON address_match (found_id) WHERE found_id IS NOT NULL;
CREATE INDEX address_match_state ON address_match (state, place_id);
CREATE INDEX attribute_address_levels ON attribute (entity_id, value) WHERE name = 'address.levels';
CREATE INDEX attribute_address_code ON attribute (value, entity_id) WHERE name = 'address.code';
CREATE TRIGGER address_place_gone AFTER DELETE ON entity WHEN OLD.kind = 'place' BEGIN
  DELETE FROM address_match WHERE place_id = OLD.id;
  DELETE FROM address_match WHERE standard_id = OLD.id;
  DELETE FROM address_match WHERE found_id = OLD.id;
END;`,
};
