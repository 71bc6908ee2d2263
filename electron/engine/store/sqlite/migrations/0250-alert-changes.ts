// What became of an alert, day by day, so that any day can be told as it was; and after which source a watch was set: what stood before is no news to it.
import type { Migration } from "./migration.ts";

export const alertChanges: Migration = {
  version: 250,
  up: `
CREATE TABLE alert_change (
  id INTEGER PRIMARY KEY, alert_id INTEGER NOT NULL REFERENCES alert (id), state TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX alert_change_alert ON alert_change (alert_id, id);
INSERT INTO alert_change (alert_id, state, by, at, reason)
  SELECT id, state, coalesce(state_by, ''), state_at, state_reason FROM alert WHERE state_at IS NOT NULL ORDER BY state_at, id;
ALTER TABLE watch ADD COLUMN after_source INTEGER NOT NULL DEFAULT 0;
UPDATE watch SET after_source = coalesce((SELECT max(s.id) FROM source s WHERE s.imported_at <= watch.created_at), 0);`,
};
