// Payments of two banks' books: what the last run found, what people judged, and which tellings stand under an event because a person said so. Those are
// found again by account and amount when a later source tells them once more.
import type { Migration } from "./migration.ts";

export const payments: Migration = {
  version: 240,
  up: `
ALTER TABLE event_source ADD COLUMN judged INTEGER NOT NULL DEFAULT 0;
CREATE INDEX event_source_judged_from ON event_source (json_extract(told, '$[2]'), json_extract(told, '$[4]')) WHERE judged = 1;
CREATE INDEX event_source_judged_to ON event_source (json_extract(told, '$[3]'), json_extract(told, '$[4]')) WHERE judged = 1;
CREATE TABLE payment_run (
  id INTEGER PRIMARY KEY, data_version INTEGER NOT NULL, at INTEGER NOT NULL, paid INTEGER NOT NULL, received INTEGER NOT NULL, candidates INTEGER NOT NULL,
  kept INTEGER NOT NULL, expected REAL NOT NULL, undecided INTEGER NOT NULL, seconds REAL NOT NULL
) STRICT;
CREATE TABLE payment_pair (
  id INTEGER PRIMARY KEY, paid_source INTEGER NOT NULL, paid_row INTEGER NOT NULL, received_source INTEGER NOT NULL, received_row INTEGER NOT NULL,
  paid_id INTEGER NOT NULL, received_id INTEGER NOT NULL, paid TEXT NOT NULL, received TEXT NOT NULL,
  share REAL NOT NULL, bits REAL NOT NULL, bars TEXT NOT NULL, found_state TEXT NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX payment_pair_rows ON payment_pair (paid_source, paid_row, received_source, received_row);
CREATE INDEX payment_pair_state ON payment_pair (state, share DESC, id);
CREATE TRIGGER payment_source_gone AFTER DELETE ON source BEGIN
  DELETE FROM payment_pair WHERE paid_source = OLD.id OR received_source = OLD.id;
END;`,
};
