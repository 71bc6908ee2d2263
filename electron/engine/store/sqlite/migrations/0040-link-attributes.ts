// What a source says of a link itself: [[name, value], …] beside the link, so that it goes when the link goes; "" where nothing is said.
import type { Migration } from "./migration.ts";

export const linkAttributes: Migration = {
  version: 40,
  up: `
ALTER TABLE link ADD COLUMN attributes TEXT NOT NULL DEFAULT '';
CREATE VIEW v_link_attribute AS SELECT l.id AS link_id, j.value ->> 0 AS name, j.value ->> 1 AS value, l.source_id, l.row
  FROM link l JOIN source s ON s.id = l.source_id AND s.state = 'ready' JOIN json_each(l.attributes) j WHERE l.attributes <> '';`,
};
