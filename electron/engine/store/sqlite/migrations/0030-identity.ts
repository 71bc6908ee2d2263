// Identities: which entities the last resolution run judged to be one, and the pairs it weighed. Only the last run of a kind is kept.
// An entity that leaves takes its lines with it, because its number may be given again.
import type { Migration } from "./migration.ts";

export const identity: Migration = {
  version: 30,
  up: `
CREATE TABLE identity_run (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, data_version INTEGER NOT NULL, at INTEGER NOT NULL, records INTEGER NOT NULL, entities INTEGER NOT NULL,
  identities INTEGER NOT NULL, compared INTEGER NOT NULL, one_to_one INTEGER NOT NULL, model BLOB, seconds REAL NOT NULL
) STRICT;
CREATE TABLE identity_member (entity_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, identity_id INTEGER NOT NULL) STRICT;
CREATE INDEX identity_member_identity ON identity_member (run_id, identity_id);
CREATE TABLE identity_pair (
  a INTEGER NOT NULL, b INTEGER NOT NULL, run_id INTEGER NOT NULL, bits REAL NOT NULL, PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_pair_b ON identity_pair (b);
CREATE TRIGGER identity_entity_gone AFTER DELETE ON entity BEGIN
  DELETE FROM identity_member WHERE entity_id = OLD.id;
  DELETE FROM identity_pair WHERE a = OLD.id;
  DELETE FROM identity_pair WHERE b = OLD.id;
END;`,
};
