// A case is asked for by its incident number as well: without this, every number that is no case's reads all attributes.
import type { Migration } from "./migration.ts";

export const incidentNumbers: Migration = {
  version: 210,
  up: "CREATE INDEX attribute_incident ON attribute (value) WHERE name = 'case.incidentNumber';",
};
