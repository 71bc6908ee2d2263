// The desk: written addresses with what each is taken for, and every standard address that it may be.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { type AddressLevel, finestLevel, readLevels } from "../../../../shared/import/address/levels.ts";
import { entityRef } from "../../../../shared/model/entity.ts";
import { isoTime } from "../../../../shared/model/time.ts";
import type { DoubtReason } from "../../../../shared/resolve/address/matchAddress.ts";
import type {
  AddressMatchLine,
  AddressMatchPage,
  AddressOption,
  AddressState,
  addressPiles,
  StandardName,
} from "../../../../shared/resolve/addressCalls.ts";
import type { ReadContext } from "../../handler.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listMatchRows, type MatchRow, readAddressJudgement, readMatchRow } from "../../store/sqlite/tables/addressMatch.ts";
import { readEntity } from "../../store/sqlite/tables/entity.ts";
import {
  countStandard,
  listStandard,
  listStandardByCode,
  readStandard,
  type StandardRecord,
} from "../../store/sqlite/tables/standardAddress.ts";
import { hideLevels } from "./hideLevels.ts";
import type { StoredOption } from "./matchTask.ts";
import { readRun } from "./runMatch.ts";

type Reader = Pick<ReadContext, "db" | "show">;

const piles: Readonly<Record<(typeof addressPiles)[number], readonly AddressState[]>> = {
  doubtful: ["doubtful"],
  judged: ["accepted", "refused"],
  sure: ["sure"],
  unmatched: ["coarse", "none"],
  all: ["doubtful", "accepted", "refused", "sure", "coarse", "none"],
};

export const placeRef = (key: string): string => entityRef("place", key);

export const toName = ({ key, label, path }: StandardRecord): StandardName => ({
  place: placeRef(key),
  label,
  level: finestLevel(readLevels(path)) ?? "province",
});

function toOptions(db: ReadableDb, hide: ReturnType<typeof hideLevels>, stored: readonly StoredOption[]): AddressOption[] {
  const known = new Map(
    listStandard(
      db,
      stored.map(({ id }) => id),
    ).map((record) => [record.id, record]),
  );
  // What left since the run is no option any more.
  return stored.flatMap(({ id, bits, probability, bars }) => {
    const record = known.get(id);
    return record
      ? [
          {
            ...toName(record),
            bits,
            probability,
            bars: bars.map((bar) => ({ ...bar, stated: hide(bar.level, bar.stated), standard: hide(bar.level, bar.standard) })),
          },
        ]
      : [];
  });
}

function toLine(db: ReadableDb, hide: ReturnType<typeof hideLevels>, row: MatchRow): AddressMatchLine {
  const decision = readAddressJudgement(db, placeRef(row.key));
  const standard = row.standardId === null ? null : readStandard(db, row.standardId);
  return {
    place: placeRef(row.key),
    label: row.label,
    state: row.state as AddressState,
    reason: row.reason as DoubtReason | null,
    level: row.level as AddressLevel | null,
    bits: row.bits,
    probability: row.probability,
    standard: standard && toName(standard),
    options: toOptions(db, hide, JSON.parse(row.options) as StoredOption[]),
    told: row.told,
    decision: decision && { verdict: decision.verdict as "confirm", note: decision.reason, by: decision.by, at: isoTime(decision.at) },
    sources: [{ sourceId: row.sourceId, row: row.row, source: row.source, sheet: row.sheet }],
  };
}

export function listMatches(
  { db, show }: Reader,
  {
    pile,
    words,
    offset,
    limit,
  }: { readonly pile: keyof typeof piles; readonly words: string; readonly offset: number; readonly limit: number },
): AddressMatchPage {
  const items = listMatchRows(db, piles[pile], words, offset, limit).map((row) => toLine(db, hideLevels(show), row));
  return { items, ...readRun(db), standard: countStandard(db) };
}

/** `place:KEY`, a bare key, or the code of a standard address. */
export function readPlaceId(db: ReadableDb, place: string): number {
  const key = place.startsWith("place:") ? place.slice("place:".length) : place;
  const known = readEntity(db, "place", key)?.id ?? listStandardByCode(db, key)[0]?.id;
  if (known === undefined) throw new CaseweaveError("entity-unknown", { entity: placeRef(key) });
  return known;
}

export function readMatch({ db, show }: Reader, place: string): AddressMatchLine {
  const row = readMatchRow(db, readPlaceId(db, place));
  if (row === null) throw new CaseweaveError("address-not-matched", { place });
  return toLine(db, hideLevels(show), row);
}
