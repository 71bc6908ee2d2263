// What a run found is kept beside what stands: judgements of people are laid over it, and taken off again. An entity that leaves hands its
// identity to the next member, because its number may be given again.
import type { Migration } from "./migration.ts";

export const foundIdentity: Migration = {
  version: 70,
  up: `
ALTER TABLE identity_member ADD COLUMN found_id INTEGER NOT NULL DEFAULT 0;
UPDATE identity_member SET found_id = identity_id;
DROP INDEX identity_member_identity;
CREATE INDEX identity_member_identity ON identity_member (identity_id, entity_id);
CREATE INDEX identity_member_found ON identity_member (found_id, entity_id);
CREATE INDEX identity_member_judged ON identity_member (entity_id) WHERE identity_id <> found_id;
CREATE TRIGGER identity_head_gone AFTER DELETE ON entity BEGIN
  UPDATE identity_member SET identity_id = (SELECT min(entity_id) FROM identity_member WHERE identity_id = OLD.id AND entity_id <> OLD.id)
    WHERE identity_id = OLD.id AND entity_id <> OLD.id;
  UPDATE identity_member SET found_id = (SELECT min(entity_id) FROM identity_member WHERE found_id = OLD.id AND entity_id <> OLD.id)
    WHERE found_id = OLD.id AND entity_id <> OLD.id;
END;`,
};
