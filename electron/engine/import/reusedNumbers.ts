// Case numbers of a source that has been written under which others tell of other cases.
import type { Doubt } from "../../../shared/import/calls.ts";
import type { SourceStart } from "../../../shared/import/messages.ts";
import { findReused, type NamedReuse, reuseDoubts } from "../../../shared/import/reusedNumber.ts";
import type { JobContext } from "../handler.ts";
import { listCasesAmong, listCaseTellings } from "../store/sqlite/tables/caseTellings.ts";
import type { FactWriter } from "../store/sqlite/tables/factWriter.ts";
import type { Kin } from "../store/sqlite/tables/kin.ts";
import { nameReuse } from "./readReused.ts";

const casesAtOnce = 250;

export interface WrittenSource {
  readonly id: number;
  readonly start: SourceStart;
  readonly writer: FactWriter;
  readonly kin: Kin | undefined;
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
