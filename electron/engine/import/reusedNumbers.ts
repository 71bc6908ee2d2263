// Case numbers under which sources tell of different cases: looked for when a source has been written, and read again for whoever looks.
import type { Doubt } from "../../../shared/import/calls.ts";
import type { SourceStart } from "../../../shared/import/messages.ts";
import { type CaseTelling, findReused, type NamedReuse, type ReusedNumber, reuseDoubts } from "../../../shared/import/reusedNumber.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listCasesAmong, listCaseTellings, listFamilies } from "../store/sqlite/tables/caseTellings.ts";
import type { FactWriter } from "../store/sqlite/tables/factWriter.ts";
import type { Kin } from "../store/sqlite/tables/kin.ts";

const casesAtOnce = 250;

export interface WrittenSource {
  readonly id: number;
  readonly start: SourceStart;
  readonly writer: FactWriter;
  readonly kin: Kin | undefined;
}

export function nameReuse(db: ReadableDb, found: readonly ReusedNumber[], sheet = ""): readonly NamedReuse[] {
  const files = listFamilies(db, [...new Set(found.flatMap(({ here, known }) => [here.sourceId, known.sourceId]))]);
  return found.map((one) => ({
    ...one,
    source: files.get(one.known.sourceId)?.name ?? "",
    hereSource: files.get(one.here.sourceId)?.name ?? sheet,
  }));
}

/** Of the cases that stood before this source those that it contradicts, without those that somebody called the same case. */
export async function findReusedIn(context: JobContext, { id, start, writer, kin }: WrittenSource): Promise<readonly Doubt[]> {
  if (start.mapping.rowKind !== "case") return [];
  const { touched, firstNewId } = writer.entities;
  const stood = [...touched].filter((entity) => entity < firstNewId).sort((a, b) => a - b);
  const own = new Set([...(kin?.siblings ?? []), ...(kin?.replaced ?? [])]);
  const verdicts = start.mapping.format?.caseNumbers ?? {};
  const found: NamedReuse[] = [];
  for (let i = 0; i < stood.length; i += casesAtOnce)
    found.push(
      ...(await context.slice((db) => {
        const tellings = listCaseTellings(db, listCasesAmong(db, stood.slice(i, i + casesAtOnce)), "loading");
        const here = tellings.filter(({ sourceId, number }) => sourceId === id && verdicts[number] !== "same");
        const others = tellings.filter(({ sourceId }) => sourceId !== id && !own.has(sourceId));
        return nameReuse(db, findReused(here, others));
      })),
    );
  return reuseDoubts(found, false);
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
