// How much of the loss that each case reports is followed: a trace that adds up says nothing of what never came into it.
import { decimalOf } from "../../../shared/model/money.ts";
import type { CaseCoverage } from "../../../shared/trace/moneyDocument.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readCase } from "./accountDetails.ts";
import type { Seed } from "./findSeeds.ts";

/** Cases that were named and cases of the seeds, each once. Losses are yuan: of other money they say nothing. */
export function coverCases(
  db: ReadableDb,
  named: readonly string[],
  seeds: readonly Seed[],
  { currency, fen }: { readonly currency: string; readonly fen: ArrayLike<number> },
): CaseCoverage[] {
  if (currency !== "CNY") return [];
  const traced = new Map<string, number>(named.map((number) => [number, 0]));
  for (const { index, case: number } of seeds) if (number !== null) traced.set(number, (traced.get(number) ?? 0) + fen[index]!);
  return [...traced].sort(([a], [b]) => (a < b ? -1 : 1)).map(([number, sum]) => toCoverage(number, readCase(db, number).lossFen, sum));
}

const toCoverage = (number: string, lossFen: number | null, sum: number): CaseCoverage => ({
  case: number,
  reported: lossFen === null ? null : decimalOf(lossFen),
  traced: decimalOf(sum),
});
