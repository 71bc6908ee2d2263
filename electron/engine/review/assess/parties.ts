// The other parties of an entity's events, the biggest named, each with the rows of its first and last event.
import { entityRef } from "../../../../shared/model/entity.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listEntitiesById, listSourceNames, type SideRow } from "../../store/sqlite/tables/clueFacts.ts";
import { amountOf, countOf, type PartyTally, type Totals } from "./sideTotals.ts";

export interface NamedParty {
  readonly party: PartyTally;
  readonly other: string | null;
  readonly otherLabel: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly sources: readonly Citation[];
}

export const mostParties = 8;

export function timeOf(db: ReadableDb, row: SideRow | null): string | null {
  if (row === null || row.at === null) return null;
  return isoTime(row.at, listSourceNames(db, [row.sourceId])[0]?.utcOffset);
}

/** By what passed both ways, then by how often; equal ones in the order of the store. */
const byAmount = (a: PartyTally, b: PartyTally): number =>
  amountOf(b.in) + amountOf(b.out) - amountOf(a.in) - amountOf(a.out) ||
  countOf(b.in) + countOf(b.out) - countOf(a.in) - countOf(a.out) ||
  (a.other ?? 0) - (b.other ?? 0);

function citationsOf(db: ReadableDb, { first, last }: PartyTally): Citation[] {
  const rows = [last, first].filter((row, i, all) => row !== null && all.findIndex((one) => one?.id === row.id) === i) as SideRow[];
  const names = new Map(
    listSourceNames(
      db,
      rows.map(({ sourceId }) => sourceId),
    ).map((source) => [source.id, source]),
  );
  return rows.map(({ sourceId, row }) => ({
    sourceId,
    row,
    source: names.get(sourceId)?.source ?? "",
    sheet: names.get(sourceId)?.sheet ?? null,
  }));
}

export function nameParties(db: ReadableDb, { parties }: Totals): readonly NamedParty[] {
  const biggest = [...parties.values()].sort(byAmount).slice(0, mostParties);
  const named = new Map(
    listEntitiesById(
      db,
      biggest.flatMap(({ other }) => other ?? []),
    ).map((entity) => [entity.id, entity]),
  );
  return biggest.map((party): NamedParty => {
    const entity = party.other === null ? undefined : named.get(party.other);
    return {
      party,
      other: entity ? entityRef(entity.kind, entity.key) : null,
      otherLabel: entity?.label ?? "",
      firstAt: timeOf(db, party.first),
      lastAt: timeOf(db, party.last),
      sources: citationsOf(db, party),
    };
  });
}
