// What a resolution run found out about itself: estimated error, threshold, blocking rules with their counts (JSON).
import type { Migration } from "./migration.ts";

export const identityFindings: Migration = {
  version: 60,
  up: "ALTER TABLE identity_run ADD COLUMN findings TEXT;",
};
