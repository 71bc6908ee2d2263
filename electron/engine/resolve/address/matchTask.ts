// Matches the written addresses in a child that only reads; the engine stores what comes back.
import { AddressTable, type StandardRow } from "../../../../shared/resolve/address/addressTable.ts";
import { type AddressMatch, matchAddress } from "../../../../shared/resolve/address/matchAddress.ts";
import type { Task } from "../../jobs/task.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { openWorkspaceFile } from "../../store/sqlite/open.ts";
import { type FoundMatch, iterateWrittenPlaces } from "../../store/sqlite/tables/addressMatch.ts";
import { iterateStandard, iterateStandardNames } from "../../store/sqlite/tables/standardAddress.ts";

export interface MatchTaskInput {
  readonly path: string;
  readonly key: string | null;
}

/** Candidate as it is stored: the number of its place. */
export interface StoredOption {
  readonly id: number;
  readonly bits: number;
  readonly probability: number;
  readonly bars: AddressMatch["candidates"][number]["bars"];
}

const matchesAtOnce = 1000;

function readTable(db: ReadableDb): AddressTable {
  const rows = new Map<number, StandardRow & { codes: string[]; aliases: string[] }>();
  for (const { id, path } of iterateStandard(db)) rows.set(id, { id, path, codes: [], aliases: [] });
  for (const { id, value } of iterateStandardNames(db, "address.code")) rows.get(id)?.codes.push(value);
  for (const { id, value } of iterateStandardNames(db, "address.alias")) rows.get(id)?.aliases.push(value);
  return new AddressTable([...rows.values()]);
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

function toFound(place: number, { state, reason, level, candidates }: AddressMatch): FoundMatch {
  const best = candidates[0];
  const options = candidates.map(
    ({ node, bits, probability, bars }): StoredOption => ({
      id: node.id,
      bits: rounded(bits, 2),
      probability: rounded(probability, 4),
      bars: bars.map((bar) => ({ ...bar, bits: rounded(bar.bits, 2) })),
    }),
  );
  return {
    place,
    found: state === "sure" && best ? best.node.id : null,
    state,
    reason,
    level,
    probability: rounded(best?.probability ?? 0, 4),
    bits: rounded(best?.bits ?? 0, 2),
    options: JSON.stringify(options),
  };
}

export const matchTask: Task<MatchTaskInput, { readonly standard: number }, readonly FoundMatch[]> = async ({ path, key }, context) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const table = readTable(db);
    let [batch, done] = [[] as FoundMatch[], 0];
    for (const { id, text, code } of iterateWrittenPlaces(db)) {
      batch.push(toFound(id, matchAddress(table, text, code)));
      if (batch.length < matchesAtOnce) continue;
      done += batch.length;
      await context.emit(batch);
      context.report({ phase: "addresses", subject: "", done, total: null, perSecond: null, secondsLeft: null });
      batch = [];
    }
    await context.emit(batch);
    return { standard: table.nodes.length };
  } finally {
    db.close();
  }
};
