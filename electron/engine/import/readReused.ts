// Case numbers under which sources tell of different cases, read from the rows as they stand now.
import { type CaseTelling, findReused, type NamedReuse, type ReusedNumber } from "../../../shared/import/reusedNumber.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listCaseTellings, listFamilies } from "../store/sqlite/tables/caseTellings.ts";

export function nameReuse(db: ReadableDb, found: readonly ReusedNumber[], sheet = ""): readonly NamedReuse[] {
  const files = listFamilies(db, [...new Set(found.flatMap(({ here, known }) => [here.sourceId, known.sourceId]))]);
  return found.map((one) => ({
    ...one,
    source: files.get(one.known.sourceId)?.name ?? "",
    hereSource: files.get(one.here.sourceId)?.name ?? sheet,
  }));
}

/** As the sources stand now: each file against those that came before it. */
export function listReused(db: ReadableDb, caseIds: readonly number[]): readonly NamedReuse[] {
  const tellings = listCaseTellings(db, caseIds);
  const files = listFamilies(db, [...new Set(tellings.map(({ sourceId }) => sourceId))]);
  const familyOf = ({ sourceId }: CaseTelling): number => files.get(sourceId)?.family ?? sourceId;
  const families = [...Map.groupBy(tellings, familyOf)].sort(([a], [b]) => a - b).map(([, told]) => told);
  return nameReuse(
    db,
    families.flatMap((here, i) => findReused(here, families.slice(0, i).flat())),
  );
}
